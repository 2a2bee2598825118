package org.risktriage.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.service.conformance.Difference;
import org.risktriage.service.conformance.Report;
import org.risktriage.service.conformance.Report.Answering;
import org.risktriage.service.conformance.Report.CaseName;
import org.risktriage.service.conformance.Report.Finding;
import org.risktriage.triage.Decision.PackId;

/** What a person at a terminal reads of a run of the conformance kit. */
class ReportTextTest {
    private static final PackId KIT = new PackId("made-up", "1.0.0", "0123456789abcdef");
    private static final PackId OTHER = new PackId("made-up", "1.1.0", "fedcba");
    private static final CaseName CASE = new CaseName("made-up", "1.0.0", "topic", "a made-up case");
    private static final Finding ABOUT_A_LEVEL =
            new Finding(CASE, List.of(new Difference("level.value", "high", "standard")));
    private static final Finding ABOUT_RULES =
            new Finding(CASE, List.of(new Difference("rules.base.version", "1.0.0", "1.1.0")));

    private static List<String> shown(
            int cases, int held, List<Finding> differing, List<CaseName> setAside, PackId... answered) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ReportText.print(
                    new Report(
                            "0.1.0", cases, held, differing, setAside, List.of(new Answering(KIT, List.of(answered)))),
                    out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_run_that_passed_is_three_lines() {
        assertThat(shown(3, 3, List.of(), List.of(), KIT))
                .containsExactly(
                        "Kit 0.1.0, 3 cases.",
                        "Rules made-up 1.0.0 (0123456789ab): the same on both sides.",
                        "Passed: 3 of 3 cases hold, 0 differ, 0 set aside.");
    }

    @Test
    void a_difference_is_shown_with_its_case_and_with_what_was_expected() {
        assertThat(shown(3, 2, List.of(ABOUT_A_LEVEL), List.of(), KIT))
                .containsExactly(
                        "Kit 0.1.0, 3 cases.",
                        "Rules made-up 1.0.0 (0123456789ab): the same on both sides.",
                        "made-up 1.0.0, topic: a made-up case",
                        "  level.value: expected high, came standard",
                        "Not passed: 2 of 3 cases hold, 1 differ, 0 set aside.");
    }

    @Test
    void other_rules_are_named_once_and_not_case_by_case() {
        assertThat(shown(2, 0, List.of(ABOUT_RULES, ABOUT_RULES), List.of(), KIT, OTHER))
                .containsExactly(
                        "Kit 0.1.0, 2 cases.",
                        "Rules made-up 1.0.0 (0123456789ab): other rules answered, made-up 1.1.0 (fedcba).",
                        "2 cases differ only in the rules that answered.",
                        "Not passed: 0 of 2 cases hold, 2 differ, 0 set aside.");
    }

    @Test
    void where_no_reply_names_its_rules_that_is_said() {
        assertThat(shown(1, 0, List.of(ABOUT_A_LEVEL), List.of()))
                .contains("Rules made-up 1.0.0 (0123456789ab): no reply names the rules that it rests on.");
    }

    @Test
    void twenty_differing_cases_are_shown_and_the_rest_counted() {
        List<String> twenty = shown(20, 0, Collections.nCopies(20, ABOUT_A_LEVEL), List.of(), KIT);
        List<String> more = shown(22, 0, Collections.nCopies(22, ABOUT_A_LEVEL), List.of(), KIT);

        assertThat(twenty).noneMatch(line -> line.startsWith("And "));
        assertThat(twenty)
                .filteredOn(line -> line.startsWith("made-up 1.0.0, "))
                .hasSize(20);
        assertThat(more).contains("And 2 more cases; --json lists them all.");
        assertThat(more).filteredOn(line -> line.startsWith("made-up 1.0.0, ")).hasSize(20);
    }

    @Test
    void cases_set_aside_are_explained() {
        assertThat(shown(2, 1, List.of(), List.of(CASE), KIT))
                .containsExactly(
                        "Kit 0.1.0, 2 cases.",
                        "Rules made-up 1.0.0 (0123456789ab): the same on both sides.",
                        "Set aside: cases dated after today, which the service refuses for that. To have them decided,"
                                + " switch 'rehearsal' on in a test installation.",
                        "Passed: 1 of 2 cases hold, 0 differ, 1 set aside.");
    }
}
