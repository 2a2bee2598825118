package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * How much a prompt weighs, heaviest first.
 */
public enum Severity {
    /** Danger to life. */
    CRITICAL("critical"),

    /** A known sign of greater danger. */
    IMPORTANT("important"),

    /** Worth asking about. */
    ADVISORY("advisory");

    private final String code;

    Severity(String code) {
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
    public static @Nullable Severity of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
