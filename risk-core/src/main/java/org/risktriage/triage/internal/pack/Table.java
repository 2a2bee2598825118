package org.risktriage.triage.internal.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table: comma-separated values with a fixed first row.
 */
public final class Table {
    private static final int MOST_CHARACTERS = 512 * 1024;
    private static final int MOST_ROWS = 1_000;

    private Table() {}

    /**
     * One row below the first.
     *
     * @param number the number of the line in the file on which it begins, from 1
     * @param values values by column
     */
    public record Row(long number, Map<String, String> values) {
        /**
         * The value in a column of this table.
         *
         * @param column the column
         * @return the value, without spaces around it
         */
        public String get(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("The table has no column " + column);
            }
            return value;
        }
    }

    /**
     * Reads a table.
     *
     * @param file path of the file, for messages
     * @param text its text
     * @param columns the first row that it must have
     * @param faults where faults go
     * @return its rows; those with a wrong number of values are left out
     */
    public static List<Row> read(String file, String text, List<String> columns, PackFaults faults) {
        return read(file, text, columns, "", faults);
    }

    /**
     * Reads a table that may have one more column.
     *
     * @param file as for {@link #read(String, String, List, PackFaults)}
     * @param text as there
     * @param needed the columns that it must have, in this order
     * @param more the name of the column that may stand after them; empty in every row where it is left out
     * @param faults as there
     * @return as there
     */
    public static List<Row> read(String file, String text, List<String> needed, String more, PackFaults faults) {
        List<String> columns = new ArrayList<>(needed);
        List<Row> rows = new ArrayList<>();
        if (text.length() > MOST_CHARACTERS) {
            faults.add(file, "", "A table has at most " + MOST_CHARACTERS + " characters.");
            return rows;
        }
        boolean open = text.chars().filter(sign -> sign == '"').count() % 2 != 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            boolean first = true;
            int read = 0;
            for (CsvRecord line : reader) {
                if (first) {
                    first = false;
                    if (!more.isEmpty() && line.getFieldCount() > columns.size()) {
                        columns.add(more);
                    }
                    if (!line.getFields().equals(columns)) {
                        faults.add(file, "row 1", "The first row has to be: " + String.join(",", needed) + ".");
                        return List.of();
                    }
                } else if (read++ == MOST_ROWS) {
                    faults.add(
                            file,
                            "row " + line.getStartingLineNumber(),
                            "A table has at most " + MOST_ROWS + " rows below the first.");
                    return rows;
                } else if (open && line.getFields().stream().anyMatch(value -> value.contains("\n"))) {
                    // A quotation mark that is not closed would swallow the rows below it as a note.
                    faults.add(
                            file,
                            "row " + line.getStartingLineNumber(),
                            "A quotation mark begins a value here, or further down, and none ends it.");
                } else if (line.getFieldCount() != columns.size()) {
                    faults.add(
                            file,
                            "row " + line.getStartingLineNumber(),
                            columns.size() + " values are needed here, separated by commas; there are "
                                    + line.getFieldCount() + ".");
                } else {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.put(columns.get(i), line.getField(i).strip());
                    }
                    values.putIfAbsent(more, "");
                    rows.add(new Row(line.getStartingLineNumber(), values));
                }
            }
            if (first) {
                faults.add(file, "row 1", "The first row has to be: " + String.join(",", needed) + ".");
            }
        } catch (CsvParseException | UncheckedIOException e) {
            faults.add(file, "", "This is not a table of comma-separated values.");
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
