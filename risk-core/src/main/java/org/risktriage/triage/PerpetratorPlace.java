package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where the perpetrator is while the questions are put.
 */
public enum PerpetratorPlace {
    /** In the same place as the victim. */
    HERE("here"),

    /** Close by, or expected back. */
    NEARBY("nearby"),

    /** Somewhere else. */
    AWAY("away"),

    /** Held by the police or a prison. */
    IN_CUSTODY("in-custody"),

    /** It was asked, and is not known. */
    NOT_KNOWN("not-known");

    private final String code;

    PerpetratorPlace(String code) {
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
    public static @Nullable PerpetratorPlace of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
