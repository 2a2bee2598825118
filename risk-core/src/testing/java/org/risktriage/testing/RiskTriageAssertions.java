package org.risktriage.testing;

import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;

/**
 * Where assertions about decisions begin. Import {@code assertThat} from here beside the one of AssertJ: Java tells them
 * apart by what they are given.
 *
 * <pre>{@code
 * assertThat(decision).isHigh().refersToMarac().because("visible-high-risk").underPack("england-wales");
 * }</pre>
 */
public final class RiskTriageAssertions {
    private RiskTriageAssertions() {}

    /**
     * Begins assertions about a decision.
     *
     * @param actual the decision; null fails at the first assertion
     * @return the assertions
     */
    public static DecisionAssert assertThat(@Nullable Decision actual) {
        return new DecisionAssert(actual);
    }
}
