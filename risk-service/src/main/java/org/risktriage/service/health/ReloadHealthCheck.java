package org.risktriage.service.health;

import com.codahale.metrics.health.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import org.risktriage.service.rules.FolderTick;
import org.risktriage.service.rules.RulesInForce;

/**
 * Healthy while the rule packs that are there now are the ones in use. Where they have changed and are refused, the earlier ones
 * go on answering, and this says why; and where nothing looks for changes any longer, it says that.
 */
public final class ReloadHealthCheck extends HealthCheck {
    /** Its name among the checks. */
    public static final String NAME = "reload";

    private final FolderTick tick;

    /**
     * Creates the check.
     *
     * @param tick looks for changes of the rules
     */
    public ReloadHealthCheck(FolderTick tick) {
        this.tick = tick;
    }

    @Override
    protected Result check() {
        RulesInForce rules = tick.rules();
        RulesInForce.Generation now = rules.generation();
        String refusal = rules.refusal();
        List<String> faults = new ArrayList<>();
        if (tick.hasEnded()) {
            faults.add("Changes of rule packs are not looked for any longer, until the service is started anew.");
        }
        if (refusal != null) {
            faults.add("The rule packs have changed and are refused; earlier ones are in use: " + refusal);
        }
        ResultBuilder result = Result.builder().withDetail("generation", now.number());
        return faults.isEmpty()
                ? result.healthy().build()
                : result.unhealthy().withMessage(String.join(" ", faults)).build();
    }
}
