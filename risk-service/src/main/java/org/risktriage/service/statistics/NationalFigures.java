package org.risktriage.service.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.risktriage.service.api.AreaStatistics.National;

/** Figures of the whole country, from {@code statistics/national.csv}. */
final class NationalFigures {
    static final List<National> ALL = read();

    private NationalFigures() {}

    private static List<National> read() {
        try (InputStream in =
                        Objects.requireNonNull(NationalFigures.class.getResourceAsStream("/statistics/national.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new National(
                            row.getField("figure"),
                            new BigDecimal(row.getField("value")),
                            row.getField("unit"),
                            row.getField("what"),
                            row.getField("period"),
                            row.getField("source")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
