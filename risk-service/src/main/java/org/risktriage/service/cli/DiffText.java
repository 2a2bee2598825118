package org.risktriage.service.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.DiffReport;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.MessageCode;
import org.risktriage.triage.desk.ProofReport.ProvedPart;
import org.risktriage.triage.desk.ProofReport.Shown;
import org.risktriage.triage.desk.VersionStep;

/** How two versions differ, as plain text for a person: sentences by kind, then cases that show what moves. */
final class DiffText {
    private DiffText() {}

    static void print(DiffReport report, PrintStream out) {
        PackId before = report.before();
        PackId after = report.after();
        if (before == null || after == null) {
            FindingsText.print(new CheckReport(List.of(), report.findings()), "", out);
            out.println("Nothing was compared: mend this first.");
            return;
        }
        out.println(name(before) + " -> " + name(after));
        DiffReport.Kind last = null;
        for (Difference difference : report.differences()) {
            if (difference.kind() != last) {
                last = difference.kind();
                out.println(last.heading());
            }
            out.println("  " + difference.says());
        }
        report.shown().forEach(shown -> print(shown, before, after, out));
        report.unproved().forEach(why -> out.println("R803, not proved of " + why));
        long kinds = report.parts().stream().mapToLong(ProvedPart::kinds).sum();
        out.println(String.format(
                Locale.ROOT, "Proved over %,d kinds of evidence. %s", kinds, verdict(report, before, after)));
    }

    private static void print(Shown shown, PackId before, PackId after, PrintStream out) {
        out.println(shown.code() + ", " + shown.what() + ": " + shown.code().title());
        shown.before().given().forEach(line -> out.println("  " + line));
        out.println(
                "  " + name(before) + " => " + String.join(", ", shown.before().comes()));
        if (shown.after() != null) {
            out.println("  " + name(after) + " => "
                    + String.join(", ", shown.after().comes()));
        }
        if (!shown.confirmed()) {
            out.println("  No request was found that holds this evidence; the rules say so all the same.");
        }
    }

    private static String verdict(DiffReport report, PackId before, PackId after) {
        VersionStep demanded = report.demanded();
        if (demanded == VersionStep.NONE) {
            return "Nothing differs.";
        }
        String demands = "The change demands a " + demanded + " step: " + meaning(demanded) + ".";
        if (!before.id().equals(after.id())) {
            return demands;
        }
        VersionStep declared = report.declared();
        String says = declared == null
                ? " The second number is not later than the first."
                : " The version number says " + declared + ".";
        return demands + says + (report.passed() ? "" : " " + MessageCode.R806 + ": " + MessageCode.R806.title() + ".");
    }

    private static String meaning(VersionStep step) {
        return switch (step) {
            case MAJOR -> "some case can move down or lose a route, or nobody has proved that none can";
            case MINOR -> "cases can only move up, or replies say something else";
            default -> "wording or sources, and no outcome changes";
        };
    }

    static String name(PackId pack) {
        return pack.id() + "@" + pack.version();
    }
}
