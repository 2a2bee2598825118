package org.risktriage.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where the assessor works, or meets the victim.
 */
public enum Setting {
    /** A control room of the emergency services, on a call. */
    CONTROL_ROOM("control-room"),

    /** The police elsewhere. */
    POLICE("police"),

    /** The emergency department of a hospital. */
    EMERGENCY_DEPARTMENT("emergency-department"),

    /** A maternity ward or a midwife's clinic. */
    MATERNITY("maternity"),

    /** A unit for people who suffered sexual violence. */
    SEXUAL_VIOLENCE_UNIT("sexual-violence-unit"),

    /** Health care elsewhere. */
    HEALTH("health"),

    /** A council. */
    COUNCIL("council"),

    /** A charity or another voluntary organisation. */
    CHARITY("charity"),

    /** Somewhere else. */
    OTHER("other");

    private final String code;

    Setting(String code) {
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
    public static @Nullable Setting of(String code) {
        return Codes.find(values(), code);
    }

    /** {@inheritDoc} The same as {@link #code()}. */
    @Override
    public String toString() {
        return code;
    }
}
