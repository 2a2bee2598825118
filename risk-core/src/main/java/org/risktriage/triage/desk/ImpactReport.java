package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;

/**
 * What a change of a pack would do to a caseload, as it leaves the room of whoever owns the caseload: counts from 1 to 4 are
 * null, and so are as many others as it takes that none of those can be worked out from the rest. There is no case in it.
 *
 * @param format {@link #FORMAT}, so that a reader knows what it reads
 * @param before the pack that is replaced
 * @param after the pack that replaces it
 * @param on the day whose values were taken, of both packs
 * @param declared the step that the two version numbers say; null where they are of two packs, or the second is not later
 * @param demanded the step that the change demands, as it was proved
 * @param caseload what was scored
 * @param levels how many cases went from each level to each
 * @param criteria how many cases lost or gained each criterion, in the order of replies; those of both packs
 * @param referrals how many cases lost or gained the referral to the MARAC
 * @param moved how many cases moved up, down, or not at all
 * @param year what it comes to in a year; null where that was not asked for, or would give a small count away
 * @param acceptance who accepted that cases move down, and why; null where nobody did, or none can
 */
public record ImpactReport(
        String format,
        PackId before,
        PackId after,
        LocalDate on,
        @Nullable VersionStep declared,
        VersionStep demanded,
        Caseload caseload,
        List<LevelMove> levels,
        List<Crossing> criteria,
        Crossing referrals,
        Moved moved,
        @Nullable Year year,
        @Nullable Acceptance acceptance) {

    /** The form of this report. Fields may be added to it; none changes its meaning. */
    public static final String FORMAT = "risk-triage-impact/1";

    /**
     * Whether nothing stands in the way: no case moves down or loses a route, neither of the caseload nor by the proof, or
     * somebody accepted it by name.
     *
     * @return true if so
     */
    public boolean passed() {
        return !takesAway() || acceptance != null;
    }

    /**
     * Whether any case moves down or loses a route: one of the caseload, or one that the proof found, which need not be in it.
     *
     * @return true if so
     */
    public boolean takesAway() {
        return takesAway(moved.anyDown(), demanded);
    }

    /**
     * When somebody has to accept a change by name.
     *
     * @param anyDown whether a case of a caseload moves down
     * @param demanded the step that the change demands, as it was proved
     * @return whether any case moves down or loses a route, or there is no proof that none does
     */
    public static boolean takesAway(boolean anyDown, VersionStep demanded) {
        return anyDown || demanded == VersionStep.MAJOR;
    }

    /**
     * What was scored.
     *
     * @param synthetic whether the cases were thought up, and are of nobody
     * @param seed what the thought-up cases were drawn from; null for cases of a file
     * @param sha256 digest of the file, or of the table of marginals
     * @param cases how many cases were scored
     * @param refused how many could not be read, or are of another instrument; they are in no other count. Null where that is
     *     held back
     */
    public record Caseload(
            boolean synthetic,
            @Nullable Long seed,
            String sha256,
            long cases,
            @Nullable Long refused) {

        /** The same with what is small held back, as in every other count. */
        Caseload heldBack() {
            boolean small = refused != null && SmallCounts.isSmall(refused);
            return new Caseload(synthetic, seed, sha256, cases, small ? null : refused);
        }
    }

    /**
     * A cell of the matrix of levels. A level is {@code none}, {@code standard}, {@code medium} or {@code high}.
     *
     * @param from the level under the pack that is replaced
     * @param to the level under the other
     * @param cases how many cases; null where that is held back
     */
    public record LevelMove(
            String from, String to, @Nullable Long cases) {}

    /**
     * Who crossed a line.
     *
     * @param id id of a criterion, or {@code referral}
     * @param both cases that met it under both packs; null where that is held back, as are the others
     * @param lost cases that met it under the first alone
     * @param gained cases that meet it under the second alone
     * @param neither cases that met it under none
     */
    public record Crossing(
            String id,
            @Nullable Long both,
            @Nullable Long lost,
            @Nullable Long gained,
            @Nullable Long neither) {}

    /**
     * Who moved. A case moves down if its level is lower, or it loses a criterion or the referral; whatever else it gains.
     *
     * @param anyDown whether any case moved down; said also where the count is held back
     * @param down how many moved down; null where that is held back, as are the others
     * @param up how many moved up, and in nothing down
     * @param same how many did not move
     */
    public record Moved(
            boolean anyDown,
            @Nullable Long down,
            @Nullable Long up,
            @Nullable Long same) {}

    /**
     * What it comes to in a year.
     *
     * @param assessments how many assessments a year the caseload was taken to stand for
     * @param adultWomen how many adult women live in the area; null where that was not given
     * @param expected referrals a year to expect of so many; null with it
     * @param before referrals a year, and what they need, under the pack that is replaced
     * @param after the same under the other
     */
    public record Year(
            long assessments,
            @Nullable Long adultWomen,
            @Nullable Long expected,
            Needs before,
            Needs after) {}

    /**
     * What referrals need.
     *
     * @param referrals referrals a year
     * @param idvas IDVAs, in tenths of a full-time post
     * @param administrators administrators, in tenths of a full-time post
     * @param hoursAtLeast hours of the meeting in a year, at the shortest time for a case
     * @param hoursAtMost the same at the longest
     */
    public record Needs(long referrals, double idvas, double administrators, long hoursAtLeast, long hoursAtMost) {}

    /**
     * Who accepted that cases move down.
     *
     * @param name the name
     * @param reason the reason
     */
    public record Acceptance(String name, String reason) {}
}
