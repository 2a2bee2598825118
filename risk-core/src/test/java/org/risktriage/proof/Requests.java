package org.risktriage.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads of a request, and copies of it with one thing changed. No request given is ever changed itself. */
public final class Requests {
    private static final int ITEMS = 24;

    private Requests() {}

    /** The day of the assessment. */
    public static LocalDate day(Map<String, @Nullable Object> request) {
        return LocalDate.parse(String.valueOf(request.get("assessedOn")));
    }

    /** Questions whose answer is of some kind, in the order of the instrument. */
    public static List<String> questions(Map<String, @Nullable Object> request, Predicate<String> kind) {
        Map<?, ?> answers = request.get("answers") instanceof Map<?, ?> given ? given : Map.of();
        List<String> questions = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            Object given = answers.get("q" + item);
            Object state = given instanceof Map<?, ?> object ? object.get("answer") : given;
            if (kind.test(state == null ? "not-asked" : state.toString())) {
                questions.add("q" + item);
            }
        }
        return questions;
    }

    /** Whether an answer is neither yes nor no. */
    public static boolean isUnknown(String answer) {
        return !answer.equals("yes") && !answer.equals("no");
    }

    /** The entries of a list in a request; none where it is left out. */
    public static List<Map<?, ?>> entries(Map<String, @Nullable Object> request, String list) {
        List<Map<?, ?>> entries = new ArrayList<>();
        if (request.get(list) instanceof Collection<?> given) {
            given.forEach(entry -> entries.add((Map<?, ?>) entry));
        }
        return entries;
    }

    /** Whether some incident has no date. */
    public static boolean hasUndated(Map<String, @Nullable Object> request) {
        return entries(request, "incidents").stream().anyMatch(incident -> incident.get("on") == null);
    }

    /** The request with one answer in place of what it said. */
    public static Map<String, @Nullable Object> answered(
            Map<String, @Nullable Object> request, String question, String answer) {
        Map<Object, @Nullable Object> answers = new LinkedHashMap<>();
        if (request.get("answers") instanceof Map<?, ?> given) {
            answers.putAll(given);
        }
        answers.put(question, answer);
        return with(request, "answers", answers);
    }

    /** The request with one more entry in a list. */
    public static Map<String, @Nullable Object> oneMore(
            Map<String, @Nullable Object> request, String list, Map<String, ?> entry) {
        List<Object> entries = new ArrayList<>(entries(request, list));
        entries.add(entry);
        return with(request, list, entries);
    }

    /** The request with one field in place of what it held; null takes the field out. */
    public static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> request, String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(request);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }
}
