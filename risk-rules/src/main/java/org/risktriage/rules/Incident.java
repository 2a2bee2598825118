package org.risktriage.rules;

import java.time.LocalDate;

/**
 * One dated abuse incident in the history of one perpetrator.
 *
 * <p>Two records of the same day and kind are one incident, unless a {@code ref} tells them apart. An undated incident is
 * never an {@code Incident}: it is shown, and counted nowhere.
 */
public final class Incident extends Fact {
    private final String perpetrator;
    private final String kind;
    private final String crime;
    private final String direction;
    private final LocalDate on;
    private final int withinMonths;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param perpetrator the {@code ref} of the perpetrator in whose history it stands
     * @param kind kind, for example {@code police-callout}
     * @param crime {@code yes}, {@code no} or {@code unknown}: criminal-type behaviour
     * @param direction {@code same}, or {@code reversed} where the recorded roles are swapped
     * @param on the day on which it happened
     * @param withinMonths the smallest whole number of calendar months m such that the assessment's day less m months is not after
     *     the incident's: 0 on the day itself, 12 up to twelve months exactly, 13 a day later
     */
    public Incident(
            Policy policy,
            String perpetrator,
            String kind,
            String crime,
            String direction,
            LocalDate on,
            int withinMonths) {
        super(policy);
        this.perpetrator = perpetrator;
        this.kind = kind;
        this.crime = crime;
        this.direction = direction;
        this.on = on;
        this.withinMonths = withinMonths;
    }

    /** The {@code ref} of the perpetrator in whose history it stands. */
    public String getPerpetrator() {
        return perpetrator;
    }

    /** Kind, for example {@code police-callout}. */
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

    /** The day on which it happened. */
    public LocalDate getOn() {
        return on;
    }

    /** The smallest whole number of calendar months m such that the assessment's day less m months is not after
     *     the incident's: 0 on the day itself, 12 up to twelve months exactly, 13 a day later. */
    public int getWithinMonths() {
        return withinMonths;
    }
}
