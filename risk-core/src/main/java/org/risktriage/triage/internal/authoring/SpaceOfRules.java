package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Answer;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.internal.authoring.Part.How;
import org.risktriage.triage.internal.authoring.ProofSpace.Dimension;
import org.risktriage.triage.internal.authoring.ProofSpace.Move;
import org.risktriage.triage.internal.authoring.ProofSpace.Value;

/**
 * Builds the space of what some rules can tell apart.
 *
 * <p>Rules see evidence through their conditions alone, and a condition compares a field with a word or a number that stands
 * fast. So these classes lose nothing:
 *
 * <ul>
 *   <li>an item that a rule names: its answers, as far as rules tell them apart; all other items: how many there are of each
 *       answer, exactly;
 *   <li>a word: each that some rule mentions, and one that none does; a number: each that some rule compares with, and one
 *       less and one more;
 *   <li>incidents, referrals and perpetrators: two are alike if they meet the same conditions. Of each kind there are none,
 *       one, two and so on up to one more than the highest line of a count; more than that is the same to every line.
 * </ul>
 *
 * <p>One perpetrator is enough where each rule joins all that it looks for to one perpetrator, for then a rule fires on the
 * history of one, whatever there is of others; and where no rule joins anything, for then only the whole counts. Rules that
 * do some of each are refused.
 */
final class SpaceOfRules {
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String UNKNOWN = "unknown";
    private static final String AN_ANSWER = "an answer of yes";
    private static final String AN_INCIDENT = "an incident";
    private static final String A_REFERRAL = "a referral to a MARAC";
    private static final String A_JUDGEMENT = "a judgement of high risk";
    private static final String A_CIRCUMSTANCE = "a circumstance that is yes";
    private static final List<String> STATES =
            Stream.of(Answer.values()).map(Answer::code).toList();
    private static final String NOT_APPLICABLE = "not-applicable";
    private static final List<String> GRADES = List.of("none", "standard", "medium", "high");

    /** What is said of the abuse: a yes to it is more evidence. */
    private static final Set<String> OF_THE_ABUSE =
            Set.of("worsening", "honourBasedAbuse", "forcedMarriage", "sexualViolence", "homicideBelief");

    private static final Set<String> OPEN_WORDS =
            Set.of("residence", "perpetratorIs", "childrenAre", "setting", "perpetratorResidence", "relationship");
    private static final Set<String> DAYS = Set.of("on", "anchor", "referredOn", "lastSexualAssaultOn");
    private static final int MOST_OF_ONE_KIND = 5_000;

    private final List<CheckedRule> rules;
    private final Policy policy;
    private final Instrument instrument;
    private final ProofSpace space = new ProofSpace();
    /** Comparisons by fact type and field. */
    private final Map<String, Map<String, List<Clause.Comparison>>> read = new TreeMap<>();
    /** Places of dimensions, by type and field. */
    private final Map<String, Integer> places = new TreeMap<>();
    /** Places of the dimensions that count facts, by type. */
    private final Map<String, List<Integer>> counts = new TreeMap<>();

    private SpaceOfRules(List<CheckedRule> rules, Policy policy, Instrument instrument) {
        this.rules = rules;
        this.policy = policy;
        this.instrument = instrument;
    }

    /**
     * The space of what some rules can tell apart.
     *
     * @param rules the rules, of those that decide
     * @param policy the parameters in force
     * @param instrument the instrument
     * @throws Unprovable if a rule has a shape for which there is no argument
     */
    static ProofSpace of(List<CheckedRule> rules, Policy policy, Instrument instrument) throws Unprovable {
        SpaceOfRules made = new SpaceOfRules(rules, policy, instrument);
        made.read();
        made.checklist();
        made.single();
        made.histories();
        return made.space;
    }

