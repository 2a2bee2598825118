package org.risktriage.rules;

/**
 * Something of which an assessment may have several, matched one by one. Every such fact knows the parameters in force, so
 * that comparing one of its fields with a parameter needs no second fact.
 */
public abstract class Fact {
    private final Policy policy;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     */
    protected Fact(Policy policy) {
        this.policy = policy;
    }

    /** The parameters in force. */
    public final Policy getPolicy() {
        return policy;
    }
}
