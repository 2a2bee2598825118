package org.risktriage.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.risktriage.testing.FictionalCases;
import org.risktriage.testing.RiskTriageSoftAssertions;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** Soft assertions try everything before they fail. */
class RiskTriageSoftAssertionsTest {
    private static final Decision MEDIUM =
            RiskTriage.bundled().assess(FictionalCases.oneBelowTheLine().build());

    private final RiskTriageSoftAssertions softly = new RiskTriageSoftAssertions();

    @Test
    void each_failure_is_kept_and_shown_at_the_end() {
        softly.assertThat(MEDIUM).isHigh().isMedium().refersToMarac();
        softly.assertThat(MEDIUM.level().because()).isEmpty();

        assertThat(softly.errorsCollected()).hasSize(3);
        assertThatThrownBy(softly::assertAll)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Expected the level high.", "Expected a referral to the MARAC.");
    }

    @Test
    void a_decision_that_is_missing_is_one_failure_each_and_no_fault() {
        softly.assertThat((Decision) null).isHigh().refersToMarac();

        assertThat(softly.errorsCollected())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("not to be null"));
    }

    @Test
    void what_holds_leaves_nothing_behind() {
        softly.assertThat(MEDIUM).isMedium().doesNotReferToMarac().underPack("england-wales");

        softly.assertAll();
        assertThat(softly.wasSuccess()).isTrue();
    }
}
