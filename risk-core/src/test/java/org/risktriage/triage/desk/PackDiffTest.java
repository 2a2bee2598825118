package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.DiffReport.Kind;

class PackDiffTest {
    @TempDir
    Path folder;

    private static List<String> says(DiffReport report, Kind kind) {
        return report.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .map(Difference::says)
                .toList();
    }

    @Test
    void a_lower_line_is_told_in_yes_answers_and_demands_a_minor_step() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0").line(11).diff();

        assertThat(report.demanded()).isEqualTo(VersionStep.MINOR);
        assertThat(report.declared()).isEqualTo(VersionStep.MINOR);
        assertThat(report.passed()).isTrue();
        assertThat(says(report, Kind.OUTCOME))
                .containsExactly(
                        "From 1 January 2025, 11 yes answers instead of 12 meet visible-high-risk.",
                        "From 1 January 2025, 1 of 3 worked cases changes: 11 yes answers are one short.");
        assertThat(says(report, Kind.PARAMETER))
                .containsExactly("From 1 January 2025, visible-high-risk.line is 11 instead of 12.");
        assertThat(report.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.code()).isEqualTo(MessageCode.R805);
            assertThat(shown.before().given()).contains("answers: {q1..q11: yes, rest: no}");
            assertThat(shown.confirmed()).isTrue();
        });
    }

    @Test
    void a_higher_line_is_refused_as_a_minor_step_with_a_case_that_moves_down() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0").line(13).diff();

        assertThat(report.demanded()).isEqualTo(VersionStep.MAJOR);
        assertThat(report.passed()).isFalse();
        assertThat(report.shown().get(0)).satisfies(shown -> {
            assertThat(shown.code()).isEqualTo(MessageCode.R804);
            assertThat(shown.before().given()).contains("answers: {q1..q12: yes, rest: no}");
            assertThat(shown.before().comes()).contains("refer: true");
            assertThat(java.util.Objects.requireNonNull(shown.after()).comes()).contains("refer: false");
            assertThat(shown.confirmed()).isTrue();
        });
    }

    @Test
    void the_same_change_passes_as_a_major_step() throws IOException {
        assertThat(TwoVersions.of(folder, "2.0.0").line(13).diff().passed()).isTrue();
    }

    @Test
    void a_value_of_a_later_day_is_told_from_that_day() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit(
                        "parameters.csv",
                        "visible-high-risk.line,12,2025-01-01,,northvale-protocol,A,Lower than the base.,",
                        """
                        visible-high-risk.line,12,2025-01-01,2027-03-31,northvale-protocol,A,Lower than the base.,
                        visible-high-risk.line,10,2027-04-01,,northvale-protocol,A,Lower still.,""")
                .diff();

        assertThat(says(report, Kind.OUTCOME))
                .first()
                .isEqualTo("From 1 April 2027, 10 yes answers instead of 12 meet visible-high-risk.");
        assertThat(report.demanded()).isEqualTo(VersionStep.MINOR);
    }

    @Test
    void a_value_that_is_higher_for_a_month_only_demands_a_major_step_all_the_same() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit(
                        "parameters.csv",
                        "visible-high-risk.line,12,2025-01-01,,northvale-protocol,A,Lower than the base.,",
                        """
                        visible-high-risk.line,12,2025-01-01,2027-03-31,northvale-protocol,A,Lower than the base.,
                        visible-high-risk.line,13,2027-04-01,2027-04-30,northvale-protocol,A,A month.,
                        visible-high-risk.line,12,2027-05-01,,northvale-protocol,A,Lower than the base.,""")
                .diff();

        assertThat(says(report, Kind.PARAMETER))
                .containsExactly("From 1 April 2027 to 30 April 2027, visible-high-risk.line is 13 instead of 12.");
        assertThat(report.demanded()).isEqualTo(VersionStep.MAJOR);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void other_words_demand_a_patch() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.0.1")
                .edit("rules/contact.drl", "ask when.", "ask since when.")
                .edit("pack.yaml", "title: Northvale\n", "title: The Northvale\n")
                .diff();

        assertThat(report.demanded()).isEqualTo(VersionStep.PATCH);
        assertThat(report.passed()).isTrue();
        assertThat(says(report, Kind.RULE))
                .containsExactly("The rule northvale/contact/contact says it in other words.");
        assertThat(says(report, Kind.TEXT)).containsExactly("The title is another.");
    }

    @Test
    void a_prompt_for_others_demands_a_minor_step_for_nobody_loses_a_level_or_a_route() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.0.1")
                .edit("rules/contact.drl", "q8 == \"yes\"", "q9 == \"yes\"")
                .edit("cases/line.yaml", "fires: [contact/contact]", "fires: [contact/contact]")
                .diff();

        assertThat(says(report, Kind.RULE)).containsExactly("The rule northvale/contact/contact asks something else.");
        assertThat(report.demanded()).isEqualTo(VersionStep.MINOR);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void an_action_for_others_demands_a_major_step_for_no_proof_covers_who_loses_it() throws IOException {
        TwoVersions two = TwoVersions.of(folder, "1.1.0");
        String prompt = "findings.prompt( \"northvale-contact\", \"important\" );";
        String action = prompt + "\n    findings.action( \"tell-victim\", \"assessor\", \"victim\" );\n"
                + "    findings.dueImmediately();";
        DiffReport more = two.edit("rules/contact.drl", prompt, action).diff();
        assertThat(more.demanded()).isEqualTo(VersionStep.MINOR);

        NamedPack later = two.after();
        DiffReport less =
                PackDiff.between(later, NamedPack.in(folder.resolve("before/northvale/1.0.0")), decided -> {});

        assertThat(less.demanded()).isEqualTo(VersionStep.MAJOR);
    }

    @Test
    void a_route_that_is_switched_off_is_shown_by_a_case_that_loses_it() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit(
                        "pack.yaml",
                        "rules: 1",
                        "rules: 1\noff:\n  - {rule: marac/repeat, because: Not here., source: northvale-protocol}")
                .diff();

        assertThat(report.demanded()).isEqualTo(VersionStep.MAJOR);
        assertThat(report.shown())
                .extracting(shown -> shown.what() + " " + shown.code())
                .contains("repeat R804");
    }

    @Test
    void what_no_proof_covers_is_named_and_never_passes_for_less() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit(
                        "parameters.csv",
                        "idva-contact.working-days,1,2025-01-01,,northvale-protocol,A,,",
                        "idva-contact.working-days,1,2025-01-01,,northvale-protocol,A,,\n"
                                + "repeat.marac,here,2025-01-01,,northvale-protocol,A,,")
                .diff();

        assertThat(report.unproved())
                .containsExactly(
                        "repeat: repeat.marac says which facts there are, so that the evidence itself is another.");
        assertThat(report.demanded()).isEqualTo(VersionStep.MAJOR);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void a_last_day_demands_a_major_step() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit("pack.yaml", "inForce:\n  from: 2025-01-01", "inForce:\n  from: 2025-01-01\n  to: 2026-12-31")
                .diff();

        assertThat(says(report, Kind.DATE))
                .containsExactly("Its last day is 31 December 2026; after that no rules are in force.");
        assertThat(report.demanded()).isEqualTo(VersionStep.MAJOR);
    }

    @Test
    void the_same_number_passes_for_the_same_files_alone() throws IOException {
        TwoVersions same = TwoVersions.of(folder, "1.0.0");
        assertThat(same.diff().demanded()).isEqualTo(VersionStep.NONE);
        assertThat(same.diff().passed()).isTrue();

        assertThat(same.line(11).diff().passed()).isFalse();
    }

    @Test
    void where_something_is_wrong_with_a_pack_nothing_is_compared() throws IOException {
        DiffReport report = TwoVersions.of(folder, "1.1.0")
                .edit("pack.yaml", "rules: 1", "rules: 2")
                .diff();

        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).extracting(Finding::code).containsExactly(MessageCode.R216);
    }

    @Test
    void a_name_that_stands_for_two_versions_is_refused_with_both() {
        assertThatThrownBy(() -> PackDiff.between(
                        NamedPack.bundled("england-wales"), NamedPack.bundled("plymouth"), decided -> {}))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessageContaining("england-wales@0.9.0, england-wales@1.0.0");
    }

    @Test
    void the_two_bundled_versions_of_the_base_differ_in_the_repeat() throws IOException {
        DiffReport report = PackDiff.between(
                NamedPack.bundled("england-wales@0.9.0"), NamedPack.bundled("england-wales@1.0.0"), decided -> {});

        assertThat(report.shown())
                .extracting(shown -> shown.what() + " " + shown.code())
                .contains("repeat R805");
    }
}
