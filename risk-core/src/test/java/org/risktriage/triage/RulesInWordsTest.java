package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What readers are told of a rule beside its sentence: when it holds, and what it states. */
class RulesInWordsTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final Pattern KEY = Pattern.compile("\\[([^]]*)]");

    private static RulePack.Rule rule(String pack, String name) {
        return TRIAGE.rulePack(pack, "1.0.0").rules().stream()
                .filter(rule -> rule.id().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rule_that_counts_says_what_and_how_many() {
        RulePack.Rule rule = rule("england-wales", "marac/potential-escalation");
        assertThat(rule.conditions())
                .containsExactly(
                        "for each perpetrator apart",
                        "incidents (by the same perpetrator; direction is same; months back at most"
                                + " [potential-escalation.months]): at least [potential-escalation.incidents]");
        assertThat(rule.states()).containsExactly("criterion potential-escalation is met");
        assertThat(rule.criteria()).containsExactly("potential-escalation");
        assertThat(rule.parameters()).containsExactly("potential-escalation.incidents", "potential-escalation.months");
        assertThat(rule.items()).isEmpty();
    }

    @Test
    void a_rule_that_names_questions_says_which() {
        RulePack.Rule rule = rule("england-wales", "prompts/cluster-of-three");
        assertThat(rule.conditions())
                .containsExactly("q6 is yes", "q12 is yes", "q1 is yes or q13 is yes or q15 is yes or q16 is yes");
        assertThat(rule.items()).containsExactly("q1", "q6", "q12", "q13", "q15", "q16");
        assertThat(rule.states()).containsExactly("prompt cluster-of-three, critical");
        assertThat(rule.criteria()).isEmpty();
    }

    @Test
    void a_rule_that_always_holds_has_no_condition() {
        RulePack.Rule rule = rule("leicester-leicestershire-rutland", "services/helpline");
        assertThat(rule.conditions()).isEmpty();
        assertThat(rule.states()).containsExactly("offers the service uava-helpline", "called for by every-assessment");
    }

    @Test
    void every_bundled_rule_is_in_words_and_names_no_parameter_that_it_does_not_read() {
        for (Decision.PackId pack : TRIAGE.rulePacks()) {
            for (RulePack.Rule rule : TRIAGE.rulePack(pack.id(), pack.version()).rules()) {
                assertThat(rule.states()).as(rule.id()).isNotEmpty();
                for (String words : List.of(String.join("; ", rule.conditions()), String.join("; ", rule.states()))) {
                    assertThat(words).as(rule.id()).doesNotContain("$", "null", "==", "Operand", "  ");
                    Matcher keys = KEY.matcher(words);
                    while (keys.find()) {
                        assertThat(rule.parameters()).as(rule.id()).contains(keys.group(1));
                    }
                }
            }
        }
    }
}
