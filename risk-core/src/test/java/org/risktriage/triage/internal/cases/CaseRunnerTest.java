package org.risktriage.triage.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;

/** A worked case can fail, on each thing that it may expect. */
class CaseRunnerTest {
    private static CaseRunner runner;

    @BeforeAll
    static void load_the_rules() {
        LoadedPack pack = PackShelf.bundled().latest(null);
        runner = new CaseRunner(List.of(pack), new Decider("test"));
    }

    /** What is true of fourteen yes answers, one unknown one and no history. */
    private static Map<String, @Nullable Object> truth() {
        Map<String, @Nullable Object> truth = new LinkedHashMap<>();
        truth.put("level", "high");
        truth.put("atLeast", "high");
        truth.put("atMost", "high");
        truth.put("settled", true);
        truth.put("complete", true);
        truth.put("refer", true);
        truth.put("marac", "met");
        truth.put("yes", 14);
        truth.put("criteria", Map.of("visible-high-risk", "met", "repeat", "not-met"));
        truth.put("distance", Map.of("visible-high-risk", 0, "repeat", 2));
        truth.put(
                "because",
                Map.of(
                        "visible-high-risk",
                        "14 of 24 answers are yes; the line here is 14.",
                        "weapon",
                        "q13 is yes. Ask what was used and what the perpetrator can still reach."));
        truth.put("severity", Map.of("weapon", "critical", "isolation", "advisory"));
        truth.put("actions", Map.of("refer-to-marac", "2026-11-23", "tell-victim", "none"));
        truth.put("prompts", List.of("weapon", "isolation"));
        truth.put("noPrompts", List.of("strangulation"));
        truth.put("warnings", List.of());
        truth.put("noWarnings", List.of("mostly-unknown"));
        truth.put("noActions", List.of("child-safeguarding"));
        truth.put("unknowns", List.of());
        truth.put("levelBecause", List.of("visible-high-risk"));
        truth.put("fires", List.of("marac/visible-high-risk"));
        truth.put("silent", List.of("marac/repeat"));
        truth.put("refused", Map.of());
        return truth;
    }

    @Test
    void a_case_that_expects_what_is_true_holds() {
        assertThat(differences(truth())).isEmpty();
    }

    @Test
    void the_rules_that_fired_are_told() {
        assertThat(runner.run(worked(given(), Map.of())).fired())
                .contains("england-wales/marac/visible-high-risk")
                .doesNotContain("england-wales/marac/repeat");
    }

    static Stream<Arguments> untruths() {
        return Stream.of(
                arguments("level", "medium"),
                arguments("atLeast", "medium"),
                arguments("atMost", "none"),
                arguments("settled", false),
                arguments("complete", false),
                arguments("refer", false),
                arguments("marac", "not-met"),
                arguments("yes", 13),
                arguments("criteria", Map.of("visible-high-risk", "not-met")),
                arguments("criteria", Map.of("no-such-criterion", "met")),
                arguments("distance", Map.of("repeat", 1)),
                arguments("because", Map.of("weapon", "Something else.")),
                arguments("because", Map.of("repeat", "Something else.")),
                arguments("severity", Map.of("weapon", "advisory")),
                arguments("calledForBy", Map.of("refer-to-marac", "[repeat]")),
                arguments("actions", Map.of("refer-to-marac", "2026-11-24")),
                arguments("actions", Map.of("no-such-action", "none")),
                arguments("prompts", List.of("strangulation")),
                arguments("noPrompts", List.of("weapon")),
                arguments("warnings", List.of("no-such-warning")),
                arguments("unknowns", List.of("q24")),
                arguments("levelBecause", List.of("repeat")),
                arguments("nextQuestions", List.of("q1")),
                arguments("fires", List.of("marac/repeat")),
                arguments("silent", List.of("marac/visible-high-risk")),
                arguments("silent", List.of("marac/no-such-rule")),
                arguments("refused", Map.of("/answers", "required")));
    }

    @ParameterizedTest
    @MethodSource("untruths")
    void a_case_that_expects_what_is_not_true_says_so_once(String what, Object expected) {
        assertThat(differences(Map.of(what, expected)))
                .singleElement()
                .asString()
                .startsWith(what);
    }

    @Test
    void a_difference_tells_what_was_expected_and_what_came() {
        assertThat(differences(Map.of("distance", Map.of("repeat", 1))))
                .containsExactly("distance repeat: expected 1, came 2");
        assertThat(differences(Map.of("actions", Map.of("no-such-action", "none"))))
                .containsExactly("actions no-such-action: expected none, came nothing");
    }

