package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Notice.By;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;

/**
 * Every threshold shifted, every rule dropped, every comparator flipped, every number and word changed: a worked case of
 * the bundled packs notices. The score is the name of the test.
 */
class BundledPackMutationTest {
    private static final String FIREARM =
            "a firearm can be named only where the item on weapons is yes, which is critical already; the heavier severity stands";

    private static final String WHOM = "a case cannot name whom an action reaches; the replies to the examples hold it";

    /**
     * Mutants that no case can notice, with the reason: no assessment comes out differently, or a case cannot name what comes
     * out.
     */
    private static final Map<String, String> NOT_TO_BE_NOTICED = Map.of(
            "england-wales 1.0.0: earlier-high.supervisor supervisor -> team-leader",
            WHOM,
            "england-wales 1.0.0: earlier-high.supervisor supervisor -> service-manager",
            WHOM,
            "england-wales 1.0.0: earlier-high.supervisor supervisor -> duty-inspector",
            WHOM,
            "england-wales 1.0.0: earlier-high.supervisor supervisor -> safeguarding-lead",
            WHOM,
            "england-wales 1.0.0: rule prompts/weapon-firearm: prompt( \"weapon\", \"critical\" -> \"important\"",
            FIREARM,
            "england-wales 1.0.0: rule prompts/weapon-firearm: prompt( \"weapon\", \"critical\" -> \"advisory\"",
            FIREARM,
            "police-dash 1.0.0: rule prompts/weapon-firearm: prompt( \"weapon\", \"critical\" -> \"important\"",
            FIREARM,
            "police-dash 1.0.0: rule prompts/weapon-firearm: prompt( \"weapon\", \"critical\" -> \"advisory\"",
            FIREARM);

    @TestFactory
    Stream<DynamicTest> a_worked_case_notices_every_mutant() {
        PackShelf shelf = PackShelf.bundled();
        ClassLoader loader = BundledPackMutationTest.class.getClassLoader();
        return shelf.all().stream().map(LoadedPack::identity).distinct().map(pack -> {
            MutationReport report = PackMutation.of(shelf, pack, loader).run();
            return dynamicTest(report.line(), () -> check(report));
        });
    }

    @Test
    void the_base_pack_has_mutants_of_every_kind() {
        PackShelf shelf = PackShelf.bundled();
        PackMutation mutation =
                PackMutation.of(List.of(shelf.latest(null)), List.of(), BundledPackMutationTest.class.getClassLoader());

        assertThat(mutation.mutants()).hasSizeGreaterThan(500);
        assertThat(mutation.mutants().stream().map(Mutant::kind).distinct().sorted())
                .containsExactly(Kind.values());
    }

    private static void check(MutationReport report) {
        List<String> survivors = report.survivors().stream()
                .map(mutant -> report.pack() + ": " + mutant.id())
                .toList();

        assertThat(survivors)
                .as("mutants that no worked case notices; write the case, or give the reason here why there is none")
                .containsExactlyInAnyOrderElementsOf(NOT_TO_BE_NOTICED.keySet().stream()
                        .filter(mutant -> mutant.startsWith(report.pack() + ":"))
                        .toList());
        // The loader refuses nothing: what does not compile would be left out of the score.
        assertThat(report.count(By.LOADING)).isZero();
        assertThat(report.results())
                .allMatch(result -> (result.notice().by() == By.NOBODY)
                        == result.notice().what().isEmpty());
    }
}
