package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.internal.authoring.ChangedRules.Checked;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Mutation.ChangedRule;

/** Changed rules are compiled together, and one that does not compile spoils no other. */
class ChangedRulesTest {
    private static final Checked FIRST = changed("first", 0, "checklist.yes > 3");
    private static final Checked AGAIN = changed("first", 0, "checklist.yes > 4");
    private static final Checked SECOND = changed("second", 1, "checklist.yes > 5");
    private static final Checked BROKEN = changed("third", 2, "checklist.nothing > 6");

    private final ChangedRules rules = new ChangedRules(new PackId("made-up", "1.0.0", "0"));

    @Test
    void a_batch_holds_one_change_of_each_rule() {
        assertThat(ChangedRules.batches(List.of(FIRST, AGAIN, SECOND)))
                .containsExactly(List.of(FIRST, SECOND), List.of(AGAIN));
    }

    @Test
    void changes_that_compile_are_compiled_together() {
        var compiled = rules.compile(List.of(FIRST, SECOND));

        assertThat(compiled).containsOnlyKeys(FIRST, SECOND);
        assertThat(compiled.get(FIRST)).isSameAs(compiled.get(SECOND));
    }

    @Test
    void a_change_that_does_not_compile_is_left_out_alone() {
        assertThat(rules.compile(List.of(FIRST, BROKEN, SECOND))).containsOnlyKeys(FIRST, SECOND);
    }

    private static Checked changed(String name, int place, String condition) {
        String id = "made-up/topic/" + name;
        Mutant mutant = new Mutant(name + " " + condition, Kind.NUMBER, "rules/topic.drl", 1);
        CheckedRule rule = new CheckedRule(
                id,
                1,
                "Made up.",
                "made-up-source",
                "I",
                false,
                "    Decided( " + condition + " )\n",
                "    findings.rule( \"" + id + "\" );\n    findings.warning( \"made-up\" );\n",
                Set.of(),
                Set.of(),
                false,
                List.of(),
                List.of());
        return new Checked(new ChangedRule(mutant, id, ""), place, rule);
    }
}