    private void read() throws Unprovable {
        boolean joined = false;
        boolean apart = false;
        for (CheckedRule rule : rules) {
            List<Part> several =
                    rule.parts().stream().filter(part -> part.how() != How.ONE).toList();
            int linked = 0;
            int perpetrators = 0;
            for (Part part : rule.parts()) {
                for (Clause clause : part.clauses()) {
                    read(rule, part, clause);
                }
                boolean binds =
                        part.bindings().containsValue("ref") || part.bindings().containsValue("perpetrator");
                if (part.how() != How.ONE && (binds || joins(part.clauses()))) {
                    linked++;
                }
                perpetrators += part.how() == How.EACH && binds ? 1 : 0;
                Part.Count count = part.count();
                if (count != null && count.line() instanceof Operand.Variable) {
                    throw new Unprovable(name(rule) + " compares a count with something that evidence changes.");
                }
            }
            boolean oneOnly = several.size() == 1
                    && (several.get(0).how() == How.EACH || several.get(0).how() == How.EXISTS);
            if (perpetrators > 1) {
                throw new Unprovable(name(rule) + " looks at two perpetrators at a time.");
            }
            if (linked > 0 && linked < several.size()) {
                throw new Unprovable(
                        name(rule) + " looks at the history of one perpetrator and at that of all together.");
            }
            joined |= linked > 0 && !oneOnly;
            apart |= linked == 0 && !several.isEmpty() && !oneOnly;
        }
        if (joined && apart) {
            throw new Unprovable("Some of these rules look at the history of one perpetrator, and others at that of all"
                    + " together: "
                    + String.join(", ", rules.stream().map(SpaceOfRules::name).toList()) + ".");
        }
    }

    private static String name(CheckedRule rule) {
        return rule.id().substring(rule.id().indexOf('/') + 1);
    }

    private static boolean joins(List<Clause> clauses) {
        return clauses.stream()
                .anyMatch(clause -> clause instanceof Clause.Comparison comparison && isJoin(comparison));
    }

    private static boolean isJoin(Clause.Comparison comparison) {
        return comparison.sign().equals("==")
                && comparison.operand() instanceof Operand.Variable
                && (comparison.field().equals("perpetrator")
                        || comparison.field().equals("ref"));
    }

    private void read(CheckedRule rule, Part part, Clause clause) throws Unprovable {
        if (clause instanceof Clause.AllOf all) {
            for (Clause one : all.clauses()) {
                within(rule, part, one);
            }
        } else if (clause instanceof Clause.AnyOf any) {
            for (Clause one : any.clauses()) {
                within(rule, part, one);
            }
        } else if (clause instanceof Clause.Comparison comparison && !isJoin(comparison)) {
            compared(rule, part, comparison);
        }
    }

    private void within(CheckedRule rule, Part part, Clause clause) throws Unprovable {
        if (clause instanceof Clause.Comparison comparison && isJoin(comparison)) {
            throw new Unprovable(name(rule) + " joins a perpetrator in one of several cases only.");
        }
        read(rule, part, clause);
    }

    private void compared(CheckedRule rule, Part part, Clause.Comparison comparison) throws Unprovable {
        if (comparison.operand() instanceof Operand.Variable) {
            throw new Unprovable(
                    name(rule) + " compares " + comparison.field() + " with something that evidence changes.");
        }
        if (DAYS.contains(comparison.field())
                || comparison.field().equals("perpetrator")
                || comparison.field().equals("ref")) {
            throw new Unprovable(name(rule) + " compares " + comparison.field() + " with a word.");
        }
        read.computeIfAbsent(part.type(), type -> new TreeMap<>())
                .computeIfAbsent(comparison.field(), field -> new ArrayList<>())
                .add(comparison);
    }

    private Map<String, List<Clause.Comparison>> of(String type) {
        return read.getOrDefault(type, Map.of());
    }

    /** The words with which a field is compared. */
    private Set<String> words(Collection<Clause.Comparison> comparisons) {
        Set<String> words = new TreeSet<>();
        for (Clause.Comparison comparison : comparisons) {
            Object value = Truth.value(comparison.operand(), policy, Map.of());
            if (value instanceof List<?> several) {
                several.forEach(word -> words.add(String.valueOf(word)));
            } else {
                words.add(String.valueOf(value));
            }
        }
        return words;
    }

    /** Each number with which a field is compared, with one less and one more. */
    private List<Integer> numbers(Collection<Clause.Comparison> comparisons) {
        Set<Integer> numbers = new TreeSet<>(List.of(0));
        for (Clause.Comparison comparison : comparisons) {
            if (Truth.value(comparison.operand(), policy, Map.of()) instanceof Integer number) {
                numbers.addAll(List.of(number, number + 1));
                if (number > 0) {
                    numbers.add(number - 1);
                }
            }
        }
        return List.copyOf(numbers);
    }

    // ---- The checklist

