package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * How well a source is known. Carried by every rule, parameter and item.
 */
public enum Confidence {
    /** The owner's own page. */
    OWNER("A"),

    /** A secondary copy. */
    COPY("B"),

    /** Background knowledge: a practitioner has to confirm it. */
    KNOWLEDGE("K"),

    /** This project's own choice. */
    CHOICE("I");

    private final String code;

    Confidence(String code) {
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
    public static @Nullable Confidence of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
