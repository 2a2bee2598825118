package org.risktriage.service.cli;

import java.io.PrintStream;
import java.util.List;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.ExplainReport;
import org.risktriage.triage.desk.ExplainReport.ExplainedCase;
import org.risktriage.triage.desk.ExplainReport.ExplainedCondition;
import org.risktriage.triage.desk.ExplainReport.ExplainedPart;
import org.risktriage.triage.desk.ExplainReport.ExplainedRule;
import org.risktriage.triage.desk.ExplainReport.LeastChange;

/** Why a case comes out as it does, as plain text for a person. */
final class ExplainText {
    private ExplainText() {}

    static void print(ExplainReport report, String beside, PrintStream out) {
        if (!report.findings().isEmpty()) {
            FindingsText.print(new CheckReport(List.of(), report.findings()), beside, out);
            out.println("Nothing was explained: mend this first.");
        }
        for (ExplainedCase one : report.cases()) {
            out.println(one.name() + " (" + report.pack() + ")");
            if (one.parts().isEmpty()) {
                out.println("  This case is refused, or cannot be decided.");
            }
            one.parts().forEach(part -> print(part, out));
        }
    }

    private static void print(ExplainedPart part, PrintStream out) {
        out.println();
        out.println(part.what() + ": " + part.status());
        if (!part.because().isEmpty()) {
            out.println("  " + part.because());
        }
        for (ExplainedRule rule : part.rules()) {
            out.println("  " + (rule.fires() ? "fires   " : "silent  ") + rule.id() + " (" + rule.states() + ")");
            for (ExplainedCondition condition : rule.conditions()) {
                out.println("    " + (condition.holds() ? "yes  " : "no   ") + condition.words() + "; found: "
                        + condition.found());
            }
        }
        LeastChange least = part.least();
        if (least != null) {
            out.println(
                    "  Least that would make it " + least.to() + ": " + String.join(", and ", least.additions()) + ".");
        }
    }
}
