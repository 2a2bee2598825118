package org.risktriage.rules;

import java.time.LocalDate;

/**
 * One earlier referral to a MARAC, in the history of one perpetrator.
 */
public final class Referral extends Fact {
    private final String perpetrator;
    private final LocalDate referredOn;
    private final int withinMonths;
    private final String sameArea;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param perpetrator the {@code ref} of the perpetrator in whose history it stands
     * @param referredOn the day of the referral
     * @param withinMonths whole calendar months back to the referral, counted as for an incident
     * @param sameArea {@code yes} where it went to the MARAC of this area, {@code no} to another, {@code unknown} where not said
     */
    public Referral(Policy policy, String perpetrator, LocalDate referredOn, int withinMonths, String sameArea) {
        super(policy);
        this.perpetrator = perpetrator;
        this.referredOn = referredOn;
        this.withinMonths = withinMonths;
        this.sameArea = sameArea;
    }

    /** The {@code ref} of the perpetrator in whose history it stands. */
    public String getPerpetrator() {
        return perpetrator;
    }

    /** The day of the referral. */
    public LocalDate getReferredOn() {
        return referredOn;
    }

    /** Whole calendar months back to the referral, counted as for an incident. */
    public int getWithinMonths() {
        return withinMonths;
    }

    /** {@code yes} where it went to the MARAC of this area, {@code no} to another, {@code unknown} where not said. */
    public String getSameArea() {
        return sameArea;
    }
}
