package org.risktriage.triage.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.SafetyQuestions;
import org.risktriage.triage.internal.pack.ServiceTable;

/** What spreadsheets do to a table when they save it, and where its cells stand. */
final class TableLook {
    private static final Map<String, List<String>> TABLES = Map.of(
            ParameterTable.FILE,
            ParameterTable.COLUMNS,
            ServiceTable.FILE,
            ServiceTable.COLUMNS,
            SafetyQuestions.FILE,
            SafetyQuestions.COLUMNS);

    /** The columns that there have to be. */
    private final List<String> needed;

    /** Those, and what may stand after them. */
    private final List<String> columns;

    private final String file;
    private final List<CsvRecord> records = new ArrayList<>();
    private final String[] lines;

    TableLook(String file, String text) {
        this.file = file;
        String name = file.substring(file.lastIndexOf('/') + 1);
        this.needed = TABLES.getOrDefault(name, List.of());
        this.columns = new ArrayList<>(needed);
        if (name.equals(ParameterTable.FILE)) {
            columns.add(ParameterTable.ALLOWED);
        }
        this.lines = text.split("\r?\n", -1);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException | UncheckedIOException e) {
            // The reader of packs says so.
            records.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong beyond what the reader of packs can tell; each stands for all that it says of the same row. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String sign : List.of(";", "\t")) {
            if (lines[0].split(sign, -1).length >= needed.size() && !lines[0].contains(",")) {
                findings.add(new Finding(
                        MessageCode.R302,
                        file,
                        1,
                        0,
                        "",
                        "The values are separated by " + (sign.equals(";") ? "semicolons" : "tabs")
                                + "; commas are needed here.",
                        "save it again as 'CSV (comma delimited)', or choose the comma as field delimiter"));
                return findings;
            }
        }
        if (lines[0].matches("(?i)\"?sep=.\"?")) {
            findings.add(new Finding(
                    MessageCode.R301,
                    file,
                    1,
                    0,
                    "",
                    "The first line names a separator for spreadsheets; the first row has to be the columns.",
                    "delete the line"));
            return findings;
        }
        for (int i = 0; i < records.size(); i++) {
            CsvRecord row = records.get(i);
            int line = Math.toIntExact(row.getStartingLineNumber());
            if (i == 0) {
                if (!row.getFields().equals(columns) && !row.getFields().equals(needed)) {
                    findings.add(header(row.getFields()));
                    return findings;
                }
            } else if (row.getFieldCount() == 1 && row.getField(0).split("[;\t]", -1).length >= needed.size()) {
                findings.add(new Finding(
                        MessageCode.R302,
                        file,
                        line,
                        0,
                        "",
                        "The values of this row are separated by something else than commas.",
                        "put commas between the values"));
            } else if (row.getFields().stream().allMatch(String::isBlank)) {
                findings.add(new Finding(MessageCode.R315, file, line, 0, "", "The row is empty.", "delete the row"));
            } else {
                for (int cell = 0; cell < row.getFieldCount(); cell++) {
                    boolean phone = column(cell).equals("phone");
                    if (!phone && row.getField(cell).strip().matches("(?s)[=@].*|[+-]\\s*\\S.*")) {
                        findings.add(new Finding(
                                MessageCode.R316,
                                file,
                                line,
                                column(line, column(cell)),
                                "column " + column(cell),
                                "A spreadsheet would calculate this cell: it begins with =, +, - or @.",
                                null));
                    }
                }
            }
        }
        return findings;
    }

    private Finding header(List<String> given) {
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(given);
        List<String> strange = new ArrayList<>(given);
        strange.removeAll(columns);
        String what = missing.isEmpty()
                ? strange.isEmpty() ? "The columns stand in another order." : "There is a column too many."
                : "Missing: " + String.join(", ", missing) + ".";
        String near = strange.isEmpty() ? null : NearWord.of(strange.get(0).strip(), columns);
        return new Finding(
                MessageCode.R301,
                file,
                1,
                0,
                "",
                "The first row has to be: " + String.join(",", needed)
                        + (columns.size() > needed.size() ? "; allowed may stand after them. " : ". ") + what,
                near != null ? near : missing.isEmpty() ? String.join(",", columns) : null);
    }

    private String column(int cell) {
        return cell < columns.size() ? columns.get(cell) : String.valueOf(cell + 1);
    }

    /** What stands in a cell; empty where there is none. */
    String cell(int line, String column) {
        int at = columns.indexOf(column);
        CsvRecord row = row(line);
        return row == null || at < 0 || at >= row.getFieldCount()
                ? ""
                : row.getField(at).strip();
    }

    /** The number of the character at which a cell begins; 0 where there is none. */
    int column(int line, String column) {
        int wanted = columns.indexOf(column);
        String text = line >= 1 && line <= lines.length ? lines[line - 1] : "";
        boolean quoted = false;
        int cell = 0;
        for (int i = 0; i < text.length(); i++) {
            if (cell == wanted) {
                return i + 1;
            }
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                cell++;
            }
        }
        return cell == wanted ? text.length() + 1 : 0;
    }

    private @Nullable CsvRecord row(int line) {
        return records.stream()
                .filter(row -> row.getStartingLineNumber() == line)
                .findFirst()
                .orElse(null);
    }
}
