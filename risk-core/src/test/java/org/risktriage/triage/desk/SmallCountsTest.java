package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.desk.SmallCounts.Sum;

class SmallCountsTest {
    private static final List<Sum> THREE = List.of(new Sum(3, List.of(0, 1, 2)));

    private static List<@Nullable Long> told(List<Sum> sums, long... counts) {
        return SmallCounts.heldBack(counts, sums, Set.of());
    }

    @Test
    void counts_of_five_and_more_and_none_are_told() {
        assertThat(told(THREE, 5, 0, 100, 105)).containsExactly(5L, 0L, 100L, 105L);
    }

    @Test
    void a_small_count_is_held_back_with_the_next_larger_one_so_that_no_subtraction_tells_it() {
        assertThat(told(THREE, 3, 20, 100, 123)).containsExactly(null, null, 100L, 123L);
    }

    @Test
    void two_counts_of_which_it_is_known_that_each_is_one_are_held_back_with_a_third() {
        assertThat(told(THREE, 1, 1, 100, 102)).containsExactly(null, null, null, 102L);
    }

    @Test
    void where_there_is_nothing_beside_it_the_sum_is_held_back_too() {
        assertThat(told(THREE, 3, 0, 0, 3)).containsExactly(null, 0L, 0L, null);
    }

    @Test
    void a_table_with_sums_both_ways_gives_no_cell_away() {
        // Two rows and two columns with their sums: one small cell costs one more in its row and in its column.
        List<Sum> sums = List.of(
                new Sum(4, List.of(0, 1)),
                new Sum(5, List.of(2, 3)),
                new Sum(6, List.of(0, 2)),
                new Sum(7, List.of(1, 3)),
                new Sum(8, List.of(4, 5)),
                new Sum(8, List.of(6, 7)));

        assertThat(told(sums, 2, 50, 60, 70, 52, 130, 62, 120, 182))
                .containsExactly(null, null, null, null, 52L, 130L, 62L, 120L, 182L);
    }

    @Test
    void what_two_tables_tell_of_the_same_people_gives_no_small_count_away() {
        // Nobody is told the people apart (0 to 2). One table tells 0 and 1 + 2, another 0 + 1 and 2: so 1 is their
        // difference.
        List<Sum> sums = List.of(
                new Sum(3, List.of(0)),
                new Sum(4, List.of(1, 2)),
                new Sum(5, List.of(0, 1)),
                new Sum(6, List.of(2)),
                new Sum(7, List.of(3, 4)),
                new Sum(7, List.of(5, 6)));

        List<@Nullable Long> told =
                SmallCounts.heldBack(new long[] {40, 3, 60, 40, 63, 43, 60, 103}, sums, Set.of(0, 1, 2));

        assertThat(told.get(7)).isEqualTo(103L);
        assertThat(told.subList(3, 5).contains(null) || told.subList(5, 7).contains(null))
                .isTrue();
    }

    @Test
    void in_many_tables_no_small_count_can_have_one_value_only() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            long[] counts = new long[9];
            for (int i = 0; i < 4; i++) {
                counts[i] = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(13);
            }
            counts[4] = counts[0] + counts[1];
            counts[5] = counts[2] + counts[3];
            counts[6] = counts[0] + counts[2];
            counts[7] = counts[1] + counts[3];
            counts[8] = counts[4] + counts[5];
            List<Sum> sums = List.of(
                    new Sum(4, List.of(0, 1)),
                    new Sum(5, List.of(2, 3)),
                    new Sum(6, List.of(0, 2)),
                    new Sum(7, List.of(1, 3)),
                    new Sum(8, List.of(4, 5)),
                    new Sum(8, List.of(6, 7)));
            List<@Nullable Long> told = SmallCounts.heldBack(counts, sums, Set.of());
            for (int i = 0; i < 4; i++) {
                if (counts[i] > 0 && counts[i] < SmallCounts.LEAST) {
                    assertThat(possible(told, i))
                            .as("round %s, cell %s of %s", round, i, told)
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    /** Every value that a cell of a table of two by two can have, as far as the told counts go: tried one by one. */
    private static List<Integer> possible(List<@Nullable Long> told, int cell) {
        List<Integer> possible = new ArrayList<>();
        for (int value = 0; value <= 12; value++) {
            if (fits(told, new int[4], 0, cell, value)) {
                possible.add(value);
            }
        }
        return possible;
    }

    private static boolean fits(List<@Nullable Long> told, int[] cells, int at, int cell, int value) {
        if (at == 4) {
            long[] all = {
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[0] + cells[1],
                cells[2] + cells[3],
                cells[0] + cells[2],
                cells[1] + cells[3],
                cells[0] + cells[1] + cells[2] + cells[3]
            };
            for (int i = 0; i < all.length; i++) {
                Long known = told.get(i);
                if (known != null && known != all[i]) {
                    return false;
                }
            }
            return true;
        }
        Long known = told.get(at);
        int from = at == cell ? value : known == null ? 1 : known.intValue();
        int to = at == cell ? value : known == null ? 20 : known.intValue();
        for (int i = from; i <= to; i++) {
            cells[at] = i;
            if (fits(told, cells, at + 1, cell, value)) {
                return true;
            }
        }
        return false;
    }
}
