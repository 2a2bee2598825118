package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where a child lives.
 */
public enum Home {
    /** With the victim. */
    VICTIM("victim"),

    /** With the perpetrator. */
    PERPETRATOR("perpetrator"),

    /** With both, together or in turn. */
    BOTH("both"),

    /** With neither. */
    ELSEWHERE("elsewhere");

    private final String code;

    Home(String code) {
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
    public static @Nullable Home of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
