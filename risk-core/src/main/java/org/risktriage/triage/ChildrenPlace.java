package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where the children are while the questions are put.
 */
public enum ChildrenPlace {
    /** With the victim. */
    WITH_VICTIM("with-victim"),

    /** With the perpetrator. */
    WITH_PERPETRATOR("with-perpetrator"),

    /** With neither. */
    ELSEWHERE("elsewhere"),

    /** There are none. */
    NO_CHILDREN("no-children"),

    /** It was asked, and is not known. */
    NOT_KNOWN("not-known");

    private final String code;

    ChildrenPlace(String code) {
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
    public static @Nullable ChildrenPlace of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
