package org.risktriage.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Level;
import org.risktriage.triage.internal.engine.Decider.Brief;

/**
 * What comes of a case under both versions of a pack, and all that a count of cases looks at.
 *
 * @param before the place of its level before, in {@link #LEVELS}
 * @param after the same after
 * @param referredBefore whether it was referred
 * @param referredAfter whether it is
 * @param metBefore the criteria that were met, a bit each
 * @param metAfter those that are
 */
record Outcome(int before, int after, boolean referredBefore, boolean referredAfter, long metBefore, long metAfter) {
    /** The levels, as reports name them. */
    static final List<String> LEVELS = List.of("none", "standard", "medium", "high");

    /** Most criteria that a pair of packs may have. */
    static final int MOST_CRITERIA = 60;

    static Outcome of(Brief before, Brief after, List<String> criteria) {
        return new Outcome(
                place(before.level()),
                place(after.level()),
                before.refer(),
                after.refer(),
                bits(before.met(), criteria),
                bits(after.met(), criteria));
    }

    private static int place(@Nullable Level level) {
        return level == null ? 0 : LEVELS.indexOf(level.code());
    }

    private static long bits(List<String> met, List<String> criteria) {
        long bits = 0;
        for (String criterion : met) {
            bits |= 1L << criteria.indexOf(criterion);
        }
        return bits;
    }

    /** Whether its level is lower, or it lost a criterion or the referral. */
    boolean isDown() {
        return after < before || (referredBefore && !referredAfter) || (metBefore & ~metAfter) != 0;
    }

    /** Whether anything of it moved, and nothing down. */
    boolean isUp() {
        return !isDown() && (after > before || referredAfter != referredBefore || metAfter != metBefore);
    }

    boolean metBefore(int criterion) {
        return (metBefore >> criterion & 1) == 1;
    }

    boolean metAfter(int criterion) {
        return (metAfter >> criterion & 1) == 1;
    }
}
