package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.pack.PackFaults;

/** Where exactly the rule profile draws its lines, and that a message names what is allowed. */
class RuleProfileMessagesTest {
    private static final PackWords WORDS = new PackWords(
            "made-up",
            Set.of("visible-high-risk"),
            Set.of("made-up-source"),
            Set.of("line"),
            Set.of("line"),
            "q",
            24,
            Set.of("q18:children"),
            Set.of("made-up-service", "made-up-helpline"));
    private static final String WARNS = "findings.warning( \"w\" );";
    private static final String MET = "findings.met( \"visible-high-risk\" );";
    private static final int LARGEST = 128 * 1024;

    @Test
    void names_as_long_as_allowed_pass_and_longer_ones_do_not() {
        String longest = "x".repeat(80);
        String file = "x".repeat(76) + ".drl";
        PackFaults faults = new PackFaults();
        RuleProfile profile = new RuleProfile(WORDS, faults);

        assertThat(profile.check("rules/" + file, rule(longest, "Checklist()", WARNS)))
                .hasSize(1);
        assertThat(faults.found()).isEmpty();
        assertThat(profile.check("rules/x" + file, rule("r", "Checklist()", WARNS)))
                .isEmpty();
        assertThat(profile.check("rules/" + file, rule("x" + longest, "Checklist()", WARNS)))
                .isEmpty();
        assertThat(faults.found()).hasSize(2).allMatch(fault -> fault.contains("at most 80 characters."));
    }

    @Test
    void a_file_as_large_as_allowed_passes_and_a_larger_one_does_not() {
        String text = rule("r", "Checklist()", WARNS) + "// ";
        String largest = text + "x".repeat(LARGEST - text.length());

        assertThat(faults(largest)).isEmpty();
        assertThat(faults(largest + "x"))
                .containsExactly("rules/topic.drl: A rule file has at most 131072 characters.");
    }

    @Test
    void brackets_as_deep_as_allowed_pass_and_deeper_ones_do_not() {
        // The fact's own bracket is the first.
        assertThat(faults(rule("r", "Checklist( (((((yes > 3))))) )", WARNS))).isEmpty();
        assertThat(faults(rule("r", "Checklist( ((((((yes > 3)))))) )", WARNS)))
                .containsExactly("rules/topic.drl, line 6: Brackets may lie at most 6 deep within each other.");
    }

