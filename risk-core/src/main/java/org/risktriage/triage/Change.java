package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * How the level of now compares with one that was recorded before.
 */
public enum Change {
    /** It is higher. */
    HIGHER("higher"),

    /** It is the same. */
    SAME("same"),

    /** It is lower. That alone is no reason to close a case. */
    LOWER("lower"),

    /** One of the two levels is missing, so that nothing can be said. */
    UNKNOWN("unknown");

    private final String code;

    Change(String code) {
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
    public static @Nullable Change of(String code) {
        return Codes.find(values(), code);
    }

    /**
     * Compares a level with an earlier one.
     *
     * @param before the level recorded before, or null
     * @param now the level of now, or null
     * @return how the level of now compares
     */
    public static Change from(@Nullable Level before, @Nullable Level now) {
        if (now == null || before == null) {
            return UNKNOWN;
        }
        int order = now.compareTo(before);
        return order == 0 ? SAME : order > 0 ? HIGHER : LOWER;
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
