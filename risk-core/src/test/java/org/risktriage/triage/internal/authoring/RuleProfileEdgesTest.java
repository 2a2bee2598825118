package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;

/** The far corners of the rule profile: conditions that evidence could undo, depth, names, and the compiler's locale. */
class RuleProfileEdgesTest {

    static Stream<Arguments> lowering() {
        String met = "findings.met( \"repeat\" );";
        return Stream.of(
                Arguments.of("yes >= $no", rule("r", "Checklist( $no : no, yes >= $no )", met)),
                Arguments.of(
                        "$count >= $yes",
                        rule(
                                "r",
                                "Checklist( $y : yes )\n accumulate( $i : Incident(); $n : count( $i ); $n >= $y )",
                                met)),
                Arguments.of("History( undated == 0 )", rule("r", "History( undated == 0 )", met)),
                Arguments.of("History( given == no )", rule("r", "History( given == \"no\" )", met)),
                Arguments.of(
                        "a record that another may turn round",
                        rule("r", "exists Incident( direction == \"reversed\" )", met)),
                Arguments.of(
                        "a record that another may make a crime", rule("r", "exists Incident( crime == \"no\" )", met)),
                Arguments.of(
                        "a referral that a nearer one replaces",
                        rule("r", "exists FurtherIncident( monthsAfterReferral > 3 )", met)),
                Arguments.of(
                        "the day of a referral that a nearer one replaces",
                        rule("r", "FurtherIncident( $day : referredOn )\n Incident( on == $day )", met)),
                Arguments.of("Children( recorded < 1 )", rule("r", "Children( recorded < 1 )", met)),
                Arguments.of(
                        "outOfScope by an answer",
                        rule("r", "Checklist( q3 == \"yes\" )", "findings.outOfScope( \"repeat\" );")));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("lowering")
    void a_rule_that_more_evidence_can_lower_is_refused(String name, String text) {
        assertThat(faults("topic.drl", text)).as(name).isNotEmpty();
    }

    @Test
    void a_thousand_brackets_are_a_fault_and_not_an_overflow() {
        assertThat(faults(
                        "topic.drl",
                        rule(
                                "r",
                                "Checklist( " + "( ".repeat(1_000) + "yes > 3" + " )".repeat(1_000) + " )",
                                "findings.warning( \"w\" );")))
                .isNotEmpty();
    }

    @Test
    void brackets_so_deep_that_they_take_the_compiler_minutes_are_a_fault() {
        assertThat(faults(
                        "topic.drl",
                        rule(
                                "r",
                                "Checklist( " + "( ".repeat(30) + "yes > 3" + " )".repeat(30) + " )",
                                "findings.warning( \"w\" );")))
                .isNotEmpty();
    }

    /**
     * Lists within lists and one cast after another take the parser minutes, and brackets within brackets the compiler:
     * also behind what only looks like a text or a comment.
     */
    static Stream<String> conditionsThatTakeMinutes() {
        String deep = "( ".repeat(30) + "yes > 3" + " )".repeat(30);
        return Stream.of(
                "Checklist( " + "[".repeat(30) + "yes > 3" + "]".repeat(30) + " )",
                "Checklist( " + "a[".repeat(30) + "yes > 3" + "]".repeat(30) + " )",
                "Checklist( " + "(int) ".repeat(30) + "yes > 3 )",
                "Checklist( " + "(int) -".repeat(30) + "yes > 3 )",
                "Checklist( " + "(int) /* */".repeat(30) + "yes > 3 )",
                "Checklist() from " + "[".repeat(30) + "1" + "]".repeat(30),
                "Checklist( /* \" */ " + deep + " /* \" */ )",
                "Checklist( '\"' == " + deep + " || '\"' == q1 )",
                "Checklist( \"\n\" == " + deep + " || \"\n\" == q1 )",
                "Checklist( /* " + deep + ")");
    }

    @ParameterizedTest
    @MethodSource("conditionsThatTakeMinutes")
    @Timeout(30)
    void conditions_that_take_parser_or_compiler_minutes_are_a_fault(String when) {
        assertThat(faults("topic.drl", rule("r", when, "findings.warning( \"w\" );")))
                .singleElement()
                .asString()
                .startsWith("rules/topic.drl, line ");
    }

    @Test
    void lists_within_lists_in_an_annotation_are_a_fault() {
        assertThat(faults(
                        "topic.drl",
                        rule("r", "Checklist()", "findings.warning( \"w\" );")
                                .replace("\"made-up-source\"", "[".repeat(30) + "]".repeat(30))))
                .isNotEmpty();
    }

    @Test
    void brackets_in_a_comment_or_a_sentence_are_no_fault() {
        assertThat(faults(
                        "topic.drl",
                        rule(
                                        "r",
                                        "Checklist( /* [ ((((((( don't say \" */ yes > 3 ) // [[[ \"",
                                        "findings.warning( \"w\" );")
                                .replace("Made up.", "[((((((((( // don't /*")))
                .isEmpty();
    }

    @Test
    void a_name_of_a_hundred_thousand_characters_is_a_fault_and_not_an_overflow() {
        assertThat(faults("topic.drl", rule("a-".repeat(50_000) + "a", "Checklist()", "findings.warning( \"w\" );")))
                .isNotEmpty();
        assertThat(faults("a-".repeat(50_000) + "a.drl", rule("r", "Checklist()", "findings.warning( \"w\" );")))
                .isNotEmpty();
    }

    @Test
    void an_annotation_given_twice_is_a_fault() {
        assertThat(faults(
                        "topic.drl",
                        rule("r", "Checklist()", "findings.warning( \"w\" );")
                                .replace("@source", "@says( \"Other.\" ) @source")))
                .isNotEmpty();
    }

    @Test
    void an_annotation_given_twice_behind_an_address_is_a_fault() {
        assertThat(faults(
                        "topic.drl",
                        rule("r", "Checklist()", "findings.warning( \"w\" );")
                                .replace("@says( \"Made up.\" )", "@says( \"http://a\" ) @says( \"Other.\" )")))
                .isNotEmpty();
    }

    @Test
    void a_file_name_that_ends_the_string_it_is_written_into_is_a_fault() {
        assertThat(faults("a\" x \"b.drl", rule("r", "Checklist()", "findings.warning( \"w\" );")))
                .isNotEmpty();
    }

    @Test
    void the_bundled_pack_compiles_in_a_turkish_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThatCode(() -> CompileBundledPacks.compile(PackReader.read(List.of(Content.bundled()))))
                    .doesNotThrowAnyException();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_reference_of_the_caller_cannot_be_shown() {
        assertThat(faults("topic.drl", rule("r", "Perpetrator( $who : ref )", "findings.warning( $who );")))
                .isNotEmpty();
    }

    private static List<String> faults(String file, String text) {
        PackFaults faults = new PackFaults();
        List<CheckedRule> unused = new RuleProfile(
                        new PackWords(
                                "made-up",
                                Set.of("repeat"),
                                Set.of("made-up-source"),
                                Set.of(),
                                Set.of(),
                                "q",
                                24,
                                Set.of(),
                                Set.of()),
                        faults)
                .check("rules/" + file, text);
        return faults.found();
    }
}
