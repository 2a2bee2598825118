package org.risktriage.service.statistics;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A way to show figures that belong together: which are shown, and every count that then follows from them and from what is
 * shown already, by adding and taking away. It may be used where none of those counts is from 1 to 4.
 *
 * @param shown the figures
 * @param followed the counts that follow
 */
record View(List<String> shown, List<ToIntFunction<Counts>> followed) {
    /** A count below this, and not zero, is never shown. */
    static final int LEAST = 5;

    /** Shows nothing. */
    static final View NOTHING = new View(List.of(), List.of());

    boolean isSafe(Counts counts) {
        return followed.stream().mapToInt(count -> count.applyAsInt(counts)).noneMatch(n -> n > 0 && n < LEAST);
    }

    /** Whether there is nothing to hide, nor anything behind which something else could be hidden. */
    boolean isEmpty(Counts counts) {
        return followed.stream().allMatch(count -> count.applyAsInt(counts) == 0);
    }
}
