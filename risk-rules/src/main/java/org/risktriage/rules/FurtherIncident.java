package org.risktriage.rules;

import java.time.LocalDate;

/**
 * An incident that followed a MARAC referral of the same perpetrator.
 *
 * <p>Its clock starts where the area has it start (parameter {@code repeat.anchor}): on the day of the referral, or on
 * that of the meeting if it is known. Of several referrals before the incident the one that is nearest counts, so that a
 * further referral never takes a repeat away. An incident on the day of the referral is the referral's own and does not
 * follow it; one between the referral and its meeting does.
 */
public final class FurtherIncident extends Fact {
    private final String perpetrator;
    private final String kind;
    private final String crime;
    private final String direction;
    private final LocalDate on;
    private final String after;
    private final LocalDate anchor;
    private final int monthsAfter;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param perpetrator the {@code ref} of the perpetrator in whose history it stands
     * @param kind kind of the incident, for example {@code contact}
     * @param crime {@code yes}, {@code no} or {@code unknown}: criminal-type behaviour
     * @param direction {@code same}, or {@code reversed} where the recorded roles are swapped
     * @param on the day of the incident
     * @param after what the months are counted from: {@code referral} or {@code meeting}
     * @param anchor the day of that referral or meeting
     * @param monthsAfter the smallest whole number of calendar months m such that the anchor plus m months is not before the
     *     incident: 12 up to twelve months exactly, 13 a day later
     */
    public FurtherIncident(
            Policy policy,
            String perpetrator,
            String kind,
            String crime,
            String direction,
            LocalDate on,
            String after,
            LocalDate anchor,
            int monthsAfter) {
        super(policy);
        this.perpetrator = perpetrator;
        this.kind = kind;
        this.crime = crime;
        this.direction = direction;
        this.on = on;
        this.after = after;
        this.anchor = anchor;
        this.monthsAfter = monthsAfter;
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

    /** What the months are counted from: {@code referral} or {@code meeting}. */
    public String getAfter() {
        return after;
    }

    /** The day of the referral or meeting that the months are counted from. */
    public LocalDate getAnchor() {
        return anchor;
    }

    /**
     * The smallest whole number of calendar months m such that the anchor plus m months is not before the incident: 12 up to
     * twelve months exactly, 13 a day later.
     */
    public int getMonthsAfter() {
        return monthsAfter;
    }
}
