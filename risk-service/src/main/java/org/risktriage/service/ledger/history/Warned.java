package org.risktriage.service.ledger.history;

import java.util.List;
import org.risktriage.triage.Decision;

/** A decision with other warnings. */
public final class Warned {
    private Warned() {}

    /**
     * The same decision with other warnings.
     *
     * @param decision the decision
     * @param warnings every warning that it is to have
     * @return the decision
     */
    public static Decision with(Decision decision, List<Decision.Warning> warnings) {
        return new Decision(
                decision.id(),
                decision.level(),
                decision.score(),
                decision.complete(),
                decision.marac(),
                decision.prompts(),
                decision.actions(),
                decision.services(),
                decision.gaps(),
                List.copyOf(warnings),
                decision.unknowns(),
                decision.nextQuestions(),
                decision.previous(),
                decision.handling(),
                decision.notice(),
                decision.rules());
    }
}
