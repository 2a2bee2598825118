package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Fact;
import org.risktriage.rules.FurtherIncident;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Perpetrator;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Referral;
import org.risktriage.rules.Support;
import org.risktriage.rules.Victim;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.internal.rules.Given;

/** Evidence as it is thought up: values of fields, from which come both the facts that rules match and a request. */
final class Sketch {
    private static final String UNKNOWN = "unknown";

    private final Instrument instrument;
    private final LocalDate day;
    private final String[] answers;
    private final TreeSet<String> details = new TreeSet<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> several = new TreeMap<>();

    Sketch(Instrument instrument, LocalDate day) {
        this.instrument = instrument;
        this.day = day;
        this.answers = new String[instrument.items().size()];
        Arrays.fill(answers, "no");
    }

    void answer(int place, String state) {
        answers[place] = state;
    }

    /** How many items are answered yes. */
    int yes() {
        int yes = 0;
        for (String answer : answers) {
            yes += answer.equals("yes") ? 1 : 0;
        }
        return yes;
    }

    void detail(String detail) {
        details.add(detail);
    }

    /** Gives a field of what there is one of its value. */
    void set(String type, String field, Object value) {
        values.put(type + "." + field, value);
    }

    /** Adds facts of which there may be several, all alike. */
    void add(String type, Map<String, Object> fields, int times) {
        for (int i = 0; i < times; i++) {
            several.computeIfAbsent(type, key -> new ArrayList<>()).add(fields);
        }
    }

    private String word(String name, String otherwise) {
        return String.valueOf(values.getOrDefault(name, otherwise));
    }

    private int number(String name, int otherwise) {
        return values.get(name) instanceof Integer number ? number : otherwise;
    }

    private static String word(Map<String, Object> fields, String name, String otherwise) {
        return String.valueOf(fields.getOrDefault(name, otherwise));
    }

    private static int number(Map<String, Object> fields, String name, int otherwise) {
        return fields.get(name) instanceof Integer number ? number : otherwise;
    }

    private List<Map<String, Object>> of(String type) {
        return several.getOrDefault(type, List.of());
    }

    /** The facts that rules which decide match. */
    List<Fact> facts(Policy policy) {
        List<Fact> facts = new ArrayList<>();
        int age = number("Victim.age", -1);
        int assault = number("Circumstances.daysSinceSexualAssault", -1);
        facts.add(new Given(
                policy,
                new Checklist(answers, details),
                new Judgement(word("Judgement.highRisk", "no"), word("Judgement.grade", "none")),
                new Victim(
                        age < 0 ? "no" : "yes",
                        age,
                        word("Victim.pregnant", UNKNOWN),
                        word("Victim.careAndSupportNeeds", UNKNOWN)),
                new Children(
                        word("Children.given", "yes"), number("Children.recorded", 0), number("Children.inHome", 0)),
                circumstances(assault),
                new History(
                        word("History.incidentsGiven", "yes"),
                        word("History.referralsGiven", "yes"),
                        number("History.undated", 0),
                        number("History.crimeReports", 0),
                        number("History.reversed", 0)),
                new Support(
                        word("Support.setting", UNKNOWN),
                        word("Support.consentToExamination", UNKNOWN),
                        word("Support.consentToFollowUp", UNKNOWN),
                        word("Support.wantsBmeRefuge", UNKNOWN),
                        word("Support.perpetratorWantsToChange", UNKNOWN),
                        word("Support.perpetratorResidence", UNKNOWN))));
        List<Map<String, Object>> people = of("Perpetrator");
        for (Map<String, Object> fields : people.isEmpty() ? List.of(Map.<String, Object>of()) : people) {
            int years = number(fields, "age", -1);
            facts.add(new Perpetrator(
                    policy,
                    "",
                    years < 0 ? "no" : "yes",
                    years,
                    word(fields, "serial", UNKNOWN),
                    word(fields, "relationship", "")));
        }
        for (Map<String, Object> fields : of("Incident")) {
            facts.add(new Incident(
                    policy,
                    "",
                    word(fields, "kind", "other"),
                    word(fields, "crime", UNKNOWN),
                    word(fields, "direction", "same"),
                    day,
                    number(fields, "withinMonths", 0)));
        }
        for (Map<String, Object> fields : of("FurtherIncident")) {
            facts.add(new FurtherIncident(
                    policy,
                    "",
                    word(fields, "kind", "other"),
                    word(fields, "crime", UNKNOWN),
                    word(fields, "direction", "same"),
                    day,
                    word(fields, "after", "referral"),
                    day,
                    number(fields, "monthsAfter", 1)));
        }
        for (Map<String, Object> fields : of("Referral")) {
            facts.add(new Referral(
                    policy, "", day, number(fields, "withinMonths", 0), word(fields, "sameArea", UNKNOWN)));
        }
        return facts;
    }

