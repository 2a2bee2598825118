package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.proof.Requests;
import org.risktriage.reference.RandomAssessments;

/**
 * A reason names all that it rests on, and nothing else: without what it names the criterion is not met, with that alone it
 * is met by the same words, and a change to what no reason names changes nothing.
 *
 * <p>What a reason names is read from its sentence, as a practitioner reads it.
 */
class ExplanationsTest {
    private static final int COUNT = 10_000;
    private static final int ENOUGH = 300;
    private static final int MOST_SHOWN = 3;
    private static final int ADULT = 40;
    private static final Pattern COUNTED = Pattern.compile("(\\d+) of 24 answers are yes; the line here is (\\d+)\\.");
    private static final Pattern WINDOW =
            Pattern.compile("in the (\\d+) months up to the assessment: (\\d+); the line");
    private static final Pattern PAIR =
            Pattern.compile("An incident on (.+?) came no more than \\d+ months after the MARAC referral of (.+?)\\.");
    private static final Pattern QUESTION = Pattern.compile("\\bq\\d+\\b");
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final List<Map<String, @Nullable Object>> REQUESTS = requests();

    private static List<Map<String, @Nullable Object>> requests() {
        RandomAssessments random = new RandomAssessments(9_000_000L);
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            requests.add(random.next());
        }
        return requests;
    }

    /** Takes out of a request what a sentence names, or all but that. */
    private interface Parts {
        Map<String, @Nullable Object> without(Map<String, @Nullable Object> request, String sentence);

        Map<String, @Nullable Object> only(Map<String, @Nullable Object> request, String sentence);
    }

    @Test
    void the_count_of_yes_answers_rests_on_the_yes_answers_that_it_counts() {
        check("visible-high-risk", new Parts() {
            @Override
            public Map<String, @Nullable Object> without(Map<String, @Nullable Object> request, String sentence) {
                // One yes less than the line: the sentence says how many that takes.
                MatchResult said = find(COUNTED, sentence).get(0);
                int over = Integer.parseInt(said.group(1)) - Integer.parseInt(said.group(2)) + 1;
                return withoutYes(request, over);
            }

            @Override
            public Map<String, @Nullable Object> only(Map<String, @Nullable Object> request, String sentence) {
                Map<String, @Nullable Object> alone = bare(request);
                for (String question : Requests.questions(request, "yes"::equals)) {
                    alone = Requests.answered(alone, question, "yes");
                }
                return alone;
            }
        });
    }

    @Test
    void no_fewer_yes_answers_than_the_sentence_tells_keep_the_criterion_met() {
        List<String> wrong = new ArrayList<>();
        met("visible-high-risk", (request, criterion) -> {
            MatchResult said = find(COUNTED, criterion.because()).get(0);
            int spare = Integer.parseInt(said.group(1)) - Integer.parseInt(said.group(2));
            if (!isMet(decide(withoutYes(request, spare)), criterion.id())) {
                wrong.add(request.toString());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_judgement_of_high_risk_rests_on_itself() {
        check("professional-judgement", new Parts() {
            @Override
            public Map<String, @Nullable Object> without(Map<String, @Nullable Object> request, String sentence) {
                return Requests.with(request, "judgement", null);
            }

            @Override
            public Map<String, @Nullable Object> only(Map<String, @Nullable Object> request, String sentence) {
                return Requests.with(bare(request), "judgement", request.get("judgement"));
            }
        });
    }

    @Test
    void escalation_rests_on_the_incidents_of_the_months_that_it_names() {
        check("potential-escalation", new Parts() {
            private Predicate<Map<?, ?>> named(Map<String, @Nullable Object> request, String sentence) {
                LocalDate day = Requests.day(request);
                LocalDate first = day.minusMonths(
                        Long.parseLong(find(WINDOW, sentence).get(0).group(1)));
                return incident -> incident.get("on") != null
                        && !LocalDate.parse(String.valueOf(incident.get("on"))).isBefore(first)
                        && !"reversed".equals(incident.get("direction"));
            }

            @Override
            public Map<String, @Nullable Object> without(Map<String, @Nullable Object> request, String sentence) {
                return keep(request, "incidents", named(request, sentence).negate());
            }

            @Override
            public Map<String, @Nullable Object> only(Map<String, @Nullable Object> request, String sentence) {
                Map<String, @Nullable Object> alone = withHistory(request, "incidents");
                return keep(alone, "incidents", named(request, sentence));
            }
        });
    }

    @Test
    void a_repeat_rests_on_the_incidents_and_the_referrals_that_it_names() {
        check("repeat", new Parts() {
            @Override
            public Map<String, @Nullable Object> without(Map<String, @Nullable Object> request, String sentence) {
                Map<String, @Nullable Object> rest =
                        keep(request, "incidents", on("on", days(sentence, 1)).negate());
                return keep(rest, "maracs", on("referredOn", days(sentence, 2)).negate());
            }

            @Override
            public Map<String, @Nullable Object> only(Map<String, @Nullable Object> request, String sentence) {
                Map<String, @Nullable Object> alone = withHistory(request, "incidents", "maracs");
                alone = keep(alone, "incidents", on("on", days(sentence, 1)));
                return keep(alone, "maracs", on("referredOn", days(sentence, 2)));
            }
        });
    }

    @Test
    void a_prompt_goes_when_the_answers_that_it_names_are_no() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Map<String, @Nullable Object> request : REQUESTS) {
            for (Decision.Prompt prompt : decide(request).prompts()) {
                List<MatchResult> named = find(QUESTION, prompt.because());
                if (!named.isEmpty() && ONLY_ANSWERS.matcher(prompt.because()).matches()) {
                    checked++;
                    Map<String, @Nullable Object> changed = request;
                    for (MatchResult question : named) {
                        changed = Requests.answered(changed, question.group(), "no");
                    }
                    if (decide(changed).prompts().stream()
                            .anyMatch(still -> still.id().equals(prompt.id())
                                    && still.because().equals(prompt.because()))) {
                        wrong.add(prompt.id() + ": " + prompt.because() + " " + request);
                    }
                }
            }
        }
        assertThat(wrong.stream().limit(MOST_SHOWN)).isEmpty();
        assertThat(checked).isGreaterThan(ENOUGH);
    }

    private static final Pattern ONLY_ANSWERS = Pattern.compile(".*\\bq\\d+.*");

    static Stream<Named<UnaryOperator<Map<String, @Nullable Object>>>> changesThatNoReasonNames() {
        return Stream.of(
                Named.of("which items are yes, where as many are", ExplanationsTest::answersMoved),
                Named.of("who gave an answer, and its details", ExplanationsTest::answersAlone),
                Named.of("the order of everything", ExplanationsTest::reversed),
                Named.of("the words of a judgement", ExplanationsTest::otherWords),
                Named.of("the level asked for", request -> Requests.with(request, "requestedLevel", "standard")),
                Named.of(
                        "the kind of each incident",
                        request -> each(request, "incidents", ExplanationsTest::otherKind)),
                Named.of(
                        "whether an incident was a crime",
                        request -> each(request, "incidents", incident -> put(incident, "crime", true))),
                Named.of(
                        "when and where a meeting was",
                        request -> each(request, "maracs", marac -> put(put(marac, "heardOn", null), "area", "leeds"))),
                Named.of(
                        "incidents with the roles reversed",
                        request ->
                                keep(request, "incidents", incident -> !"reversed".equals(incident.get("direction")))),
                Named.of("a second record of each incident", ExplanationsTest::recordedTwice),
                Named.of("earlier assessments", request -> Requests.with(request, "previous", null)),
                Named.of("the age of an adult", ExplanationsTest::otherAdult),
                Named.of(
                        "what is known of the perpetrators",
                        request -> each(
                                request,
                                "perpetrators",
                                perpetrator -> put(put(perpetrator, "age", 17), "serial", true))),
                Named.of(
                        "the children",
                        request ->
                                Requests.with(request, "children", List.of(Map.of("age", 3, "livesWith", "victim")))),
                Named.of(
                        "the circumstances",
                        request -> Requests.with(
                                request,
                                "circumstances",
                                Map.of("worsening", true, "homicideBelief", true, "consentToReferral", false))),
                Named.of("references", request -> Requests.with(request, "references", Map.of("case", "opaque"))));
    }

    @ParameterizedTest
    @MethodSource("changesThatNoReasonNames")
    void a_change_to_what_no_reason_names_changes_neither_level_nor_criteria(
            UnaryOperator<Map<String, @Nullable Object>> change) {
        List<String> wrong = new ArrayList<>();
        int changed = 0;
        for (Map<String, @Nullable Object> request : REQUESTS) {
            Map<String, @Nullable Object> other = change.apply(request);
            changed += other.equals(request) ? 0 : 1;
            String before = found(decide(request));
            String after = found(decide(other));
            if (!before.equals(after)) {
                wrong.add(request + "\n" + before + "\n" + other + "\n" + after);
            }
        }
        assertThat(wrong.stream().limit(MOST_SHOWN)).isEmpty();
        assertThat(changed).isGreaterThan(ENOUGH);
    }

    /** Holds each met criterion against what its sentence names. */
    private static void check(String id, Parts parts) {
        List<String> wrong = new ArrayList<>();
        int checked = met(id, (request, criterion) -> {
            String sentence = criterion.because();
            if (isMet(decide(parts.without(request, sentence)), id)) {
                wrong.add("still met without what is named: " + sentence + "\n" + request);
            }
            Decision alone = decide(parts.only(request, sentence));
            if (!isMet(alone, id) || !criterion(alone, id).because().equals(sentence)) {
                wrong.add("not met in these words by what is named alone: " + sentence + "\n" + request);
            }
        });
        assertThat(wrong.stream().limit(MOST_SHOWN)).isEmpty();
        assertThat(checked).isGreaterThan(ENOUGH);
    }

    private interface Met {
        void check(Map<String, @Nullable Object> request, Decision.Criterion criterion);
    }

    private static int met(String id, Met check) {
        int met = 0;
        for (Map<String, @Nullable Object> request : REQUESTS) {
            Decision decision = decide(request);
            if (isMet(decision, id)) {
                met++;
                check.check(request, criterion(decision, id));
            }
        }
        return met;
    }

    private static Decision decide(Map<String, @Nullable Object> request) {
        return TRIAGE.assess(TRIAGE.read(request));
    }

    private static Decision.Criterion criterion(Decision decision, String id) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMet(Decision decision, String id) {
        return criterion(decision, id).status() == CriterionStatus.MET;
    }

    private static String found(Decision decision) {
        // Whether a case can wait for the meeting rests on more than the criteria.
        return decision.level() + " " + decision.marac().refer() + " "
                + decision.marac().status() + " " + decision.marac().criteria() + " "
                + decision.score().yes();
    }

    private static List<MatchResult> find(Pattern pattern, String sentence) {
        return pattern.matcher(sentence).results().toList();
    }

    private static Set<String> days(String sentence, int group) {
        Set<String> days = new TreeSet<>();
        find(PAIR, sentence)
                .forEach(pair ->
                        days.add(LocalDate.parse(pair.group(group), SPOKEN).toString()));
        return days;
    }

    private static Predicate<Map<?, ?>> on(String field, Set<String> days) {
        return entry -> days.contains(String.valueOf(entry.get(field)));
    }

    /** The day and nothing else, with history given as none. */
    private static Map<String, @Nullable Object> bare(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> bare = new LinkedHashMap<>();
        bare.put("assessedOn", request.get("assessedOn"));
        bare.put("answers", Map.of());
        return bare;
    }

    private static Map<String, @Nullable Object> withHistory(Map<String, @Nullable Object> request, String... lists) {
        Map<String, @Nullable Object> alone = Requests.with(bare(request), "perpetrators", request.get("perpetrators"));
        for (String list : lists) {
            alone = Requests.with(alone, list, request.get(list));
        }
        return alone;
    }

    private static Map<String, @Nullable Object> keep(
            Map<String, @Nullable Object> request, String list, Predicate<Map<?, ?>> which) {
        return request.get(list) == null
                ? request
                : Requests.with(
                        request,
                        list,
                        Requests.entries(request, list).stream().filter(which).toList());
    }

    private static Map<String, @Nullable Object> each(
            Map<String, @Nullable Object> request, String list, UnaryOperator<Map<?, ?>> change) {
        return request.get(list) == null
                ? request
                : Requests.with(
                        request,
                        list,
                        Requests.entries(request, list).stream().map(change).toList());
    }

    private static Map<?, ?> put(Map<?, ?> entry, String name, @Nullable Object value) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(entry);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, @Nullable Object> withoutYes(Map<String, @Nullable Object> request, int count) {
        Map<String, @Nullable Object> fewer = request;
        for (String question :
                Requests.questions(request, "yes"::equals).stream().limit(count).toList()) {
            fewer = Requests.answered(fewer, question, "no");
        }
        return fewer;
    }

    /** Every state moves to another item. */
    private static Map<String, @Nullable Object> answersMoved(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> plain = answersAlone(request);
        List<String> questions = Requests.questions(plain, answer -> true);
        List<Object> states = new ArrayList<>();
        Map<?, ?> answers = (Map<?, ?>) plain.get("answers");
        for (String question : questions) {
            Object state = answers == null ? null : answers.get(question);
            states.add(state == null ? "not-asked" : state);
        }
        Collections.shuffle(states, new Random(request.hashCode()));
        Map<String, Object> moved = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            moved.put(questions.get(i), states.get(i));
        }
        // The unknowns name the items, and may: they are no reasons.
        return Requests.with(plain, "answers", moved);
    }

    private static Map<String, @Nullable Object> answersAlone(Map<String, @Nullable Object> request) {
        Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
        if (request.get("answers") instanceof Map<?, ?> answers) {
            answers.forEach((question, given) ->
                    plain.put(question, given instanceof Map<?, ?> object ? object.get("answer") : given));
        }
        return Requests.with(request, "answers", plain);
    }

    private static Map<String, @Nullable Object> reversed(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(request.keySet());
        Collections.reverse(names);
        for (String name : names) {
            Object value = request.get(name);
            if (value instanceof List<?> list) {
                List<Object> entries = new ArrayList<>(list);
                Collections.reverse(entries);
                value = entries;
            }
            reversed.put(name, value);
        }
        return reversed;
    }

    private static Map<String, @Nullable Object> otherWords(Map<String, @Nullable Object> request) {
        return request.get("judgement") instanceof Map<?, ?> judgement
                ? Requests.with(request, "judgement", put(judgement, "rationale", "Other made-up reasons."))
                : request;
    }

    /** Another kind for each kind, so that what is one incident stays one. */
    private static Map<?, ?> otherKind(Map<?, ?> incident) {
        List<IncidentKind> kinds = List.of(IncidentKind.values());
        IncidentKind kind = IncidentKind.of(String.valueOf(incident.get("kind")));
        return put(
                incident,
                "kind",
                kinds.get((kinds.indexOf(kind) + 1) % kinds.size()).code());
    }

    private static Map<String, @Nullable Object> recordedTwice(Map<String, @Nullable Object> request) {
        List<Map<?, ?>> dated = Requests.entries(request, "incidents").stream()
                .filter(incident -> incident.get("on") != null)
                .toList();
        Map<String, @Nullable Object> twice = request;
        for (Map<?, ?> incident : dated) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            incident.forEach((name, value) -> copy.put(String.valueOf(name), value));
            twice = Requests.oneMore(twice, "incidents", copy);
        }
        return twice;
    }

    private static Map<String, @Nullable Object> otherAdult(Map<String, @Nullable Object> request) {
        boolean adult = request.get("victim") instanceof Map<?, ?> victim
                && victim.get("age") instanceof Integer age
                && age >= ADULT;
        return adult ? Requests.with(request, "victim", Map.of("age", ADULT)) : request;
    }
}
