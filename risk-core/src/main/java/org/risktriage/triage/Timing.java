package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * How a due date is to be read.
 */
public enum Timing {
    /** At once, before this contact ends. */
    IMMEDIATELY("immediately"),

    /** During this contact; there is no date. */
    AT_THIS_CONTACT("at-this-contact"),

    /** Within a number of hours; the date is the day on which they end. */
    HOURS("hours"),

    /** Within a number of working days; the date is the last of them. There is no date where the calendar of bank holidays does not reach so far. */
    WORKING_DAYS("working-days"),

    /** Before a window closes; the date is its last day. */
    WINDOW("window"),

    /** Before the case is heard at the MARAC; there is no date yet. */
    BEFORE_THE_MEETING("before-the-meeting"),

    /** A number of weeks ahead; the date is that day. */
    WEEKS("weeks");

    private final String code;

    Timing(String code) {
        this.code = code;
    }

    /**
     * The code used in requests, replies and rule packs.
     *
     * @return the code, in lower case with hyphens
     */
    public String code() {
        return code;
    }

    /**
     * Finds the value with a code.
     *
     * @param code a code, matched exactly
     * @return the value, or null if no value has that code
     */
    public static @Nullable Timing of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
