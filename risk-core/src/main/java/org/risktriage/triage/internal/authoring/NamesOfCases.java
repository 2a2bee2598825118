package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/**
 * What the name of a case says that can be held against what comes of it:
 *
 * <ul>
 *   <li><i>14 yes answers</i>, <i>not one yes answer</i>: that many are yes;
 *   <li><i>three unknown answers</i>: that many are unknown, or more;
 *   <li><i>is medium</i>, <i>are high</i>, <i>stays standard</i>: the level;
 *   <li><i>one short of the line</i>: some criterion is not met by one;
 *   <li><i>is prompted as weapon</i>, <i>is prompted as critical</i>: that prompt is stated, or one of that weight; <i>by the rule weapon-firearm</i>: that rule fires.
 * </ul>
 *
 * <p>Numbers may be written as words up to twenty-seven. Whatever else a name says is not looked at.
 */
final class NamesOfCases {
    private static final List<String> NUMBERS = List.of(
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "twenty-one",
            "twenty-two",
            "twenty-three",
            "twenty-four",
            "twenty-five",
            "twenty-six",
            "twenty-seven");
    private static final String NUMBER = "(not one|\\d{1,2}|" + String.join("|", NUMBERS) + ")";
    private static final Pattern YES = Pattern.compile("(?<![\\w-])" + NUMBER + " yes answers?\\b");
    private static final Pattern UNKNOWN = Pattern.compile("(?<![\\w-])" + NUMBER + " unknown answers?\\b");
    private static final Pattern LEVEL = Pattern.compile("\\b(?:is|are|stays|stay) (standard|medium|high)\\b");
    private static final Pattern PROMPT = Pattern.compile("\\bis prompted as ([a-z][a-z0-9-]*)");
    private static final Pattern RULE = Pattern.compile("\\bby the rule ([a-z][a-z0-9-]*)");
    private static final String ONE_SHORT = "one short of the line";

    private NamesOfCases() {}

    /**
     * What a name says and the decision does not.
     *
     * @param name the name
     * @param decision what came of the case
     * @param fired names of the rules that fired
     * @return what is otherwise, in words by what the name says; empty where nothing is
     */
    static Map<String, String> otherwise(String name, Decision decision, List<String> fired) {
        Map<String, String> otherwise = new TreeMap<>();
        String words = name.toLowerCase(Locale.ROOT);
        Matcher yes = YES.matcher(words);
        // Of several counts the case has to have one.
        boolean any = false;
        boolean fits = false;
        while (yes.find()) {
            any = true;
            fits |= number(yes.group(1)) == decision.score().yes();
        }
        if (any && !fits) {
            otherwise.put("yes answers", decision.score().yes() + " are yes");
        }
        int unknown = decision.score().dontKnow()
                + decision.score().declined()
                + decision.score().notAsked();
        Matcher notKnown = UNKNOWN.matcher(words);
        if (notKnown.find() && number(notKnown.group(1)) > unknown) {
            otherwise.put("unknown answers", unknown + " are unknown");
        }
        Matcher level = LEVEL.matcher(words);
        if (level.find() && !level.group(1).equals(code(decision.level().value()))) {
            otherwise.put(level.group(), "the level is " + code(decision.level().value()));
        }
        Matcher prompt = PROMPT.matcher(words);
        if (prompt.find()
                && decision.prompts().stream()
                        .noneMatch(one -> one.id().equals(prompt.group(1))
                                || one.severity().code().equals(prompt.group(1)))) {
            otherwise.put(prompt.group(), "there is no such prompt");
        }
        Matcher rule = RULE.matcher(words);
        if (rule.find() && !fired.contains(rule.group(1))) {
            otherwise.put(rule.group(), "that rule does not fire");
        }
        if (words.contains(ONE_SHORT)
                && decision.marac().criteria().stream().noneMatch(criterion -> criterion.distance() == 1)) {
            otherwise.put(ONE_SHORT, "no criterion is one short");
        }
        return otherwise;
    }

    private static String code(@Nullable Level level) {
        return level == null ? "none" : level.code();
    }

    private static int number(String written) {
        if (written.equals("not one")) {
            return 0;
        }
        return written.matches("\\d+") ? Integer.parseInt(written) : NUMBERS.indexOf(written);
    }
}
