package org.risktriage.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.risktriage.testing.RiskTriageAssertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.embedder.Claims.Claim;
import org.risktriage.testing.DecisionAssert;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.RiskTriage;

/** Each assertion passes where it should, fails where it should, and says why. */
class DecisionAssertTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final String SENTINEL = "ZEBRA-7781";

    static List<Claim> claims() {
        return Claims.all();
    }

    @Test
    void every_assertion_has_its_claims() {
        Set<String> claimed = Claims.all().stream()
                .map(claim -> claim.method().replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());

        assertThat(claimed).isEqualTo(assertions().map(Method::getName).collect(Collectors.toSet()));
    }

    @Test
    void every_assertion_that_comes_in_two_forms_has_claims_for_both() {
        assertThat(Claims.all().stream().map(Claim::method).distinct().count())
                .isEqualTo(assertions().count());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void it_passes_where_it_should_and_can_go_on(Claim claim) {
        DecisionAssert begun = assertThat(claim.holds());

        claim.says().accept(begun);
        claim.says().accept(begun);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void it_fails_where_it_should_and_says_why(Claim claim) {
        assertThatThrownBy(() -> claim.says().accept(assertThat(claim.fails())))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected ")
                .hasMessageContainingAll(claim.message().toArray(CharSequence[]::new));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void it_fails_where_there_is_no_decision(Claim claim) {
        assertThatThrownBy(() -> claim.says().accept(assertThat((Decision) null)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    @Test
    void no_failure_shows_what_a_caller_wrote() {
        Decision written = TRIAGE.assess(written()).withId(SENTINEL);
        Decision silent = TRIAGE.assess(FictionalCases.nothingAnswered()
                        .references(references())
                        .build())
                .withId(SENTINEL);
        List<String> messages = Claims.all().stream()
                .flatMap(claim -> Stream.of(failureOf(claim.says(), written), failureOf(claim.says(), silent)))
                .filter(Objects::nonNull)
                .map(Throwable::toString)
                .toList();

        assertThat(messages)
                .hasSizeGreaterThan(50)
                .allMatch(message -> message.contains("Expected "))
                .noneMatch(message -> message.contains(SENTINEL));
    }

    @Test
    void a_failure_reads_as_a_whole() {
        Decision decision = TRIAGE.assess(FictionalCases.oneBelowTheLine().build());

        assertThatThrownBy(() -> assertThat(decision).because("repeat")).hasMessage("""
                        Expected a level because of repeat.
                        The level is medium, at least medium and at most medium, settled:
                          medium: 13 of 24 answers are yes, which is 10 or more.
                        It does not refer to the MARAC:
                          visible-high-risk: not-met, distance 1: 13 of 24 answers are yes; the line here is 14.
                          professional-judgement: not-met, distance 1: No judgement of high risk is recorded. \
                        A practitioner who judges the risk to be high may refer at any count, with the reasons written down.
                          potential-escalation: not-met, distance 3: Incidents recorded against one perpetrator in the \
                        12 months up to the assessment: 0; the line here is 3.
                          repeat: not-met, distance 2: No earlier MARAC referral is recorded.""");
    }

    @Test
    void a_description_of_the_caller_comes_first() {
        Decision decision = TRIAGE.assess(FictionalCases.oneBelowTheLine().build());

        assertThatThrownBy(() -> assertThat(decision).as("after the transfer").isHigh())
                .hasMessageStartingWith("[after the transfer] Expected the level high.");
    }

    @Test
    void a_criterion_that_no_decision_lists_is_not_one_that_is_not_met() {
        Decision decision = TRIAGE.assess(FictionalCases.oneBelowTheLine().build());

        assertThatThrownBy(() -> assertThat(decision).doesNotMeet("visible-high-risks"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("visible-high-risk: not-met");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Strangulation", "strangulation ", "history not given", "weapon,stalking"})
    void what_cannot_be_an_id_is_refused_where_its_absence_is_claimed(String id) {
        Decision decision = TRIAGE.assess(FictionalCases.noToEverything().build());

        assertThatThrownBy(() -> assertThat(decision).doesNotPrompt(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(decision).doesNotWarn(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(decision).doesNotAskFor(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(decision).doesNotPrompt("weapon", id))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_evidence_is_never_lower() {
        assertThatCode(() -> {
                    Decision before = TRIAGE.assess(
                            FictionalCases.answers(6, 9, Answer.DECLINED).build());
                    Decision after = TRIAGE.assess(
                            FictionalCases.answers(9, 9, Answer.NO).build());
                    assertThat(after).neverLowerThan(before);
                })
                .doesNotThrowAnyException();
    }

    private static Stream<Method> assertions() {
        return Arrays.stream(DecisionAssert.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic());
    }

    private static @Nullable AssertionError failureOf(Consumer<DecisionAssert> says, Decision decision) {
        return catchThrowableOfType(AssertionError.class, () -> says.accept(assertThat(decision)));
    }

    /** An assessment with the sentinel wherever a caller may write. */
    private static Assessment written() {
        LocalDate day = FictionalCases.DAY;
        return FictionalCases.visibleHighRisk()
                .judgedHighRisk(SENTINEL)
                .perpetrator(new Assessment.Perpetrator(SENTINEL, 40, true, SENTINEL))
                .incidents(List.of(new Assessment.Incident(
                        day.minusDays(1), IncidentKind.CONTACT, null, Direction.SAME, SENTINEL, SENTINEL)))
                .maracs(List.of(new Assessment.Marac(day.minusDays(9), null, SENTINEL, SENTINEL)))
                .references(references())
                .build();
    }

    private static Assessment.References references() {
        return new Assessment.References(SENTINEL, SENTINEL, SENTINEL);
    }
}
