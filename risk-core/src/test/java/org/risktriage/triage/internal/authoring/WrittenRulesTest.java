package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.internal.pack.PackFaults;

/** What is written anew from the pieces of a rule that passed: nothing is lost, and nothing is added. */
class WrittenRulesTest {
    private static final PackWords WORDS = new PackWords(
            "made-up",
            Set.of("repeat"),
            Set.of("made-up-source"),
            Set.of("line", "kinds", "word"),
            Set.of("line"),
            "q",
            24,
            Set.of("q18:children"),
            Set.of("made-up-service", "made-up-helpline"));
    private static final String WARNS = "findings.warning( \"w\" );";

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("Checklist()", "Decided()"),
                arguments(
                        "Checklist( q1 == \"yes\", yes > 3 )", "Decided( checklist.q1 == \"yes\", checklist.yes > 3 )"),
                arguments("Checklist( yes > 3 )\nVictim( age < 18 )", "Decided( checklist.yes > 3, victim.age < 18 )"),
                arguments(
                        "Checklist( ( q1 == \"yes\" || q2 == \"no\" ) && yes >= 3 )",
                        "Decided( ( checklist.q1 == \"yes\" || checklist.q2 == \"no\" ) && checklist.yes >= 3 )"),
                arguments(
                        "Checklist( ( yes > 3 && no > 3 ) || yes == 24 )",
                        "Decided( checklist.yes > 3 && checklist.no > 3 || checklist.yes == 24 )"),
                arguments(
                        "Checklist( details contains \"q18:children\" )",
                        "Decided( checklist.details contains \"q18:children\" )"),
                arguments(
                        "Checklist( $yes : yes )\nVictim( age > $yes )",
                        "Decided( $yes : checklist.yes, victim.age > $yes )"),
                arguments(
                        "Outcome( criteriaMet contains \"repeat\" )",
                        "Decided( outcome.criteriaMet contains \"repeat\" )"),
                arguments("Referral()", "Decided()\n    Referral()"),
                arguments("Referral( $on : referredOn )", "Decided()\n    Referral( $on : referredOn )"),
                arguments(
                        "Referral( $on : referredOn )\nFurtherIncident( anchor == $on )",
                        "Decided()\n    Referral( $on : referredOn )\n    FurtherIncident( anchor == $on )"),
                arguments("not Referral()", "Decided()\n    not Referral()"),
                arguments(
                        "exists Referral( withinMonths <= 12 )",
                        "Decided()\n    exists Referral( withinMonths <= 12 )"),
                arguments(
                        "accumulate( $i : Incident( crime == \"yes\" ); $n : count( $i ); $n >= 3 )",
                        "Decided()\n    accumulate( $i : Incident( crime == \"yes\" ); $n : count( $i ); $n >= 3 )"),
                arguments(
                        "accumulate( $i : Incident(); $n : count( $i ); $n == 3 )",
                        "Decided()\n    accumulate( $i : Incident(); $n : count( $i ); $n == 3 )"),
                arguments(
                        "Policy( $line : number( \"line\" ) )\nChecklist( yes >= $line )",
                        "Decided( checklist.yes >= policy.number( \"line\" ) )"),
                arguments(
                        "Policy( $line : number( \"line\" ) )\n"
                                + "accumulate( $i : Incident(); $n : count( $i ); $n >= $line )",
                        "Decided( $line : policy.number( \"line\" ) )\n"
                                + "    accumulate( $i : Incident(); $n : count( $i ); $n >= $line )"),
                arguments(
                        "Policy( $k : list( \"kinds\" ) )\nIncident( kind memberOf $k )",
                        "Decided()\n    Incident( kind memberOf policy.list( \"kinds\" ) )"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void conditions_are_written_anew(String when, String expected) {
        assertThat(checked("Made up.", when, WARNS).conditions()).isEqualTo("    " + expected + "\n");
    }

    @Test
    void a_rule_that_decides_reads_what_is_given_and_not_what_was_decided() {
        CheckedRule rule = checked("Made up.", "Checklist()", "findings.met( \"repeat\" );");

        assertThat(rule.conditions()).isEqualTo("    Given()\n");
        assertThat(rule.decides()).isTrue();
        assertThat(checked("Made up.", "Checklist()", WARNS).decides()).isFalse();
    }

    @Test
    void the_statements_begin_with_the_rule_and_the_values_of_its_sentence() {
        CheckedRule rule = checked(
                "{yes} of {line}, {yes}.",
                "Policy( $line : number( \"line\" ), $kinds : list( \"kinds\" ), $word : text( \"word\" ) )\n"
                        + "Checklist( $yes : yes )",
                "findings.action( \"a\", \"r\", $word );\nfindings.because( $kinds );\nfindings.dueInHours( 7 );");

        assertThat(rule.consequence()).isEqualTo("""
                    findings.rule( "made-up/topic/r" );
                    int $line = findings.policy().number( "line" );
                    java.util.List<String> $kinds = findings.policy().list( "kinds" );
                    String $word = findings.policy().text( "word" );
                    findings.value( $yes );
                    findings.value( $line );
                    findings.action( "a", "r", $word );
                    findings.because( $kinds );
                    findings.dueInHours( 7 );
                """);
        assertThat(rule.id()).isEqualTo("made-up/topic/r");
        assertThat(rule.says()).isEqualTo("{yes} of {line}, {yes}.");
        assertThat(rule.source()).isEqualTo("made-up-source");
        assertThat(rule.confidence()).isEqualTo("I");
        assertThat(rule.line()).isEqualTo(1);
    }

    @Test
    void a_parameter_that_a_count_is_compared_with_is_declared_once() {
        CheckedRule rule = checked(
                "{line}.",
                "Policy( $line : number( \"line\" ) )\naccumulate( $i : Incident(); $n : count( $i ); $n >= $line )",
                WARNS);

        assertThat(rule.consequence()).doesNotContain("int $line").contains("findings.value( $line );");
    }

    @Test
    void the_items_that_a_rule_names_are_told() {
        assertThat(checked(
                                "Made up.",
                                "Checklist( q1 == \"yes\", q24 == \"no\", yes > 3, details contains \"q18:children\" )",
                                WARNS)
                        .items())
                .containsExactlyInAnyOrder("q1", "q18", "q24");
        assertThat(checked("Made up.", "Checklist( yes > 3 )", WARNS).items()).isEmpty();
    }

    @Test
    void an_item_that_the_instrument_does_not_have_is_refused() {
        assertThat(fault("Checklist( q25 == \"yes\" )", WARNS)).contains("The instrument has 24 questions.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Checklist( q1 > 3 ), word",
                "Checklist( yes == \"yes\" ), whole number",
                "Incident( on == \"yes\" ), day",
                "Checklist( details == \"yes\" ), list of words",
            })
    void what_cannot_be_compared_is_named_by_what_it_holds(String when, String holds) {
        assertThat(fault(when, WARNS)).contains("holds a " + holds + " and cannot be compared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$m >= 3",
                "$n contains 3",
                "$n >= \"yes\"",
                "$n >= 3 && $n <= 5",
            })
    void a_count_is_compared_with_one_number(String comparison) {
        assertThat(fault("accumulate( $i : Incident(); $n : count( $i ); " + comparison + " )", WARNS))
                .contains("Only this form counts");
    }

    @Test
    void what_is_bound_in_one_of_several_cannot_be_compared_before_it_is_there() {
        assertThat(fault("Incident( $months : withinMonths )\nChecklist( yes > $months )", WARNS))
                .contains("Compare $months in the fact that it is bound in");
    }

    @Test
    void details_are_compared_with_words_and_not_with_a_variable() {
        assertThat(fault("Policy( $w : text( \"word\" ) )\nChecklist( details contains $w )", WARNS))
                .contains("Details are compared with a word in quotation marks");
    }

    private static CheckedRule checked(String says, String when, String then) {
        PackFaults faults = new PackFaults();
        List<CheckedRule> rules = check(says, when, then, faults);
        assertThat(faults.found()).isEmpty();
        return rules.get(0);
    }

    private static String fault(String when, String then) {
        PackFaults faults = new PackFaults();
        assertThat(check("Made up.", when, then, faults)).isEmpty();
        return String.join("\n", faults.found());
    }

    private static List<CheckedRule> check(String says, String when, String then, PackFaults faults) {
        String text =
                "rule \"r\"\n@says( \"" + says + "\" )\n@source( \"made-up-source\" )\n@confidence( \"I\" )\nwhen\n"
                        + when + "\nthen\n" + then + "\nend\n";
        return new RuleProfile(WORDS, faults).check("rules/topic.drl", text);
    }
}
