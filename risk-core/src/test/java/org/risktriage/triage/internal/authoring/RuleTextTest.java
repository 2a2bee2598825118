package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.internal.authoring.RuleText.Sign;

/** A rule's text in signs: what is said in a comment or in quotation marks is no sign of the language. */
class RuleTextTest {
    private static final String FILE = """
            // rule "none" when then end, and 14 >= 13
            rule "one"
                @says( "when 14 >= 13 then the end" )
            when
                /* not this
                   > 7 */
                Checklist( yes >= 14 ) // <= 15
            then
                findings.level( "medium" );
            end

            rule "two"
            when
                not Referral()
            then
                findings.notMet( "repeat", 0, 2 );
            end
            """;

    @Test
    void rules_are_found_with_their_lines() {
        assertThat(RuleText.of(FILE)).extracting(RuleText::name).containsExactly("one", "two");
        assertThat(RuleText.of(FILE)).extracting(RuleText::line).containsExactly(2, 12);
    }

    @Test
    void only_the_signs_of_conditions_and_statements_are_seen() {
        RuleText one = RuleText.of(FILE).get(0);

        assertThat(one.conditions()).extracting(Sign::text).containsExactly("Checklist", "(", "yes", ">=", "14", ")");
        assertThat(one.conditions()).extracting(Sign::line).containsOnly(7);
        assertThat(one.statements())
                .extracting(Sign::text)
                .containsExactly("findings", ".", "level", "(", "\"medium\"", ")", ";");
    }

    @Test
    void one_sign_is_exchanged_and_all_else_stays_on_its_line() {
        RuleText two = RuleText.of(FILE).get(1);
        Sign number = two.statements().get(8);

        List<String> lines = two.with(number, "3").lines().toList();

        assertThat(number.text()).isEqualTo("2");
        assertThat(lines).hasSize(17);
        assertThat(lines.subList(0, 11)).containsOnly("");
        assertThat(lines.subList(11, 17))
                .containsExactly(
                        "rule \"two\"",
                        "when",
                        "    not Referral()",
                        "then",
                        "    findings.notMet( \"repeat\", 0, 3 );",
                        "end");
    }

    @Test
    void a_file_without_rules_has_none() {
        assertThat(RuleText.of("// nothing\n")).isEmpty();
    }
}
