package org.risktriage.service.health;

import com.codahale.metrics.health.HealthCheck;
import org.risktriage.service.rules.RulesInForce;

/**
 * Healthy while the rule packs that are there now are the ones in use. Where they have changed and are refused, the earlier ones
 * go on answering, and this says why.
 */
public final class ReloadHealthCheck extends HealthCheck {
    /** Its name among the checks. */
    public static final String NAME = "reload";

    private final RulesInForce rules;

    /**
     * Creates the check.
     *
     * @param rules the rules
     */
    public ReloadHealthCheck(RulesInForce rules) {
        this.rules = rules;
    }

    @Override
    protected Result check() {
        RulesInForce.Generation now = rules.generation();
        String refusal = rules.refusal();
        ResultBuilder result = Result.builder().withDetail("generation", now.number());
        return refusal == null
                ? result.healthy().build()
                : result.unhealthy()
                        .withMessage(
                                "The rule packs have changed and are refused; earlier ones are in use: %s", refusal)
                        .build();
    }
}
