package org.risktriage.service.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.TrialReport;
import org.risktriage.triage.desk.TrialReport.Difference;
import org.risktriage.triage.desk.TrialReport.Failure;
import org.risktriage.triage.desk.TrialReport.Mutants;
import org.risktriage.triage.desk.TrialReport.TriedPack;

/** What came of worked cases, as plain text for a person: expected and actual beside each other. */
final class TrialText {
    private static final int WIDEST = 40;

    private TrialText() {}

    static void print(TrialReport report, String beside, PrintStream out) {
        if (!report.findings().isEmpty()) {
            FindingsText.print(new CheckReport(List.of(), report.findings()), beside, out);
            out.println("No case was run: mend this first.");
        }
        for (TriedPack pack : report.packs()) {
            for (Failure failure : pack.failures()) {
                out.println(beside + pack.pack().replace('@', '/') + "/cases/" + failure.file()
                        + (failure.line() == 0 ? "" : ":" + failure.line()) + ": " + failure.name());
                print(failure.differences(), out);
                failure.reasons().forEach(reason -> out.println("  because  " + reason));
            }
            out.println(pack.pack() + ": " + (pack.cases() - pack.failures().size()) + " of " + pack.cases()
                    + " cases hold.");
            Mutants mutants = pack.mutants();
            if (mutants != null) {
                mutants.unnoticed().forEach(mutant -> out.println("  No case notices: " + mutant));
                out.println(String.format(
                        Locale.ROOT,
                        "%s: %d mutants, score %.1f of 100.",
                        pack.pack(),
                        mutants.all(),
                        mutants.score()));
            }
        }
        printScore(report, out);
    }

    /** The score of all packs together, where there are several. */
    private static void printScore(TrialReport report, PrintStream out) {
        List<Mutants> all = report.packs().stream()
                .map(TriedPack::mutants)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (all.size() > 1) {
            int mutants = all.stream().mapToInt(Mutants::all).sum();
            int unnoticed = all.stream().mapToInt(one -> one.unnoticed().size()).sum();
            out.println(all.size() + " packs: " + mutants + " mutants, " + unnoticed + " that no case notices.");
        }
    }

    private static void print(List<Difference> differences, PrintStream out) {
        int what = "".length();
        int expected = "expected".length();
        for (Difference difference : differences) {
            what = Math.max(what, Math.min(WIDEST, difference.what().length()));
            expected = Math.max(expected, Math.min(WIDEST, difference.expected().length()));
        }
        row(out, what, expected, "", "expected", "came");
        for (Difference difference : differences) {
            row(out, what, expected, difference.what(), difference.expected(), difference.actual());
        }
    }

    private static void row(PrintStream out, int what, int expected, String first, String second, String third) {
        out.println("  " + padded(first, what) + "  " + padded(second, expected) + "  " + third);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