    private void checklist() {
        Map<String, List<Clause.Comparison>> fields = of("Checklist");
        Set<Integer> named = new TreeSet<>();
        Set<String> countsRead = new TreeSet<>(List.of(YES));
        for (Map.Entry<String, List<Clause.Comparison>> field : fields.entrySet()) {
            int item = Vocabulary.item(field.getKey());
            if (item > 0) {
                named.add(item - 1);
            } else if (field.getKey().equals("details")) {
                words(field.getValue()).forEach(this::detail);
            } else if (!field.getKey().equals("of")) {
                countsRead.add(field.getKey());
            }
        }
        for (int item : named) {
            named(item, classes(countsRead, words(fields.getOrDefault("q" + (item + 1), List.of()))));
        }
        if (fields.keySet().stream()
                .anyMatch(field -> Vocabulary.item(field) == 0 && !field.equals("details") && !field.equals("of"))) {
            List<Integer> rest = new ArrayList<>();
            for (int i = 0; i < instrument.items().size(); i++) {
                if (!named.contains(i)) {
                    rest.add(i);
                }
            }
            rest(rest, classes(countsRead, Set.of()));
        }
    }

    /** One answer of each kind that rules can tell apart; yes is the first. */
    private List<String> classes(Set<String> countsRead, Set<String> mentioned) {
        Map<String, String> classes = new LinkedHashMap<>();
        List<String> states = new ArrayList<>(STATES);
        if (!instrument.skips().isEmpty()) {
            states.add(NOT_APPLICABLE);
        }
        for (String state : states) {
            List<String> seen = new ArrayList<>();
            seen.add(mentioned.contains(state) ? state : "");
            countsRead.forEach(count -> seen.add(counts(count, state) ? count : ""));
            seen.add(state.equals(YES) ? YES : "");
            classes.putIfAbsent(seen.toString(), state);
        }
        List<String> found = new ArrayList<>(classes.values());
        found.remove(YES);
        found.add(0, YES);
        return found;
    }

    private static boolean counts(String count, String state) {
        return switch (count) {
            case "answered" -> state.equals(YES) || state.equals(NO);
            case UNKNOWN -> !state.equals(YES) && !state.equals(NO) && !state.equals(NOT_APPLICABLE);
            case "dontKnow" -> state.equals("dont-know");
            case "notAsked" -> state.equals("not-asked");
            case "notApplicable" -> state.equals(NOT_APPLICABLE);
            default -> state.equals(count);
        };
    }

    private void named(int item, List<String> classes) {
        String id = instrument.items().get(item).id();
        int place = space.add(new Dimension(
                id,
                classes.stream()
                        .map(state -> new Value(state, sketch -> sketch.answer(item, state)))
                        .toList()));
        for (int i = 1; i < classes.size(); i++) {
            space.step(AN_ANSWER, place, i, 0);
            for (int j = 1; j < classes.size() && classes.get(i).equals(NOT_APPLICABLE); j++) {
                space.step(AN_ANSWER, place, i, j);
            }
        }
    }

    private void detail(String detail) {
        int place = space.add(new Dimension(
                detail, List.of(new Value(NO, sketch -> {}), new Value(YES, sketch -> sketch.detail(detail)))));
        space.step(AN_ANSWER, place, 0, 1);
    }

