package org.risktriage.triage.desk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.ImpactReport.Needs;
import org.risktriage.triage.desk.ImpactReport.Year;

/** What referrals need in a year, by the figures of {@code planning-figures.csv}, each of which has its source. */
final class PlanningFigures {
    private static final String FILE = "planning-figures.csv";
    private static final double TENTHS = 10;
    private static final double MINUTES = 60;

    private final Map<String, Integer> figures = new HashMap<>();

    PlanningFigures() {
        try (InputStream in = Objects.requireNonNull(PlanningFigures.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> figures.put(row.getField("key"), Integer.valueOf(row.getField("value"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int figure(String key) {
        return Objects.requireNonNull(figures.get(key), key);
    }

    /** Referrals to expect in a year of so many adult women. */
    long expected(long adultWomen) {
        return Math.round((double) adultWomen * figure("referrals-per-10000-adult-women") / 10_000);
    }

    /**
     * What a caseload comes to in a year.
     *
     * @param plan what was asked
     * @param cases how many cases were scored
     * @param before how many of them were referred before; null where that is held back
     * @param after how many are referred after; null where that is held back
     * @return the year; null where there is nothing to scale by, or a count is held back
     */
    @Nullable
    Year year(ImpactPlan plan, long cases, @Nullable Long before, @Nullable Long after) {
        Long women = plan.adultWomen();
        Long expected = women == null ? null : Long.valueOf(expected(women));
        Long assessments = plan.assessmentsAYear();
        if (before == null || after == null || cases == 0) {
            return null;
        }
        if (assessments == null && expected != null && before > 0) {
            // As many as it takes for today's rules to come to the referrals that are to be expected.
            assessments = Math.round((double) expected * cases / before);
        }
        if (assessments == null) {
            return null;
        }
        double scale = (double) assessments / cases;
        return new Year(assessments, women, expected, needs(before * scale), needs(after * scale));
    }

    private Needs needs(double referrals) {
        return new Needs(
                Math.round(referrals),
                tenths(referrals / figure("referrals-per-idva")),
                tenths(referrals / figure("cases-per-administrator")),
                Math.round(referrals * figure("meeting-minutes-at-least") / MINUTES),
                Math.round(referrals * figure("meeting-minutes-at-most") / MINUTES));
    }

    private static double tenths(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }
}
