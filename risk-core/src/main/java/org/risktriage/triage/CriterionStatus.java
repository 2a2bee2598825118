package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where a criterion for the MARAC stands.
 */
public enum CriterionStatus {
    /** The evidence given meets it. */
    MET("met"),

    /** The evidence given does not meet it, and what is unknown could. */
    COULD_BE_MET("could-be-met"),

    /** Nothing unknown could make the evidence meet it. */
    NOT_MET("not-met");

    private final String code;

    CriterionStatus(String code) {
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
    public static @Nullable CriterionStatus of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
