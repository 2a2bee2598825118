package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.internal.pack.PackFaults;

/** The rules of one instrument can name no item of another, and the rules of none can read neither an item nor a count. */
class ItemsOfAnInstrumentTest {
    private static PackWords words(String letter, int items) {
        return new PackWords(
                "made-up", Set.of(), Set.of("made-up-source"), Set.of(), Set.of(), letter, items, Set.of(), Set.of());
    }

    private static List<CheckedRule> check(PackWords words, String condition, PackFaults faults) {
        String text =
                "rule \"r\"\n    @says( \"Made up.\" )\n    @source( \"made-up-source\" )\n    @confidence( \"I\" )\n"
                        + "when\n    " + condition + "\nthen\n    findings.warning( \"w\" );\nend\n";
        return new RuleProfile(words, faults).check("rules/topic.drl", text);
    }

    @Test
    void an_item_is_named_as_its_instrument_names_it_and_read_by_its_place() {
        List<CheckedRule> rules = check(words("s", 11), "Checklist( s6 == \"yes\" )", new PackFaults());

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).conditions()).contains("checklist.q6 == \"yes\"");
        assertThat(rules.get(0).items()).containsExactly("s6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Checklist( q6 == \"yes\" )",
                "Checklist( p6 == \"yes\" )",
                "Checklist( $x : q6 )",
                "Checklist( s1 == \"yes\" || q6 == \"yes\" )"
            })
    void an_item_of_another_instrument_is_refused(String condition) {
        PackFaults faults = new PackFaults();

        assertThat(check(words("s", 11), condition, faults)).isEmpty();
        assertThat(faults.found()).singleElement().asString().contains("Its items are s1 to s11.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Checklist( yes >= 14 )",
                "Checklist( no > 1 )",
                "Checklist( $x : yes )",
                "Checklist( q1 == \"yes\" )",
                "Checklist( s1 == \"yes\" )"
            })
    void rules_of_no_instrument_read_neither_an_item_nor_a_count(String condition) {
        PackFaults faults = new PackFaults();

        assertThat(check(words("", 0), condition, faults)).isEmpty();
        assertThat(faults.found()).singleElement().asString().contains("rules of no instrument");
    }

    @Test
    void rules_of_no_instrument_may_ask_whether_anything_is_answered() {
        PackFaults faults = new PackFaults();

        assertThat(check(words("", 0), "Checklist( answered == 0 )", faults)).hasSize(1);
        assertThat(faults.found()).isEmpty();
    }
}
