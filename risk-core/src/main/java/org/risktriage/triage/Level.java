package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * The level of risk that the rules recommend, lowest first.
 */
public enum Level {
    /** Nothing in the evidence given supports more. */
    STANDARD("standard"),

    /** More than standard, and no criterion for the MARAC is met. */
    MEDIUM("medium"),

    /** At least one criterion for the MARAC is met, or a local rule says so. */
    HIGH("high");

    private final String code;

    Level(String code) {
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
    public static @Nullable Level of(String code) {
        return Codes.find(values(), code);
    }

    /**
     * The higher of two levels.
     *
     * @param other another level
     * @return whichever is higher
     */
    public Level orHigher(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
