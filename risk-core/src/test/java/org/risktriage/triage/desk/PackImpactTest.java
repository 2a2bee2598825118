package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.desk.ImpactReport.Acceptance;
import org.risktriage.triage.desk.ImpactReport.Crossing;
import org.risktriage.triage.desk.ImpactReport.Year;

class PackImpactTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ImpactReport.Caseload OF_A_FILE = new ImpactReport.Caseload(false, null, "made up", 0, 0L);

    @TempDir
    Path folder;

    private ImpactRun score(TwoVersions two, String table, ImpactPlan plan) throws IOException {
        PackImpact impact = PackImpact.of(two.before(), two.after());
        return impact.score(
                new CsvCaseload(new StringReader(table), impact.items(), DAY), OF_A_FILE, plan, scored -> {});
    }

    /** Rows of a table with so many yes answers each. */
    private static String table(int... yes) {
        StringBuilder table = new StringBuilder("ref");
        for (int i = 1; i <= 24; i++) {
            table.append(",q").append(i);
        }
        for (int row = 0; row < yes.length; row++) {
            table.append("\ncase-").append(row + 1);
            for (int i = 1; i <= 24; i++) {
                table.append(i <= yes[row] ? ",yes" : ",no");
            }
        }
        return table.append('\n').toString();
    }

    private static int[] many(int times, int yes) {
        int[] many = new int[times];
        java.util.Arrays.fill(many, yes);
        return many;
    }

    @Test
    void cases_between_the_two_lines_move_down_and_are_listed_by_line_and_reference() throws IOException {
        ImpactRun run = score(TwoVersions.of(folder, "2.0.0").line(13), table(11, 12, 13, 12), ImpactPlan.PLAIN);

        assertThat(run.passed()).isFalse();
        assertThat(run.down())
                .containsExactly(
                        new ImpactRun.MovedDown(
                                3, "case-2", "high", "medium", List.of("visible-high-risk", "referral")),
                        new ImpactRun.MovedDown(
                                5, "case-4", "high", "medium", List.of("visible-high-risk", "referral")));
        ImpactReport exact = Objects.requireNonNull(run.exact());
        assertThat(exact.moved()).isEqualTo(new ImpactReport.Moved(true, 2L, 0L, 2L));
        assertThat(exact.criteria().get(0)).isEqualTo(new Crossing("visible-high-risk", 1L, 2L, 0L, 1L));
        assertThat(exact.levels()).contains(new ImpactReport.LevelMove("high", "medium", 2L));
    }

    @Test
    void whoever_accepts_that_cases_move_down_is_recorded() throws IOException {
        Acceptance acceptance = new Acceptance("Chair of the MARAC", "A trial of three months.");

        ImpactRun run = score(
                TwoVersions.of(folder, "2.0.0").line(13), table(12), new ImpactPlan(null, null, null, acceptance));

        assertThat(run.passed()).isTrue();
        assertThat(Objects.requireNonNull(run.report()).acceptance()).isEqualTo(acceptance);
    }

    @Test
    void where_nobody_moves_down_there_is_nothing_to_accept() throws IOException {
        ImpactRun run = score(
                TwoVersions.of(folder, "1.1.0").line(11),
                table(11, 12),
                new ImpactPlan(null, null, null, new Acceptance("Chair", "Why not.")));

        assertThat(run.passed()).isTrue();
        assertThat(run.down()).isEmpty();
        assertThat(Objects.requireNonNull(run.report()).acceptance()).isNull();
    }

    @Test
    void what_may_be_handed_on_holds_small_counts_back_and_says_all_the_same_that_cases_move_down() throws IOException {
        List<Integer> yes = new ArrayList<>(List.of(12, 12, 12));
        for (int i = 0; i < 40; i++) {
            yes.add(14);
            yes.add(3);
        }
        ImpactRun run = score(
                TwoVersions.of(folder, "2.0.0").line(13),
                table(yes.stream().mapToInt(Integer::intValue).toArray()),
                ImpactPlan.PLAIN);

        ImpactReport told = Objects.requireNonNull(run.report());
        assertThat(told.moved().anyDown()).isTrue();
        assertThat(told.moved().down()).isNull();
        assertThat(told.moved().same()).isNull();
        assertThat(told.caseload().cases()).isEqualTo(83);
        assertThat(told.criteria().get(0).lost()).isNull();
        assertThat(told.levels()).contains(new ImpactReport.LevelMove("high", "medium", null));
        // 83 less every level that is told may not come to 3.
        long levels = told.levels().stream()
                .mapToLong(move -> move.cases() == null ? 0 : move.cases())
                .sum();
        assertThat(83 - levels).isGreaterThanOrEqualTo(SmallCounts.LEAST);
        assertThat(Objects.requireNonNull(run.exact()).moved().down()).isEqualTo(3);
    }

    @Test
    void counts_from_five_on_are_told() throws IOException {
        ImpactRun run = score(TwoVersions.of(folder, "1.1.0").line(11), table(many(7, 11)), ImpactPlan.PLAIN);

        ImpactReport told = Objects.requireNonNull(run.report());
        assertThat(told.moved()).isEqualTo(new ImpactReport.Moved(false, 0L, 7L, 0L));
        assertThat(told.levels()).contains(new ImpactReport.LevelMove("medium", "high", 7L));
    }

    @Test
    void a_year_says_what_the_referrals_need() throws IOException {
        int[] yes = new int[20];
        java.util.Arrays.fill(yes, 0, 10, 12);
        java.util.Arrays.fill(yes, 10, 20, 11);
        ImpactRun run = score(
                TwoVersions.of(folder, "1.1.0").line(11), table(yes), new ImpactPlan(null, 1_600L, 100_000L, null));

        Year year = Objects.requireNonNull(Objects.requireNonNull(run.report()).year());
        assertThat(year.expected()).isEqualTo(400);
        assertThat(year.before()).isEqualTo(new ImpactReport.Needs(800, 8.0, 2.0, 160, 200));
        assertThat(year.after()).isEqualTo(new ImpactReport.Needs(1_600, 16.0, 4.0, 320, 400));
    }

    @Test
    void a_fault_is_told_by_line_and_column_and_no_value_comes_back() throws IOException {
        ImpactRun run = score(TwoVersions.of(folder, "1.1.0").line(11), """
                ref,q1,q2,victim-age,assessed-on
                a,yes,Sinéad,34,2026-01-01
                b,no,no,ninety,Tuesday
                c,yes
                d,yes,no,,
                """, ImpactPlan.PLAIN);

        assertThat(run.faults())
                .extracting(fault -> fault.line() + " " + fault.at())
                .containsExactly("2 q2", "3 assessed-on", "3 victim-age", "4 ");
        assertThat(run.faults().toString()).doesNotContain("Sinéad", "ninety", "Tuesday");
        assertThat(Objects.requireNonNull(run.exact()).caseload().cases()).isEqualTo(1);
        assertThat(Objects.requireNonNull(run.exact()).caseload().refused()).isEqualTo(3);
        assertThat(run.passed()).isFalse();
    }

    @Test
    void how_many_were_refused_is_held_back_from_one_to_four_and_never_taken_for_none() throws IOException {
        TwoVersions two = TwoVersions.of(folder, "1.1.0").line(11);
        for (int refused = 0; refused <= 5; refused++) {
            ImpactRun run = score(two, table(many(6, 12)) + "short\n".repeat(refused), ImpactPlan.PLAIN);

            Long told = Objects.requireNonNull(run.report()).caseload().refused();
            assertThat(told).isEqualTo(refused == 0 || refused == 5 ? Long.valueOf(refused) : null);
            assertThat(Objects.requireNonNull(run.exact()).caseload().refused()).isEqualTo(refused);
            assertThat(run.passed()).isEqualTo(refused == 0);
        }
    }

    @Test
    void a_report_on_fewer_than_five_cases_is_not_to_be_handed_on() throws IOException {
        TwoVersions two = TwoVersions.of(folder, "1.1.0").line(11);

        assertThat(score(two, table(), ImpactPlan.PLAIN).isEnoughToHandOn()).isFalse();
        assertThat(score(two, table(many(4, 12)) + "short\n".repeat(9), ImpactPlan.PLAIN)
                        .isEnoughToHandOn())
                .isFalse();
        assertThat(score(two, table(many(5, 12)), ImpactPlan.PLAIN).isEnoughToHandOn())
                .isTrue();
    }

    @Test
    void a_first_row_that_names_something_else_is_refused() {
        assertThatThrownBy(() -> new CsvCaseload(new StringReader("q1,name\nyes,Jo\n"), List.of("q1", "q2"), DAY))
                .isInstanceOf(UnreadableCaseloadException.class)
                .hasMessageContaining("column 2")
                .hasMessageNotContaining("Jo");
        assertThatThrownBy(() -> new CsvCaseload(new StringReader("ref\n1\n"), List.of("q1", "q2"), DAY))
                .hasMessageContaining("names no item");
        assertThatThrownBy(() -> new CsvCaseload(new StringReader("q1,q1\n"), List.of("q1", "q2"), DAY))
                .hasMessageContaining("one before it");
    }

    @Test
    void incidents_and_a_referral_in_a_table_count_as_the_page_says() throws IOException {
        ImpactRun run = score(TwoVersions.of(folder, "1.1.0").line(11), """
                q1,judgement,incidents-12-months,referred-on,further-incident-on
                no,yes,,,
                no,,3,,
                no,,2,,
                no,,1,2026-03-01,
                no,,,2026-03-01,2026-05-01
                """, ImpactPlan.PLAIN);

        ImpactReport exact = Objects.requireNonNull(run.exact());
        assertThat(exact.criteria())
                .extracting(one -> one.id() + " " + one.both())
                .containsExactly(
                        "visible-high-risk 0", "professional-judgement 1", "potential-escalation 1", "repeat 1");
    }

    /** Two versions, of which the later one has other values beside. */
    private TwoVersions valued(String version, String... rows) throws IOException {
        StringBuilder table = new StringBuilder();
        for (String row : rows) {
            table.append(row).append(",northvale-protocol,A,,\n");
        }
        return TwoVersions.of(folder, version).edit("parameters.csv", "visible-", table + "visible-");
    }

    @Test
    void incidents_without_days_are_refused_where_escalation_counts_other_than_twelve_months() throws IOException {
        for (String months : List.of("3", "24")) {
            TwoVersions two = valued("2.0.0", "potential-escalation.months," + months + ",2025-01-01,");

            assertThatThrownBy(() -> score(two, "q1,incidents-12-months\nno,\nno,3\n", ImpactPlan.PLAIN))
                    .isInstanceOf(UnreadableCaseloadException.class)
                    .hasMessageContaining("Line 3 has a value in the column incidents-12-months")
                    .hasMessageContaining("potential-escalation.months is " + months + " in northvale 2.0.0")
                    .hasMessageContaining("as JSON, with the day of each incident");
            ImpactRun none = score(two, "q1,incidents-12-months\nno,\nno\n", ImpactPlan.PLAIN);
            assertThat(Objects.requireNonNull(none.exact()).caseload().cases()).isEqualTo(1);
        }
    }

    @Test
    void incidents_without_days_are_refused_where_the_version_before_counts_other_than_twelve_months()
            throws IOException {
        TwoVersions two = valued("2.0.0", "potential-escalation.months,3,2025-01-01,");
        NamedPack ofThree = two.after();
        NamedPack ofTwelve = two.before();
        PackImpact back = PackImpact.of(ofThree, ofTwelve);

        assertThatThrownBy(() -> back.score(
                        new CsvCaseload(new StringReader("q1,incidents-12-months\nno,3\n"), back.items(), DAY),
                        OF_A_FILE,
                        ImpactPlan.PLAIN,
                        scored -> {}))
                .isInstanceOf(UnreadableCaseloadException.class)
                .hasMessageContaining("potential-escalation.months is 3 in northvale 2.0.0");
    }

    @Test
    void the_months_of_the_day_scored_say_whether_a_table_is_enough() throws IOException {
        TwoVersions two = valued(
                "2.0.0",
                "potential-escalation.months,12,2025-01-01,2025-12-31",
                "potential-escalation.months,3,2026-01-01,");
        String table = "q1,assessed-on,incidents-12-months\nno,2025-06-01,3\n";

        ImpactRun run = score(two, table, new ImpactPlan(LocalDate.of(2025, 6, 1), null, null, null));

        assertThat(Objects.requireNonNull(run.exact()).caseload().cases()).isEqualTo(1);
        assertThatThrownBy(() -> score(two, table, ImpactPlan.PLAIN)).isInstanceOf(UnreadableCaseloadException.class);
    }

    @Test
    void incidents_without_days_are_refused_where_an_area_asks_for_recent_ones() throws IOException {
        PackImpact impact = PackImpact.of(NamedPack.bundled("plymouth"), NamedPack.bundled("manchester"));

        assertThatThrownBy(() -> impact.score(
                        new CsvCaseload(new StringReader("q1,incidents-12-months\nno,0\n"), impact.items(), DAY),
                        OF_A_FILE,
                        ImpactPlan.PLAIN,
                        scored -> {}))
                .isInstanceOf(UnreadableCaseloadException.class)
                .hasMessageContaining("visible-high-risk.recent-months is 3 in manchester 1.0.0");
    }

    @Test
    void incidents_without_days_beside_a_referral_are_refused_where_a_repeat_counts_other_than_twelve_months()
            throws IOException {
        for (String months : List.of("6", "24")) {
            TwoVersions two = valued("2.0.0", "repeat.months," + months + ",2025-01-01,");

            assertThatThrownBy(() -> score(
                            two,
                            "q1,incidents-12-months,referred-on\nno,1,\nno,,2026-03-01\nno,1,2026-03-01\n",
                            ImpactPlan.PLAIN))
                    .isInstanceOf(UnreadableCaseloadException.class)
                    .hasMessageContaining("Line 4 ")
                    .hasMessageContaining("repeat.months is " + months + " in northvale 2.0.0");
        }
    }

    @Test
    void the_days_of_a_referral_and_of_an_incident_after_it_are_enough_for_any_repeat() throws IOException {
        ImpactRun run = score(valued("2.0.0", "repeat.months,6,2025-01-01,"), """
                q1,referred-on,further-incident-on
                no,2025-12-01,2026-05-01
                no,2025-12-01,2026-08-01
                """, ImpactPlan.PLAIN);

        assertThat(run.down()).extracting(ImpactRun.MovedDown::line).containsExactly(3L);
        assertThat(Objects.requireNonNull(run.exact()).criteria()).contains(new Crossing("repeat", 1L, 1L, 0L, 0L));
    }

    @Test
    void a_further_incident_is_counted_once_so_that_nobody_who_loses_escalation_by_one_is_hidden() throws IOException {
        ImpactRun run = score(valued("2.0.0", "potential-escalation.incidents,4,2025-01-01,"), """
                q1,incidents-12-months,further-incident-on
                no,3,2026-05-01
                no,3,2025-11-20
                no,3,2025-11-21
                no,0,2026-05-01
                """, ImpactPlan.PLAIN);

        assertThat(run.down()).extracting(ImpactRun.MovedDown::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void the_same_seed_gives_the_same_counts_and_another_gives_others() throws IOException {
        TwoVersions two = TwoVersions.of(folder, "1.1.0").line(11);

        assertThat(synthetic(two, 7)).isEqualTo(synthetic(two, 7)).isNotEqualTo(synthetic(two, 8));
    }

    private static List<ImpactReport.LevelMove> synthetic(TwoVersions two, long seed) throws IOException {
        PackImpact impact = PackImpact.of(two.before(), two.after());
        SyntheticCaseload caseload = new SyntheticCaseload(3_000, seed, impact.items(), impact.day());
        ImpactRun run = impact.score(caseload, caseload.description(), ImpactPlan.PLAIN, scored -> {});
        ImpactReport report = Objects.requireNonNull(run.exact());
        assertThat(report.caseload().cases()).isEqualTo(3_000);
        assertThat(report.caseload().synthetic()).isTrue();
        return report.levels();
    }

    @Test
    void thought_up_cases_that_move_down_are_found_only_where_the_proof_says_major() throws IOException {
        for (String other : List.of("kingston", "newham", "leeds")) {
            for (boolean turned : new boolean[] {false, true}) {
                NamedPack one = NamedPack.bundled(turned ? other : "plymouth");
                NamedPack two = NamedPack.bundled(turned ? "plymouth" : other);
                PackImpact impact = PackImpact.of(one, two);
                SyntheticCaseload caseload = new SyntheticCaseload(2_000, 5, impact.items(), impact.day());
                ImpactReport exact = Objects.requireNonNull(
                        impact.score(caseload, caseload.description(), ImpactPlan.PLAIN, scored -> {})
                                .exact());
                for (Crossing crossing : exact.criteria()) {
                    boolean lost = Objects.requireNonNull(crossing.lost()) > 0;
                    boolean proved =
                            impact.difference().shown().stream().anyMatch(shown -> shown.code() == MessageCode.R804)
                                    || !impact.difference().unproved().isEmpty();
                    assertThat(!lost || proved)
                            .as("%s to %s, %s", one, two, crossing)
                            .isTrue();
                }
                if (exact.moved().anyDown()) {
                    assertThat(exact.demanded()).as("%s to %s", one, two).isEqualTo(VersionStep.MAJOR);
                }
            }
        }
    }

    @Test
    void a_day_on_which_the_later_version_is_not_in_force_is_refused() throws IOException {
        TwoVersions two = TwoVersions.of(folder, "1.1.0").line(11);

        assertThatThrownBy(() -> score(two, table(12), new ImpactPlan(LocalDate.of(2020, 1, 1), null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-01-01");
    }
}
