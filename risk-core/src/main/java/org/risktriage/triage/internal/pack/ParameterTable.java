package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.internal.reading.Fields;

/**
 * A pack's {@code parameters.csv}, laid over that of the pack that it extends: values with the days on which they apply.
 * On a day for which the pack has no value of its own, that of the other pack applies.
 */
public final class ParameterTable {
    /** The name of the file. */
    public static final String FILE = "parameters.csv";

    /** The columns that it has. */
    public static final List<String> COLUMNS = List.of("key", "value", "from", "to", "source", "confidence", "note");

    /** The column that may stand after them. */
    public static final String ALLOWED = "allowed";

    private static final int LONGEST_KEY = 80;
    private static final int LONGEST_VALUE = 1_000;

    private final @Nullable ParameterTable base;
    private final List<Parameter> own;
    /** For each row of its own the number of the line on which it begins. */
    private final List<Long> lines;
    /** What applies from a day until the next one in the map. */
    private final NavigableMap<LocalDate, Policy> periods = new TreeMap<>();

    private ParameterTable(@Nullable ParameterTable base, List<Parameter> own, List<Long> lines) {
        this.base = base;
        this.own = List.copyOf(own);
        this.lines = List.copyOf(lines);
        Set<LocalDate> days = new LinkedHashSet<>();
        days.add(LocalDate.MIN);
        if (base != null) {
            days.addAll(base.periods.keySet());
        }
        for (Parameter row : own) {
            LocalDate to = row.to();
            days.add(row.from());
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        days.forEach(day -> periods.put(day, policyOn(day)));
    }

    /**
     * Where a table stands.
     *
     * @param file path of the file, for messages
     * @param pack the pack, as id and version
     * @param inForceFrom the first day on which the pack is in force
     * @param sources ids of the sources that its rows may name
     * @param base the table of the pack that it extends, or null
     * @param named whether one of the pack's own rules names a key
     */
    public record Place(
            String file,
            PackId pack,
            LocalDate inForceFrom,
            Set<String> sources,
            @Nullable ParameterTable base,
            Predicate<String> named) {}

    /**
     * Reads the table.
     *
     * @param text its text
     * @param place where it stands
     * @param faults where faults go
     * @return the table
     */
    public static ParameterTable read(String text, Place place, PackFaults faults) {
        List<Parameter> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (Table.Row row : Table.read(place.file(), text, COLUMNS, ALLOWED, faults)) {
            String where = "row " + row.number();
            Parameter parameter = parameter(where, row, place, faults);
            if (parameter != null) {
                if (rows.stream().anyMatch(other -> other.key().equals(parameter.key()) && overlap(other, parameter))) {
                    faults.add(place.file(), where, parameter.key() + " has another value for some of these days.");
                }
                rows.add(parameter);
                lines.add(row.number());
            }
        }
        return new ParameterTable(place.base(), rows, lines);
    }

    private static @Nullable Parameter parameter(String where, Table.Row row, Place place, PackFaults faults) {
        String file = place.file();
        String key = row.get("key");
        boolean right = true;
        if (key.length() > LONGEST_KEY || !key.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*")) {
            faults.add(
                    file,
                    where + ", column key",
                    "Lower-case words joined by hyphens and dots are needed here, at most " + LONGEST_KEY
                            + " characters.");
            right = false;
        }
        boolean keyRight = right;
        if (row.get("value").length() > LONGEST_VALUE || !row.get("value").matches("[a-z0-9-]+( [a-z0-9-]+)*")) {
            faults.add(
                    file,
                    where + ", column value",
                    "A whole number, a word, or words separated by single spaces are needed here, at most "
                            + LONGEST_VALUE + " characters.");
            right = false;
        }
        // Before the rest, so that a wrong value is told beside a wrong source or day.
        Allowed allowed = keyRight ? allowed(where, row, place, faults) : null;
        if (right && allowed != null && !allowed.allows(row.get("value"))) {
            faults.add(file, where + ", column value", key + " is " + allowed.inWords() + ".");
            right = false;
        }
        LocalDate from = Fields.day(row.get("from"));
        if (from == null) {
            faults.add(file, where + ", column from", Fields.BAD_DATE);
        }
        LocalDate to = row.get("to").isEmpty() ? null : Fields.day(row.get("to"));
        if (!row.get("to").isEmpty() && to == null) {
            faults.add(
                    file,
                    where + ", column to",
                    "Nothing is needed here, or else a calendar day from 1900 to 2199, written as in 2026-11-21.");
            right = false;
        } else if (from != null && to != null && to.isBefore(from)) {
            faults.add(file, where + ", column to", "The last day may not be before the first.");
            right = false;
        }
        if (!place.sources().contains(row.get("source"))) {
            faults.add(file, where + ", column source", "The id of a source in pack.yaml is needed here.");
            right = false;
        }
        Confidence confidence = Confidence.of(row.get("confidence"));
        if (confidence == null) {
            faults.add(file, where + ", column confidence", "One of A, B, K and I is needed here.");
        }
        return !right || from == null || confidence == null || allowed == null
                ? null
                : new Parameter(
                        key,
                        row.get("value"),
                        from,
                        to,
                        row.get("source"),
                        confidence,
                        row.get("note"),
                        allowed.written(),
                        place.pack(),
                        instead(key, from, place));
    }

    /** What the value may be: the pack that brings a parameter says so, and no pack that extends it may say otherwise. */
    private static @Nullable Allowed allowed(String where, Table.Row row, Place place, PackFaults faults) {
        String key = row.get("key");
        String written = row.get(ALLOWED);
        Parameter known = place.base() == null ? null : place.base().first(key);
        if (known != null) {
            if (!written.isEmpty() && !written.equals(known.allowed())) {
                faults.add(
                        place.file(),
                        where + ", column " + ALLOWED,
                        "Leave this empty: " + known.pack().id() + " says what " + key + " may be.");
            }
            return Allowed.of(known.allowed());
        }
        if (place.base() != null && !place.named().test(key)) {
            faults.add(
                    place.file(),
                    where + ", column key",
                    "There is no parameter '" + key + "' in "
                            + place.base().own.get(0).pack().id() + ", and no rule of this pack reads one.");
            return null;
        }
        Allowed allowed = Allowed.of(written);
        if (allowed == null) {
            faults.add(
                    place.file(),
                    where + ", column " + ALLOWED,
                    "Say what " + key + " may be: bounds as in 1..24, two or more words, or questions.");
        }
        return allowed;
    }

    private @Nullable Parameter first(String key) {
        for (Parameter row : own) {
            if (row.key().equals(key)) {
                return row;
            }
        }
        return base == null ? null : base.first(key);
    }

    private static @Nullable String instead(String key, LocalDate from, Place place) {
        LocalDate day = from.isBefore(place.inForceFrom()) ? place.inForceFrom() : from;
        return place.base() == null || !place.base().on(day).keys().contains(key)
                ? null
                : place.base().on(day).text(key);
    }

    private static boolean overlap(Parameter one, Parameter other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Parameter one, Parameter other) {
        LocalDate end = one.to();
        return end != null && end.isBefore(other.from());
    }

    /**
     * The rows of the pack itself.
     *
     * @return the rows, in the order of the file
     */
    public List<Parameter> own() {
        return own;
    }

    /**
     * Every row that can apply: those of the pack itself, and what it takes over from the pack that it extends.
     *
     * @return the rows; those of one key stand together, where the pack that brought the key has them
     */
    public List<Parameter> rows() {
        List<Parameter> rows = new ArrayList<>();
        List<Parameter> left = new ArrayList<>(own);
        for (Parameter inherited : base == null ? List.<Parameter>of() : base.rows()) {
            List<Parameter> over = own.stream()
                    .filter(row -> row.key().equals(inherited.key()))
                    .toList();
            over.stream().filter(left::remove).forEach(rows::add);
            if (over.stream().noneMatch(row -> row.to() == null)) {
                rows.add(inherited);
            }
        }
        rows.addAll(left);
        return rows;
    }

    /**
     * Where a row stands.
     *
     * @param row which row of the pack itself, from 0
     * @return the number of the line of the file on which it begins, from 1
     */
    public int line(int row) {
        return Math.toIntExact(lines.get(row));
    }

    /**
     * The same table with another value in one row.
     *
     * @param row which row of the pack itself, from 0
     * @param value its value, of a form that the table allows
     * @return a copy with that value
     */
    public ParameterTable with(int row, String value) {
        Parameter old = own.get(row);
        List<Parameter> changed = new ArrayList<>(own);
        changed.set(row, old.with(value));
        return new ParameterTable(base, changed, lines);
    }

    /**
     * The same rows over another table.
     *
     * @param below the table of the pack that is extended
     * @return a copy over that table
     */
    public ParameterTable over(ParameterTable below) {
        return new ParameterTable(below, own, lines);
    }

    /**
     * The same table with the values of one day on every day.
     *
     * @param day the day
     * @return a copy in which nothing changes in time
     */
    public ParameterTable asOn(LocalDate day) {
        List<Parameter> rows = own.stream()
                .filter(row -> row.appliesOn(day))
                .map(row -> row.between(LocalDate.MIN, null))
                .toList();
        return new ParameterTable(base == null ? null : base.asOn(day), rows, lines.subList(0, rows.size()));
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
     * The days after one on which some value changes.
     *
     * @param day the day
     * @return later days, in order
     */
    public Set<LocalDate> changesAfter(LocalDate day) {
        return periods.tailMap(day, false).keySet();
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
        if (base != null) {
            Policy below = base.on(day);
            below.keys().forEach(key -> values.put(key, below.text(key)));
        }
        for (Parameter row : own) {
            if (row.appliesOn(day)) {
                values.put(row.key(), row.value());
            }
        }
        return new Policy(values);
    }
}
