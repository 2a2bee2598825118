package org.risktriage.service.limits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells who or where somebody is, and has no place in a text that is sent here. */
enum Identifier {
    E_MAIL("an e-mail address", "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}\\.[\\p{L}\\p{N}]"),
    NI_NUMBER(
            "a National Insurance number",
            "(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D](?![A-Z0-9])"),
    POSTCODE(
            "a postcode",
            "(?<![A-Z0-9])(?:GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKPS-UW]"
                    + "|[A-HK-Y]\\d[ABEHMNPRV-Y])[ ]{0,2}\\d[ABD-HJLNP-UW-Z]{2})(?![A-Z0-9])"),
    NHS_NUMBER("an NHS number", "(?<![A-Z0-9-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![A-Z0-9-])"),
    PHONE(
            "a phone number",
            "(?<![A-Z0-9])(?:(?:\\+|00)44[ .()-]{0,2}(?:\\(?0\\)?)?|\\(?0)(?:[ .()-]{0,2}\\d){9,10}(?![A-Z0-9])");

    private static final int MODULUS = 11;
    private static final int DIGITS = 10;

    private final String words;
    private final Pattern form;

    Identifier(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    String words() {
        return words;
    }

    /** The first kind that a text seems to hold, or null. */
    static @Nullable Identifier in(String text) {
        if (!couldHoldOne(text)) {
            return null;
        }
        for (Identifier identifier : values()) {
            if (identifier.isIn(text)) {
                return identifier;
            }
        }
        return null;
    }

    /** Every form has a digit or an at sign in it. Most texts have neither, and need no closer look. */
    private static boolean couldHoldOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '@' || (letter >= '0' && letter <= '9')) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String text) {
        Matcher found = form.matcher(text);
        while (found.find()) {
            if (this != NHS_NUMBER || checks(found.group())) {
                return true;
            }
        }
        return false;
    }

    /** The last digit of an NHS number follows from the others. */
    private static boolean checks(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (DIGITS - i) * Character.digit(digits.charAt(i), DIGITS);
        }
        return (MODULUS - sum % MODULUS) % MODULUS == Character.digit(digits.charAt(DIGITS - 1), DIGITS);
    }
}
