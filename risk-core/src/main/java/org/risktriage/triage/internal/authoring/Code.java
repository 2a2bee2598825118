package org.risktriage.triage.internal.authoring;

import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.pack.PackFaults;

/**
 * What the parser of rules takes for code: a rule file with its comments and quoted texts blanked out, character for
 * character. Whatever the parser might see otherwise is a fault: a text or a comment that does not end where it must.
 */
final class Code {
    private final String text;
    private final StringBuilder code;
    private int at;

    private Code(String text) {
        this.text = text;
        this.code = new StringBuilder(text.length());
    }

    /**
     * Blanks out comments and texts.
     *
     * @param file path of the file, for messages
     * @param text its text
     * @param faults where a fault goes
     * @return the code, as long as the text and with the same lines; null if there is a fault
     */
    static @Nullable String of(String file, String text, PackFaults faults) {
        Code scan = new Code(text);
        while (scan.at < text.length()) {
            String fault = scan.next();
            if (fault != null) {
                faults.add(file, "line " + line(text, scan.at), fault);
                return null;
            }
        }
        return scan.code.toString();
    }

    /** The number of the line in which a character stands, from 1. */
    static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private @Nullable String next() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            blank(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                return "This comment has no end.";
            }
            blank(end + 2);
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            int end = text.indexOf(text.charAt(at), at + 1);
            int lineEnd = text.indexOf('\n', at);
            if (end < 0 || (lineEnd >= 0 && lineEnd < end)) {
                return "A text in quotation marks ends on the line on which it begins.";
            }
            blank(end + 1);
        } else {
            code.append(text.charAt(at++));
        }
        return null;
    }

    private void blank(int end) {
        for (; at < end; at++) {
            code.append(text.charAt(at) == '\n' ? '\n' : ' ');
        }
    }
}
