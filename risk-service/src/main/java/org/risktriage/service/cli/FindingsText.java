package org.risktriage.service.cli;

import java.io.PrintStream;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.Finding;

/** What a check of packs found, as plain text for a person: {@code file:line:column}, so that editors can jump there. */
final class FindingsText {
    private FindingsText() {}

    static void print(CheckReport report, String beside, PrintStream out) {
        for (Finding finding : report.findings()) {
            out.println(place(finding, beside) + ": " + finding.code()
                    + (finding.where().isEmpty() ? "" : ", " + finding.where()));
            out.println("  " + finding.message());
            if (finding.suggestion() != null) {
                out.println("  Did you mean: " + finding.suggestion());
            }
        }
        long files = report.findings().stream().map(Finding::file).distinct().count();
        int count = report.findings().size();
        if (!report.findings().isEmpty()) {
            out.println("What each code means: "
                    + report.findings().get(0).documentation().replaceAll("#.*", ""));
        }
        out.println(String.join(
                        ", ",
                        report.packs().size() > 3
                                ? java.util.List.of(report.packs().size() + " packs")
                                : report.packs())
                + (report.packs().isEmpty() ? "" : ": ")
                + (count == 0
                        ? "nothing wrong."
                        : count + (count == 1 ? " finding" : " findings") + " in " + files
                                + (files == 1 ? " file." : " files.")));
    }

    private static String place(Finding finding, String beside) {
        return beside
                + finding.file()
                + (finding.line() == 0 ? "" : ":" + finding.line())
                + (finding.column() == 0 ? "" : ":" + finding.column());
    }
}
