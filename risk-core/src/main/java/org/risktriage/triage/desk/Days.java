package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days in sentences. */
final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Days() {}

    /** As in 1 April 2027. */
    static String inWords(LocalDate day) {
        return day.format(DAY);
    }

    /** How a sentence begins that holds from a day on. */
    static String beginning(LocalDate from, @Nullable LocalDate to) {
        return to == null ? "From " + inWords(from) + ", " : "From " + inWords(from) + " to " + inWords(to) + ", ";
    }
}
