package org.risktriage.service.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether packs in folders have to be sealed. */
public enum Seals {
    /** Only sealed packs are used. */
    REQUIRED,
    /** Packs are used as they are written. Only for a demo. */
    NOT_REQUIRED;

    /**
     * The word in settings.
     *
     * @return the word, in lower case
     */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a word stands for.
     *
     * @param code the word
     * @return whether seals are required
     * @throws IllegalArgumentException if it is another word
     */
    @JsonCreator
    public static Seals of(String code) {
        for (Seals seals : values()) {
            if (seals.code().equals(code)) {
                return seals;
            }
        }
        throw new IllegalArgumentException("Allowed here: required, not-required.");
    }
}
