package org.risktriage.service.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an installation is for. */
public enum Purpose {
    /** Trying the service out on one machine, with made-up cases. */
    DEMO,
    /** Anything else. */
    PRODUCTION;

    /**
     * The name in settings.
     *
     * @return the name, in lower case
     */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The purpose with a name.
     *
     * @param code the name
     * @return the purpose
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Purpose of(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("The purposes are demo and production.");
    }
}
