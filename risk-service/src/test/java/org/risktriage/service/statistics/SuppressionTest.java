package org.risktriage.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who adds up and takes away what is shown comes to a count from 1 to 4. */
class SuppressionTest {
    private static final List<String> LEVELS = new ArrayList<>(Names.LEVELS);
    private static final List<String> ALL = new ArrayList<>(LEVELS);

    static {
        ALL.addAll(List.of(
                Names.ASSESSMENTS,
                Names.REFERRALS,
                Names.POLICE,
                Names.NOT_POLICE,
                Names.WITH_CHILDREN,
                Names.WITH_UNKNOWN,
                Names.RAISED,
                Names.REFERRED));
        ALL.addAll(MadeUpYear.CRITERIA);
    }

    private static boolean isSmall(int count) {
        return count > 0 && count < View.LEAST;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_small_count_is_shown(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            MadeUpYear made = MadeUpYear.random(i % 2 == 0 ? MadeUpYear.DECIDED : MadeUpYear.DESCRIBED, random, 12, 3);
            made.shown()
                    .forEach((stretch, figures) -> assertThat(figures)
                            .allSatisfy(figure -> assertThat(
                                            isSmall(stretch.counts().of(figure)))
                                    .as(figure + " " + made.months())
                                    .isFalse()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void of_a_small_count_nobody_can_tell_that_it_is_not_5_or_more(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            MadeUpYear made = MadeUpYear.random(MadeUpYear.LEVELS, random, 6, 3);
            Adversary adversary = new Adversary(made);
            for (Stretch stretch : made.stretches()) {
                for (String figure :
                        List.of(Names.ASSESSMENTS, Names.HIGH, "level.medium", "level.standard", "level.none")) {
                    if (isSmall(stretch.counts().of(figure))) {
                        assertThat(adversary.most(stretch, figure))
                                .as(figure + " of " + stretch.first() + " " + made.published(LEVELS))
                                .isGreaterThanOrEqualTo(View.LEAST);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void with_all_figures_together_no_small_count_is_narrowed_to_one(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            MadeUpYear made = MadeUpYear.random(i % 2 == 0 ? MadeUpYear.DECIDED : MadeUpYear.DESCRIBED, random, 6, 3);
            Adversary adversary = new Adversary(made);
            for (Stretch stretch : made.stretches()) {
                for (String figure : ALL) {
                    if (isSmall(stretch.counts().of(figure))) {
                        assertThat(adversary.most(stretch, figure))
                                .as(figure + " of " + stretch.first() + " " + made.published(ALL))
                                .isGreaterThanOrEqualTo(View.LEAST);
                    }
                }
            }
        }
    }

    /**
     * Goes through every year in which no level comes to more than some count: whoever knows how figures are hidden learns no
     * more. Years for which a larger one could be taken are left out.
     */
    @ParameterizedTest
    @CsvSource({"2, 2, 18", "3, 2, 10", "2, 3, 9"})
    void not_even_who_knows_how_it_is_done_can_tell_a_small_count(int months, int kinds, int most) {
        Map<Map<String, String>, List<Set<Integer>>> possible = new HashMap<>();
        List<String> seen = seen(kinds);
        for (List<int[]> of = first(months, kinds); !of.isEmpty(); next(of, most)) {
            MadeUpYear made = MadeUpYear.of(MadeUpYear.LEVELS.subList(0, kinds), of, 1);
            Map<String, String> published = made.published(seen);
            boolean known = seen.stream().noneMatch(figure -> "?".equals(published.get("0 " + figure)));
            if (!known && made.year().counts().of(Names.ASSESSMENTS) > most) {
                continue;
            }
            List<Set<Integer>> values = possible.computeIfAbsent(published, any -> new ArrayList<>());
            int at = 0;
            for (Stretch stretch : made.stretches()) {
                for (String figure : seen) {
                    if (values.size() == at) {
                        values.add(new TreeSet<>());
                    }
                    values.get(at++).add(stretch.counts().of(figure));
                }
            }
        }
        assertThat(possible).hasSizeGreaterThan(1_000);
        possible.forEach((published, values) -> assertThat(values)
                .as(published.toString())
                .noneMatch(set -> set.size() == 1 && isSmall(set.iterator().next())));
    }

    private static List<int[]> first(int months, int kinds) {
        List<int[]> first = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            first.add(new int[kinds]);
        }
        return first;
    }

    /** The next year with no more than so many of each kind; empty after the last. */
    private static void next(List<int[]> months, int most) {
        for (int kind = 0; kind < months.get(0).length; kind++) {
            for (int[] month : months) {
                int at = kind;
                if (months.stream().mapToInt(counts -> counts[at]).sum() < most) {
                    month[kind]++;
                    return;
                }
                month[kind] = 0;
            }
        }
        months.clear();
    }

    private static List<String> seen(int kinds) {
        List<String> seen = new ArrayList<>(LEVELS.subList(0, kinds));
        seen.add(Names.ASSESSMENTS);
        return seen;
    }

    private static Map<String, String> published(int[]... months) {
        return MadeUpYear.of(MadeUpYear.LEVELS, List.of(months), 3).published(seen(4));
    }

    @Test
    void zero_is_shown() {
        int[] month = {9, 0, 0, 0};
        assertThat(published(month, month, month))
                .containsEntry("2 level.high", "9")
                .containsEntry("2 level.medium", "0");
    }

    @Test
    void beside_a_small_month_the_next_one_is_hidden_too() {
        assertThat(published(new int[] {20, 0, 0, 0}, new int[] {3, 0, 0, 0}, new int[] {30, 0, 0, 0}))
                .containsEntry("1 assessments", "53")
                .containsEntry("2 assessments", "20")
                .containsEntry("3 assessments", "?")
                .containsEntry("4 assessments", "?");
    }

    @Test
    void beside_a_small_level_the_smallest_other_is_hidden_too() {
        assertThat(published(new int[] {20, 30, 40, 3}, new int[] {20, 30, 40, 0}, new int[] {20, 30, 40, 0}))
                .containsEntry("0 level.none", "?")
                .containsEntry("0 level.high", "?")
                .containsEntry("0 level.medium", "90")
                .containsEntry("2 level.standard", "40")
                .containsEntry("2 level.high", "?");
    }

    @Test
    void a_level_that_is_rare_in_a_month_is_shown_for_the_year_and_does_not_hide_the_others_of_the_month() {
        assertThat(published(new int[] {20, 30, 40, 3}, new int[] {20, 30, 40, 2}, new int[] {20, 30, 40, 1}))
                .containsEntry("0 level.none", "6")
                .containsEntry("0 level.high", "60")
                .containsEntry("2 level.none", "?")
                .containsEntry("2 level.medium", "30");
    }

    @Test
    void an_area_with_four_cases_a_year_shows_nothing() {
        assertThat(published(new int[] {1, 0, 0, 0}, new int[] {1, 1, 0, 0}, new int[] {0, 0, 1, 0})
                        .values())
                .containsOnly("?");
    }

    @Test
    void the_adversary_finds_a_count_that_was_hidden_without_another() {
        MadeUpYear made = MadeUpYear.of(
                MadeUpYear.LEVELS,
                List.of(new int[] {20, 0, 0, 0}, new int[] {3, 0, 0, 0}, new int[] {30, 0, 0, 0}),
                3);
        Map<Stretch, Set<String>> shown = new HashMap<>();
        made.stretches().forEach(stretch -> shown.put(stretch, Set.of(Names.ASSESSMENTS)));
        Stretch small = made.year().parts().get(0).parts().get(1);
        shown.put(small, Set.of());
        Adversary adversary = new Adversary(made, shown);
        assertThat(adversary.most(small, Names.ASSESSMENTS)).isEqualTo(3);
        assertThat(adversary.least(small, Names.ASSESSMENTS)).isEqualTo(3);
    }
}
