package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/** Whether a listed service can take somebody. */
public enum ServiceStatus {
    /** It takes people. */
    OPEN("open"),

    /** It is to come, and takes nobody yet. */
    PLANNED("planned"),

    /** Nobody has confirmed that there is one. */
    NOT_CONFIRMED("not-confirmed"),

    /** There is none. No table lists such a row: a rule states it. */
    NONE("none");

    private final String code;

    ServiceStatus(String code) {
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
    public static @Nullable ServiceStatus of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
