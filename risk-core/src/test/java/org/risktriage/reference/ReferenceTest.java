package org.risktriage.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.reference.AssessmentSketch.object;
import static org.risktriage.reference.AssessmentSketch.on;
import static org.risktriage.reference.ReferenceCriterion.COULD_BE_MET;
import static org.risktriage.reference.ReferenceCriterion.MET;
import static org.risktriage.reference.ReferenceCriterion.NOT_MET;
import static org.risktriage.reference.ReferenceCriterion.POTENTIAL_ESCALATION;
import static org.risktriage.reference.ReferenceCriterion.PROFESSIONAL_JUDGEMENT;
import static org.risktriage.reference.ReferenceCriterion.REPEAT;
import static org.risktriage.reference.ReferenceCriterion.VISIBLE_HIGH_RISK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand from the published facts: what is used to check the engine must be checked itself. */
class ReferenceTest {

    private static final String TODAY = "2026-11-21";

    @Nested
    class Count {

        @ParameterizedTest
        @CsvSource({"0,standard", "9,standard", "10,medium", "13,medium", "14,high", "24,high"})
        void a_complete_checklist_has_the_level_of_its_band_and_is_settled(int yes, String level) {
            ReferenceDecision decision =
                    on(TODAY).next(yes, "yes").next(24 - yes, "no").decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel(level, level, level));
            assertThat(decision.settled()).isTrue();
            assertThat(decision.complete()).isTrue();
            assertThat(decision.refer()).isEqualTo(yes >= 14);
        }

        @Test
        void every_state_is_counted_apart_and_an_item_left_out_was_not_asked() {
            ReferenceDecision decision = on(TODAY)
                    .next(5, "yes")
                    .next(4, "no")
                    .next(3, "dont-know")
                    .next(2, "declined")
                    .next(1, "not-asked")
                    .decide();

            assertThat(decision.score()).isEqualTo(new ReferenceScore(5, 4, 3, 2, 10, 24, 20));
            assertThat(decision.complete()).isFalse();
        }

        @Test
        void an_answer_with_source_and_details_counts_like_a_bare_one() {
            ReferenceDecision decision = on(TODAY)
                    .next(14, object("answer", "yes", "source", "victim", "details", List.of("other")))
                    .next(10, object("answer", "no"))
                    .decide();

            assertThat(decision.score()).isEqualTo(new ReferenceScore(14, 10, 0, 0, 0, 24, 14));
            assertThat(decision.criterion(VISIBLE_HIGH_RISK))
                    .isEqualTo(new ReferenceCriterion(VISIBLE_HIGH_RISK, MET, 0));
        }

