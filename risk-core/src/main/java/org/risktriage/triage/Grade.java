package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/** How severe one kind of abuse is, as a practitioner grades it. Grades are shown side by side and never added up. */
public enum Grade {
    /** This kind of abuse is not found. That is an answer, and not the same as no answer. */
    NONE("none"),

    /** Standard. */
    STANDARD("standard"),

    /** Moderate. */
    MODERATE("moderate"),

    /** High. */
    HIGH("high");

    private final String code;

    Grade(String code) {
        this.code = code;
    }

    /**
     * The code used in requests, replies and rule packs.
     *
     * @return the code, in lower case
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
    public static @Nullable Grade of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
