package org.risktriage.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck.Result;
import org.junit.jupiter.api.Test;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.triage.RiskTriage;

class RulesHealthCheckTest {
    @Test
    void rules_that_evaluate_and_kept_their_cases_are_healthy() {
        RiskTriage bundled = RiskTriage.bundled();

        Result result = new RulesHealthCheck(new RulesInForce(bundled, () -> bundled)).execute();

        assertThat(result.isHealthy()).isTrue();
        assertThat(result.getMessage()).isEqualTo(bundled.selfTest().cases() + " worked cases held");
    }
}
