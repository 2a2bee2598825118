package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.risktriage.testing.FictionalCases;

/** What no JSON could say, but Java can. */
class AssessmentsBuiltInJavaTest {
    @Test
    void an_age_below_zero_in_java_is_refused_and_is_never_under_16() {
        Assessment assessment = FictionalCases.victimUnder16()
                .victim(new Assessment.Victim(-1, null, null))
                .build();

        assertThatThrownBy(() -> RiskTriage.bundled().assess(assessment))
                .isInstanceOf(InvalidAssessmentException.class);
    }

    @Test
    void ages_of_everybody_are_checked_in_java() {
        Assessment assessment = Assessment.builder()
                .assessedOn(FictionalCases.DAY)
                .victim(new Assessment.Victim(131, null, null))
                .perpetrator(new Assessment.Perpetrator("A", 130, null, null))
                .perpetrator(new Assessment.Perpetrator("B", 131, null, null))
                .children(List.of(new Assessment.Child(0, null), new Assessment.Child(-1, null)))
                .build();

        assertThatThrownBy(() -> RiskTriage.bundled().assess(assessment))
                .isInstanceOfSatisfying(
                        InvalidAssessmentException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/victim/age", "/perpetrators/1/age", "/children/1/age"));
    }

    @Test
    void the_questions_of_another_instrument_are_not_looked_for_in_this_one() {
        Assessment assessment = Assessment.builder()
                .assessedOn(FictionalCases.DAY)
                .instrument("another")
                .answer("a1", Answer.YES)
                .build();

        assertThatThrownBy(() -> RiskTriage.bundled().assess(assessment))
                .isInstanceOfSatisfying(
                        InvalidAssessmentException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/instrument"));
    }

    @Test
    void the_last_day_of_time_in_java_is_refused() {
        Assessment assessment =
                FictionalCases.visibleHighRisk().assessedOn(LocalDate.MAX).build();

        assertThatThrownBy(() -> RiskTriage.bundled().assess(assessment))
                .isInstanceOf(InvalidAssessmentException.class);
    }

    @Test
    void a_rationale_that_is_too_long_is_not_also_missing() {
        assertThatThrownBy(() -> RiskTriage.bundled()
                        .read(Map.of(
                                "assessedOn",
                                "2026-11-21",
                                "answers",
                                Map.of(),
                                "judgement",
                                Map.of("highRisk", true, "rationale", "x".repeat(4_001)))))
                .isInstanceOfSatisfying(
                        InvalidAssessmentException.class,
                        e -> assertThat(e.problems()).hasSize(1));
    }

    @Test
    void a_tree_whose_names_are_numbers_is_refused_and_no_class_cast() {
        assertThatThrownBy(() -> RiskTriage.bundled().read(new TreeMap<>(Map.of(1, "yes"))))
                .isInstanceOf(InvalidAssessmentException.class);
    }
}
