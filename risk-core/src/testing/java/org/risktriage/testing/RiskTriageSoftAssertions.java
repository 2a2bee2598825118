package org.risktriage.testing;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;

/**
 * Assertions that are all tried before any of them fails the test. They know decisions beside all that AssertJ knows. Call
 * {@link #assertAll()} at the end, or let AssertJ's JUnit extension do so.
 */
public class RiskTriageSoftAssertions extends SoftAssertions {

    /** Begins with no assertion. */
    public RiskTriageSoftAssertions() {}

    /**
     * Begins assertions about a decision.
     *
     * @param actual the decision; null fails at the first assertion
     * @return the assertions
     */
    public DecisionAssert assertThat(@Nullable Decision actual) {
        return proxy(DecisionAssert.class, Decision.class, actual);
    }
}
