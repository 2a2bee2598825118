package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.desk.DiffReport.Kind;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;

/** Which worked cases of the version that is replaced come out otherwise under the other, with the values of later days too. */
final class CasesMoved {
    private static final int MOST_NAMED = 5;

    private CasesMoved() {}

    static void tell(List<Stretch> stretches, OverTime into) {
        Decider decider = new Decider("desk");
        Stretch last = stretches.get(stretches.size() - 1);
        List<WorkedCase> cases = WorkedCases.of(last.before());
        for (Stretch stretch : stretches) {
            List<String> moved = new ArrayList<>();
            for (WorkedCase worked : cases) {
                if (moves(worked, stretch, decider)) {
                    moved.add(worked.name());
                }
            }
            if (!moved.isEmpty()) {
                into.add(stretch, Kind.OUTCOME, "cases", sentence(moved, cases.size()), VersionStep.NONE);
            }
        }
    }

    private static String sentence(List<String> moved, int all) {
        String named = String.join("; ", moved.subList(0, Math.min(MOST_NAMED, moved.size())));
        String rest = moved.size() > MOST_NAMED ? "; and " + (moved.size() - MOST_NAMED) + " more" : "";
        return moved.size() + " of " + all + " worked cases " + (moved.size() == 1 ? "changes" : "change") + ": "
                + named + rest + ".";
    }

    private static boolean moves(WorkedCase worked, Stretch stretch, Decider decider) {
        List<Problem> problems = new ArrayList<>();
        Assessment assessment = AssessmentReader.read(CallReader.without(worked.given()), problems);
        if (problems.isEmpty()) {
            AssessmentChecks.check(
                    assessment, stretch.before().instrument(), stretch.before().refusal(), problems);
        }
        if (!problems.isEmpty() || stretch.after().refusal() != null) {
            return false; // It is refused, or will be; sentences of their own say so.
        }
        try {
            return !decider.brief(assessment, stretch.before(), stretch.beforePolicy())
                    .equals(decider.brief(assessment, stretch.after(), stretch.afterPolicy()));
        } catch (RulesFaultException e) {
            return true;
        }
    }
}
