package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one item. Only {@link #YES} scores; every state but yes and no is unknown, and is never taken for a no.
 */
public enum Answer {
    /** The item is answered yes. */
    YES("yes"),

    /** The item is answered no. */
    NO("no"),

    /** The person does not know. */
    DONT_KNOW("dont-know"),

    /** The person did not want to answer. */
    DECLINED("declined"),

    /** The question was not put. An item left out is not asked. */
    NOT_ASKED("not-asked");

    private final String code;

    Answer(String code) {
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
    public static @Nullable Answer of(String code) {
        return Codes.find(values(), code);
    }

    /**
     * Whether the true answer is open.
     *
     * @return true for every state but yes and no
     */
    public boolean isUnknown() {
        return this != YES && this != NO;
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
