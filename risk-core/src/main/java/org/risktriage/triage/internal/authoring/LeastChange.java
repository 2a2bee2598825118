package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;

/**
 * Looks for the fewest additions to a case that raise something: yes answers, incidents, referrals, circumstances and a
 * judgement, of the kinds that the rules in question ask for. Each combination is decided; what is found is what a decision
 * shows. At most two kinds of addition are combined.
 */
final class LeastChange {
    private static final int MOST_OF_ONE = 30;

    private final LoadedPack pack;
    private final LocalDate day;
    private final Map<String, @Nullable Object> given;
    private final Decider decider = new Decider("desk");

    LeastChange(LoadedPack pack, LocalDate day, Map<String, @Nullable Object> given) {
        this.pack = pack;
        this.day = day;
        this.given = given;
    }

    /** One kind of addition, which can be made once or several times; null where there is no more to add. */
    private interface Adding {
        @Nullable
        Map<String, @Nullable Object> to(Map<String, @Nullable Object> request);
    }

    /**
     * A kind of addition.
     *
     * @param one in words, once
     * @param more in words, several times
     * @param most how often it may be made
     * @param adding makes it
     */
    private record Kind(String one, String more, int most, Adding adding) {
        String words(int times) {
            return times == 1 ? one : times + " " + more;
        }
    }

    /** The fewest additions after which a decision is as it is wanted; null where none is found. */
    @Nullable
    List<String> to(List<CheckedRule> rules, Predicate<Decision> wanted) {
        List<Kind> kinds = kinds(rules);
        for (int total = 1; total <= MOST_OF_ONE; total++) {
            for (Kind kind : kinds) {
                if (isEnough(kind, total, null, 0, wanted)) {
                    return List.of(kind.words(total));
                }
            }
            for (int i = 0; i < kinds.size(); i++) {
                for (int j = i + 1; j < kinds.size(); j++) {
                    for (int first = 1; first < total; first++) {
                        if (isEnough(kinds.get(i), first, kinds.get(j), total - first, wanted)) {
                            return List.of(
                                    kinds.get(i).words(first), kinds.get(j).words(total - first));
                        }
                    }
                }
            }
        }
        return null;
    }

    private boolean isEnough(Kind one, int times, @Nullable Kind other, int more, Predicate<Decision> wanted) {
        if (times > one.most() || (other != null && more > other.most())) {
            return false;
        }
        Map<String, @Nullable Object> request = repeated(one, times, given);
        if (request != null && other != null) {
            request = repeated(other, more, request);
        }
        Decision decision = request == null ? null : decide(request);
        return decision != null && wanted.test(decision);
    }

    private static @Nullable Map<String, @Nullable Object> repeated(
            Kind kind, int times, Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> changed = request;
        for (int i = 0; i < times && changed != null; i++) {
            changed = kind.adding().to(changed);
        }
        return changed;
    }

