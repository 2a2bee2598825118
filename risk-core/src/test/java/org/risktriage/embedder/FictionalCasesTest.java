package org.risktriage.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.risktriage.testing.RiskTriageAssertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.Severity;

/** Each made-up case decides as its description promises. */
class FictionalCasesTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static Decision decide(Assessment.Builder builder) {
        return TRIAGE.assess(builder.build());
    }

    /** Every case that takes no argument. */
    static Stream<Method> cases() {
        return Arrays.stream(FictionalCases.class.getMethods())
                .filter(method -> method.getReturnType().equals(Assessment.Builder.class))
                .filter(method -> method.getParameterCount() == 0);
    }

    private static Assessment.Builder built(Method method) throws IllegalAccessException, InvocationTargetException {
        return (Assessment.Builder) method.invoke(null);
    }

    @Test
    void there_are_cases_to_look_at() {
        assertThat(cases()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_case_is_decided_by_the_base_rules_in_the_version_that_is_promised(Method method) throws Exception {
        assertThat(decide(built(method)))
                .underPack("england-wales", "1.0.0")
                .underInstrument("safelives-dash", "24-item");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_case_is_of_the_one_day_and_the_same_each_time(Method method) throws Exception {
        assertThat(built(method).build().assessedOn()).isEqualTo(FictionalCases.DAY);
        assertThat(built(method).build()).isEqualTo(built(method).build());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_case_names_anybody(Method method) throws Exception {
        assertThat(built(method).build().references()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 13, 14, 24})
    void a_count_is_the_count_that_was_asked_for(int yes) {
        Level level = yes >= 14 ? Level.HIGH : yes >= 10 ? Level.MEDIUM : Level.STANDARD;

        assertThat(decide(FictionalCases.yes(yes)))
                .scores(yes)
                .hasLevel(level)
                .isComplete()
                .isSettled();
    }

    @Test
    void an_unknown_rest_leaves_open_what_a_yes_to_all_of_it_would_give() {
        assertThat(decide(FictionalCases.answers(9, 11, Answer.NOT_ASKED)))
                .scores(9)
                .isIncomplete()
                .hasBounds(Level.STANDARD, Level.MEDIUM)
                .isUnsettled();
    }

    @Test
    void more_answers_than_there_are_items_are_refused() {
        assertThatThrownBy(() -> FictionalCases.yes(25)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FictionalCases.yes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FictionalCases.answers(20, 5, Answer.NO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_answered() {
        assertThat(decide(FictionalCases.nothingAnswered()))
                .hasNoLevel()
                .hasBounds(Level.STANDARD, Level.HIGH)
                .isUnsettled()
                .isIncomplete()
                .warns("nothing-answered", "mostly-unknown", "history-not-given")
                .asksNext("q15");
    }

    @Test
    void everything_unknown() {
        assertThat(decide(FictionalCases.everythingUnknown()))
                .hasNoLevel()
                .hasBounds(Level.STANDARD, Level.HIGH)
                .couldMeet("visible-high-risk")
                .warns("nothing-answered", "mostly-unknown")
                .doesNotWarn("history-not-given");
    }

    @Test
    void mostly_declined() {
        assertThat(decide(FictionalCases.mostlyDeclined()))
                .isStandard()
                .hasBounds(Level.STANDARD, Level.HIGH)
                .couldMeet("visible-high-risk")
                .prompts("low-score-caution", Severity.IMPORTANT)
                .warns("mostly-unknown");
    }

    @Test
    void no_to_everything() {
        Decision decision = decide(FictionalCases.noToEverything());

        assertThat(decision).isStandard().isSettled().scores(0).doesNotReferToMarac();
        assertThat(decision.actions())
                .extracting(Decision.Action::id)
                .containsExactlyInAnyOrder("helpline-information", "reassess");
    }

    @Test
    void visible_high_risk() {
        assertThat(decide(FictionalCases.visibleHighRisk()))
                .isHigh()
                .onlyBecause("visible-high-risk")
                .scores(14)
                .refersToMarac()
                .asksFor("refer-to-marac", MONDAY);
    }

    @Test
    void one_below_the_line() {
        assertThat(decide(FictionalCases.oneBelowTheLine()))
                .isMedium()
                .isSettled()
                .doesNotReferToMarac()
                .doesNotMeet("visible-high-risk")
                .hasDistance("visible-high-risk", 1);
    }

    @Test
    void one_unknown_below_the_line() {
        assertThat(decide(FictionalCases.oneUnknownBelowTheLine()))
                .isMedium()
                .hasBounds(Level.MEDIUM, Level.HIGH)
                .couldMeet("visible-high-risk")
                .wantsToKnow("q24");
    }

    @Test
    void judged_high_at_a_low_count() {
        assertThat(decide(FictionalCases.judgedHighAtALowCount()))
                .isHigh()
                .onlyBecause("professional-judgement")
                .scores(3)
                .refersToMarac();
    }

    @Test
    void escalating() {
        assertThat(decide(FictionalCases.escalating()))
                .isHigh()
                .onlyBecause("potential-escalation")
                .scores(2)
                .refersToMarac();
    }

    @Test
    void one_incident_short_of_escalation() {
        assertThat(decide(FictionalCases.oneIncidentShortOfEscalation()))
                .isStandard()
                .isSettled()
                .doesNotReferToMarac()
                .hasDistance("potential-escalation", 1);
    }

    @Test
    void repeat_within_a_year() {
        assertThat(decide(FictionalCases.repeatWithinAYear()))
                .isHigh()
                .onlyBecause("repeat")
                .scores(2)
                .refersToMarac();
    }

    @Test
    void incident_more_than_a_year_after_a_referral() {
        assertThat(decide(FictionalCases.incidentMoreThanAYearAfterAReferral()))
                .isStandard()
                .isSettled()
                .doesNotReferToMarac()
                .doesNotMeet("repeat");
    }

    @Test
    void history_not_given() {
        assertThat(decide(FictionalCases.historyNotGiven()))
                .isStandard()
                .scores(2)
                .prompts("low-score-caution")
                .warns("history-not-given");
    }

    @Test
    void two_perpetrators() {
        assertThat(decide(FictionalCases.twoPerpetrators()))
                .isStandard()
                .isSettled()
                .doesNotReferToMarac()
                .hasDistance("potential-escalation", 1);
    }

    @Test
    void strangulation() {
        assertThat(decide(FictionalCases.strangulation()))
                .isStandard()
                .scores(1)
                .prompts("strangulation", Severity.CRITICAL)
                .asksFor("clinical-assessment", FictionalCases.DAY);
    }

    @Test
    void pregnancy() {
        assertThat(decide(FictionalCases.pregnancy()))
                .isStandard()
                .scores(1)
                .prompts("pregnancy")
                .asksFor("unborn-child-safeguarding", MONDAY);
    }

    @Test
    void victim_under_16() {
        assertThat(decide(FictionalCases.victimUnder16()))
                .hasNoLevel()
                .hasNoBounds()
                .scores(20)
                .doesNotReferToMarac()
                .asksFor("young-victim-child-safeguarding", FictionalCases.DAY)
                .warns("out-of-scope-age");
    }

    @Test
    void with_children_in_the_home() {
        assertThat(decide(FictionalCases.withChildrenInTheHome()))
                .isStandard()
                .scores(2)
                .asksFor("child-safeguarding", MONDAY);
    }

    @Test
    void consent_refused() {
        assertThat(decide(FictionalCases.consentRefused()))
                .isHigh()
                .refersToMarac()
                .asksFor("record-sharing-basis");
    }

    @Test
    void perpetrator_present() {
        assertThat(decide(FictionalCases.perpetratorPresent()))
                .isStandard()
                .prompts("low-score-caution", Severity.CRITICAL)
                .warns("perpetrator-present", "not-seen-alone");
    }

    @Test
    void lower_level_asked_for() {
        assertThat(decide(FictionalCases.lowerLevelAskedFor())).isHigh().warns("lowering-refused");
    }
}
