package org.risktriage.rules;

/**
 * A practitioner's own judgement of the case.
 *
 * <p>Judgement only ever raises: it meets a criterion at any count, with its reasons written down.
 */
public final class Judgement {
    private final String highRisk;

    /**
     * Creates the fact.
     *
     * @param highRisk {@code yes} where a practitioner judges the risk to be high, else {@code no}
     */
    public Judgement(String highRisk) {
        this.highRisk = highRisk;
    }

    /** {@code yes} where a practitioner judges the risk to be high, else {@code no}. */
    public String getHighRisk() {
        return highRisk;
    }
}
