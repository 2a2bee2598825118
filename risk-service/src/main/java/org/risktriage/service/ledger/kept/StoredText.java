package org.risktriage.service.ledger.kept;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * How a text of a caller's own stands in a table. A database may refuse a control character, as PostgreSQL does the character
 * 0, and half of a surrogate pair has no UTF-8: each of them is written as its number, as in {@code \}{@code u{0}}. So is the
 * backslash of a text that holds such a mark already. Every other text stands as it is, and no two texts are stored alike.
 */
public final class StoredText {
    private static final String MARK = "\\u{";
    private static final Pattern NUMBER = Pattern.compile("\\\\u\\{([0-9a-f]{1,4})\\}");

    private StoredText() {}

    /**
     * What is stored.
     *
     * @param text a text
     * @return the same text where every database takes it and gives it back
     */
    public static String of(String text) {
        int odd = firstOdd(text);
        if (odd == text.length()) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length() + 8).append(text, 0, odd);
        for (int i = odd; i < text.length(); i = next(text, i)) {
            if (isOdd(text, i)) {
                stored.append(MARK).append(Integer.toHexString(text.charAt(i))).append('}');
            } else {
                stored.append(text, i, next(text, i));
            }
        }
        return stored.toString();
    }

    /**
     * The text of what is stored.
     *
     * @param stored what {@link #of} gave; anything else reads as it is
     * @return the text
     */
    public static String read(String stored) {
        return stored.contains(MARK)
                ? NUMBER.matcher(stored)
                        .replaceAll(number -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) HexFormat.fromHexDigits(number.group(1)))))
                : stored;
    }

    private static int firstOdd(String text) {
        int i = 0;
        while (i < text.length() && !isOdd(text, i)) {
            i = next(text, i);
        }
        return i;
    }

    private static int next(String text, int i) {
        return i + Character.charCount(text.codePointAt(i));
    }

    private static boolean isOdd(String text, int i) {
        int letter = text.codePointAt(i);
        // A whole pair is one letter beyond this range, and only a half of one is in it.
        boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        return half || Character.isISOControl(letter) || text.startsWith(MARK, i);
    }
}
