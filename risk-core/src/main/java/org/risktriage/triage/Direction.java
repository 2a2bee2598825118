package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Which way round an incident is recorded.
 */
public enum Direction {
    /** The victim and the perpetrator are recorded as in the assessment. */
    SAME("same"),

    /** Their roles are swapped in the record. */
    REVERSED("reversed");

    private final String code;

    Direction(String code) {
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
    public static @Nullable Direction of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
