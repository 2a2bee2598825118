package org.risktriage.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.SelfTest;

class RulesHealthCheckTest {
    private static Result check(SelfTest atStart) {
        return new RulesHealthCheck(RiskTriage.bundled(), atStart).execute();
    }

    @Test
    void rules_that_evaluate_and_kept_their_cases_are_healthy() {
        Result result = check(new SelfTest(7, List.of()));

        assertThat(result.isHealthy()).isTrue();
        assertThat(result.getMessage()).isEqualTo("7 worked cases held at start");
    }

    @Test
    void a_case_that_failed_at_the_start_is_not_healthy() {
        Result result = check(new SelfTest(7, List.of("a case: a difference")));

        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage()).isEqualTo("The rules cannot be relied on");
    }
}
