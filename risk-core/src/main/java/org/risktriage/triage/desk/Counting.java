package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts cases by what came of them. What is asked for is written down, so that afterwards the same can be told again with
 * small counts held back: all that is ever told is looked at together.
 */
final class Counting {
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Long> cases = new ArrayList<>();
    private final List<List<Predicate<Outcome>>> tables = new ArrayList<>();
    private final @Nullable List<@Nullable Long> told;
    private int next;

    private Counting(Map<Outcome, Long> tally, @Nullable List<@Nullable Long> told) {
        tally.forEach((outcome, many) -> {
            outcomes.add(outcome);
            cases.add(many);
        });
        this.told = told;
    }

    /** Counts exactly. */
    static Counting exact(Map<Outcome, Long> tally) {
        return new Counting(tally, null);
    }

    /** Tells again what was asked for, in the same order, with small counts held back. */
    Counting heldBack(Map<Outcome, Long> tally) {
        List<Long> counts = new ArrayList<>(cases);
        List<SmallCounts.Sum> sums = new ArrayList<>();
        int all = counts.size();
        counts.add(sum(outcome -> true));
        sums.add(new SmallCounts.Sum(
                all, IntStream.range(0, cases.size()).boxed().toList()));
        List<Integer> asked = new ArrayList<>();
        for (List<Predicate<Outcome>> table : tables) {
            List<Integer> parts = new ArrayList<>();
            for (Predicate<Outcome> cell : table) {
                int place = counts.size();
                counts.add(sum(cell));
                parts.add(place);
                sums.add(new SmallCounts.Sum(
                        place,
                        IntStream.range(0, outcomes.size())
                                .filter(i -> cell.test(outcomes.get(i)))
                                .boxed()
                                .toList()));
            }
            asked.addAll(parts);
            if (table.size() > 1) {
                sums.add(new SmallCounts.Sum(all, parts));
            }
        }
        Set<Integer> neverTold =
                new LinkedHashSet<>(IntStream.range(0, cases.size()).boxed().toList());
        List<@Nullable Long> found =
                SmallCounts.heldBack(counts.stream().mapToLong(Long::longValue).toArray(), sums, neverTold);
        List<@Nullable Long> again = new ArrayList<>();
        asked.forEach(place -> again.add(found.get(place)));
        return new Counting(tally, again);
    }

    /** How many cases there are of each kind; every case is of one of them. */
    List<@Nullable Long> table(List<Predicate<Outcome>> cells) {
        tables.add(List.copyOf(cells));
        List<@Nullable Long> counts = new ArrayList<>();
        for (Predicate<Outcome> cell : cells) {
            counts.add(told == null ? Long.valueOf(sum(cell)) : told.get(next++));
        }
        return counts;
    }

    /** How many cases there are of a kind. */
    @Nullable
    Long of(Predicate<Outcome> kind) {
        return table(List.of(kind)).get(0);
    }

    boolean any(Predicate<Outcome> kind) {
        return outcomes.stream().anyMatch(kind);
    }

    private long sum(Predicate<Outcome> kind) {
        long sum = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            sum += kind.test(outcomes.get(i)) ? cases.get(i) : 0;
        }
        return sum;
    }
}
