package org.risktriage.triage.figures;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds small counts back: those from 1 to 4, and as many others as it takes that none of those can be worked out by
 * subtraction, from any of the sums in which they stand together.
 *
 * <p>Two things are looked at until neither finds anything more. In each sum of which something is held back there must be two
 * counts or more, which come to at least {@link #LEAST}: else what is missing would be known, or nearly. And all sums
 * together, as equations, may leave no count that is held back with one value only. Nothing is made up or rounded.
 */
public final class SmallCounts {
    /** The smallest count, above none, that may be told. */
    public static final int LEAST = 5;

    private final long[] counts;
    private final List<Sum> sums;
    private final boolean[] held;

    /**
     * A count that others come to.
     *
     * @param total place of the sum among the counts
     * @param parts places of what it is the sum of
     */
    public record Sum(int total, List<Integer> parts) {
        /** Copies the list. */
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private SmallCounts(long[] counts, List<Sum> sums) {
        this.counts = counts.clone();
        this.sums = List.copyOf(sums);
        this.held = new boolean[counts.length];
    }

    /**
     * Looks which counts may be told.
     *
     * @param counts every count that is to be told, each once, also those that are sums of others; none is negative
     * @param sums which counts are sums of which
     * @return for each place the count, or null where it is held back
     */
    public static List<@Nullable Long> heldBack(long[] counts, List<Sum> sums) {
        return new SmallCounts(counts, sums).run();
    }

    private List<@Nullable Long> run() {
        for (int i = 0; i < counts.length; i++) {
            held[i] = counts[i] > 0 && counts[i] < LEAST;
        }
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
        if (sum.parts().stream().noneMatch(part -> held[part])) {
            // What a sum alone is missing would be worked out from its parts.
            return held[sum.total()] && holdOneMore(sum.parts());
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
        if (many > 1 && come >= LEAST) {
            return false;
        }
        return holdOneMore(sum.parts()) || hold(sum.total());
    }

    /** Holds back the smallest count that is not none and not yet held back. */
    private boolean holdOneMore(List<Integer> places) {
        int smallest = -1;
        for (int place : places) {
            if (!held[place] && counts[place] > 0 && (smallest < 0 || counts[place] < counts[smallest])) {
                smallest = place;
            }
        }
        return smallest >= 0 && hold(smallest);
    }

    private boolean hold(int place) {
        boolean news = !held[place];
        held[place] = true;
        return news;
    }

    /** Looks whether the sums together, as equations, leave one value only to a count that is held back. */
    private boolean protectTogether() {
        int[] unknown = new int[counts.length];
        Arrays.fill(unknown, -1);
        int many = 0;
        for (int i = 0; i < counts.length; i++) {
            if (held[i]) {
                unknown[i] = many++;
            }
        }
        double[][] equations = new double[sums.size()][many];
        for (int i = 0; i < sums.size(); i++) {
            Sum sum = sums.get(i);
            add(equations[i], unknown[sum.total()], -1);
            for (int part : sum.parts()) {
                add(equations[i], unknown[part], 1);
            }
        }
        int found = determined(equations, many);
        if (found < 0) {
            return false;
        }
        for (Sum sum : sums) {
            boolean in = sum.parts().stream().anyMatch(part -> unknown[part] == found) || unknown[sum.total()] == found;
            if (in && (holdOneMore(sum.parts()) || hold(sum.total()))) {
                return true;
            }
        }
        return false;
    }

    private static void add(double[] equation, int place, int times) {
        if (place >= 0) {
            equation[place] += times;
        }
    }

    /** Solves the equations as far as they go; the first unknown that has one value only, or -1. */
    private static int determined(double[][] equations, int many) {
        final double none = 1e-9;
        int row = 0;
        for (int column = 0; column < many && row < equations.length; column++) {
            int pivot = row;
            for (int i = row; i < equations.length; i++) {
                pivot = Math.abs(equations[i][column]) > Math.abs(equations[pivot][column]) ? i : pivot;
            }
            if (Math.abs(equations[pivot][column]) < none) {
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
        for (int i = 0; i < row; i++) {
            int last = -1;
            int unknowns = 0;
            for (int j = 0; j < many; j++) {
                if (Math.abs(equations[i][j]) > none) {
                    unknowns++;
                    last = j;
                }
            }
            if (unknowns == 1) {
                return last;
            }
        }
        return -1;
    }
}
