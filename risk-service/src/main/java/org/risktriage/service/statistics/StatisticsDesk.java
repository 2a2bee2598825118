package org.risktriage.service.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.risktriage.service.api.AreaStatistics;
import org.risktriage.service.api.AreaStatistics.Figure;
import org.risktriage.service.api.AreaStatistics.Period;
import org.risktriage.service.api.AreaStatistics.Status;
import org.risktriage.service.api.AreaStatistics.Value;
import org.risktriage.service.ledger.Ledger;
import org.risktriage.service.ledger.store.LedgerUnavailableException;

/** Answers what is asked of the figures. Safe for use by many threads. */
public final class StatisticsDesk {
    private static final String NOTICE =
            "Counts from 1 to 4 are not shown, nor what would give one away. An assessment is"
                    + " counted on its day, once for each time that it was scored. The figures count what was recorded here, and"
                    + " nothing that was not. They say nothing of how well anybody works, and predict nothing.";
    private static final int MONTHS = 12;
    private static final int WOMEN = 10_000;

    private final Ledger ledger;
    private final LedgerCounts counts;

    /**
     * Creates it.
     *
     * @param ledger what is counted
     */
    public StatisticsDesk(Ledger ledger) {
        this.ledger = ledger;
        this.counts = new LedgerCounts(ledger);
    }

    /**
     * The statistics of an area.
     *
     * @param query what is asked
     * @return the figures
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    public AreaStatistics answer(StatisticsQuery query) {
        LedgerCounts.Counted counted =
                counts.between(query.area(), query.from().getYear(), query.to().getYear());
        List<String> criteria = criteria(counted);
        List<Figure> figures = FigureList.of(criteria);
        List<Stretch> years = new ArrayList<>();
        Map<Stretch, Set<String>> shown = new HashMap<>();
        for (int number = query.from().getYear(); number <= query.to().getYear(); number++) {
            Stretch year = Stretch.year(number, counted.months());
            years.add(year);
            shown.putAll(Suppression.of(year, Family.of(year.counts(), criteria)));
        }
        Laying laying = new Laying(query.area(), figures, years, shown, counted.days());
        List<Period> periods = new ArrayList<>();
        By by = query.by();
        for (YearMonth at = query.from(); by != null && !at.isAfter(query.to()); at = at.plusMonths(by.months())) {
            periods.add(laying.period(by.named(at), at, at.plusMonths(by.months() - 1L)));
        }
        Period total = laying.period(query.from() + " to " + query.to(), query.from(), query.to());
        return new AreaStatistics(
                query.area(),
                query.firstDay(),
                query.lastDay(),
                by == null ? null : by.code(),
                ledger.settings().adultWomen().get(query.area()),
                figures,
                by == null ? List.of(total) : List.copyOf(periods),
                total,
                NationalFigures.ALL,
                NOTICE);
    }

    /** Those that every area has, and those that were met here. */
    private static List<String> criteria(LedgerCounts.Counted counted) {
        Set<String> criteria = new TreeSet<>(FigureList.CRITERIA);
        counted.months()
                .values()
                .forEach(month -> month.byName().keySet().stream()
                        .filter(name -> name.startsWith(Names.CRITERION))
                        .forEach(criteria::add));
        return List.copyOf(criteria);
    }

    /** Lays figures out for periods. */
    private final class Laying {
        private final String area;
        private final List<Figure> figures;
        private final List<Stretch> years;
        private final Map<Stretch, Set<String>> shown;
        private final Map<YearMonth, List<Integer>> days;

        Laying(
                String area,
                List<Figure> figures,
                List<Stretch> years,
                Map<Stretch, Set<String>> shown,
                Map<YearMonth, List<Integer>> days) {
            this.area = area;
            this.figures = figures;
            this.years = years;
            this.shown = shown;
            this.days = days;
        }

        Period period(String name, YearMonth from, YearMonth to) {
            List<Stretch> stretches = years.stream()
                    .flatMap(year -> year.within(from, to).stream())
                    .toList();
            Counts sum = stretches.stream().map(Stretch::counts).reduce(Counts.NONE, Counts::plus);
            List<Value> values = figures.stream()
                    .map(figure -> value(figure.id(), from, to, stretches, sum))
                    .toList();
            return new Period(name, from.atDay(1), to.atEndOfMonth(), values);
        }

        private Value value(String figure, YearMonth from, YearMonth to, List<Stretch> stretches, Counts sum) {
            return switch (figure) {
                case Names.REPEAT_RATE -> percent(figure, Names.REPEAT, stretches, sum);
                case Names.NOT_POLICE_RATE ->
                    knowsPolice() ? percent(figure, Names.NOT_POLICE, stretches, sum) : notKnown(figure);
                case Names.POLICE, Names.NOT_POLICE -> knowsPolice() ? count(figure, stretches, sum) : notKnown(figure);
                case Names.PER_WOMEN -> perWomen(figure, from, to, stretches, sum);
                case Names.DAYS -> median(figure, from, to, stretches, sum);
                default -> count(figure, stretches, sum);
            };
        }

        /** A sum is shown where every figure of which it is made is. */
        private boolean isShown(String figure, List<Stretch> stretches) {
            return stretches.stream()
                    .allMatch(stretch -> shown.getOrDefault(stretch, Set.of()).contains(figure));
        }

        private boolean knowsPolice() {
            return !ledger.settings().policeAgencies().isEmpty();
        }

        private Value count(String figure, List<Stretch> stretches, Counts sum) {
            return isShown(figure, stretches) ? shown(figure, BigDecimal.valueOf(sum.of(figure))) : suppressed(figure);
        }

        private Value percent(String figure, String part, List<Stretch> stretches, Counts sum) {
            if (!isShown(part, stretches) || !isShown(Names.REFERRALS, stretches)) {
                return suppressed(figure);
            }
            int of = sum.of(Names.REFERRALS);
            return of == 0 ? notKnown(figure) : shown(figure, rate(100L * sum.of(part), of));
        }

        private Value perWomen(String figure, YearMonth from, YearMonth to, List<Stretch> stretches, Counts sum) {
            Integer women = ledger.settings().adultWomen().get(area);
            if (women == null) {
                return notKnown(figure);
            }
            long months = from.until(to.plusMonths(1), ChronoUnit.MONTHS);
            return isShown(Names.REFERRALS, stretches)
                    ? shown(figure, rate((long) sum.of(Names.REFERRALS) * WOMEN * MONTHS, women * months))
                    : suppressed(figure);
        }

        private Value median(String figure, YearMonth from, YearMonth to, List<Stretch> stretches, Counts sum) {
            if (!isShown(figure, stretches)) {
                return suppressed(figure);
            }
            if (sum.of(Names.REFERRED) == 0) {
                return notKnown(figure);
            }
            List<Integer> all = days.entrySet().stream()
                    .filter(month ->
                            !month.getKey().isBefore(from) && !month.getKey().isAfter(to))
                    .flatMap(month -> month.getValue().stream())
                    .sorted()
                    .toList();
            return shown(figure, BigDecimal.valueOf(all.get((all.size() - 1) / 2)));
        }
    }

    private static BigDecimal rate(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static Value shown(String figure, BigDecimal value) {
        return new Value(figure, Status.SHOWN, value);
    }

    private static Value suppressed(String figure) {
        return new Value(figure, Status.SUPPRESSED, null);
    }

    private static Value notKnown(String figure) {
        return new Value(figure, Status.NOT_KNOWN, null);
    }
}
