package org.risktriage.service.conformance;

/** Words of another side, made fit to be shown: short, and with nothing in them that could steer a terminal. */
final class Printable {
    private static final int FIRST = 0x20;
    private static final int LAST = 0x7e;

    private Printable() {}

    /**
     * Makes words fit to be shown.
     *
     * @param words the words
     * @param longest the most characters kept
     * @return printable ASCII; a question mark stands for anything else
     */
    static String of(String words, int longest) {
        StringBuilder shown = new StringBuilder();
        words.chars().limit(longest).forEach(c -> shown.append(c >= FIRST && c <= LAST ? (char) c : '?'));
        return words.length() > longest ? shown + "..." : shown.toString();
    }
}
