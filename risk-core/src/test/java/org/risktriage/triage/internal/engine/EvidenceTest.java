package org.risktriage.triage.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.rules.Children;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Referral;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Home;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Instrument;

/** What an assessment becomes before rules see it. */
class EvidenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Policy POLICY = new Policy(
            Map.of(Evidence.CHILD_BELOW, "18", Evidence.REPEAT_ANCHOR, "referral", Evidence.REPEAT_MARAC, "any"));

    @Test
    void children_are_counted_below_the_age_and_at_home_unless_known_to_live_elsewhere() {
        Children children = evidence(assessment()
                        .children(List.of(
                                new Assessment.Child(17, Home.VICTIM),
                                new Assessment.Child(3, Home.ELSEWHERE),
                                new Assessment.Child(null, null),
                                new Assessment.Child(18, Home.VICTIM))))
                .given()
                .getChildren();

        assertThat(children.getGiven()).isEqualTo("yes");
        assertThat(children.getRecorded()).isEqualTo(3);
        assertThat(children.getInHome()).isEqualTo(2);
    }

    @Test
    void children_that_were_not_given_are_not_the_same_as_none() {
        assertThat(evidence(assessment()).given().getChildren().getGiven()).isEqualTo("no");
        assertThat(evidence(assessment().children(List.of()))
                        .given()
                        .getChildren()
                        .getGiven())
                .isEqualTo("yes");
    }

    @Test
    void a_history_counts_undated_reversed_and_crimes_of_the_same_direction() {
        History history = evidence(assessment()
                        .incidents(List.of(
                                incident(null, IncidentKind.OTHER, null, Direction.SAME),
                                incident(DAY, IncidentKind.CRIME_REPORT, null, Direction.SAME),
                                incident(DAY, IncidentKind.OTHER, true, Direction.SAME),
                                incident(DAY, IncidentKind.OTHER, false, Direction.SAME),
                                incident(DAY, IncidentKind.CRIME_REPORT, true, Direction.REVERSED),
                                incident(DAY, IncidentKind.OTHER, null, Direction.REVERSED)))
                        .maracs(List.of()))
                .given()
                .getHistory();

        assertThat(history.getIncidentsGiven() + " " + history.getReferralsGiven())
                .isEqualTo("yes yes");
        assertThat(history.getUndated()).isEqualTo(1);
        assertThat(history.getCrimeReports()).isEqualTo(2);
        assertThat(history.getReversed()).isEqualTo(2);
    }

    @Test
    void a_history_that_was_not_given_is_not_the_same_as_none() {
        History history = evidence(assessment()).given().getHistory();

        assertThat(history.getIncidentsGiven() + " " + history.getReferralsGiven())
                .isEqualTo("no no");
    }

    @ParameterizedTest
    @CsvSource({
        "same, same, same",
        "same, reversed, same",
        "reversed, same, same",
        "reversed, reversed, reversed",
    })
    void of_two_records_of_one_incident_the_direction_that_counts_stands(String one, String other, String expected) {
        assertThat(merged(
                                incident(DAY, IncidentKind.OTHER, null, direction(one)),
                                incident(DAY, IncidentKind.OTHER, null, direction(other)))
                        .getDirection())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, true, true, yes",
        "OTHER, true, false, yes",
        "OTHER, true, , yes",
        "OTHER, false, true, yes",
        "OTHER, , true, yes",
        "OTHER, false, false, no",
        "OTHER, false, , no",
        "OTHER, , false, no",
        "OTHER, , , unknown",
        "CRIME_REPORT, , , yes",
        "CRIME_REPORT, , false, yes",
        "CRIME_REPORT, false, , yes",
        "CRIME_REPORT, false, false, no",
    })
    void of_two_records_of_one_incident_a_crime_stands(
            IncidentKind kind, @Nullable Boolean one, @Nullable Boolean other, String expected) {
        assertThat(merged(incident(DAY, kind, one, Direction.SAME), incident(DAY, kind, other, Direction.SAME))
                        .getCrime())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"here, here, yes", "here, there, no", "here, , unknown", ", here, unknown"})
    void a_referral_was_in_the_same_area_where_both_areas_are_known_and_equal(
            @Nullable String area, @Nullable String referredIn, String expected) {
        Assessment.Builder assessment =
                assessment().maracs(List.of(new Assessment.Marac(DAY.minusDays(9), null, referredIn, null)));
        if (area != null) {
            assessment.area(area);
        }
        Evidence evidence = evidence(assessment);

        assertThat(evidence.facts(evidence.given(), false))
                .filteredOn(Referral.class::isInstance)
                .singleElement()
                .satisfies(referral ->
                        assertThat(((Referral) referral).getSameArea()).isEqualTo(expected));
    }

    private static Direction direction(String code) {
        return code.equals("same") ? Direction.SAME : Direction.REVERSED;
    }

    private static Incident merged(Assessment.Incident one, Assessment.Incident other) {
        Evidence evidence = evidence(assessment().incidents(List.of(one, other)));
        List<Incident> incidents = evidence.facts(evidence.given(), true).stream()
                .filter(Incident.class::isInstance)
                .map(Incident.class::cast)
                .toList();
        assertThat(incidents).hasSize(1);
        return incidents.get(0);
    }

    private static Assessment.Incident incident(
            @Nullable LocalDate on, IncidentKind kind, @Nullable Boolean crime, Direction direction) {
        return new Assessment.Incident(on, kind, crime, direction, null, null);
    }

    private static Assessment.Builder assessment() {
        return Assessment.builder().assessedOn(DAY);
    }

    private static Evidence evidence(Assessment.Builder assessment) {
        return new Evidence(
                assessment.build(),
                new Instrument(
                        "made-up", "one", "Made up", "None", List.of(), Instrument.Scale.YES_NO, List.of(), List.of()),
                POLICY,
                false);
    }
}