    private @Nullable Decision decide(Map<String, @Nullable Object> request) {
        List<Problem> problems = new ArrayList<>();
        Assessment assessment = AssessmentReader.read(request, problems);
        if (problems.isEmpty()) {
            AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        try {
            return decider.decide(assessment, Choice.of(pack));
        } catch (RulesFaultException e) {
            return null;
        }
    }

    private List<Kind> kinds(List<CheckedRule> rules) {
        Set<Kind> kinds = new LinkedHashSet<>();
        Set<String> named = new TreeSet<>();
        rules.forEach(rule -> named.addAll(rule.items()));
        for (CheckedRule rule : rules) {
            for (Part part : rule.parts()) {
                switch (part.type()) {
                    case "Judgement" -> judgement(part, kinds);
                    case "Circumstances" -> circumstances(part, kinds);
                    case "Incident", "FurtherIncident" -> incidents(part, kinds);
                    case "Referral" -> kinds.add(referral());
                    case "Checklist" -> {
                        // Below, for all rules at once.
                    }
                    default -> {
                        // Not something that is added.
                    }
                }
            }
        }
        List<Kind> all = new ArrayList<>();
        for (String item : named) {
            all.add(new Kind("a yes to " + item, "", 1, request -> answered(request, item)));
        }
        if (rules.stream()
                .flatMap(rule -> rule.parts().stream())
                .flatMap(part -> part.type().equals("Checklist") ? part.clauses().stream() : List.<Clause>of().stream())
                .flatMap(clause -> LinesTested.comparisons(clause).stream())
                .anyMatch(comparison -> Vocabulary.item(comparison.field()) == 0)) {
            all.add(new Kind(
                    "1 more yes answer", "more yes answers", MOST_OF_ONE, request -> oneMoreYes(request, named)));
        }
        List<String> words = new ArrayList<>();
        for (Kind kind : kinds) {
            if (!words.contains(kind.one())) {
                words.add(kind.one());
                all.add(kind);
            }
        }
        return all;
    }

    private static void judgement(Part part, Set<Kind> kinds) {
        for (Clause.Comparison comparison : comparisons(part)) {
            if (comparison.field().equals("highRisk")) {
                kinds.add(new Kind(
                        "a judgement of high risk, with its reasons",
                        "",
                        1,
                        request ->
                                with(request, "judgement", Map.of("highRisk", true, "rationale", "Made-up reasons."))));
            } else if (comparison.operand() instanceof Operand.Word word) {
                kinds.add(new Kind(
                        "the grade " + word.text(), "", 1, request -> with(request, "requestedLevel", word.text())));
            }
        }
    }

    private static void circumstances(Part part, Set<Kind> kinds) {
        for (Clause.Comparison comparison : comparisons(part)) {
            if (comparison.sign().equals("==")
                    && comparison.operand() instanceof Operand.Word word
                    && word.text().equals("yes")) {
                kinds.add(new Kind("circumstances." + comparison.field() + " is yes", "", 1, request -> {
                    Map<Object, @Nullable Object> circumstances = new LinkedHashMap<>();
                    if (request.get("circumstances") instanceof Map<?, ?> before) {
                        circumstances.putAll(before);
                    }
                    circumstances.put(comparison.field(), true);
                    return with(request, "circumstances", circumstances);
                }));
            }
        }
    }

    private static List<Clause.Comparison> comparisons(Part part) {
        return part.clauses().stream()
                .flatMap(clause -> LinesTested.comparisons(clause).stream())
                .toList();
    }

    /** An incident on the day of the assessment, of the kind that a rule asks for. */
    private void incidents(Part part, Set<Kind> kinds) {
        Map<String, Object> incident = new LinkedHashMap<>();
        incident.put("on", day.toString());
        incident.put("kind", "contact");
        boolean crime = false;
        for (Clause.Comparison comparison : comparisons(part)) {
            if (comparison.field().equals("kind")
                    && comparison.sign().equals("==")
                    && comparison.operand() instanceof Operand.Word word) {
                incident.put("kind", word.text());
            }
            crime |= comparison.field().equals("crime");
        }
        if (crime) {
            incident.put("crime", true);
        }
        String words = (crime ? "of a crime, " : "") + "kind " + incident.get("kind") + ", on " + day;
        kinds.add(new Kind(
                "1 more incident, " + words,
                "more incidents, each " + words,
                MOST_OF_ONE,
                request -> oneMore(request, "incidents", incident)));
        if (part.type().equals("FurtherIncident")) {
            kinds.add(referral());
        }
    }

    private Kind referral() {
        LocalDate referred = day.minusMonths(1);
        return new Kind(
                "an earlier referral to a MARAC, on " + referred,
                "",
                1,
                request -> oneMore(request, "maracs", Map.of("referredOn", referred.toString())));
    }

    private static Map<String, @Nullable Object> oneMore(
            Map<String, @Nullable Object> request, String list, Map<String, Object> entry) {
        List<Object> entries = new ArrayList<>();
        if (request.get(list) instanceof List<?> before) {
            entries.addAll(before);
        }
        Map<String, Object> own = new LinkedHashMap<>(entry);
        if (list.equals("incidents")) {
            own.put("ref", "added-" + entries.size());
        }
        // One of several perpetrators is enough.
        if (request.get("perpetrators") instanceof List<?> listed
                && !listed.isEmpty()
                && listed.get(0) instanceof Map<?, ?> first
                && first.get("ref") != null) {
            own.put("perpetrator", String.valueOf(first.get("ref")));
        }
        entries.add(own);
        return with(request, list, entries);
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> request, String name, Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(request);
        changed.put(name, value);
        return changed;
    }

    private @Nullable Map<String, @Nullable Object> oneMoreYes(
            Map<String, @Nullable Object> request, Set<String> named) {
        for (Instrument.Item item : pack.instrument().items()) {
            Map<String, @Nullable Object> changed = named.contains(item.id()) ? null : answered(request, item.id());
            if (changed != null) {
                return changed;
            }
        }
        return null;
    }

    /** The request with a yes to an item; null where it has one. */
    private static @Nullable Map<String, @Nullable Object> answered(
            Map<String, @Nullable Object> request, String item) {
        Map<Object, @Nullable Object> answers = new LinkedHashMap<>();
        if (request.get("answers") instanceof Map<?, ?> before) {
            answers.putAll(before);
        }
        Object known = answers.get(item);
        Object state = known instanceof Map<?, ?> object ? object.get("answer") : known;
        if ("yes".equals(state)) {
            return null;
        }
        answers.put(item, "yes");
        return with(request, "answers", answers);
    }
}
