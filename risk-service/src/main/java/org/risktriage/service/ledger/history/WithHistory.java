package org.risktriage.service.ledger.history;

import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** Decides with what was recorded before. */
public final class WithHistory {
    private WithHistory() {}

    /**
     * Decides an assessment with joined history.
     *
     * @param triage applies the rules
     * @param own the assessment, as it was sent
     * @param history what was recorded of the same person
     * @return a decision that is nowhere lower than the one on the assessment alone
     */
    public static Decision decide(RiskTriage triage, Assessment own, JoinedHistory history) {
        Decision alone = triage.assess(own);
        return history.joined().isEmpty() ? alone : OnlyRaised.checked(alone, triage.assess(history.addedTo(own)));
    }
}
