package org.risktriage.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level the given evidence supports and the bounds of what it could become. Written from the published facts,
 * shares no code with the engine.
 *
 * @param value null where nothing was answered and no criterion is met, or where the checklist is not for this victim
 * @param atLeast null only where the checklist is not for this victim
 * @param atMost null only where the checklist is not for this victim
 */
public record ReferenceLevel(
        @Nullable String value,
        @Nullable String atLeast,
        @Nullable String atMost) {

    public static final String STANDARD = "standard";
    public static final String MEDIUM = "medium";
    public static final String HIGH = "high";

    private static final int MEDIUM_FROM = 10;
    private static final int HIGH_FROM = 14;

    static ReferenceLevel of(ReferenceScore score, List<ReferenceCriterion> criteria) {
        boolean met = criteria.stream().anyMatch(ReferenceCriterion::met);
        boolean couldBeMet = criteria.stream().anyMatch(ReferenceCriterion::couldBeMet);
        String most = met || couldBeMet ? HIGH : band(score.atMost());
        if (!met && !score.isAnythingAnswered()) {
            // A blank checklist must not read as a low level.
            return new ReferenceLevel(null, STANDARD, most);
        }
        String value = met ? HIGH : band(score.yes());
        return new ReferenceLevel(value, value, most);
    }

    boolean isOneValue() {
        return value != null && value.equals(atLeast) && value.equals(atMost);
    }

    private static String band(int yes) {
        if (yes >= HIGH_FROM) {
            return HIGH;
        }
        return yes >= MEDIUM_FROM ? MEDIUM : STANDARD;
    }
}