    @Test
    void a_case_that_forbids_an_action_or_a_warning_that_is_there_fails() {
        Map<String, @Nullable Object> given = Map.of("assessedOn", "2026-11-21", "answers", Map.of("q15", "yes"));
        Map<String, @Nullable Object> expect =
                Map.of("noActions", List.of("clinical-assessment"), "noWarnings", List.of("history-not-given"));

        assertThat(runner.run(worked(given, expect)).differences())
                .containsExactlyInAnyOrder(
                        "noActions: clinical-assessment is there and must not be",
                        "noWarnings: history-not-given is there and must not be");
    }

    @Test
    void a_case_with_a_misspelt_expectation_fails() {
        assertThat(differences(Map.of("levle", "high")))
                .singleElement()
                .asString()
                .startsWith("expect/levle: There is no such field.");
    }

    @Test
    void everything_that_a_case_may_expect_is_listed() {
        String allowed = differences(Map.of("levle", "high")).get(0).replaceAll(".*Allowed here: |\\.$", "");

        assertThat(allowed.split(", ")).containsExactlyInAnyOrderElementsOf(CaseRunner.EXPECT);
    }

    @Test
    void a_case_that_expects_a_text_where_ids_with_values_belong_fails() {
        assertThat(differences(Map.of("criteria", "met")))
                .containsExactly("expect/criteria: Ids with values are needed here.");
    }

    @Test
    void a_case_that_expects_a_text_where_a_list_belongs_fails() {
        assertThat(differences(Map.of("prompts", "weapon")))
                .isNotEmpty()
                .allMatch(difference -> difference.startsWith("expect/prompts: A list is needed here."));
    }

    @Test
    void an_assessment_that_is_refused_fails_a_case_that_does_not_expect_it() {
        assertThat(runner.run(worked(Map.of("assessedOn", "2026-11-21"), Map.of()))
                        .differences())
                .containsExactly("refused: expected {}, came {/answers=required}");
    }

    @Test
    void an_assessment_that_the_instrument_refuses_holds_a_case_that_expects_it() {
        Map<String, @Nullable Object> given = Map.of("assessedOn", "2026-11-21", "answers", Map.of("q25", "yes"));

        assertThat(runner.run(worked(given, Map.of("refused", Map.of("/answers/q25", "unknown-question"))))
                        .differences())
                .isEmpty();
        assertThat(runner.run(worked(given, Map.of())).fired()).isEmpty();
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                arguments(List.of("q15"), true),
                arguments(List.of("q15", "q13"), false),
                arguments(List.of("q13"), false),
                arguments(List.of(), false),
                arguments(List.of("q15", "q15", "q15"), false));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void next_questions_are_compared_from_their_beginning(List<String> beginning, boolean holds) {
        Map<String, @Nullable Object> given = given();
        Map<String, String> answers = answers();
        answers.replaceAll((item, answer) -> "no");
        answers.put("q15", "dont-know");
        answers.put("q2", "dont-know");
        given.put("answers", answers);

        assertThat(runner.run(worked(given, Map.of("nextQuestions", beginning)))
                        .differences()
                        .isEmpty())
                .isEqualTo(holds);
    }

    @Test
    void no_next_question_is_expected_by_an_empty_list() {
        Map<String, @Nullable Object> given = given();
        Map<String, String> answers = answers();
        answers.put("q24", "no");
        given.put("answers", answers);

        assertThat(runner.run(worked(given, Map.of("nextQuestions", List.of()))).differences())
                .isEmpty();
    }

    private static List<String> differences(Map<String, @Nullable Object> expect) {
        return runner.run(worked(given(), expect)).differences();
    }

    private static WorkedCase worked(Map<String, @Nullable Object> given, Map<String, @Nullable Object> expect) {
        return new WorkedCase("made-up.yaml", "made up", given, expect);
    }

    private static Map<String, @Nullable Object> given() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("assessedOn", "2026-11-21");
        given.put("answers", answers());
        given.put("incidents", List.of());
        given.put("maracs", List.of());
        return given;
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int item = 1; item <= 24; item++) {
            answers.put("q" + item, item <= 14 ? "yes" : "no");
        }
        answers.put("q24", "dont-know");
        return answers;
    }
}
