package org.risktriage.service.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.AreaStatistics;
import org.risktriage.service.api.AreaStatistics.Figure;
import org.risktriage.service.api.AreaStatistics.National;
import org.risktriage.service.api.AreaStatistics.Period;
import org.risktriage.service.api.AreaStatistics.Value;

/** Statistics as rows for a spreadsheet: one for each period and figure, in columns that stay the same. */
public final class StatisticsCsv {
    /** The media type. */
    public static final String MEDIA_TYPE = "text/csv";

    /** The columns, in order. */
    static final List<String> COLUMNS = List.of(
            "area",
            "period",
            "from",
            "to",
            "figure",
            "unit",
            "means",
            "status",
            "value",
            "national",
            "national_period");

    private StatisticsCsv() {}

    /**
     * Lays statistics out.
     *
     * @param statistics the statistics
     * @return the rows, with names of columns first and the total last
     */
    public static String of(AreaStatistics statistics) {
        StringWriter text = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(text)) {
            rows.writeRecord(COLUMNS);
            for (Period period : periods(statistics)) {
                for (int i = 0; i < statistics.figures().size(); i++) {
                    rows.writeRecord(row(
                            statistics,
                            period,
                            statistics.figures().get(i),
                            period.values().get(i)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Period> periods(AreaStatistics statistics) {
        return statistics.by() == null
                ? statistics.periods()
                : Stream.concat(statistics.periods().stream(), Stream.of(statistics.total()))
                        .toList();
    }

    private static List<String> row(AreaStatistics statistics, Period period, Figure figure, Value value) {
        National national = statistics.national().stream()
                .filter(one ->
                        one.figure().equals(figure.id()) && !figure.unit().equals("count"))
                .findFirst()
                .orElse(null);
        return Stream.of(
                        statistics.area(),
                        period.name(),
                        period.from().toString(),
                        period.to().toString(),
                        figure.id(),
                        figure.unit(),
                        figure.means(),
                        value.status().toString(),
                        text(value.value()),
                        national == null ? "" : text(national.value()),
                        national == null ? "" : national.period())
                .map(StatisticsCsv::harmless)
                .toList();
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /** A text that a spreadsheet would take for a formula is marked as a text. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
