package org.risktriage.service.health;

import com.codahale.metrics.health.HealthCheck;
import java.time.LocalDate;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.SelfTest;

/**
 * Healthy while the rules can be evaluated: the packs kept their own worked cases when the service started, and a
 * checklist of which every answer is yes is high now.
 */
public final class RulesHealthCheck extends HealthCheck {
    private final RiskTriage triage;
    private final SelfTest atStart;
    private final Assessment everyAnswerYes;

    /**
     * Creates the check.
     *
     * @param triage applies the rules
     * @param atStart what came of the worked cases when the service started
     */
    public RulesHealthCheck(RiskTriage triage, SelfTest atStart) {
        this.triage = triage;
        this.atStart = atStart;
        String pack = triage.rulePacks().get(0).id();
        Instrument instrument =
                triage.instrument(triage.areas().get(0).instrument().id());
        Assessment.Builder builder = Assessment.builder().area(pack).assessedOn(LocalDate.of(2026, 1, 1));
        instrument.items().forEach(item -> builder.answer(item.id(), Answer.YES));
        this.everyAnswerYes = builder.build();
    }

    @Override
    protected Result check() {
        boolean evaluates = triage.assess(everyAnswerYes).level().value() == Level.HIGH;
        return evaluates && atStart.passed()
                ? Result.healthy("%d worked cases held at start", atStart.cases())
                : Result.unhealthy("The rules cannot be relied on");
    }
}
