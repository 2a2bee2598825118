package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * What kind of record an incident is.
 */
public enum IncidentKind {
    /** Police were called. */
    POLICE_CALLOUT("police-callout"),

    /** A crime was recorded. */
    CRIME_REPORT("crime-report"),

    /** The victim came to an emergency department. */
    AE_ATTENDANCE("ae-attendance"),

    /** Damage to the home had to be mended. */
    REPAIR_CALL("repair-call"),

    /** Unwanted contact was made. */
    CONTACT("contact"),

    /** An order, or a condition of bail, was broken. */
    ORDER_BREACH("order-breach"),

    /** The victim told somebody. */
    DISCLOSURE("disclosure"),

    /** Any other abuse. */
    OTHER("other");

    private final String code;

    IncidentKind(String code) {
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
    public static @Nullable IncidentKind of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
