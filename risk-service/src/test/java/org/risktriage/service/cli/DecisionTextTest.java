package org.risktriage.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.testing.RiskTriageAssertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Grade;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;

/** What a person at a terminal reads of a decision. */
class DecisionTextTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    private static Decision decide(Assessment.Builder builder) {
        return TRIAGE.assess(builder.build());
    }

    private static List<String> shown(Decision decision) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            DecisionText.print(decision, out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_referral_is_shown_with_its_reason_and_its_last_day() {
        Decision decision = decide(FictionalCases.visibleHighRisk());

        assertThat(decision).isHigh().refersToMarac().asksFor("refer-to-marac", FictionalCases.DAY.plusDays(2));
        assertThat(shown(decision))
                .containsSubsequence(
                        "Level: high",
                        "  14 of 24 answers are yes; the line here is 14.",
                        "MARAC: refer",
                        "  by 2026-11-23: Refer to the MARAC, with the reasons. Working days allowed: 1.");
    }

    @Test
    void a_level_that_is_not_settled_is_shown_with_what_it_could_be_and_what_to_ask() {
        Decision decision = decide(FictionalCases.oneUnknownBelowTheLine());

        assertThat(decision).isMedium().hasBounds(Level.MEDIUM, Level.HIGH).asksNext("q24");
        assertThat(shown(decision))
                .containsSubsequence(
                        "Level: medium (not settled: it could be medium to high)",
                        "MARAC: could-be-met",
                        "Ask next: q24");
    }

    @Test
    void where_there_is_no_level_none_is_shown() {
        Decision decision = decide(FictionalCases.victimUnder16());

        assertThat(decision).hasNoLevel().hasNoBounds().doesNotReferToMarac();
        assertThat(shown(decision)).startsWith("Level: none", "MARAC: not-met");
    }

    @Test
    void services_and_the_next_review_are_shown() {
        Assessment.Builder builder = FictionalCases.visibleHighRisk()
                .area("cumbria")
                .askedAt(FictionalCases.DAY.atTime(18, 0).toInstant(ZoneOffset.UTC))
                .previous(List.of(new Assessment.Previous(FictionalCases.DAY.minusMonths(1), Level.MEDIUM, 10, null)));
        Decision decision = decide(builder);

        assertThat(shown(decision))
                .contains("Turn to:", "Next review: 2027-01-16")
                .anyMatch(line -> line.contains(", open now. "));
    }

    @Test
    void a_profile_is_shown_row_by_row() {
        Decision decision = decide(Assessment.builder()
                .assessedOn(FictionalCases.DAY)
                .instrument("severity-of-abuse")
                .grade("v1", new Assessment.RowGrade(Grade.HIGH, null, null, null)));

        assertThat(shown(decision))
                .containsSubsequence("Profile, row by row:", "  Physical abuse: high", "  Sexual abuse: no grade");
    }

    @Test
    void the_last_line_says_what_this_is_not() {
        Decision decision = decide(FictionalCases.noToEverything());

        assertThat(shown(decision)).endsWith(decision.notice());
    }
}
