package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.internal.reading.Fields;

/** A pack's {@code parameters.csv}: values with the days on which they apply. */
public final class ParameterTable {
    private static final List<String> COLUMNS = List.of("key", "value", "from", "to", "source", "confidence", "note");
    private static final int LONGEST_KEY = 80;
    private static final int LONGEST_VALUE = 1_000;

    private final List<Parameter> rows;
    /** For each row the number of the line on which it begins. */
    private final List<Long> lines;
    /** What applies from a day until the next one in the map. */
    private final NavigableMap<LocalDate, Policy> periods = new TreeMap<>();

    private ParameterTable(List<Parameter> rows, List<Long> lines) {
        this.rows = List.copyOf(rows);
        this.lines = List.copyOf(lines);
        Set<LocalDate> days = new HashSet<>(Set.of(LocalDate.MIN));
        for (Parameter row : rows) {
            LocalDate to = row.to();
            days.add(row.from());
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        days.forEach(day -> periods.put(day, policyOn(day)));
    }

    /**
     * Reads the table.
     *
     * @param file path of the file, for messages
     * @param text its text
     * @param manifest the pack's manifest
     * @param faults where faults go
     * @return the table
     */
    public static ParameterTable read(String file, String text, Manifest manifest, PackFaults faults) {
        List<Parameter> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (Table.Row row : Table.read(file, text, COLUMNS, faults)) {
            String place = "row " + row.number();
            Parameter parameter = parameter(file, place, row, manifest, faults);
            if (parameter != null) {
                if (rows.stream().anyMatch(other -> other.key().equals(parameter.key()) && overlap(other, parameter))) {
                    faults.add(file, place, parameter.key() + " has another value for some of these days.");
                }
                rows.add(parameter);
                lines.add(row.number());
            }
        }
        return new ParameterTable(rows, lines);
    }

    private static @Nullable Parameter parameter(
            String file, String place, Table.Row row, Manifest manifest, PackFaults faults) {
        boolean right = true;
        if (row.get("key").length() > LONGEST_KEY || !row.get("key").matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*")) {
            faults.add(
                    file,
                    place + ", column key",
                    "Lower-case words joined by hyphens and dots are needed here, at most " + LONGEST_KEY
                            + " characters.");
            right = false;
        }
        if (row.get("value").length() > LONGEST_VALUE || !row.get("value").matches("[a-z0-9-]+( [a-z0-9-]+)*")) {
            faults.add(
                    file,
                    place + ", column value",
                    "A whole number, a word, or words separated by single spaces are needed here, at most "
                            + LONGEST_VALUE + " characters.");
            right = false;
        }
        LocalDate from = Fields.day(row.get("from"));
        if (from == null) {
            faults.add(file, place + ", column from", Fields.BAD_DATE);
        }
        LocalDate to = row.get("to").isEmpty() ? null : Fields.day(row.get("to"));
        if (!row.get("to").isEmpty() && to == null) {
            faults.add(
                    file,
                    place + ", column to",
                    "Nothing is needed here, or else a calendar day from 1900 to 2199, written as in 2026-11-21.");
            right = false;
        } else if (from != null && to != null && to.isBefore(from)) {
            faults.add(file, place + ", column to", "The last day may not be before the first.");
            right = false;
        }
        if (!manifest.sourceIds().contains(row.get("source"))) {
            faults.add(file, place + ", column source", "The id of a source in pack.yaml is needed here.");
            right = false;
        }
        Confidence confidence = Confidence.of(row.get("confidence"));
        if (confidence == null) {
            faults.add(file, place + ", column confidence", "One of A, B, K and I is needed here.");
        }
        return !right || from == null || confidence == null
                ? null
                : new Parameter(
                        row.get("key"), row.get("value"), from, to, row.get("source"), confidence, row.get("note"));
    }

    private static boolean overlap(Parameter one, Parameter other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Parameter one, Parameter other) {
        LocalDate end = one.to();
        return end != null && end.isBefore(other.from());
    }

    /**
     * Every row.
     *
     * @return the rows, in the order of the file
     */
    public List<Parameter> rows() {
        return rows;
    }

    /**
     * Where a row stands.
     *
     * @param row which row, from 0
     * @return the number of the line of the file on which it begins, from 1
     */
    public int line(int row) {
        return Math.toIntExact(lines.get(row));
    }

    /**
     * The same table with another value in one row.
     *
     * @param row which row, from 0
     * @param value its value, of a form that the table allows
     * @return a copy with that value
     */
    public ParameterTable with(int row, String value) {
        Parameter old = rows.get(row);
        List<Parameter> changed = new ArrayList<>(rows);
        changed.set(
                row, new Parameter(old.key(), value, old.from(), old.to(), old.source(), old.confidence(), old.note()));
        return new ParameterTable(changed, lines);
    }

    /**
     * The keys that have a value on every day from one to another.
     *
     * @param from the first day
     * @param to the last day, or null where none is set
     * @return the keys
     */
    public Set<String> keysThroughout(LocalDate from, @Nullable LocalDate to) {
        Set<String> keys = new LinkedHashSet<>(on(from).keys());
        periods.tailMap(from, false).forEach((day, policy) -> {
            if (to == null || !day.isAfter(to)) {
                keys.retainAll(policy.keys());
            }
        });
        return keys;
    }

    /**
     * The values in force on a day.
     *
     * @param day the day
     * @return the fact that rules read them from
     */
    public Policy on(LocalDate day) {
        return periods.floorEntry(day).getValue();
    }

    private Policy policyOn(LocalDate day) {
        Map<String, String> values = new HashMap<>();
        for (Parameter row : rows) {
            LocalDate to = row.to();
            if (!day.isBefore(row.from()) && (to == null || !day.isAfter(to))) {
                values.put(row.key(), row.value());
            }
        }
        return new Policy(values);
    }
}
