package org.risktriage.service.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.triage.Problem;

/**
 * What is asked: an area, and whole months of the calendar.
 *
 * @param area id of the area
 * @param from the first month
 * @param to the last month
 * @param by the parts into which it is divided; null for none
 */
public record StatisticsQuery(
        String area, YearMonth from, YearMonth to, @Nullable By by) {
    private static final Set<String> PARAMETERS = Set.of("area", "from", "to", "by", "format");
    private static final int MOST_MONTHS = 120;

    /**
     * Reads a query.
     *
     * @param query the parameters, each with everything that was given for it
     * @return what is asked
     * @throws RefusedException with everything that is wrong
     */
    public static StatisticsQuery read(Map<String, List<String>> query) {
        List<Problem> problems = new ArrayList<>();
        if (!PARAMETERS.containsAll(query.keySet())) {
            problems.add(new Problem("", "unknown-field", "The parameters are area, from, to, by and format."));
        }
        String area = one(query, "area", problems);
        if (area == null) {
            problems.add(new Problem("/area", "required", "The id of an area is needed here, as in GET /v1/areas."));
        }
        LocalDate from = day(query, "from", problems);
        LocalDate to = day(query, "to", problems);
        String parts = one(query, "by", problems);
        By by = parts == null ? null : By.of(parts);
        if (parts != null && by == null) {
            problems.add(
                    new Problem("/by", "unknown-code", "This is month, quarter or year; or left out for one period."));
        }
        if (from != null && to != null) {
            aligned(from, to, by, problems);
        }
        if (!problems.isEmpty() || area == null || from == null || to == null) {
            throw new RefusedException(ProblemKind.INVALID_QUERY, ProblemMapper.count(problems.size()), problems);
        }
        return new StatisticsQuery(area, YearMonth.from(from), YearMonth.from(to), by);
    }

    private static @Nullable String one(Map<String, List<String>> query, String name, List<Problem> problems) {
        List<String> given = query.getOrDefault(name, List.of());
        if (given.size() > 1) {
            problems.add(new Problem("/" + name, "twice", "This may be given once."));
        }
        return given.isEmpty() || given.get(0).isEmpty() ? null : given.get(0);
    }

    private static @Nullable LocalDate day(Map<String, List<String>> query, String name, List<Problem> problems) {
        String given = one(query, name, problems);
        if (given != null && given.matches("(19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeParseException e) {
                // Such as the 31st of June: refused below.
            }
        }
        problems.add(new Problem(
                "/" + name,
                given == null ? "required" : "bad-date",
                "A day from 1900 to 2199 is needed here, as in 2026-11-21."));
        return null;
    }

    /** Only parts of the calendar: what lies between two overlapping spans could be a few days, and one case. */
    private static void aligned(LocalDate from, LocalDate to, @Nullable By by, List<Problem> problems) {
        By parts = by == null ? By.MONTH : by;
        if (from.getDayOfMonth() != 1 || !parts.begins(YearMonth.from(from))) {
            problems.add(new Problem(
                    "/from", "not-aligned", "This is the first day of a " + parts.code() + " of the calendar."));
        }
        LocalDate after = to.plusDays(1);
        if (after.getDayOfMonth() != 1 || !parts.begins(YearMonth.from(after))) {
            problems.add(new Problem(
                    "/to", "not-aligned", "This is the last day of a " + parts.code() + " of the calendar."));
        }
        if (to.isBefore(from)) {
            problems.add(new Problem("/to", "wrong-order", "This is not before from."));
        } else if (to.isAfter(from.plusMonths(MOST_MONTHS).minusDays(1))) {
            problems.add(new Problem("/to", "too-long", "At most ten years are counted at once."));
        }
    }

    /** The first day of a span of months. */
    LocalDate firstDay() {
        return from.atDay(1);
    }

    /** The last day. */
    LocalDate lastDay() {
        return to.atEndOfMonth();
    }
}