    /** How many of the other items have each kind of answer. */
    private void rest(List<Integer> items, List<String> classes) {
        List<int[]> all = new ArrayList<>();
        compositions(items.size(), new int[classes.size()], 0, all);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Value> values = new ArrayList<>();
        for (int[] counted : all) {
            numbers.put(Arrays.toString(counted), values.size());
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < counted.length; i++) {
                words.append(i == 0 ? "" : ", ").append(counted[i]).append(' ').append(classes.get(i));
            }
            values.add(new Value(words.toString(), sketch -> {
                int at = 0;
                for (int i = 0; i < counted.length; i++) {
                    for (int j = 0; j < counted[i]; j++) {
                        sketch.answer(items.get(at++), classes.get(i));
                    }
                }
            }));
        }
        int place = space.add(new Dimension("other items", values));
        for (int from = 1; from < classes.size(); from++) {
            for (int to = 0; to < classes.size(); to++) {
                if (to == 0 || (to != from && classes.get(from).equals(NOT_APPLICABLE))) {
                    int taken = from;
                    int given = to;
                    space.add(new Move(AN_ANSWER, state -> {
                        int[] counted = all.get(state[place]).clone();
                        if (counted[taken] == 0) {
                            return List.of();
                        }
                        counted[taken]--;
                        counted[given]++;
                        return List.of(
                                ProofSpace.with(state, place, numbers.getOrDefault(Arrays.toString(counted), 0)));
                    }));
                }
            }
        }
    }

    private static void compositions(int left, int[] counted, int at, List<int[]> all) {
        if (at == counted.length - 1) {
            counted[at] = left;
            all.add(counted.clone());
            return;
        }
        for (int i = 0; i <= left; i++) {
            counted[at] = i;
            compositions(left - i, counted, at + 1, all);
        }
    }

    // ---- What there is one of

    private void single() {
        for (String type : List.of("Judgement", "Victim", "Children", "Circumstances", "History", "Support")) {
            Set<String> fields = new TreeSet<>(of(type).keySet());
            if (fields.remove("ageGiven")) {
                fields.add("age");
            }
            if (fields.remove("sexualAssaultDated")) {
                fields.add("daysSinceSexualAssault");
            }
            for (String field : fields) {
                List<Clause.Comparison> comparisons = of(type).getOrDefault(field, List.of());
                List<Value> values = new ArrayList<>();
                if (isNumber(field)) {
                    if (field.equals("age") || field.equals("daysSinceSexualAssault")) {
                        values.add(new Value("not given", sketch -> {}));
                    }
                    numbers(comparisons)
                            .forEach(number -> values.add(
                                    new Value(String.valueOf(number), sketch -> sketch.set(type, field, number))));
                } else {
                    domain(type, field, words(comparisons))
                            .forEach(word -> values.add(new Value(word, sketch -> sketch.set(type, field, word))));
                }
                int place = space.add(new Dimension(inWords(type, field), values));
                places.put(type + "." + field, place);
                steps(type, field, place, values.size());
            }
        }
        Integer recorded = places.get("Children.recorded");
        Integer inHome = places.get("Children.inHome");
        if (recorded != null && inHome != null) {
            List<Integer> all = numbers(of("Children").getOrDefault("recorded", List.of()));
            List<Integer> home = numbers(of("Children").getOrDefault("inHome", List.of()));
            int most = all.size() - 1;
            space.only(state -> state[recorded] == most || home.get(state[inHome]) <= all.get(state[recorded]));
        }
    }

    private static String inWords(String type, String field) {
        return type.toLowerCase(java.util.Locale.ROOT) + "." + field;
    }

    private static boolean isNumber(String field) {
        return Set.of(
                        "age",
                        "daysSinceSexualAssault",
                        "recorded",
                        "inHome",
                        "undated",
                        "crimeReports",
                        "reversed",
                        "withinMonths",
                        "monthsAfter")
                .contains(field);
    }

    /** Every word that a field may hold, as far as rules tell words apart. */
    private static List<String> domain(String type, String field, Set<String> mentioned) {
        Set<String> words = new LinkedHashSet<>();
        if (field.equals("grade")) {
            words.addAll(GRADES);
        } else if (field.equals("kind")) {
            words.addAll(mentioned);
            Stream.of(IncidentKind.values())
                    .map(IncidentKind::code)
                    .filter(code -> !mentioned.contains(code))
                    .findFirst()
                    .ifPresent(words::add);
        } else if (field.equals("direction")) {
            words.addAll(List.of("reversed", "same"));
        } else if (field.equals("after")) {
            words.addAll(List.of("referral", "meeting"));
        } else if (type.equals("History") || field.equals("highRisk") || field.equals("given")) {
            words.addAll(List.of(NO, YES));
        } else if (OPEN_WORDS.contains(field)) {
            words.add(field.equals("relationship") ? "" : UNKNOWN);
            words.addAll(mentioned);
            words.add("elsewhere");
        } else {
            words.addAll(List.of(UNKNOWN, NO, YES));
        }
        return List.copyOf(words);
    }

    private void steps(String type, String field, int place, int size) {
        switch (type) {
            case "Judgement" -> {
                for (int i = 1; i < size; i++) {
                    space.step(field.equals("grade") ? "a higher grade" : A_JUDGEMENT, place, i - 1, i);
                }
            }
            case "History" -> {
                String kind = field.equals("referralsGiven") ? A_REFERRAL : AN_INCIDENT;
                for (int i = 1; i < size; i++) {
                    space.step(kind, place, i - 1, i);
                }
            }
            case "Circumstances" -> {
                for (int i = 0; i < size - 1 && OF_THE_ABUSE.contains(field); i++) {
                    space.step(A_CIRCUMSTANCE, place, i, size - 1);
                }
            }
            default -> {
                // What a person is, and what children there are, is no evidence that is added here.
            }
        }
    }

    // ---- What there may be several of

    private void histories() throws Unprovable {
        for (String type : List.of("Perpetrator", "Referral", "Incident", "FurtherIncident")) {
            List<Part> parts = rules.stream()
                    .flatMap(rule -> rule.parts().stream())
                    .filter(part -> part.how() != How.ONE && part.type().equals(type))
                    .toList();
            if (!parts.isEmpty()) {
                several(type, parts);
            }
        }
        for (String type : rules.stream()
                .flatMap(rule -> rule.parts().stream())
                .filter(part -> part.how() != How.ONE)
                .map(Part::type)
                .distinct()
                .toList()) {
            if (!List.of("Perpetrator", "Referral", "Incident", "FurtherIncident")
                    .contains(type)) {
                throw new Unprovable("Rules that decide look at " + type + ".");
            }
        }
        givenWhereThereIsAny("History.incidentsGiven", "Incident");
        givenWhereThereIsAny("History.incidentsGiven", "FurtherIncident");
        givenWhereThereIsAny("History.referralsGiven", "Referral");
        givenWhereThereIsAny("History.referralsGiven", "FurtherIncident");
        for (String number : List.of("History.undated", "History.crimeReports", "History.reversed")) {
            Integer given = places.get("History.incidentsGiven");
            Integer place = places.get(number);
            if (given != null && place != null) {
                space.only(state -> state[given] == 1 || state[place] == 0);
            }
        }
        // What follows a referral needs a referral, and is an incident itself.
        for (String needed : List.of("Referral", "Incident")) {
            List<Integer> further = counts.getOrDefault("FurtherIncident", List.of());
            List<Integer> before = counts.getOrDefault(needed, List.of());
            if (!further.isEmpty() && !before.isEmpty()) {
                space.only(state -> sum(state, further) == 0 || sum(state, before) > 0);
            }
        }
    }

    private static int sum(int[] state, List<Integer> places) {
        return places.stream().mapToInt(place -> state[place]).sum();
    }

    private void givenWhereThereIsAny(String given, String type) {
        Integer place = places.get(given);
        List<Integer> counted = counts.getOrDefault(type, List.of());
        if (place != null && !counted.isEmpty()) {
            space.only(state -> state[place] == 1 || sum(state, counted) == 0);
        }
    }

    private void several(String type, List<Part> parts) throws Unprovable {
        List<Map<String, Object>> all = every(type);
        // Two facts are alike if they meet the same conditions.
        Map<String, Map<String, Object>> classes = new LinkedHashMap<>();
        Map<Map<String, Object>, String> classOf = new LinkedHashMap<>();
        for (Map<String, Object> fields : all) {
            String met = met(parts, fields);
            classes.putIfAbsent(met, fields);
            classOf.put(fields, met);
        }
        int highest = 1;
        for (Part part : parts) {
            Part.Count count = part.count();
            if (count != null && Truth.value(count.line(), policy, Map.of()) instanceof Integer line) {
                highest = Math.max(highest, line);
            }
        }
        boolean people = type.equals("Perpetrator");
        int mostPeople = isJoined() ? 1 : highest + 1;
        List<Integer> own = new ArrayList<>();
        Map<String, Integer> placeOf = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> one : classes.entrySet()) {
            Map<String, Object> fields = one.getValue();
            int most = !one.getKey().contains("1") ? 1 : people ? mostPeople : highest + 1;
            List<Value> values = new ArrayList<>();
            for (int i = 0; i <= most; i++) {
                int times = i;
                values.add(new Value(
                        i + (i == most && most > 1 ? " or more" : ""), sketch -> sketch.add(type, fields, times)));
            }
            int place = space.add(new Dimension(type + fields, values));
            own.add(place);
            placeOf.put(one.getKey(), place);
            if (!people) {
                String kind = type.equals("Referral") ? A_REFERRAL : AN_INCIDENT;
                for (int i = 0; i < most; i++) {
                    space.step(kind, place, i, i + 1);
                }
            }
        }
        counts.put(type, own);
        if (people) {
            perpetrators(own);
        } else if (!type.equals("Referral")) {
            upgrades(all, classOf, placeOf);
        }
    }

    /** Where rules join to a perpetrator one is enough; else there is at least one of some kind. */
    private void perpetrators(List<Integer> own) {
        boolean joined = isJoined();
        space.only(state -> joined ? sum(state, own) == 1 : sum(state, own) >= 1);
    }

    private boolean isJoined() {
        return rules.stream()
                .flatMap(rule -> rule.parts().stream())
                .anyMatch(part -> part.bindings().containsValue("ref"));
    }

    private String met(List<Part> parts, Map<String, Object> fields) {
        StringBuilder met = new StringBuilder();
        for (Part part : parts) {
            boolean holds = true;
            for (Clause clause : part.clauses()) {
                boolean join = clause instanceof Clause.Comparison comparison && isJoin(comparison);
                holds &= join
                        || Truth.holds(
                                clause,
                                field -> java.util.Objects.requireNonNull(fields.get(field), field),
                                policy,
                                Map.of());
            }
            met.append(holds ? '1' : '0');
        }
        return met.toString();
    }

    /** Every way of choosing values for the fields that are compared. */
    private List<Map<String, Object>> every(String type) throws Unprovable {
        Set<String> fields = new TreeSet<>(of(type).keySet());
        if (fields.remove("ageGiven")) {
            fields.add("age");
        }
        List<Map<String, Object>> all = new ArrayList<>(List.of(new TreeMap<>()));
        for (String field : fields) {
            List<Object> values = new ArrayList<>();
            List<Clause.Comparison> comparisons = of(type).getOrDefault(field, List.of());
            if (isNumber(field)) {
                if (field.equals("age")) {
                    values.add(-1);
                }
                values.addAll(numbers(comparisons));
            } else {
                values.addAll(domain(type, field, words(comparisons)));
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> before : all) {
                for (Object value : values) {
                    Map<String, Object> after = new TreeMap<>(before);
                    after.put(field, value);
                    if (field.equals("age")) {
                        after.put("ageGiven", value.equals(-1) ? NO : YES);
                    }
                    more.add(after);
                }
            }
            all = more;
            if (all.size() > MOST_OF_ONE_KIND) {
                throw new Unprovable("The rules tell too many kinds of " + type + " apart.");
            }
        }
        return all;
    }

    /**
     * What another record makes of a fact that is there: a second record of one incident may say that it was a crime, or was
     * not reversed; and of several referrals the nearest counts, so that the months grow fewer and are counted from another
     * day.
     */
    private void upgrades(
            List<Map<String, Object>> all, Map<Map<String, Object>, String> classOf, Map<String, Integer> placeOf) {
        Set<List<Integer>> known = new LinkedHashSet<>();
        for (Map<String, Object> from : all) {
            for (Map<String, Object> to : all) {
                String kind = upgrade(from, to);
                int one = placeOf.getOrDefault(classOf.getOrDefault(from, ""), 0);
                int other = placeOf.getOrDefault(classOf.getOrDefault(to, ""), 0);
                if (!kind.isEmpty() && one != other && known.add(List.of(one, other))) {
                    space.add(new Move(kind, state -> moved(state, one, other)));
                }
            }
        }
    }

    /** What turns a fact into another; empty if nothing does. */
    private static String upgrade(Map<String, Object> from, Map<String, Object> to) {
        boolean fewer = false;
        boolean more = false;
        for (Map.Entry<String, Object> field : from.entrySet()) {
            Object other = to.getOrDefault(field.getKey(), field.getValue());
            if (!other.equals(field.getValue())) {
                switch (field.getKey()) {
                    case "crime" -> {
                        if (field.getValue().equals(YES) || (field.getValue().equals(NO) && other.equals(UNKNOWN))) {
                            return "";
                        }
                        more = true;
                    }
                    case "direction" -> {
                        if (!other.equals("same")) {
                            return "";
                        }
                        more = true;
                    }
                    case "monthsAfter" -> {
                        if ((int) other > (int) field.getValue()) {
                            return "";
                        }
                        fewer = true;
                    }
                    case "after" -> fewer = true;
                    default -> {
                        return "";
                    }
                }
            }
        }
        return fewer ? A_REFERRAL : more ? "another record of an incident" : "";
    }

    private List<int[]> moved(int[] state, int from, int to) {
        if (state[from] == 0) {
            return List.of();
        }
        int most = space.dimensions().get(to).values().size() - 1;
        int[] more = ProofSpace.with(state, to, Math.min(most, state[to] + 1));
        int full = space.dimensions().get(from).values().size() - 1;
        List<int[]> moved = new ArrayList<>(List.of(ProofSpace.with(more, from, state[from] - 1)));
        if (state[from] == full) {
            // As many or more: one less may be as many still.
            moved.add(more);
        }
        return moved;
    }
}
