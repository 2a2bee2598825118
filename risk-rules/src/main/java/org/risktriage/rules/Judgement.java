package org.risktriage.rules;

/**
 * A practitioner's own judgement of the case.
 *
 * <p>Judgement only ever raises: it meets a criterion at any count, with its reasons written down. A grade is what a
 * practitioner recorded; where an instrument has no line of its own, the grade is the level.
 */
public final class Judgement {
    private final String highRisk;
    private final String grade;

    /**
     * Creates the fact.
     *
     * @param highRisk {@code yes} where a practitioner judges the risk to be high, else {@code no}
     * @param grade the level that was asked for: {@code standard}, {@code medium}, {@code high}, or {@code none}
     */
    public Judgement(String highRisk, String grade) {
        this.highRisk = highRisk;
        this.grade = grade;
    }

    /** {@code yes} where a practitioner judges the risk to be high, else {@code no}. */
    public String getHighRisk() {
        return highRisk;
    }

    /** The level that was asked for: {@code standard}, {@code medium}, {@code high}, or {@code none}. */
    public String getGrade() {
        return grade;
    }
}
