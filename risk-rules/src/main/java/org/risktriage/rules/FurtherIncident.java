package org.risktriage.rules;

import java.time.LocalDate;

/**
 * An incident that followed a MARAC referral of the same perpetrator.
 *
 * <p>The referral is the last one before the incident, so that a later referral never takes a repeat away. An incident on
 * the day of the referral is the referral's own and does not follow it.
 */
public final class FurtherIncident extends Fact {
    private final String perpetrator;
    private final String kind;
    private final String crime;
    private final String direction;
    private final LocalDate on;
    private final LocalDate referredOn;
    private final int monthsAfterReferral;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param perpetrator the {@code ref} of the perpetrator in whose history it stands
     * @param kind kind of the incident, for example {@code contact}
     * @param crime {@code yes}, {@code no} or {@code unknown}: criminal-type behaviour
     * @param direction {@code same}, or {@code reversed} where the recorded roles are swapped
     * @param on the day of the incident
     * @param referredOn the day of the referral before it
     * @param monthsAfterReferral the smallest whole number of calendar months m such that the referral's day plus m months is not before
     *     the incident's: 12 up to twelve months exactly, 13 a day later
     */
    public FurtherIncident(
            Policy policy,
            String perpetrator,
            String kind,
            String crime,
            String direction,
            LocalDate on,
            LocalDate referredOn,
            int monthsAfterReferral) {
        super(policy);
        this.perpetrator = perpetrator;
        this.kind = kind;
        this.crime = crime;
        this.direction = direction;
        this.on = on;
        this.referredOn = referredOn;
        this.monthsAfterReferral = monthsAfterReferral;
    }

    /** The {@code ref} of the perpetrator in whose history it stands. */
    public String getPerpetrator() {
        return perpetrator;
    }

    /** Kind of the incident, for example {@code contact}. */
    public String getKind() {
        return kind;
    }

    /** {@code yes}, {@code no} or {@code unknown}: criminal-type behaviour. */
    public String getCrime() {
        return crime;
    }

    /** {@code same}, or {@code reversed} where the recorded roles are swapped. */
    public String getDirection() {
        return direction;
    }

    /** The day of the incident. */
    public LocalDate getOn() {
        return on;
    }

    /** The day of the referral before it. */
    public LocalDate getReferredOn() {
        return referredOn;
    }

    /** The smallest whole number of calendar months m such that the referral's day plus m months is not before
     *     the incident's: 12 up to twelve months exactly, 13 a day later. */
    public int getMonthsAfterReferral() {
        return monthsAfterReferral;
    }
}
