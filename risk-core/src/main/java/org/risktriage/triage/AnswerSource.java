package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer came from.
 */
public enum AnswerSource {
    /** The victim said so. */
    VICTIM("victim"),

    /** The person who assesses saw it. */
    OBSERVER("observer"),

    /** Somebody else said so. */
    THIRD_PARTY("third-party"),

    /** It stands in records. */
    RECORDS("records");

    private final String code;

    AnswerSource(String code) {
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
    public static @Nullable AnswerSource of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
