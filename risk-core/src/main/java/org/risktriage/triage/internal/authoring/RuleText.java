package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule as its author wrote it, in signs that can be exchanged. Only for files that passed the rule profile: of the
 * language it knows no more than where rules, their conditions and their statements begin and end, and what is a comment.
 *
 * @param name its name
 * @param line the line on which it begins
 * @param text its text
 * @param conditions the signs between {@code when} and {@code then}
 * @param statements the signs between {@code then} and {@code end}
 */
record RuleText(String name, int line, String text, List<Sign> conditions, List<Sign> statements) {
    private static final Pattern SIGN = Pattern.compile(
            "(?<comment>//[^\n]*|/\\*.*?\\*/)|\"[^\"\n]*\"|\\$?[A-Za-z][A-Za-z0-9]*|[0-9]+|==|!=|<=|>=|&&|\\|\\||\\S",
            Pattern.DOTALL);

    /**
     * A word, a number, a text in quotation marks or a sign.
     *
     * @param text as it is written
     * @param at where it begins in the text of its rule
     * @param line the line of the file on which it stands
     */
    record Sign(String text, int at, int line) {}

    /**
     * The rules of a file.
     *
     * @param text the text of the file
     * @return its rules, in order
     */
    static List<RuleText> of(String text) {
        List<Sign> signs = signs(text);
        List<RuleText> rules = new ArrayList<>();
        int next = 0;
        while (next < signs.size()) {
            int rule = indexOf(signs, "rule", next);
            int when = indexOf(signs, "when", rule);
            int then = indexOf(signs, "then", when);
            int end = indexOf(signs, "end", then);
            int from = signs.get(rule).at();
            rules.add(new RuleText(
                    signs.get(rule + 1).text().replace("\"", ""),
                    signs.get(rule).line(),
                    text.substring(from, signs.get(end).at() + "end".length()),
                    moved(signs.subList(when + 1, then), from),
                    moved(signs.subList(then + 1, end), from)));
            next = end + 1;
        }
        return rules;
    }

    private static List<Sign> signs(String text) {
        List<Sign> signs = new ArrayList<>();
        Matcher matcher = SIGN.matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            line += (int) text.substring(counted, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = matcher.start();
            if (matcher.group("comment") == null) {
                signs.add(new Sign(matcher.group(), matcher.start(), line));
            }
        }
        return signs;
    }

    private static int indexOf(List<Sign> signs, String word, int from) {
        for (int i = from; i < signs.size(); i++) {
            if (signs.get(i).text().equals(word)) {
                return i;
            }
        }
        throw new IllegalStateException("A rule that passed the rule profile has the word " + word + ".");
    }

    private static List<Sign> moved(List<Sign> signs, int from) {
        return signs.stream()
                .map(sign -> new Sign(sign.text(), sign.at() - from, sign.line()))
                .toList();
    }

    /** The rule with one sign exchanged, on the lines on which it stands in its file. */
    String with(Sign sign, String other) {
        return "\n".repeat(line - 1)
                + text.substring(0, sign.at())
                + other
                + text.substring(sign.at() + sign.text().length());
    }
}
