package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the reply shows of earlier assessments beside this one. */
class ReassessmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final RiskTriage triage = RiskTriage.bundled();

    private static Map<String, @Nullable Object> request(@Nullable Object previous) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("assessedOn", DAY.toString());
        request.put("answers", Map.of("q1", "yes", "q2", "declined", "q3", "no", "q4", "yes"));
        request.put("previous", previous);
        return request;
    }

    private Decision.@Nullable Reassessment compared(Map<String, @Nullable Object> request) {
        return triage.assess(triage.read(request)).previous();
    }

    private Decision.Compared only(Map<String, @Nullable Object> request) {
        return Objects.requireNonNull(compared(request)).compared().get(0);
    }

    @Test
    void nothing_is_compared_where_no_earlier_assessment_was_given() {
        assertThat(compared(request(null))).isNull();
    }

    @Test
    void an_empty_list_says_that_there_are_none_and_shows_the_next_review() {
        assertThat(compared(request(List.of())))
                .isEqualTo(new Decision.Reassessment(LocalDate.of(2027, 1, 15), List.of()));
    }

    @Test
    void each_item_is_compared_and_a_silence_is_kept_apart_from_a_no() {
        Decision.Compared compared = only(request(List.of(Map.of(
                "assessedOn",
                "2026-08-02",
                "level",
                "medium",
                "answers",
                Map.of("q1", "no", "q2", "yes", "q3", "yes", "q4", "yes", "q5", "yes")))));

        assertThat(compared)
                .isEqualTo(new Decision.Compared(
                        LocalDate.of(2026, 8, 2),
                        Level.MEDIUM,
                        Change.LOWER,
                        4,
                        List.of("q1"),
                        List.of("q2", "q5"),
                        List.of("q3"),
                        null));
    }

    @Test
    void what_was_not_given_of_then_is_compared_with_nothing() {
        assertThat(only(request(List.of(Map.of("assessedOn", "2026-08-02")))))
                .isEqualTo(new Decision.Compared(
                        LocalDate.of(2026, 8, 2), null, Change.UNKNOWN, null, null, null, null, null));
    }

    @Test
    void a_count_that_was_recorded_stands_beside_answers_that_give_another() {
        assertThat(only(request(List.of(Map.of("assessedOn", "2026-08-02", "yes", 15, "answers", Map.of("q1", "yes")))))
                        .yes())
                .isEqualTo(15);
    }

    @Test
    void incidents_since_are_counted_once_each_and_none_is_not_the_same_as_not_given() {
        Map<String, @Nullable Object> request = request(List.of(Map.of("assessedOn", "2026-08-02")));
        request.put("incidents", List.of());
        assertThat(only(request).incidentsSince()).isZero();

        request.put(
                "incidents",
                List.of(
                        Map.of("on", "2026-08-02", "kind", "contact"),
                        Map.of("on", "2026-08-03", "kind", "contact"),
                        Map.of("on", "2026-08-03", "kind", "contact"),
                        Map.of("on", "2026-08-03", "kind", "contact", "ref", "another"),
                        Map.of("on", "2026-08-04", "kind", "contact", "direction", "reversed"),
                        Map.of("kind", "contact")));
        assertThat(only(request).incidentsSince()).isEqualTo(2);
    }

    @Test
    void a_level_above_the_one_of_then_is_higher() {
        assertThat(Change.from(Level.STANDARD, Level.MEDIUM)).isEqualTo(Change.HIGHER);
        assertThat(Change.from(Level.MEDIUM, Level.MEDIUM)).isEqualTo(Change.SAME);
        assertThat(Change.from(Level.HIGH, Level.MEDIUM)).isEqualTo(Change.LOWER);
        assertThat(Change.from(null, Level.MEDIUM)).isEqualTo(Change.UNKNOWN);
        assertThat(Change.from(Level.MEDIUM, null)).isEqualTo(Change.UNKNOWN);
    }

    @Test
    void the_newest_comes_first_whatever_the_order_of_the_request() {
        List<Map<String, Object>> previous = new ArrayList<>(List.of(
                Map.of("assessedOn", "2026-08-02", "level", "standard", "yes", 3),
                Map.of("assessedOn", "2026-08-02", "level", "high", "yes", 3),
                Map.of("assessedOn", "2026-08-02"),
                Map.of("assessedOn", "2026-08-02", "level", "standard", "yes", 2),
                Map.of("assessedOn", "2026-10-02", "level", "medium"),
                Map.of("assessedOn", "2026-08-02", "answers", Map.of("q7", "yes")),
                Map.of("assessedOn", "2026-08-02", "answers", Map.of("q8", "yes"))));
        Decision.Reassessment first = compared(request(previous));
        Collections.reverse(previous);

        assertThat(first).isNotNull().isEqualTo(compared(request(previous)));
        assertThat(Objects.requireNonNull(first).compared())
                .extracting(Decision.Compared::assessedOn)
                .startsWith(LocalDate.of(2026, 10, 2));
    }

    @Test
    void answers_of_then_are_checked_as_those_of_now_are() {
        Map<String, @Nullable Object> request = request(List.of(
                Map.of("assessedOn", "2026-08-02", "answers", Map.of("q1", "yes")),
                Map.of(
                        "assessedOn",
                        "2026-08-02",
                        "answers",
                        Map.of(
                                "q25",
                                "yes",
                                "q2",
                                "maybe",
                                "q3",
                                Map.of("answer", "no", "details", List.of("being-killed"))))));

        assertThatThrownBy(() -> triage.read(request))
                .isInstanceOfSatisfying(
                        InvalidAssessmentException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.pointer() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "/previous/1/answers/q2 unknown-answer",
                                        "/previous/1/answers/q25 unknown-question",
                                        "/previous/1/answers/q3/details details-without-yes"));
    }

    @Test
    void an_assessment_keeps_a_copy_of_the_answers_of_then() {
        Map<String, Assessment.ItemAnswer> answers = new LinkedHashMap<>();
        Assessment.Previous previous = new Assessment.Previous(DAY, null, null, answers);
        answers.put("q1", new Assessment.ItemAnswer(Answer.YES, null, List.of()));

        assertThat(previous.answers()).isEmpty();
    }
}
