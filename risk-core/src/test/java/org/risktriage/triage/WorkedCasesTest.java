package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;

/** Every worked case of every bundled pack, each a test by its own name, and what the cases have to cover. */
class WorkedCasesTest {
    private static PackShelf shelf;

    @BeforeAll
    static void load_the_rules() {
        shelf = PackShelf.bundled();
    }

    /** For readers: {@link #the_self_test_runs_them_all} runs the same cases at once. */
    @TestFactory
    @Tag("each-by-name")
    Stream<DynamicContainer> worked_cases() {
        return shelf.all().stream()
                .filter(pack -> pack.equals(last(pack)))
                .map(pack -> dynamicContainer(
                        pack.identity().id() + "@" + pack.identity().version(), tests(pack)));
    }

    /** The last of the packs of one version: its cases are told once, whatever it was laid over. */
    private static LoadedPack last(LoadedPack pack) {
        List<LoadedPack> spans =
                shelf.version(pack.identity().id(), pack.identity().version());
        return spans.get(spans.size() - 1);
    }

    private static List<DynamicTest> tests(LoadedPack pack) {
        CaseRunner runner = new CaseRunner(
                shelf.version(pack.identity().id(), pack.identity().version()), new Decider("test"));
        List<DynamicTest> tests = new ArrayList<>();
        for (WorkedCase worked : WorkedCases.of(pack)) {
            tests.add(dynamicTest(
                    worked.file() + ": " + worked.name(),
                    () -> assertThat(runner.run(worked).differences()).isEmpty()));
        }
        return tests;
    }

    @Test
    @Tag("each-by-name")
    void every_rule_is_named_by_a_case_in_which_it_fires_and_by_one_in_which_it_does_not() {
        // A rule of the base may be named by a case of an area: some fire under an area's values alone.
        TreeSet<String> firesNowhere = new TreeSet<>();
        for (LoadedPack pack : shelf.all()) {
            pack.rules().all().forEach(rule -> firesNowhere.add(rule.topic() + "/" + rule.name()));
        }
        TreeSet<String> silentNowhere = new TreeSet<>(firesNowhere);
        for (LoadedPack pack : shelf.all()) {
            for (WorkedCase worked : WorkedCases.of(pack)) {
                firesNowhere.removeAll(named(worked, "fires"));
                silentNowhere.removeAll(named(worked, "silent"));
            }
        }
        Map<String, TreeSet<String>> missing = new LinkedHashMap<>();
        missing.put("no case says that it fires", firesNowhere);
        // A rule on every assessment cannot be silent.
        silentNowhere.removeAll(List.of(
                "handling/perpetrator-never-told",
                "routes/reassess",
                "services/emergency-999",
                "services/police-101",
                "services/national-helpline",
                "services/helpline",
                "services/wider-support",
                "services/victim-support",
                "services/scotland-helpline",
                "level/no-line",
                "level/profile-not-summed",
                "routes/fill-in-checklist"));
        missing.put("no case says that it is silent", silentNowhere);
        assertThat(missing.values()).as(missing.toString()).allMatch(TreeSet::isEmpty);
    }

    private static List<String> named(WorkedCase worked, String key) {
        List<String> named = new ArrayList<>();
        if (worked.expect().get(key) instanceof List<?> list) {
            list.forEach(entry -> named.add(String.valueOf(entry)));
        }
        return named;
    }

    @Test
    void the_self_test_runs_them_all() {
        SelfTest selfTest = RiskTriage.bundled().selfTest();
        Map<String, Integer> counts = new HashMap<>();
        shelf.all().stream()
                .filter(pack -> pack.equals(last(pack)))
                .forEach(pack -> counts.merge("all", WorkedCases.of(pack).size(), Integer::sum));

        assertThat(selfTest.failures()).isEmpty();
        assertThat(selfTest.cases()).isEqualTo(counts.get("all"));
        assertThat(selfTest.passed()).isTrue();
    }
}
