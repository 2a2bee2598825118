package org.risktriage.triage.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was probably meant, where a message lists what is allowed or a value has a form that people use elsewhere. */
final class Suggested {
    private static final Pattern LISTED =
            Pattern.compile("(?:Allowed here|Facts are|Its fields are|Verbs are|It lists|There are"
                    + "|One of these is needed here|is one of|several or none):? ([^:]+?)\\.?$");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private Suggested() {}

    /** The words that the message lists. */
    static List<String> words(String message) {
        Matcher listed = LISTED.matcher(message);
        return listed.find() ? Arrays.asList(listed.group(1).split(", | or ", -1)) : List.of();
    }

    /** One of the words that the message lists, near to what stands there. */
    static @Nullable String listed(String message, String written) {
        List<String> words = words(message);
        return words.isEmpty() ? null : near(written, words);
    }

    /** One of some words, near to what stands there, or to one word of it. */
    static @Nullable String near(String written, Collection<String> allowed) {
        String whole = NearWord.of(written, allowed);
        if (whole != null) {
            return whole;
        }
        List<String> found = new ArrayList<>();
        Matcher words = WORD.matcher(written);
        while (words.find()) {
            String one = NearWord.of(words.group(), allowed);
            if (one != null) {
                found.add(one);
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The day in the form that is needed. A day that could be read both ways is read as the British write it. */
    static @Nullable String day(String written) {
        Matcher dayFirst = DAY_FIRST.matcher(written);
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        try {
            if (dayFirst.matches()) {
                return LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1))
                        .toString();
            }
            if (yearFirst.matches()) {
                return LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3))
                        .toString();
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A mobile number as it is dialled from within the country; the groups of other numbers are not known. */
    static @Nullable String phone(String written) {
        String digits = written.replaceAll("[^0-9+]", "").replaceFirst("^(\\+|00)44", "0");
        return digits.matches("07\\d{9}") ? digits.substring(0, 5) + " " + digits.substring(5) : null;
    }

    /** The value of a parameter without what spreadsheets and people add to it. */
    static @Nullable String value(String written) {
        Matcher number = Pattern.compile("'?(\\d+)(?:[.,]0+)?\\s*%?").matcher(written);
        if (number.matches() && !number.group(1).equals(written)) {
            return number.group(1);
        }
        String plain = written.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-')
                .replaceAll("[,;]?\\s+", " ");
        return !plain.equals(written) && plain.matches("[a-z0-9-]+( [a-z0-9-]+)*") ? plain : null;
    }
}
