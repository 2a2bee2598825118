package org.risktriage.service.cli;

import java.io.PrintStream;
import java.util.List;
import org.risktriage.service.conformance.Report;
import org.risktriage.triage.Decision.PackId;

/** What a run of the conformance kit found, as plain text for a person. */
final class ReportText {
    private static final int MOST = 20;
    private static final int BEGINNING = 12;
    private static final String RULES = "rules.";

    private ReportText() {}

    static void print(Report report, PrintStream out) {
        out.println("Kit " + report.kit() + ", " + report.cases() + " cases.");
        report.rules().forEach(answering -> out.println(rules(answering)));

        // Which rules answered has been said once; there is no need to say it case by case.
        List<Report.Finding> shown = report.differing().stream()
                .filter(finding -> finding.differences().stream()
                        .anyMatch(difference -> !difference.at().startsWith(RULES)))
                .toList();
        shown.stream().limit(MOST).forEach(finding -> print(finding, out));
        if (shown.size() > MOST) {
            out.println("And " + (shown.size() - MOST) + " more cases; --json lists them all.");
        }
        if (shown.size() < report.differing().size()) {
            out.println((report.differing().size() - shown.size()) + " cases differ only in the rules that answered.");
        }
        if (!report.setAside().isEmpty()) {
            out.println("Set aside: cases dated after today, which the service refuses for that. To have them decided,"
                    + " switch 'rehearsal' on in a test installation.");
        }
        out.println((report.passed() ? "Passed: " : "Not passed: ") + report.held() + " of " + report.cases()
                + " cases hold, " + report.differing().size() + " differ, "
                + report.setAside().size() + " set aside.");
    }

    private static String rules(Report.Answering answering) {
        String expected = "Rules " + name(answering.expected());
        if (answering.answered().isEmpty()) {
            return expected + ": no reply names the rules that it rests on.";
        }
        if (answering.isTheKitsOwn()) {
            return expected + ": the same on both sides.";
        }
        return expected + ": other rules answered, "
                + String.join(
                        ", ",
                        answering.answered().stream()
                                .filter(other -> !other.equals(answering.expected()))
                                .map(ReportText::name)
                                .toList())
                + ".";
    }

    private static String name(PackId pack) {
        String digest = pack.sha256();
        return pack.id() + " " + pack.version() + " ("
                + (digest.length() > BEGINNING ? digest.substring(0, BEGINNING) : digest) + ")";
    }

    private static void print(Report.Finding finding, PrintStream out) {
        Report.CaseName of = finding.of();
        out.println(of.pack() + " " + of.version() + ", " + of.topic() + ": " + of.name());
        finding.differences()
                .forEach(difference -> out.println("  " + difference.at() + ": expected " + difference.expected()
                        + ", came " + difference.actual()));
    }
}