    @Test
    void a_sentence_as_long_as_allowed_passes_and_a_longer_one_does_not() {
        String good = rule("r", "Checklist()", WARNS);

        assertThat(faults(good.replace("Made up.", "x".repeat(398)))).isEmpty();
        assertThat(faults(good.replace("Made up.", "x".repeat(399))))
                .singleElement()
                .asString()
                .contains("@says is needed, with one text in quotation marks of at most 400 characters.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x1F, 0x7F, 0xE9})
    void a_sign_beyond_the_plain_ones_is_one_fault_by_its_line(int sign) {
        assertThat(faults("// plain\n// " + (char) sign + "\n"))
                .singleElement()
                .asString()
                .startsWith("rules/topic.drl, line 2: Only plain letters, digits and signs are allowed");
    }

    @Test
    void a_file_with_a_fault_of_its_text_gives_no_rule_at_all() {
        String good = rule("r", "Checklist()", WARNS);
        String deep = rule("r", "Checklist( ((((((yes > 3)))))) )", WARNS);

        for (String text : List.of("// \u00E9\n" + good, deep)) {
            assertThat(new RuleProfile(WORDS, new PackFaults()).check("rules/topic.drl", text))
                    .isEmpty();
        }
    }

    @Test
    void the_last_of_the_plain_signs_passes() {
        assertThat(faults("// ~\n" + rule("r", "Checklist()", WARNS))).isEmpty();
    }

    @Test
    void an_unknown_fact_is_answered_with_those_that_there_are() {
        assertThat(fault("Person()", WARNS))
                .contains(
                        "Facts are: BaseCriterion, BeyondCalendar, Call, Checklist, Children, Circumstances, Earlier, FurtherIncident, History, Incident, Judgement,"
                                + " Outcome, Perpetrator, Policy, Referral, Row, Support, Victim.");
    }

    @Test
    void an_unknown_field_is_answered_with_those_that_there_are() {
        assertThat(fault("Victim( name == \"x\" )", WARNS))
                .contains("Victim has no such field. Its fields are: age, ageGiven, careAndSupportNeeds, pregnant.");
    }

    @Test
    void not_before_what_there_is_one_of_is_answered_with_what_there_may_be_several_of() {
        assertThat(fault("not Victim()", WARNS))
                .contains(
                        "several or none: BaseCriterion, BeyondCalendar, Call, Earlier, FurtherIncident, Incident, Perpetrator, Referral, Row.");
    }

    @Test
    void an_unknown_verb_is_answered_with_those_that_there_are() {
        assertThat(fault("Checklist()", "findings.lower( \"x\" );"))
                .contains("There is no such verb. Verbs are: action, ask, because, dueAtThisContact, ")
                .contains(", warning.");
    }

    @Test
    void wrong_arguments_are_answered_with_the_kinds_that_the_verb_takes() {
        assertThat(fault("Checklist()", "findings.notMet( \"visible-high-risk\" );"))
                .contains("notMet takes (word, number, number).");
        assertThat(fault("Checklist()", "findings.action( \"a\", \"r\", \"t\" ); findings.because( 7 );"))
                .contains("because takes (word) or (words).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Victim( pregnant == \"yes\" )|true",
                "Victim( pregnant == \"no\" )|false",
                "Victim( pregnant == \"unknown\" )|false",
                "Victim( pregnant != \"yes\" )|false",
                "Victim( age < 25 )|true",
                "Circumstances( worsening == \"yes\" )|true",
                "Circumstances( worsening == \"no\" )|false",
                "Checklist( $n : no ), Perpetrator( age > $n )|false",
                "Perpetrator( serial == \"yes\" )|true",
                "Judgement( highRisk == \"yes\" )|true",
                "Judgement( highRisk == \"no\" )|false",
                "Checklist( q1 == \"yes\" )|true",
                "Checklist( q1 == \"no\" )|false",
                "Checklist( yes > 3 )|true",
                "Checklist( yes <= 3 )|false",
                "Checklist( no > 3 )|false",
            })
    void a_rule_that_raises_uses_only_what_more_evidence_cannot_make_false(String when, boolean passes) {
        List<String> faults = faults(rule("r", when.replace("), ", ")\n    "), MET));

        assertThat(faults).hasSize(passes ? 0 : 1).allMatch(fault -> fault.contains("A rule that raises may only use"));
    }

    @Test
    void a_parameter_that_is_a_word_cannot_be_read_as_a_number() {
        MadeUpPack pack = MadeUpPack.of(rule(
                "r", "Policy( $n : number( \"next-questions.danger-to-life\" ) )\n    Checklist( yes > $n )", WARNS));

        assertThatThrownBy(pack::compile)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The parameter 'next-questions.danger-to-life' is not a whole number.");
    }

    @Test
    void what_does_not_compile_is_a_fault_that_says_why() {
        CheckedRule broken = new CheckedRule(
                "made-up/topic/r",
                1,
                "Made up.",
                "made-up-source",
                "I",
                true,
                "    Given()\n",
                "    findings.nothing();\n",
                Set.of(),
                Set.of(),
                false,
                List.of(),
                List.of());

        assertThatThrownBy(() -> RuleCompiler.compile("made-up", "1.0.0", "0", List.of(broken)))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageMatching("The rules of made-up do not compile: [A-Za-z].*");
    }

    @Test
    void the_locale_of_the_process_is_left_as_it_was() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(MadeUpPack.of(rule("r", "Checklist()", WARNS)).compile()).isNotEmpty();
            assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String fault(String when, String then) {
        return String.join("\n", faults(rule("r", when, then)));
    }

    private static List<String> faults(String text) {
        PackFaults faults = new PackFaults();
        List<CheckedRule> unused = new RuleProfile(WORDS, faults).check("rules/topic.drl", text);
        return faults.found();
    }
}
