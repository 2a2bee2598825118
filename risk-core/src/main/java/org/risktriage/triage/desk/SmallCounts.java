package org.risktriage.triage.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds small counts back: those from 1 to 4, and as many others as it takes that none of those can be worked out by
 * subtraction, from any of the sums in which they stand together.
 *
 * <p>Two things are looked at until neither finds anything more. In each sum of which something is held back there must be two
 * counts or more, which come to at least {@link #LEAST}: else what is missing would be known, or nearly. And all sums
 * together, as equations, may leave no small count with one value only. Nothing is made up or rounded.
 */
final class SmallCounts {
    /** The smallest count, above none, that may be told. */
    static final int LEAST = 5;

    private static final double NOTHING = 1e-9;

    private final long[] counts;
    private final List<Sum> sums;
    private final boolean[] held;
    private final boolean[] neverTold;

    /**
     * A count that others come to.
     *
     * @param total place of the sum among the counts
     * @param parts places of what it is the sum of
     */
    record Sum(int total, List<Integer> parts) {
        Sum {
            parts = List.copyOf(parts);
        }
    }

    private SmallCounts(long[] counts, List<Sum> sums, Set<Integer> neverTold) {
        this.counts = counts.clone();
        this.sums = List.copyOf(sums);
        this.held = new boolean[counts.length];
        this.neverTold = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            this.neverTold[i] = neverTold.contains(i);
            this.held[i] = this.neverTold[i] || isSmallAt(i);
        }
    }

    /**
     * Looks which counts may be told.
     *
     * @param counts every count, each once, also those that are sums of others; none is negative
     * @param sums which counts are sums of which
     * @param neverTold places of counts that are told in no case, and of which others are sums
     * @return for each place the count, or null where it is held back
     */
    static List<@Nullable Long> heldBack(long[] counts, List<Sum> sums, Set<Integer> neverTold) {
        return new SmallCounts(counts, sums, neverTold).run();
    }

    /** Whether a count would tell of single people. */
    static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }

    private boolean isSmallAt(int place) {
        return isSmall(counts[place]);
    }

    private List<@Nullable Long> run() {
        boolean more = true;
        while (more) {
            more = false;
            for (Sum sum : sums) {
                more |= protect(sum);
            }
            more |= protectTogether();
        }
        Long[] told = new Long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            told[i] = held[i] ? null : Long.valueOf(counts[i]);
        }
        return Arrays.asList(told);
    }

    /** Where a sum is told, what is held back of it comes to enough, and is more than one count. */
    private boolean protect(Sum sum) {
        if (sum.parts().stream().anyMatch(part -> neverTold[part])) {
            return false; // Nobody sees these parts; what they give away together is looked at below.
        }
        if (sum.parts().stream().noneMatch(part -> held[part])) {
            // What a sum alone is missing would be worked out from its parts.
            return held[sum.total()] && isSmallAt(sum.total()) && holdOneMore(sum);
        }
        if (held[sum.total()]) {
            return false;
        }
        int many = 0;
        long come = 0;
        for (int part : sum.parts()) {
            many += held[part] ? 1 : 0;
            come += held[part] ? counts[part] : 0;
        }
        return (many < 2 || come < LEAST) && holdOneMore(sum);
    }

    /** Holds back the smallest part that is not none and not yet held back; where there is none left, the sum. */
    private boolean holdOneMore(Sum sum) {
        int smallest = -1;
        for (int place : sum.parts()) {
            if (!held[place] && counts[place] > 0 && (smallest < 0 || counts[place] < counts[smallest])) {
                smallest = place;
            }
        }
        int next = smallest >= 0 ? smallest : sum.total();
        boolean news = !held[next];
        held[next] = true;
        return news;
    }

    /** Looks whether the sums together, as equations, leave one value only to a small count. */
    private boolean protectTogether() {
        int[] unknown = new int[counts.length];
        int[] placeOf = new int[counts.length];
        int many = 0;
        for (int i = 0; i < counts.length; i++) {
            unknown[i] = held[i] ? many : -1;
            if (held[i]) {
                placeOf[many++] = i;
            }
        }
        double[][] equations = new double[sums.size()][many];
        for (int i = 0; i < sums.size(); i++) {
            add(equations[i], unknown[sums.get(i).total()], -1);
            for (int part : sums.get(i).parts()) {
                add(equations[i], unknown[part], 1);
            }
        }
        boolean more = false;
        for (int column : determined(equations, many)) {
            more |= isSmallAt(placeOf[column]) && obscure(placeOf[column]);
        }
        return more;
    }

    /** Holds back the smallest of those that are told and stand in a sum with a count, or in a sum with one that does. */
    private boolean obscure(int place) {
        boolean[] near = new boolean[counts.length];
        near[place] = true;
        for (int round = 0; round < 2; round++) {
            boolean[] nearer = near.clone();
            for (Sum sum : sums) {
                boolean touched = nearer[sum.total()] || sum.parts().stream().anyMatch(part -> nearer[part]);
                if (touched) {
                    near[sum.total()] = true;
                    sum.parts().forEach(part -> near[part] = true);
                }
            }
        }
        int smallest = -1;
        for (int i = 0; i < counts.length; i++) {
            if (near[i] && !held[i] && counts[i] > 0 && (smallest < 0 || counts[i] < counts[smallest])) {
                smallest = i;
            }
        }
        if (smallest >= 0) {
            held[smallest] = true;
        }
        return smallest >= 0;
    }

    private static void add(double[] equation, int place, int times) {
        if (place >= 0) {
            equation[place] += times;
        }
    }

    /** Solves the equations as far as they go: the unknowns that have one value only. */
    private static int[] determined(double[][] equations, int many) {
        int row = 0;
        for (int column = 0; column < many && row < equations.length; column++) {
            int pivot = row;
            for (int i = row; i < equations.length; i++) {
                pivot = Math.abs(equations[i][column]) > Math.abs(equations[pivot][column]) ? i : pivot;
            }
            if (Math.abs(equations[pivot][column]) < NOTHING) {
                continue;
            }
            double[] found = equations[pivot];
            equations[pivot] = equations[row];
            equations[row] = found;
            double by = found[column];
            for (int j = 0; j < many; j++) {
                found[j] /= by;
            }
            for (int i = 0; i < equations.length; i++) {
                double times = equations[i][column];
                for (int j = 0; i != row && times != 0 && j < many; j++) {
                    equations[i][j] -= times * found[j];
                }
            }
            row++;
        }
        return Arrays.stream(equations, 0, row)
                .map(SmallCounts::only)
                .filter(place -> place >= 0)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The one unknown of an equation; -1 where there are more. */
    private static int only(double[] equation) {
        int last = -1;
        for (int j = 0; j < equation.length; j++) {
            if (Math.abs(equation[j]) > NOTHING) {
                if (last >= 0) {
                    return -1;
                }
                last = j;
            }
        }
        return last;
    }
}
