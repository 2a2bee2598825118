package org.risktriage.triage.desk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a change of a pack does to people, as the number of a version says it. Smallest first. */
public enum VersionStep {
    /** Nothing differs. */
    NONE("none"),
    /** Wording or sources; no outcome changes. */
    PATCH("patch"),
    /** Cases can only move up, or there is a new route, or advice is another. */
    MINOR("minor"),
    /** Some case can move down or lose a route, or nobody has proved that none can. */
    MAJOR("major");

    private static final int PARTS = 3;

    private final String code;

    VersionStep(String code) {
        this.code = code;
    }

    /**
     * The step from one version to another.
     *
     * @param before the earlier version, three numbers as in 1.0.0
     * @param after the later one
     * @return the step; null where the second is not later
     */
    public static @Nullable VersionStep between(String before, String after) {
        int[] one = numbers(before);
        int[] other = numbers(after);
        for (int i = 0; i < PARTS; i++) {
            if (one[i] != other[i]) {
                return one[i] > other[i] ? null : i == 0 ? MAJOR : i == 1 ? MINOR : PATCH;
            }
        }
        return null;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /**
     * The larger of two steps.
     *
     * @param other the other
     * @return this one, or the other
     */
    public VersionStep orLarger(VersionStep other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    /** {@inheritDoc} The code that reports have, in lower case. */
    @Override
    public String toString() {
        return code;
    }
}
