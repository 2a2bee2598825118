package org.risktriage.triage.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Problem;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.Fields;

/**
 * A caseload as a table: a column for each item, with {@code yes}, {@code no}, {@code unknown} or a state of the contract, and
 * columns for what else a case may have. Rows may have any length of file; one is held at a time.
 */
public final class CsvCaseload implements Caseload {
    private static final String REF = "ref";
    private static final String ASSESSED_ON = "assessed-on";
    private static final String JUDGEMENT = "judgement";
    private static final String INCIDENTS = "incidents-12-months";
    private static final String REFERRED_ON = "referred-on";
    private static final String FURTHER_ON = "further-incident-on";
    private static final String VICTIM_AGE = "victim-age";
    private static final String WORSENING = "worsening";
    private static final String HONOUR = "honour-based-abuse";

    /** The columns that may stand beside those of the items. */
    public static final List<String> COLUMNS =
            List.of(REF, ASSESSED_ON, JUDGEMENT, INCIDENTS, REFERRED_ON, FURTHER_ON, VICTIM_AGE, WORSENING, HONOUR);

    private static final int OLDEST = 130;
    private static final String ANSWERS = "One of yes, no, unknown, dont-know, declined, not-asked, or nothing.";
    private static final String DAY = "A calendar day, written as in 2026-11-21, or nothing.";
    private static final String YES_OR_NO = "One of yes, no, unknown, or nothing.";

    private final Iterator<CsvRecord> rows;
    private final List<String> columns;
    private final Set<String> items;
    private final LocalDate day;
    private @Nullable LookBack lookBack;

    /**
     * Begins to read.
     *
     * @param text the table
     * @param items ids of the items that columns may be named after
     * @param day the day of a case that names none
     * @throws UnreadableCaseloadException if the first row is not right
     */
    public CsvCaseload(Reader text, List<String> items, LocalDate day) throws UnreadableCaseloadException {
        this.items = Set.copyOf(items);
        this.day = day;
        this.rows = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .iterator();
        try {
            this.columns = rows.hasNext() ? rows.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableCaseloadException("This is not a table of comma-separated values.");
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (!this.items.contains(column) && !COLUMNS.contains(column)) {
                throw wrongFirstRow("column " + (i + 1) + " has a name that is none of these", items);
            }
            if (!known.add(column)) {
                throw wrongFirstRow("column " + (i + 1) + " has the name of one before it", items);
            }
        }
        if (columns.stream().noneMatch(this.items::contains)) {
            throw wrongFirstRow("it names no item", items);
        }
    }

    private static UnreadableCaseloadException wrongFirstRow(String why, List<String> items) {
        return new UnreadableCaseloadException("The first row names the columns, and " + why + ". Items: "
                + items.get(0) + " to " + items.get(items.size() - 1) + ". Beside them: " + String.join(", ", COLUMNS)
                + ".");
    }