        @Test
        void an_unknown_that_cannot_reach_the_next_band_leaves_the_level_settled() {
            ReferenceDecision decision =
                    on(TODAY).next(8, "yes").next(1, "dont-know").next(15, "no").decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("standard", "standard", "standard"));
            assertThat(decision.settled()).isTrue();
            assertThat(decision.complete()).isTrue();
        }

        @Test
        void an_unknown_that_can_reach_the_next_band_unsettles_the_level_but_no_criterion() {
            ReferenceDecision decision =
                    on(TODAY).next(9, "yes").next(1, "declined").next(14, "no").decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("standard", "standard", "medium"));
            assertThat(decision.settled()).isFalse();
            assertThat(decision.maracStatus()).isEqualTo(NOT_MET);
        }

        @Test
        void an_unknown_that_can_reach_fourteen_leaves_the_criterion_open() {
            ReferenceDecision decision = on(TODAY)
                    .next(13, "yes")
                    .next(1, "dont-know")
                    .next(10, "no")
                    .decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("medium", "medium", "high"));
            assertThat(decision.criterion(VISIBLE_HIGH_RISK))
                    .isEqualTo(new ReferenceCriterion(VISIBLE_HIGH_RISK, COULD_BE_MET, 1));
            assertThat(decision.maracStatus()).isEqualTo(COULD_BE_MET);
            assertThat(decision.refer()).isFalse();
            assertThat(decision.settled()).isFalse();
        }

        @Test
        void a_blank_checklist_has_no_level_and_could_be_anything() {
            ReferenceDecision decision = on(TODAY).decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel(null, "standard", "high"));
            assertThat(decision.settled()).isFalse();
            assertThat(decision.complete()).isFalse();
            assertThat(decision.maracStatus()).isEqualTo(COULD_BE_MET);
        }

        @Test
        void a_checklist_of_nothing_but_unknowns_has_no_level_and_is_not_complete() {
            ReferenceDecision decision =
                    on(TODAY).next(12, "dont-know").next(12, "declined").decide();

            assertThat(decision.level().value()).isNull();
            assertThat(decision.complete()).isFalse();
        }
    }

    @Nested
    class Judgement {

        @Test
        void raises_any_count_to_high() {
            ReferenceDecision decision = on(TODAY).next(24, "no").judgedHigh().decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("high", "high", "high"));
            assertThat(decision.criterion(PROFESSIONAL_JUDGEMENT))
                    .isEqualTo(new ReferenceCriterion(PROFESSIONAL_JUDGEMENT, MET, 0));
            assertThat(decision.refer()).isTrue();
            assertThat(decision.settled()).isTrue();
        }

        @Test
        void gives_a_blank_checklist_a_level_but_does_not_settle_the_count() {
            ReferenceDecision decision = on(TODAY).judgedHigh().decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("high", "high", "high"));
            assertThat(decision.settled()).isFalse();
            assertThat(decision.complete()).isFalse();
        }

        @Test
        void not_given_or_not_high_is_not_met_and_never_open() {
            ReferenceCriterion notMet = new ReferenceCriterion(PROFESSIONAL_JUDGEMENT, NOT_MET, 1);

            assertThat(on(TODAY).criterion(PROFESSIONAL_JUDGEMENT)).isEqualTo(notMet);
            assertThat(on(TODAY).with("judgement", object("highRisk", false)).criterion(PROFESSIONAL_JUDGEMENT))
                    .isEqualTo(notMet);
        }
    }

    @Nested
    class Escalation {

        @ParameterizedTest
        @CsvSource({
            // twelve months before the assessment, to the day, is in; one day more is out
            "2026-11-21, 2025-11-21, met",
            "2026-11-21, 2025-11-20, not-met",
            // the day of the assessment is in
            "2026-11-21, 2026-11-21, met",
            // twelve months before 28 February 2025 is 28 February 2024
            "2025-02-28, 2024-02-28, met",
            "2025-02-28, 2024-02-29, met",
            "2025-02-28, 2024-02-27, not-met",
            // twelve months before 1 March 2025 is 1 March 2024, so the leap day is out
            "2025-03-01, 2024-02-29, not-met",
            "2025-03-01, 2024-03-01, met",
            // twelve months before a leap day is 28 February
            "2024-02-29, 2023-02-28, met",
            "2024-02-29, 2023-02-27, not-met",
            "2024-08-31, 2023-08-31, met",
            "2024-08-31, 2023-08-30, not-met",
        })
        void the_third_incident_decides_by_its_day(String assessedOn, String third, String status) {
            LocalDate recent = LocalDate.parse(assessedOn).minusDays(10);
            ReferenceCriterion criterion = on(assessedOn)
                    .incidentsOn(recent.toString(), recent.minusDays(1).toString(), third)
                    .criterion(POTENTIAL_ESCALATION);

            assertThat(criterion)
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, status, status.equals(MET) ? 0 : 1));
        }

        @Test
        void raises_a_low_count_to_high() {
            ReferenceDecision decision = on(TODAY)
                    .next(24, "no")
                    .incidentsOn("2026-09-01", "2026-10-01", "2026-11-01", "2026-11-02")
                    .decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("high", "high", "high"));
            assertThat(decision.criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, MET, 0));
            assertThat(decision.refer()).isTrue();
        }

        @Test
        void two_records_of_the_same_day_and_kind_are_one_incident() {
            assertThat(on(TODAY)
                            .incidentsOn("2026-11-01", "2026-11-01", "2026-11-02")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1));
        }

        @Test
        void a_ref_or_a_kind_tells_incidents_of_one_day_apart() {
            assertThat(on(TODAY)
                            .incident("on", "2026-11-01", "kind", "other")
                            .incident("on", "2026-11-01", "kind", "other", "ref", "1")
                            .incident("on", "2026-11-01", "kind", "contact")
                            .criterion(POTENTIAL_ESCALATION)
                            .status())
                    .isEqualTo(MET);
        }

        @Test
        void a_merged_incident_counts_if_any_of_its_records_has_the_direction() {
            assertThat(on(TODAY)
                            .incidentsOn("2026-10-01", "2026-10-02", "2026-10-03")
                            .incident("on", "2026-10-03", "kind", "other", "direction", "reversed")
                            .criterion(POTENTIAL_ESCALATION)
                            .status())
                    .isEqualTo(MET);
        }

        @Test
        void reversed_incidents_do_not_count_dated_or_not() {
            assertThat(on(TODAY)
                            .incidentsOn("2026-10-01", "2026-10-02")
                            .incident("on", "2026-10-03", "kind", "other", "direction", "reversed")
                            .incident("on", null, "kind", "other", "direction", "reversed")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1));
        }

        @Test
        void undated_incidents_leave_it_open_where_their_number_could_decide() {
            ReferenceDecision decision = on(TODAY)
                    .next(24, "no")
                    .incidentsOn("2026-10-01")
                    .incident("on", null, "kind", "other")
                    .incident("kind", "other")
                    .decide();

            assertThat(decision.criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, COULD_BE_MET, 2));
            assertThat(decision.level()).isEqualTo(new ReferenceLevel("standard", "standard", "high"));
            assertThat(decision.settled()).isFalse();
            assertThat(decision.complete()).isTrue();
        }

        @Test
        void too_few_undated_incidents_leave_it_not_met() {
            assertThat(on(TODAY)
                            .incidentsOn("2026-10-01")
                            .incident("on", null, "kind", "other")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 2));
        }
    }

    @Nested
    class Repeat {

        @ParameterizedTest
        @CsvSource({
            // the day of the referral is the referral's own
            "2025-11-10, 2025-11-10, not-met, 1",
            "2025-11-10, 2025-11-09, not-met, 1",
            "2025-11-10, 2025-11-11, met, 0",
            "2025-11-10, 2026-11-10, met, 0",
            "2025-11-10, 2026-11-11, not-met, 1",
            // the window runs from the referral, however long ago both were
            "2020-01-15, 2020-12-24, met, 0",
            // 29 February plus twelve months is 28 February
            "2024-02-29, 2024-03-01, met, 0",
            "2024-02-29, 2025-02-28, met, 0",
            "2024-02-29, 2025-03-01, not-met, 1",
            "2023-02-28, 2024-02-28, met, 0",
            "2023-02-28, 2024-02-29, not-met, 1",
            "2023-08-31, 2024-08-31, met, 0",
        })
        void an_incident_decides_by_its_day(String referredOn, String incidentOn, String status, int distance) {
            assertThat(on(TODAY)
                            .marac("referredOn", referredOn)
                            .incidentsOn(incidentOn)
                            .criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, status, distance));
        }

        @Test
        void the_window_runs_from_the_referral_and_not_from_the_meeting() {
            assertThat(on(TODAY)
                            .marac("referredOn", "2025-06-01", "heardOn", "2025-06-20")
                            .incidentsOn("2026-06-10")
                            .criterion(REPEAT)
                            .status())
                    .isEqualTo(NOT_MET);
        }

        @Test
        void a_later_referral_does_not_undo_a_repeat_after_an_earlier_one() {
            assertThat(on(TODAY)
                            .marac("referredOn", "2026-01-10")
                            .marac("referredOn", "2026-06-10")
                            .incidentsOn("2026-06-10")
                            .criterion(REPEAT)
                            .status())
                    .isEqualTo(MET);
        }

        @Test
        void without_a_referral_two_things_are_missing() {
            assertThat(on(TODAY).incidentsOn("2026-06-10").criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, NOT_MET, 2));
        }

        @Test
        void a_reversed_incident_is_no_repeat() {
            assertThat(on(TODAY)
                            .marac("referredOn", "2026-01-10")
                            .incident("on", "2026-06-10", "kind", "other", "direction", "reversed")
                            .criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, NOT_MET, 1));
        }

        @Test
        void an_undated_incident_leaves_it_open_after_a_referral_before_today() {
            assertThat(on(TODAY)
                            .marac("referredOn", "2026-11-20")
                            .incident("on", null, "kind", "other")
                            .criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, COULD_BE_MET, 1));
        }

        @Test
        void an_undated_incident_cannot_follow_a_referral_of_today() {
            assertThat(on(TODAY)
                            .marac("referredOn", TODAY)
                            .incident("on", null, "kind", "other")
                            .criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, NOT_MET, 1));
        }

        @Test
        void makes_the_level_high_at_any_count() {
            ReferenceDecision decision = on(TODAY)
                    .next(24, "no")
                    .marac("referredOn", "2026-01-10")
                    .incidentsOn("2026-06-10")
                    .decide();

            assertThat(decision.level().value()).isEqualTo("high");
            assertThat(decision.refer()).isTrue();
        }
    }

    @Nested
    class SeveralPerpetrators {

        @Test
        void incidents_of_one_are_not_added_to_those_of_another() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .incident("on", "2026-10-01", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-02", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-03", "kind", "other", "perpetrator", "B")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1));
        }

        @Test
        void an_incident_that_names_nobody_is_in_the_history_of_each() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .incident("on", "2026-10-01", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-02", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-03", "kind", "other")
                            .criterion(POTENTIAL_ESCALATION)
                            .status())
                    .isEqualTo(MET);
        }

        @Test
        void a_record_that_names_nobody_is_the_same_incident_as_one_alike_that_names_somebody() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .incident("on", "2026-10-01", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-02", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-02", "kind", "other")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1));
        }

        @Test
        void undated_incidents_of_one_do_not_complete_the_dated_ones_of_another() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .incident("on", "2026-10-01", "kind", "other", "perpetrator", "A")
                            .incident("on", "2026-10-02", "kind", "other", "perpetrator", "A")
                            .incident("on", null, "kind", "other", "perpetrator", "B")
                            .criterion(POTENTIAL_ESCALATION))
                    .isEqualTo(new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1));
        }

        @Test
        void one_person_s_incident_is_no_repeat_of_another_s_referral_yet_one_thing_is_missing() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .marac("referredOn", "2026-01-10", "perpetrator", "A")
                            .incident("on", "2026-06-10", "kind", "other", "perpetrator", "B")
                            .incident("on", null, "kind", "other", "perpetrator", "B")
                            .criterion(REPEAT))
                    .isEqualTo(new ReferenceCriterion(REPEAT, NOT_MET, 1));
        }

        @Test
        void a_referral_that_names_nobody_anchors_a_repeat_by_any() {
            assertThat(on(TODAY)
                            .perpetrators("A", "B")
                            .marac("referredOn", "2026-01-10")
                            .incident("on", "2026-06-10", "kind", "other", "perpetrator", "B")
                            .criterion(REPEAT)
                            .status())
                    .isEqualTo(MET);
        }

        @Test
        void an_empty_list_means_one_unnamed_perpetrator() {
            assertThat(on(TODAY)
                            .perpetrators()
                            .incidentsOn("2026-10-01", "2026-10-02", "2026-10-03")
                            .criterion(POTENTIAL_ESCALATION)
                            .status())
                    .isEqualTo(MET);
        }
    }

    @Nested
    class VictimUnderSixteen {

        @Test
        void has_no_level_and_no_referral_and_keeps_the_distances() {
            ReferenceDecision decision = on(TODAY)
                    .next(24, "yes")
                    .victimAged(15)
                    .incidentsOn("2026-10-01", "2026-10-02")
                    .marac("referredOn", "2026-01-10")
                    .decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel(null, null, null));
            assertThat(decision.settled()).isTrue();
            assertThat(decision.complete()).isTrue();
            assertThat(decision.score().yes()).isEqualTo(24);
            assertThat(decision.maracStatus()).isEqualTo(NOT_MET);
            assertThat(decision.refer()).isFalse();
            assertThat(decision.criteria())
                    .containsExactly(
                            new ReferenceCriterion(VISIBLE_HIGH_RISK, NOT_MET, 0),
                            new ReferenceCriterion(PROFESSIONAL_JUDGEMENT, NOT_MET, 1),
                            new ReferenceCriterion(POTENTIAL_ESCALATION, NOT_MET, 1),
                            new ReferenceCriterion(REPEAT, NOT_MET, 0));
        }

        @Test
        void is_high_by_judgement_yet_not_referred_to_the_adult_meeting() {
            ReferenceDecision decision = on(TODAY).victimAged(15).judgedHigh().decide();

            assertThat(decision.level()).isEqualTo(new ReferenceLevel("high", "high", "high"));
            assertThat(decision.settled()).isTrue();
            assertThat(decision.maracStatus()).isEqualTo(MET);
            assertThat(decision.refer()).isFalse();
        }

        @Test
        void at_sixteen_the_adult_rules_hold() {
            ReferenceDecision decision =
                    on(TODAY).next(14, "yes").victimAged(16).decide();

            assertThat(decision.level().value()).isEqualTo("high");
            assertThat(decision.refer()).isTrue();
        }
    }

    @Test
    void what_was_asked_for_or_found_before_changes_nothing() {
        AssessmentSketch plain = on(TODAY).next(11, "yes").next(13, "no");
        AssessmentSketch more = on(TODAY)
                .next(11, "yes")
                .next(13, "no")
                .with("requestedLevel", "standard")
                .with("previous", List.of(object("assessedOn", "2026-08-02", "level", "high", "yes", 20)))
                .with("circumstances", object("worsening", true, "homicideBelief", true))
                .with("children", List.of(object("age", 3, "livesWith", "victim")));

        assertThat(more.decide()).isEqualTo(plain.decide());
    }

    @Nested
    class Generator {

        private static final int MANY = 5_000;

        @Test
        void covers_every_level_and_status_and_keeps_every_date_out_of_the_future() {
            RandomAssessments assessments = new RandomAssessments(20_261_121L);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < MANY; i++) {
                Map<String, @Nullable Object> request = assessments.next();
                note(seen, Reference.decide(request));
                String assessedOn = String.valueOf(request.get("assessedOn"));
                assertThat(datesIn(request)).allSatisfy(day -> assertThat(day).isLessThanOrEqualTo(assessedOn));
            }

            assertThat(seen)
                    .contains("level standard", "level medium", "level high", "level null")
                    .contains("at least null", "at most standard", "at most medium", "at most high")
                    .contains("settled true", "settled false", "complete true", "complete false")
                    .contains("marac met refer true", "marac met refer false")
                    .contains("marac could-be-met refer false", "marac not-met refer false")
                    .contains("potential-escalation met 0", "potential-escalation could-be-met 1")
                    .contains("potential-escalation could-be-met 3", "potential-escalation not-met 3")
                    .contains("potential-escalation not-met 0", "visible-high-risk not-met 0")
                    .contains("visible-high-risk met 0", "visible-high-risk could-be-met 1")
                    .contains("visible-high-risk not-met 1", "visible-high-risk could-be-met 14")
                    .contains("professional-judgement met 0", "professional-judgement not-met 1")
                    .contains("repeat met 0", "repeat could-be-met 1", "repeat not-met 0")
                    .contains("repeat not-met 1", "repeat not-met 2");
        }

        @Test
        void gives_the_same_requests_for_the_same_seed() {
            RandomAssessments one = new RandomAssessments(7);
            RandomAssessments other = new RandomAssessments(7);

            for (int i = 0; i < 100; i++) {
                assertThat(one.next()).isEqualTo(other.next());
            }
        }

        private void note(Set<String> seen, ReferenceDecision decision) {
            seen.add("level " + decision.level().value());
            seen.add("at least " + decision.level().atLeast());
            seen.add("at most " + decision.level().atMost());
            seen.add("settled " + decision.settled());
            seen.add("complete " + decision.complete());
            seen.add("marac " + decision.maracStatus() + " refer " + decision.refer());
            for (ReferenceCriterion criterion : decision.criteria()) {
                seen.add(criterion.id() + " " + criterion.status() + " " + criterion.distance());
            }
        }

        private List<String> datesIn(@Nullable Object part) {
            List<String> dates = new ArrayList<>();
            if (part instanceof Map<?, ?> object) {
                object.values().forEach(value -> dates.addAll(datesIn(value)));
            } else if (part instanceof Collection<?> list) {
                list.forEach(value -> dates.addAll(datesIn(value)));
            } else if (part instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                dates.add(text);
            }
            return dates;
        }
    }
}
