package org.risktriage.rules;

/**
 * The contact in which the questions are being put. There is one only where the next questions are asked for: an
 * assessment that is decided has none, so that a rule on it adds nothing to a decision.
 */
public final class Call extends Fact {
    private final String ended;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param ended {@code yes} where the contact is over, {@code no} while it goes on
     */
    public Call(Policy policy, String ended) {
        super(policy);
        this.ended = ended;
    }

    /** {@code yes} where the contact is over, {@code no} while it goes on. */
    public String getEnded() {
        return ended;
    }
}
