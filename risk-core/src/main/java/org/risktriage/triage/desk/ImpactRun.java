package org.risktriage.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of scoring a caseload under two versions of a pack: what may leave the room, and what is for the eyes of whoever
 * owns the caseload alone.
 *
 * @param difference how the two versions differ; its findings say what is wrong with either, and then nothing was scored
 * @param report what may be handed on where {@link #isEnoughToHandOn()}, with small counts held back; null where nothing was
 *     scored
 * @param exact the same with every count; not to be handed on. Null with it
 * @param down the first cases that move down or lose a route, by line; not to be handed on
 * @param faults the first faults of cases that could not be scored, by line
 */
public record ImpactRun(
        DiffReport difference,
        @Nullable ImpactReport report,
        @Nullable ImpactReport exact,
        List<MovedDown> down,
        List<Fault> faults) {

    /** How many cases that move down, and how many faults, are kept; the rest is counted. */
    public static final int MOST_KEPT = 1_000;

    /** The fewest cases whose counts may be handed on: of fewer, a count that is held back follows from how many there are. */
    public static final int FEWEST_TO_HAND_ON = SmallCounts.LEAST;

    /**
     * Whether so many cases were scored that the report may be handed on.
     *
     * @return false where there are fewer than {@link #FEWEST_TO_HAND_ON}, or nothing was scored
     */
    public boolean isEnoughToHandOn() {
        return report != null && report.caseload().cases() >= FEWEST_TO_HAND_ON;
    }

    /**
     * Whether nothing stands in the way.
     *
     * @return false where a case moves down and nobody accepted it, where a case could not be scored, or nothing was
     */
    public boolean passed() {
        return report != null
                && report.passed()
                && Long.valueOf(0).equals(report.caseload().refused());
    }

    /**
     * A case that moves down or loses a route.
     *
     * @param line where it stands
     * @param ref its reference; null where it has none
     * @param from its level under the version that is replaced
     * @param to its level under the other
     * @param lost ids of the criteria that it loses, and {@code referral}
     */
    public record MovedDown(long line, @Nullable String ref, String from, String to, List<String> lost) {}

    /**
     * Why a case could not be scored.
     *
     * @param line where it stands
     * @param at the column or the field; empty where it is about the whole case
     * @param message what is wrong, and what is allowed; no value is repeated in it
     */
    public record Fault(long line, String at, String message) {}
}
