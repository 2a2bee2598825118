package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Why a question matters now, the weightiest reason first.
 */
public enum Matters {
    /** It is about safety in this moment, and comes before the checklist. */
    SAFETY("safety"),

    /** One yes to it decides something now. */
    DECIDES("decides"),

    /** It is about danger to life. */
    DANGER_TO_LIFE("danger-to-life"),

    /** Together with others it could still decide something. */
    COUNTS("counts"),

    /** It could change no level and no criterion, but bring a prompt, a warning or an action. */
    ADVICE("advice"),

    /** It can no longer change anything. */
    NOTHING("nothing");

    private final String code;

    Matters(String code) {
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
    public static @Nullable Matters of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
