package org.risktriage.triage.internal.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Problem;

/**
 * The fields of one object in a tree, read by name and type. Whatever does not fit goes into a shared list of problems and
 * reads as null, so that one pass finds everything. A field that is null was not given.
 *
 * <p>No message repeats a value. A pointer repeats a field's name only where the name looks like one.
 */
public final class Fields {
    private static final int LONGEST_NAME = 40;
    /** Says what a day looks like. */
    public static final String BAD_DATE = "A calendar day from 1900 to 2199 is needed here, written as in 2026-11-21.";

    private static final int LONGEST_MOMENT = 40;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;

    private final Map<?, ?> values;
    private final String pointer;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Map<?, ?> values, String pointer, List<Problem> problems) {
        this.values = values;
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * Begins to read a tree.
     *
     * @param tree what a parser made; anything but a map is a problem and reads as an object without fields
     * @param pointer JSON pointer to it
     * @param problems where problems go
     * @return its fields
     */
    public static Fields of(@Nullable Object tree, String pointer, List<Problem> problems) {
        if (tree instanceof Map<?, ?> map) {
            Map<?, ?> named = map;
            if (!isNamed(map)) {
                problems.add(new Problem(pointer, "unknown-field", "The name of a field is a text."));
                named = map.entrySet().stream()
                        .filter(entry -> entry.getKey() instanceof String && entry.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
            return new Fields(named, pointer, problems);
        }
        problems.add(new Problem(pointer, "wrong-type", "An object is needed here."));
        // What should stand in an object that is none is not missed as well: one fault, one problem.
        return new Fields(Map.of(), pointer, new ArrayList<>());
    }

    private static boolean isNamed(Map<?, ?> map) {
        for (Object name : map.keySet()) {
            if (!(name instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The names of all fields given.
     *
     * @return the names, in the order given
     */
    public Collection<String> names() {
        List<String> names = new ArrayList<>(values.size());
        values.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /**
     * Whether a field was given a value other than null.
     *
     * @param name name of the field
     * @return true if so
     */
    public boolean has(String name) {
        return raw(name) != null;
    }

    /**
     * A field's value as the parser made it.
     *
     * @param name name of the field
     * @return the value, or null
     */
    public @Nullable Object raw(String name) {
        known.add(name);
        return values.get(name);
    }

    /**
     * A text.
     *
     * @param name name of the field
     * @param longest most characters allowed
     * @return the text, or null
     */
    public @Nullable String text(String name, int longest) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            problem(name, "wrong-type", "A text is needed here.");
            return null;
        }
        if (text.length() > longest) {
            problem(name, "too-long", "At most " + longest + " characters are allowed here.");
            return null;
        }
        return text;
    }

    /**
     * True or false.
     *
     * @param name name of the field
     * @return the value, or null
     */
    public @Nullable Boolean flag(String name) {
        Object value = raw(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        problem(name, "wrong-type", "true or false is needed here.");
        return null;
    }

    /**
     * A whole number.
     *
     * @param name name of the field
     * @param least smallest allowed
     * @param most largest allowed
     * @return the value, or null
     */
    public @Nullable Integer whole(String name, int least, int most) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        long number = whole ? ((Number) value).longValue() : 0;
        if (!whole || number < least || number > most) {
            problem(
                    name,
                    value instanceof Number ? "out-of-range" : "wrong-type",
                    "A whole number from " + least + " to " + most + " is needed here.");
            return null;
        }
        return (int) number;
    }

    /**
     * A calendar day, written as in 2026-11-21.
     *
     * @param name name of the field
     * @return the day, or null
     */
    public @Nullable LocalDate date(String name) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        LocalDate date = value instanceof String text ? day(text) : null;
        if (date == null) {
            problem(name, "bad-date", BAD_DATE);
        }
        return date;
    }

    /**
     * Says that a day lies outside what can be decided, if it does. Serves days that no text was read for.
     *
     * @param day the day
     * @param pointer JSON pointer to it
     * @param problems where the problem goes
     */
    static void checkYear(LocalDate day, String pointer, List<Problem> problems) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            problems.add(new Problem(pointer, "bad-date", BAD_DATE));
        }
    }

    /**
     * Reads a calendar day from 1900 to 2199, written as in 2026-11-21.
     *
     * @param text the text
     * @return the day, or null if it is none
     */
    public static @Nullable LocalDate day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number that stands there; 0, which is no year, month or day, where there is anything but digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /**
     * A moment with its offset, written as in 2026-11-21T23:10:00Z or 2026-06-21T23:10:00+01:00.
     *
     * @param name name of the field
     * @return the moment, or null
     */
    public @Nullable Instant instant(String name) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        Instant moment = value instanceof String text ? moment(text) : null;
        if (moment == null) {
            problem(
                    name,
                    "bad-instant",
                    "A moment with its offset is needed here, from 1900 to 2199, written as in"
                            + " 2026-11-21T23:10:00+00:00.");
        }
        return moment;
    }

    private static @Nullable Instant moment(String text) {
        if (text.length() > LONGEST_MOMENT || text.length() < 11 || day(text.substring(0, 10)) == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * One of a fixed set of codes.
     *
     * @param name name of the field
     * @param code code of the problem where it is none of them
     * @param of finds the value with a code, null where there is none
     * @param allowed all values, named in the message
     * @param <E> type of the values
     * @return the value, or null
     */
    public <E> @Nullable E code(String name, String code, Function<String, @Nullable E> of, E[] allowed) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        E found = value instanceof String text ? of.apply(text) : null;
        if (found == null) {
            problem(name, code, oneOf(allowed));
        }
        return found;
    }

    /**
     * The words that say which codes are allowed.
     *
     * @param allowed the values
     * @return a sentence
     */
    public static String oneOf(Object[] allowed) {
        return "One of these is needed here: "
                + String.join(", ", Arrays.stream(allowed).map(String::valueOf).toList()) + ".";
    }

    /**
     * An object.
     *
     * @param name name of the field
     * @return its fields, or null
     */
    public @Nullable Fields object(String name) {
        Object value = raw(name);
        return value == null ? null : of(value, pointerTo(name), problems);
    }

    /**
     * A list of objects.
     *
     * @param name name of the field
     * @param most most entries allowed
     * @return the fields of each, or null
     */
    public @Nullable List<Fields> objects(String name, int most) {
        List<?> entries = list(name, most);
        if (entries == null) {
            return null;
        }
        List<Fields> objects = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            objects.add(of(entries.get(i), pointerTo(name) + "/" + i, problems));
        }
        return objects;
    }

    /**
     * A list of texts.
     *
     * @param name name of the field
     * @param most most entries allowed
     * @param longest most characters allowed in each
     * @return the texts, or null
     */
    public @Nullable List<String> texts(String name, int most, int longest) {
        List<?> entries = list(name, most);
        if (entries == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof String text && text.length() <= longest) {
                texts.add(text);
            } else {
                problems.add(new Problem(
                        pointerTo(name) + "/" + i,
                        "wrong-type",
                        "A text of at most " + longest + " characters is needed here."));
            }
        }
        return texts;
    }

    private @Nullable List<?> list(String name, int most) {
        Object value = raw(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            problem(name, "wrong-type", "A list is needed here.");
            return null;
        }
        if (list.size() > most) {
            problem(name, "too-many", "At most " + most + " entries are allowed here.");
            return null;
        }
        return list;
    }

    /**
     * Says that a field must be given, where it was not.
     *
     * @param names names of the fields
     * @return this
     */
    public Fields required(String... names) {
        for (String name : names) {
            if (raw(name) == null) {
                problem(name, "required", name + " is required.");
            }
        }
        return this;
    }

    /** Refuses every field that was given and that nothing has read: a misspelt name must not be dropped in silence. */
    public void refuseOthers() {
        for (Object given : values.keySet()) {
            if (!(given instanceof String name) || !known.contains(name)) {
                problem(
                        String.valueOf(given),
                        "unknown-field",
                        "There is no such field. Allowed here: " + String.join(", ", known) + ".");
            }
        }
    }

    /**
     * Adds a problem with a field.
     *
     * @param name name of the field
     * @param code stable code
     * @param message what is wrong and what is allowed
     */
    public void problem(String name, String code, String message) {
        problems.add(new Problem(pointerTo(name), code, message));
    }

    /**
     * The pointer to a field. A name that does not look like a field's may be a value in the wrong place: then the pointer
     * stops at the object.
     *
     * @param name name of the field
     * @return a JSON pointer
     */
    public String pointerTo(String name) {
        return pointer(pointer, name);
    }

    /**
     * The pointer to a field of an object, as {@link #pointerTo} gives it.
     *
     * @param object pointer to the object
     * @param name name of the field
     * @return a JSON pointer
     */
    static String pointer(String object, String name) {
        return looksLikeAName(name) ? object + "/" + name : object;
    }

    private static boolean looksLikeAName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            boolean later = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!lower && (i == 0 || !later)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Texts that stand more than once in a list.
     *
     * @param texts the list
     * @return those that are repeated
     */
    public static Set<String> repeated(Collection<String> texts) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        texts.forEach(text -> {
            if (!seen.add(text)) {
                repeated.add(text);
            }
        });
        return repeated;
    }
}
