package org.risktriage.rules;

/**
 * Something that a rule may match. Every fact knows the parameters in force, so that comparing one of its fields with a
 * parameter needs no second fact.
 */
public abstract sealed class Fact
        permits Checklist,
                Children,
                Circumstances,
                FurtherIncident,
                History,
                Incident,
                Judgement,
                Outcome,
                Perpetrator,
                Referral,
                Victim {
    private final Policy policy;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     */
    Fact(Policy policy) {
        this.policy = policy;
    }

    /** The parameters in force. */
    public Policy getPolicy() {
        return policy;
    }
}
