package org.risktriage.rules;

/**
 * A practitioner's own judgement of the case.
 *
 * <p>Judgement only ever raises: it meets a criterion at any count, with its reasons written down.
 */
public final class Judgement extends Fact {
    private final String highRisk;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param highRisk {@code yes} where a practitioner judges the risk to be high, else {@code no}
     */
    public Judgement(Policy policy, String highRisk) {
        super(policy);
        this.highRisk = highRisk;
    }

    /** {@code yes} where a practitioner judges the risk to be high, else {@code no}. */
    public String getHighRisk() {
        return highRisk;
    }
}
