package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;

/** The tree of a rule says of every worked case what the compiled rule does: whether it fires. */
class MatchingTest {
    private final Decider decider = new Decider("test");

    @TestFactory
    Stream<DynamicTest> the_tree_of_each_rule_fires_where_the_compiled_rule_does() {
        PackShelf shelf = PackShelf.bundled();
        Map<LoadedPack, List<WorkedCase>> cases = new LinkedHashMap<>();
        for (LoadedPack pack : shelf.all()) {
            cases.put(pack, WorkedCases.of(pack));
        }
        return cases.entrySet().stream()
                .map(entry -> dynamicTest(
                        PackShelf.name(entry.getKey()) + " from "
                                + entry.getKey().written().from(),
                        () -> compare(entry.getKey(), entry.getValue())));
    }

    private void compare(LoadedPack pack, List<WorkedCase> cases) {
        List<CheckedRule> rules = MonotonicityProof.rules(pack);
        int fired = 0;
        for (WorkedCase worked : cases) {
            Assessment assessment = AssessmentReader.read(CallReader.without(worked.given()), new ArrayList<>());
            if (!worked.expect().containsKey("refused") && pack.written().inForceOn(assessment.assessedOn())) {
                Call call = worked.given().containsKey(CallReader.ENDED)
                        ? CallReader.read(worked.given(), new ArrayList<>())
                        : null;
                Decider.Observed observed = decider.observe(assessment, Choice.of(pack), call);
                Matching matching = new Matching(new FactTable(observed.facts()), observed.policy());
                Set<String> expected = new TreeSet<>(observed.traced().fired());
                Set<String> actual = new TreeSet<>();
                rules.stream().filter(matching::fires).forEach(rule -> actual.add(rule.id()));
                assertThat(actual).as(worked.name()).isEqualTo(expected);
                fired += actual.size();
            }
        }
        assertThat(fired > 0
                        || cases.isEmpty()
                        || pack.refusal() != null
                        || pack.written().to() != null)
                .isTrue();
    }
}
