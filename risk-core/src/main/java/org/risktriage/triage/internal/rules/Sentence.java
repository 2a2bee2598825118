package org.risktriage.triage.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule's sentence with placeholders in braces. Days are written as in 21 November 2026, and lists as in q1, q15, in every
 * locale.
 */
public final class Sentence {
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    /** Text and names of placeholders by turns, beginning with text. */
    private final List<String> parts;

    /** For each placeholder in {@link #parts}, which value it takes. */
    private final int[] takes;

    private final int length;

    private Sentence(List<String> parts) {
        this.parts = List.copyOf(parts);
        List<String> names = new ArrayList<>();
        this.takes = new int[parts.size() / 2];
        for (int i = 1; i < parts.size(); i += 2) {
            if (!names.contains(parts.get(i))) {
                names.add(parts.get(i));
            }
            takes[i / 2] = names.indexOf(parts.get(i));
        }
        this.length = parts.stream().mapToInt(String::length).sum();
    }

    /**
     * Reads a sentence.
     *
     * @param text the sentence, its placeholders checked when the rule was compiled
     * @return the sentence
     */
    public static Sentence of(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (true) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                parts.add(text.substring(at));
                return new Sentence(parts);
            }
            int close = text.indexOf('}', open);
            parts.add(text.substring(at, open));
            parts.add(text.substring(open + 1, close));
            at = close + 1;
        }
    }

    /**
     * Fills the placeholders.
     *
     * @param values one value for each placeholder, in the order in which the sentence first names them
     * @return the words
     */
    public String with(List<?> values) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder words = new StringBuilder(length);
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                words.append(parts.get(i));
            } else {
                append(words, values.get(takes[i / 2]));
            }
        }
        return words.toString();
    }

    private static void append(StringBuilder words, Object value) {
        if (value instanceof LocalDate day) {
            words.append(day.getDayOfMonth())
                    .append(' ')
                    .append(MONTHS[day.getMonthValue() - 1])
                    .append(' ')
                    .append(day.getYear());
        } else if (value instanceof List<?> several) {
            for (int i = 0; i < several.size(); i++) {
                words.append(i == 0 ? "" : ", ").append(several.get(i));
            }
        } else {
            words.append(value);
        }
    }

    /**
     * The sentence as it was written.
     *
     * @return the text with its placeholders
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i % 2 == 0 ? parts.get(i) : "{" + parts.get(i) + "}");
        }
        return text.toString();
    }
}
