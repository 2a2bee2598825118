package org.risktriage.service.callers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a caller is let in for. A caller may hold several; none includes another. */
public enum Role {
    /** Scores assessments. */
    SCORER,
    /** Reads what was decided, and why. */
    AUDITOR,
    /** Reads and compares the rules. */
    POLICY,
    /** Reads counts, never a single case. */
    STATISTICS;

    /** {@link #SCORER}, for the annotation of a resource. */
    public static final String SCORES = "scorer";

    /** {@link #AUDITOR}, for the annotation of a resource. */
    public static final String AUDITS = "auditor";

    /** {@link #POLICY}, for the annotation of a resource. */
    public static final String OWNS_POLICY = "policy";

    /** {@link #STATISTICS}, for the annotation of a resource. */
    public static final String COUNTS = "statistics";

    /**
     * The name of the role in tokens, key files and settings.
     *
     * @return the name, in lower case
     */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role with a name.
     *
     * @param code the name
     * @return the role
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Role of(String code) {
        Role role = known(code);
        if (role == null) {
            throw new IllegalArgumentException("The roles are scorer, auditor, policy and statistics.");
        }
        return role;
    }

    /** The role with a name, or null. */
    static @Nullable Role known(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        return null;
    }
}
