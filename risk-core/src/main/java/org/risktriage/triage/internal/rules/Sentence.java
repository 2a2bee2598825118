package org.risktriage.triage.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule's sentence with placeholders in braces. Days are written as in 21 November 2026, in every locale.
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

    private Sentence(List<String> parts) {
        this.parts = parts;
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
                return new Sentence(List.copyOf(parts));
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
     * @param names names of values
     * @param values the values, in the same order
     * @return the words
     */
    public String with(List<String> names, List<Object> values) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder words = new StringBuilder(96);
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                words.append(parts.get(i));
            } else {
                int place = names.indexOf(parts.get(i));
                if (place < 0) {
                    throw new IllegalStateException("A sentence has no value for {" + parts.get(i) + "}.");
                }
                append(words, values.get(place));
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
