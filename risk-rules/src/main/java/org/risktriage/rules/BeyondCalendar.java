package org.risktriage.rules;

import java.time.LocalDate;

/**
 * There where an action is due on a working day that the calendar of bank holidays does not reach: it has no date, and
 * nobody may take that for no hurry.
 */
public final class BeyondCalendar extends Fact {
    private final LocalDate last;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param last the last day that the calendar reaches
     */
    public BeyondCalendar(Policy policy, LocalDate last) {
        super(policy);
        this.last = last;
    }

    /** The last day that the calendar reaches. */
    public LocalDate getLast() {
        return last;
    }
}
