package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Notice.By;
import org.risktriage.triage.internal.pack.ContentInMemory;

/** Mutants of a made-up pack, whose cases can be taken away one by one. */
class PackMutationTest {
    private static final String MET = rule(
            "met",
            "Policy( $line : number( \"line\" ) )\n    Checklist( yes >= $line )",
            "findings.met( \"visible-high-risk\" );");
    private static final String NOT_MET = rule(
            "not-met",
            "Policy( $line : number( \"line\" ) )\n    Checklist( yes < $line, $yes : yes )",
            "findings.notMet( \"visible-high-risk\", $yes, $line );");
    private static final String STANDARD = rule("standard", "Checklist()", "findings.level( \"standard\" );");
    private static final String CHILD = rule("child", "Children( inHome > 0 )", "findings.warning( \"child\" );");
    private static final String SERIAL = rule(
            "serial",
            "exists Perpetrator( serial == \"yes\" )\n    Checklist( q1 == \"yes\" || q2 == \"yes\" )",
            "findings.prompt( \"serial\", \"important\" );");

    private static final MadeUpPack PACK = MadeUpPack.of(MET, NOT_MET, STANDARD, CHILD, SERIAL)
            .with("parameters.csv", "repeat.anchor,referral,2026-01-01,,made-up-source,I,,referral meeting\n", "")
            .with("parameters.csv", "repeat.marac,any,2026-01-01,,made-up-source,I,,any here\n", "");

    private static final String SHARED = """
            given:
              assessedOn: 2026-03-02
              answers: {rest: no}
            cases:
            """;
    private static final String ON_THE_LINE = """
              - name: on the line
                given: {answers: {q1..q14: yes, rest: no}}
                expect: {level: high, silent: [topic/not-met]}
            """;
    private static final String ONE_SHORT = """
              - name: one short of the line
                given: {answers: {q3..q15: yes, rest: no}}
                expect: {level: standard}
            """;
    private static final String NO_CHILD = """
              - name: a child of eighteen is none
                given: {children: [{age: 18, livesWith: victim}]}
                expect: {noWarnings: [child]}
            """;
    private static final String CHILD_IN_HOME = """
              - name: one child of seventeen
                given: {children: [{age: 17, livesWith: victim}]}
                expect: {warnings: [child]}
            """;
    private static final String FIRST = """
              - name: the first of two items
                given: {answers: {q1: yes, q2: dont-know, rest: no}, perpetrators: [{serial: true}]}
                expect: {severity: {serial: important}}
            """;
    private static final String SECOND = """
              - name: the second of two items
                given: {answers: {q2: yes, rest: no}, perpetrators: [{serial: true}]}
                expect: {prompts: [serial]}
            """;
    private static final List<String> EVERY_CASE =
            List.of(ON_THE_LINE, ONE_SHORT, NO_CHILD, CHILD_IN_HOME, FIRST, SECOND);

    @Test
    void where_the_cases_are_complete_nothing_survives() {
        MutationReport report = run(EVERY_CASE);

        assertThat(report.survivors()).isEmpty();
        assertThat(report.line())
                .isEqualTo(
                        "made-up 1.0.0: score 100.0% of 28 mutants: 22 noticed by a case, 5 by a case left undecided,"
                                + " 1 refused by the profile, 0 refused on loading, 0 noticed by nobody");
    }

    @Test
    void a_boundary_that_no_case_stands_on_is_named() {
        assertThat(survivorsWithout(ON_THE_LINE))
                .containsExactly(
                        "line 14 -> 15",
                        "rule topic/met dropped",
                        "rule topic/met: yes >= -> >",
                        "rule topic/not-met: yes < -> <=");
        assertThat(survivorsWithout(NO_CHILD))
                .containsExactly("child.age-below 18 -> 19", "rule topic/child: inHome > -> >=");
        assertThat(survivorsWithout(CHILD_IN_HOME))
                .containsExactly(
                        "child.age-below 18 -> 17", "rule topic/child dropped", "rule topic/child: inHome > 0 -> 1");
    }

    @Test
    void a_condition_that_no_case_needs_is_named() {
        assertThat(survivorsWithout(SECOND))
                .containsExactly("rule topic/serial: q2 == -> !=", "rule topic/serial: q2 == \"yes\" -> \"no\"");
    }

