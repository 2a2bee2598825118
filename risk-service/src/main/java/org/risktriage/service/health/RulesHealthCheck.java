package org.risktriage.service.health;

import com.codahale.metrics.health.HealthCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision.InstrumentId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Level;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RiskTriage;

/**
 * Healthy while the rules can be evaluated: the packs kept their own worked cases when they were loaded, and a
 * checklist of which every answer is yes is high now. Unhealthy too while a pack is refused, and says which and why: its
 * areas get no answer.
 */
public final class RulesHealthCheck extends HealthCheck {
    private final RulesInForce rules;
    private final Assessment everyAnswerYes;

    /**
     * Creates the check.
     *
     * @param rules the rules
     */
    public RulesHealthCheck(RulesInForce rules) {
        this.rules = rules;
        RiskTriage triage = rules.triage();
        String base = triage.baseRules().id();
        InstrumentId scored = triage.areas().stream()
                .filter(area -> area.id().equals(base))
                .findFirst()
                .orElseThrow()
                .instrument();
        Instrument instrument = triage.instrument(scored.id());
        Assessment.Builder builder = Assessment.builder().assessedOn(LocalDate.of(2026, 1, 1));
        instrument.items().forEach(item -> builder.answer(item.id(), Answer.YES));
        this.everyAnswerYes = builder.build();
    }

    @Override
    protected Result check() {
        RulesInForce.Generation now = rules.generation();
        RiskTriage triage = now.triage();
        boolean evaluates = triage.assess(everyAnswerYes).level().value() == Level.HIGH;
        if (!evaluates) {
            return Result.unhealthy("The rules cannot be relied on");
        }
        List<RefusedPack> refused = triage.refused();
        ResultBuilder result = Result.builder().withMessage("%d worked cases held", now.cases());
        if (!triage.waiting().isEmpty()) {
            // The page of health writes plain values, and knows nothing of days.
            result.withDetail(
                    "waiting",
                    triage.waiting().stream()
                            .map(pack -> Map.of(
                                    "pack", pack.pack(), "from", pack.from().toString()))
                            .toList());
        }
        if (refused.isEmpty()) {
            return result.healthy().build();
        }
        return result.unhealthy()
                .withMessage("%d rule packs are refused", refused.size())
                .withDetail("refused", refused)
                .build();
    }
}
