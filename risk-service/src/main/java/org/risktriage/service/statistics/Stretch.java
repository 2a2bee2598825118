package org.risktriage.service.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stretch of time that can be shown by itself: a calendar year, a quarter of it, or a month. Two are the same only if they
 * are the same object.
 */
final class Stretch {
    private static final int QUARTER = 3;

    private final YearMonth first;
    private final int months;
    private final List<Stretch> parts;
    private final Counts counts;

    private Stretch(YearMonth first, int months, List<Stretch> parts, Counts counts) {
        this.first = first;
        this.months = months;
        this.parts = List.copyOf(parts);
        this.counts = counts;
    }

    static Stretch month(YearMonth month, Counts counts) {
        return new Stretch(month, 1, List.of(), counts);
    }

    /** Stretches that follow each other. */
    static Stretch of(List<Stretch> parts) {
        return new Stretch(
                parts.get(0).first,
                parts.stream().mapToInt(Stretch::months).sum(),
                parts,
                parts.stream().map(Stretch::counts).reduce(Counts.NONE, Counts::plus));
    }

    /** A year of four quarters of three months. */
    static Stretch year(int year, Map<YearMonth, Counts> counts) {
        List<Stretch> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            List<Stretch> of = new ArrayList<>();
            for (int i = 1; i <= QUARTER; i++) {
                YearMonth month = YearMonth.of(year, quarter * QUARTER + i);
                of.add(month(month, counts.getOrDefault(month, Counts.NONE)));
            }
            quarters.add(of(of));
        }
        return of(quarters);
    }

    YearMonth first() {
        return first;
    }

    YearMonth last() {
        return first.plusMonths(months - 1L);
    }

    int months() {
        return months;
    }

    List<Stretch> parts() {
        return parts;
    }

    Counts counts() {
        return counts;
    }

    /** The fewest stretches of this one that make up the months between two; none outside of it. */
    List<Stretch> within(YearMonth from, YearMonth to) {
        if (!first.isBefore(from) && !last().isAfter(to)) {
            return List.of(this);
        }
        List<Stretch> within = new ArrayList<>();
        parts.forEach(part -> within.addAll(part.within(from, to)));
        return within;
    }
}