    /** Has the table refused at the first row that says too little for rules which look back so far. */
    void scoredBy(LookBack rules) {
        this.lookBack = rules;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            Row row = rows.hasNext() ? new Row(rows.next()) : null;
            if (row != null && lookBack != null) {
                row.refuseUnlessEnough(lookBack);
            }
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableCaseloadException("From some row on this is not a table of comma-separated values.");
        }
    }

    private final class Row implements Entry {
        private final CsvRecord values;
        private List<Problem> problems = new ArrayList<>();

        Row(CsvRecord values) {
            this.values = values;
        }

        @Override
        public long line() {
            return values.getStartingLineNumber();
        }

        private void refuseUnlessEnough(LookBack rules) throws UnreadableCaseloadException {
            if (values.getFieldCount() != columns.size() || value(INCIDENTS).isEmpty()) {
                return; // A row of another length is a fault of its own.
            }
            List<String> other = new ArrayList<>(rules.incidents());
            if (!value(REFERRED_ON).isEmpty()) {
                other.addAll(rules.repeats());
            }
            if (!other.isEmpty()) {
                throw new UnreadableCaseloadException("Line " + line() + " has a value in the column " + INCIDENTS
                        + ", which says how many incidents there were in " + LookBack.MONTHS
                        + " months and not on which days. The rules count in another time ("
                        + String.join("; ", other)
                        + "), so people who move could stay unseen. Give the caseload as JSON, with the day of each"
                        + " incident.");
            }
        }

        @Override
        public @Nullable Assessment read(List<Problem> into) {
            problems = into;
            if (values.getFieldCount() != columns.size()) {
                into.add(new Problem(
                        "",
                        "wrong-length",
                        columns.size() + " values are needed here, separated by commas; there are "
                                + values.getFieldCount() + "."));
                return null;
            }
            Assessment.Builder builder = Assessment.builder();
            LocalDate assessedOn = day(ASSESSED_ON);
            LocalDate on = assessedOn == null ? day : assessedOn;
            builder.assessedOn(on);
            for (int i = 0; i < columns.size(); i++) {
                if (items.contains(columns.get(i))) {
                    Answer answer = answer(columns.get(i), values.getField(i).strip());
                    if (answer != null) {
                        builder.answer(columns.get(i), answer);
                    }
                }
            }
            beside(builder, on);
            return builder.build();
        }

        private void beside(Assessment.Builder builder, LocalDate on) {
            String ref = value(REF);
            if (ref.length() > AssessmentReader.LONGEST_REFERENCE) {
                problem(REF, "At most " + AssessmentReader.LONGEST_REFERENCE + " characters are allowed here.");
            } else if (!ref.isEmpty()) {
                builder.references(new Assessment.References(ref, null, null));
            }
            if (Boolean.TRUE.equals(flag(JUDGEMENT))) {
                builder.judgedHighRisk("Recorded in the table of the caseload.");
            }
            histories(builder, on);
            Integer age = whole(VICTIM_AGE, OLDEST);
            if (age != null) {
                builder.victim(new Assessment.Victim(age, null, null));
            }
            Boolean worsening = flag(WORSENING);
            Boolean honour = flag(HONOUR);
            if (worsening != null || honour != null) {
                builder.circumstances(circumstances(worsening, honour));
            }
        }

        private void histories(Assessment.Builder builder, LocalDate on) {
            Integer recorded = whole(INCIDENTS, AssessmentReader.MOST_INCIDENTS - 1);
            LocalDate referredOn = day(REFERRED_ON);
            LocalDate furtherOn = day(FURTHER_ON);
            // Only how many there are is known. They count toward escalation, and make no repeat of a referral.
            LocalDate first = on.minusMonths(LookBack.MONTHS);
            LocalDate recordedOn = referredOn == null || referredOn.isBefore(first) ? on : referredOn;
            // The further incident is one of them: counted twice, it would hide who loses escalation by one.
            int among = furtherOn == null || furtherOn.isBefore(first) ? 0 : 1;
            List<Assessment.Incident> incidents = new ArrayList<>();
            for (int i = among; recorded != null && i < recorded; i++) {
                incidents.add(
                        new Assessment.Incident(recordedOn, IncidentKind.OTHER, null, Direction.SAME, null, "i" + i));
            }
            if (furtherOn != null) {
                incidents.add(
                        new Assessment.Incident(furtherOn, IncidentKind.OTHER, null, Direction.SAME, null, "further"));
            }
            if (recorded != null || furtherOn != null) {
                builder.incidents(incidents);
            }
            if (referredOn != null) {
                builder.maracs(List.of(new Assessment.Marac(referredOn, null, null, null)));
            }
        }

        private String value(String column) {
            int place = columns.indexOf(column);
            return place < 0 ? "" : values.getField(place).strip();
        }

        private void problem(String column, String message) {
            problems.add(new Problem(column, "bad-value", message));
        }

        private @Nullable Answer answer(String column, String word) {
            if (word.isEmpty()) {
                return null;
            }
            Answer answer = word.equals("unknown") ? Answer.DONT_KNOW : Answer.of(word);
            if (answer == null) {
                problem(column, ANSWERS);
            }
            return answer;
        }

        private @Nullable Boolean flag(String column) {
            String word = value(column);
            return switch (word) {
                case "yes" -> Boolean.TRUE;
                case "no" -> Boolean.FALSE;
                case "", "unknown" -> null;
                default -> {
                    problem(column, YES_OR_NO);
                    yield null;
                }
            };
        }

        private @Nullable LocalDate day(String column) {
            String word = value(column);
            LocalDate read = word.isEmpty() ? null : Fields.day(word);
            if (!word.isEmpty() && read == null) {
                problem(column, DAY);
            }
            return read;
        }

        private @Nullable Integer whole(String column, int most) {
            String word = value(column);
            if (word.isEmpty()) {
                return null;
            }
            if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > most) {
                problem(column, "A whole number from 0 to " + most + ", or nothing.");
                return null;
            }
            return Integer.valueOf(word);
        }
    }

    private static Assessment.Circumstances circumstances(@Nullable Boolean worsening, @Nullable Boolean honour) {
        return new Assessment.Circumstances(
                worsening, honour, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
