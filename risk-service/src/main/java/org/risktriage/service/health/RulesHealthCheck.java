package org.risktriage.service.health;

import com.codahale.metrics.health.HealthCheck;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.SelfTest;

/** Healthy while the rule packs keep their own worked cases in this process. */
public final class RulesHealthCheck extends HealthCheck {
    private final RiskTriage triage;

    /**
     * Creates the check.
     *
     * @param triage applies the rules
     */
    public RulesHealthCheck(RiskTriage triage) {
        this.triage = triage;
    }

    @Override
    protected Result check() {
        SelfTest selfTest = triage.selfTest();
        return selfTest.passed()
                ? Result.healthy("%d worked cases hold", selfTest.cases())
                : Result.unhealthy(
                        "%d of %d worked cases fail", selfTest.failures().size(), selfTest.cases());
    }
}