    @Test
    void a_severity_that_no_case_looks_at_is_named_and_lowers_the_score() {
        MutationReport report = run(EVERY_CASE.stream()
                .map(worked -> worked.replace("severity: {serial: important}", "prompts: [serial]"))
                .toList());

        assertThat(ids(report))
                .containsExactly(
                        "rule topic/serial: prompt( \"serial\", \"important\" -> \"critical\"",
                        "rule topic/serial: prompt( \"serial\", \"important\" -> \"advisory\"");
        // 25 of the 27 that could run; the one that the profile refuses is left out.
        assertThat(report.score()).isEqualTo(92.5);
    }

    @Test
    void every_notice_says_who_noticed_and_what_came_out() {
        Map<String, Notice> notices = notices(run(EVERY_CASE));

        assertThat(notices)
                .contains(
                        entry(
                                "line 14 -> 15",
                                new Notice(By.CASE, "made-up.yaml: on the line: level: expected high, came standard")),
                        entry(
                                "rule topic/met dropped",
                                new Notice(
                                        By.UNDECIDED_CASE,
                                        "made-up.yaml: on the line: No rule said whether the criterion"
                                                + " visible-high-risk is met.")));
        assertThat(notices.get("rule topic/met: yes >= -> <"))
                .isNotNull()
                .satisfies(notice -> assertThat(notice.by()).isEqualTo(By.PROFILE))
                .satisfies(notice -> assertThat(notice.what())
                        .contains("rules/topic.drl, line 7, rule 'met'", "conditions that stay true"));
    }

    @Test
    void a_mutant_has_the_file_and_the_line_that_were_changed() {
        assertThat(mutation(EVERY_CASE).mutants())
                .doesNotHaveDuplicates()
                .contains(
                        new Mutant("line 14 -> 13", Kind.THRESHOLD, "parameters.csv", 2),
                        new Mutant("rule topic/not-met dropped", Kind.RULE, "rules/topic.drl", 12),
                        new Mutant(
                                "rule topic/serial: exists -> not Perpetrator",
                                Kind.COMPARATOR,
                                "rules/topic.drl",
                                48));
    }

    @Test
    void each_dated_value_and_each_list_is_mutated() {
        MadeUpPack pack = PACK.with(
                        "parameters.csv",
                        "line,14,2026-01-01,,made-up-source,I,,",
                        "line,0,2026-01-01,2026-01-31,made-up-source,I,,0..24\nline,14,2026-02-01,,made-up-source,I,,")
                .with("parameters.csv", "danger-to-life,q15,", "danger-to-life,q15 q14,");

        assertThat(mutation(pack, EVERY_CASE).mutants().stream().map(Mutant::id).limit(6))
                .containsExactly(
                        "line from 2026-01-01 0 -> 1",
                        "line from 2026-02-01 14 -> 13",
                        "line from 2026-02-01 14 -> 15",
                        "next-questions.danger-to-life without q15",
                        "next-questions.danger-to-life without q14",
                        "next-questions.danger-to-life q14 before q15");
    }

    @Test
    void a_pack_whose_cases_do_not_hold_as_it_is_has_no_score() {
        List<String> wrong = List.of(ON_THE_LINE.replace("level: high", "level: medium"));

        assertThatThrownBy(() -> mutation(wrong))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("made-up.yaml, on the line: level: expected medium, came high");
    }

    private static PackMutation mutation(List<String> cases) {
        return mutation(PACK, cases);
    }

    private static PackMutation mutation(MadeUpPack pack, List<String> cases) {
        MadeUpPack whole = pack.withFile("cases/made-up.yaml", SHARED + String.join("", cases));
        Map<String, byte[]> compiled = whole.compile();
        return PackMutation.of(List.of(whole.load(compiled)), List.of(), ContentInMemory.loader(compiled));
    }

    private static MutationReport run(List<String> cases) {
        return mutation(cases).run();
    }

    private static List<String> survivorsWithout(String worked) {
        return ids(
                run(EVERY_CASE.stream().filter(other -> !other.equals(worked)).toList()));
    }

    private static List<String> ids(MutationReport report) {
        return report.survivors().stream().map(Mutant::id).toList();
    }

    private static Map<String, Notice> notices(MutationReport report) {
        Map<String, Notice> notices = new LinkedHashMap<>();
        report.results().forEach(result -> notices.put(result.mutant().id(), result.notice()));
        return notices;
    }
}
