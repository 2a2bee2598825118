package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile: rows with grades, shown side by side, never summed, and never a level. */
class ProfileTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Map<String, Object> request(Map<String, Object> answers) {
        Map<String, Object> request = new TreeMap<>();
        request.put("instrument", "severity-of-abuse");
        request.put("assessedOn", DAY.toString());
        request.put("answers", answers);
        return request;
    }

    private static List<Problem> problems(Map<String, Object> request) {
        InvalidAssessmentException refused =
                catchThrowableOfType(InvalidAssessmentException.class, () -> TRIAGE.read(request));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static Decision assess(Map<String, Object> answers) {
        return TRIAGE.assess(TRIAGE.read(request(answers)));
    }

    @Test
    void rows_are_shown_in_order_as_they_were_given_those_without_a_grade_too() {
        Decision decision = assess(Map.of(
                "v4",
                "moderate",
                "v1",
                Map.of("answer", "high", "frequencyRose", true, "severityRose", false, "source", "victim"),
                "v2",
                "declined"));

        assertThat(decision.profile())
                .extracting(row -> row.row() + " " + row.grade() + " " + row.frequencyRose() + " " + row.severityRose())
                .containsExactly(
                        "v1 high true false", "v2 null null null", "v3 null null null", "v4 moderate null null");
        assertThat(decision.profile()).allMatch(row -> !row.label().isBlank());
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void no_grade_of_all_rows_gives_a_level_a_count_or_a_referral(Grade grade) {
        Assessment.Builder builder =
                Assessment.builder().instrument("severity-of-abuse").assessedOn(DAY);
        for (Instrument.Item row : TRIAGE.instrument("severity-of-abuse").items()) {
            builder.grade(row.id(), new Assessment.RowGrade(grade, true, true, null));
        }
        Decision decision = TRIAGE.assess(builder.build());

        assertThat(decision.level().value()).isNull();
        assertThat(decision.level().atMost()).isNull();
        assertThat(decision.level().settled()).isTrue();
        assertThat(decision.score()).isEqualTo(new Decision.Score(0, 0, 0, 0, 0, 4, 0));
        assertThat(decision.marac().refer()).isFalse();
        assertThat(decision.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no"})
    void a_row_is_not_answered_by_yes_or_no(String word) {
        assertThat(problems(request(Map.of("v1", word))))
                .containsExactly(
                        new Problem(
                                "/answers/v1",
                                "unknown-answer",
                                "One of these is needed here: none, standard, moderate, high, dont-know, declined, not-asked."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "standard", "moderate", "high"})
    void an_item_of_a_checklist_is_not_answered_by_a_grade(String word) {
        Map<String, Object> request = request(Map.of("q1", word));
        request.remove("instrument");

        assertThat(problems(request))
                .containsExactly(new Problem(
                        "/answers/q1",
                        "unknown-answer",
                        "One of these is needed here: yes, no, dont-know, declined, not-asked."));
    }

    @Test
    void a_word_that_is_neither_is_answered_with_both() {
        assertThat(problems(request(Map.of("v1", "severe"))))
                .containsExactly(
                        new Problem(
                                "/answers/v1",
                                "unknown-answer",
                                "One of these is needed here: none, standard, moderate, high, dont-know, declined, not-asked."));
    }

    @Test
    void what_goes_with_a_grade_goes_with_nothing_else() {
        assertThat(problems(request(Map.of("v1", Map.of("answer", "declined", "frequencyRose", true)))))
                .containsExactly(
                        new Problem("/answers/v1/frequencyRose", "rose-without-grade", "This goes with a grade only."));
        assertThat(problems(request(Map.of("v1", Map.of("answer", "high", "details", List.of("x"))))))
                .containsExactly(
                        new Problem("/answers/v1/details", "unknown-detail", "A row of a profile has no details."));
    }

    @Test
    void a_row_built_in_java_with_a_grade_and_an_answer_is_refused() {
        Assessment both = Assessment.builder()
                .instrument("severity-of-abuse")
                .assessedOn(DAY)
                .answer("v1", Answer.DECLINED)
                .grade("v1", new Assessment.RowGrade(Grade.HIGH, null, null, null))
                .build();

        assertThat(catchThrowableOfType(InvalidAssessmentException.class, () -> TRIAGE.assess(both))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/answers/v1");
    }

    @Test
    void grades_of_an_earlier_assessment_are_refused_and_not_passed_over() {
        Map<String, Object> request = request(Map.of("v1", "high"));
        request.put("previous", List.of(Map.of("assessedOn", "2026-10-01", "answers", Map.of("v1", "high"))));

        assertThat(problems(request))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/previous/0/answers/v1", "unknown-answer"));
    }

    @Test
    void a_reply_to_a_checklist_has_no_profile() {
        Assessment checklist =
                Assessment.builder().assessedOn(DAY).answer("q1", Answer.YES).build();

        assertThat(TRIAGE.assess(checklist).profile()).isEmpty();
    }

    @Test
    void nothing_of_a_grade_is_in_a_string() {
        Assessment.RowGrade grade = new Assessment.RowGrade(Grade.HIGH, true, true, AnswerSource.VICTIM);

        assertThat(grade).hasToString("RowGrade[values withheld]");
    }

    @Test
    void what_to_ask_next_are_the_rows_without_a_grade() {
        PartialAssessment partial = TRIAGE.readPartial(request(Map.of("v1", "standard")), DAY);
        NextQuestions next = TRIAGE.nextQuestions(partial.assessment(), partial.call());

        assertThat(next.next()).extracting(NextQuestions.Question::question).containsExactly("v2", "v3", "v4");
        assertThat(next.next().get(0).brings().prompts()).contains("row-high");
        assertThat(next.next().get(0).brings().actions()).containsExactly("sarc-offer");
        assertThat(next.next().get(0).brings().level()).isNull();
    }
}
