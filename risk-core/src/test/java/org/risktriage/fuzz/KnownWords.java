package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Findings;

/**
 * Everything that may stand in a rule that is compiled, counted out by hand and from the vocabulary's own classes: a second
 * opinion, which shares no code with the rule profile.
 */
final class KnownWords {
    /** A text without a backslash, a $variable or a word, a number, a sign. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"\\\\\\r\\n]*\"|\\$?[A-Za-z_][A-Za-z0-9_]*|\\d+|==|!=|<=|>=|&&|\\|\\||[<>().,:;=]|\\s+");

    private static final Set<String> FACTS = Set.of(
            "BaseCriterion",
            "BeyondCalendar",
            "Call",
            "Checklist",
            "Children",
            "Circumstances",
            "Earlier",
            "FurtherIncident",
            "History",
            "Incident",
            "Judgement",
            "Outcome",
            "Perpetrator",
            "Policy",
            "Referral",
            "Support",
            "Victim");
    private static final Set<String> FORMS = Set.of(
            "Given",
            "Decided",
            "not",
            "exists",
            "accumulate",
            "count",
            "contains",
            "memberOf",
            "number",
            "text",
            "list",
            "true",
            "false",
            "null");
    private static final Set<String> IN_STATEMENTS = Set.of(
            "findings", "rule", "value", "policy", "number", "text", "list", "int", "String", "java", "util", "List");

    private static final Set<String> FIELDS = fields();
    private static final Set<String> VERBS = verbs();

    private KnownWords() {}

    private static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        for (String fact : FACTS) {
            fields.add(small(fact));
            try {
                for (Method method : Class.forName(Checklist.class.getPackageName() + "." + fact)
                        .getMethods()) {
                    if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                        fields.add(small(method.getName().substring(3)));
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        fields.remove("class");
        return fields;
    }

    private static Set<String> verbs() {
        Set<String> verbs = new TreeSet<>();
        Arrays.stream(Findings.class.getMethods()).map(Method::getName).forEach(verbs::add);
        return verbs;
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    static void assertOnlyInConditions(String written) {
        for (String word : words(written)) {
            assertThat(word.startsWith("$") || FACTS.contains(word) || FORMS.contains(word) || FIELDS.contains(word))
                    .as("the word " + word + " in " + written)
                    .isTrue();
        }
    }

    static void assertOnlyInStatements(String written) {
        for (String word : words(written)) {
            assertThat(word.startsWith("$") || VERBS.contains(word) || IN_STATEMENTS.contains(word))
                    .as("the word " + word + " in " + written)
                    .isTrue();
        }
    }

    /** What is written between quotation marks must not end them. */
    static void assertStaysInQuotationMarks(String written) {
        assertThat(written).doesNotContainPattern("[\"\\\\\\r\\n]");
    }

    private static Set<String> words(String written) {
        Set<String> words = new TreeSet<>();
        Matcher token = TOKEN.matcher(written);
        int at = 0;
        while (at < written.length()) {
            assertThat(token.find(at) && token.start() == at)
                    .as("a sign at " + at + " of " + written)
                    .isTrue();
            if (Character.isLetter(token.group().charAt(0)) || token.group().startsWith("$")) {
                words.add(token.group());
            }
            at = token.end();
        }
        return words;
    }
}
