package org.risktriage.triage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody signs a rule pack as. A pack needs one signature of each, by two people. */
public enum SigningRole {
    /** Whoever wrote the change. */
    AUTHOR,
    /** Whoever answers for it. */
    APPROVER;

    /**
     * The word for it in files.
     *
     * @return the word, in lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role with a word.
     *
     * @param code the word
     * @return the role, or null if there is none
     */
    public static @Nullable SigningRole of(String code) {
        for (SigningRole role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return code();
    }
}
