package org.risktriage.triage.internal.pack;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter may be: a whole number within bounds ({@code 1..24}), one of some words ({@code at-least above}), or a
 * list of questions ({@code questions}).
 *
 * @param written as the table has it
 * @param least the least number; -1 where it is no number
 * @param most the most
 * @param words the words; empty where it is none of some words
 */
record Allowed(String written, int least, int most, List<String> words) {
    private static final String QUESTIONS = "questions";
    private static final String NUMBERS = "\\d{1,4}\\.\\.\\d{1,4}";
    private static final String WORDS = "[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)+";

    /** Reads a cell of the column; null if it is none of the three. */
    static @Nullable Allowed of(String written) {
        if (written.equals(QUESTIONS)) {
            return new Allowed(written, -1, -1, List.of());
        }
        if (written.matches(NUMBERS)) {
            int dots = written.indexOf("..");
            return new Allowed(
                    written,
                    Integer.parseInt(written.substring(0, dots)),
                    Integer.parseInt(written.substring(dots + 2)),
                    List.of());
        }
        return written.matches(WORDS) ? new Allowed(written, -1, -1, Arrays.asList(written.split(" ", -1))) : null;
    }

    /** Whether a value is one of those. */
    boolean allows(String value) {
        if (least >= 0) {
            return value.matches("\\d{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        }
        return words.isEmpty() ? value.matches("([a-z])[1-9][0-9]?( \\1[1-9][0-9]?)*") : words.contains(value);
    }

    /** The same for a person. */
    String inWords() {
        if (least >= 0) {
            return "a whole number from " + least + " to " + most;
        }
        return words.isEmpty()
                ? "questions separated by single spaces, as in q15 q14"
                : "one of " + String.join(", ", words);
    }
}
