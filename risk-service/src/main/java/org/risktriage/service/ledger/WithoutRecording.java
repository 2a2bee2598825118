package org.risktriage.service.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is done with an assessment whose decision cannot be recorded. */
public enum WithoutRecording {
    /** It is answered with 503: no decision. */
    REFUSE,
    /** It is decided all the same, and the reply says that it is not recorded. */
    SCORE;

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
     * What has a name.
     *
     * @param code the name
     * @return what it stands for
     * @throws IllegalArgumentException if it stands for nothing
     */
    @JsonCreator
    public static WithoutRecording of(String code) {
        for (WithoutRecording one : values()) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("This is refuse or score.");
    }
}