    private Circumstances circumstances(int assault) {
        return new Circumstances(
                word("Circumstances.worsening", UNKNOWN),
                word("Circumstances.honourBasedAbuse", UNKNOWN),
                word("Circumstances.forcedMarriage", UNKNOWN),
                word("Circumstances.sexualViolence", UNKNOWN),
                assault < 0 ? "no" : "yes",
                assault < 0 ? LocalDate.MIN : day.minusDays(assault),
                assault,
                word("Circumstances.homicideBelief", UNKNOWN),
                word("Circumstances.managerSignOff", UNKNOWN),
                word("Circumstances.consentToReferral", UNKNOWN),
                word("Circumstances.victimAware", UNKNOWN),
                word("Circumstances.perpetratorPresent", UNKNOWN),
                word("Circumstances.seenAlone", UNKNOWN),
                word("Circumstances.residence", UNKNOWN),
                word("Circumstances.needsAccommodation", UNKNOWN),
                new Circumstances.Now(
                        word("Circumstances.safeToTalk", UNKNOWN),
                        word("Circumstances.perpetratorIs", UNKNOWN),
                        word("Circumstances.childrenAre", UNKNOWN)));
    }

    /** A request with this evidence, as near as a request can come to it; only a decision on it says what it comes to. */
    Map<String, @Nullable Object> request() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("assessedOn", day.toString());
        request.put("answers", answered());
        if (word("Judgement.highRisk", "no").equals("yes")) {
            request.put("judgement", Map.of("highRisk", true, "rationale", "Made-up reasons."));
        }
        if (!word("Judgement.grade", "none").equals("none")) {
            request.put("requestedLevel", word("Judgement.grade", "none"));
        }
        Map<String, Object> victim = new LinkedHashMap<>();
        if (number("Victim.age", -1) >= 0) {
            victim.put("age", number("Victim.age", -1));
        }
        flags("Victim", victim);
        put(request, "victim", victim);
        Map<String, Object> circumstances = new LinkedHashMap<>();
        flags("Circumstances", circumstances);
        put(request, "circumstances", circumstances);
        List<Object> perpetrators = new ArrayList<>();
        for (Map<String, Object> fields : of("Perpetrator")) {
            Map<String, Object> perpetrator = new LinkedHashMap<>();
            perpetrator.put("ref", "p" + (perpetrators.size() + 1));
            if (number(fields, "age", -1) >= 0) {
                perpetrator.put("age", number(fields, "age", -1));
            }
            if (!word(fields, "serial", UNKNOWN).equals(UNKNOWN)) {
                perpetrator.put("serial", word(fields, "serial", UNKNOWN).equals("yes"));
            }
            perpetrators.add(perpetrator);
        }
        if (perpetrators.size() > 1 || of("Perpetrator").stream().anyMatch(fields -> !fields.isEmpty())) {
            request.put("perpetrators", perpetrators);
        }
        histories(request);
        return request;
    }

    private void histories(Map<String, @Nullable Object> request) {
        List<Object> incidents = new ArrayList<>();
        List<Object> maracs = new ArrayList<>();
        for (Map<String, Object> fields : of("Referral")) {
            maracs.add(Map.of(
                    "referredOn",
                    day.minusMonths(number(fields, "withinMonths", 0)).toString()));
        }
        for (Map<String, Object> fields : of("FurtherIncident")) {
            int months = number(fields, "monthsAfter", 1);
            LocalDate referred = day.minusMonths(months + 1L);
            if (maracs.stream().noneMatch(Map.of("referredOn", referred.toString())::equals)) {
                maracs.add(Map.of("referredOn", referred.toString()));
            }
            incidents.add(incident(
                    fields, months == 0 ? referred.plusDays(1) : referred.plusMonths(months), incidents.size()));
        }
        int further = incidents.size();
        List<Map<String, Object>> all = of("Incident");
        for (int i = further; i < all.size(); i++) {
            incidents.add(
                    incident(all.get(i), day.minusMonths(number(all.get(i), "withinMonths", 0)), incidents.size()));
        }
        for (int i = 0; i < number("History.undated", 0); i++) {
            incidents.add(Map.of("kind", "other"));
        }
        if (!incidents.isEmpty() || word("History.incidentsGiven", "yes").equals("yes")) {
            request.put("incidents", incidents);
        }
        if (!maracs.isEmpty() || word("History.referralsGiven", "yes").equals("yes")) {
            request.put("maracs", maracs);
        }
    }

    private static Map<String, Object> incident(Map<String, Object> fields, LocalDate on, int number) {
        Map<String, Object> incident = new LinkedHashMap<>();
        incident.put("on", on.toString());
        incident.put("kind", word(fields, "kind", "other"));
        if (!word(fields, "crime", UNKNOWN).equals(UNKNOWN)) {
            incident.put("crime", word(fields, "crime", UNKNOWN).equals("yes"));
        }
        if (word(fields, "direction", "same").equals("reversed")) {
            incident.put("direction", "reversed");
        }
        incident.put("ref", "i" + (number + 1));
        return incident;
    }

    private static void put(Map<String, @Nullable Object> request, String name, Map<String, Object> value) {
        if (!value.isEmpty()) {
            request.put(name, value);
        }
    }

    private void flags(String type, Map<String, Object> into) {
        values.forEach((name, value) -> {
            String field = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(type + ".") && value instanceof String word && !word.equals(UNKNOWN)) {
                into.put(field, word.equals("yes") || word.equals("no") ? (Object) word.equals("yes") : word);
            }
        });
    }

    private Map<String, Object> answered() {
        Map<String, Object> answered = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            String id = instrument.items().get(i).id();
            List<String> codes = details.stream()
                    .filter(detail -> detail.startsWith(id + ":"))
                    .map(detail -> detail.substring(detail.indexOf(':') + 1))
                    .toList();
            answered.put(id, codes.isEmpty() ? answers[i] : Map.of("answer", answers[i], "details", codes));
        }
        return answered;
    }
}
