package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;

/** Worked cases, decided, with all that rules were shown. */
final class TriedCases {
    private TriedCases() {}

    /**
     * A case that was decided.
     *
     * @param worked the case
     * @param pack the pack under which it was decided
     * @param observed what was decided, and on what
     */
    record Tried(WorkedCase worked, LoadedPack pack, Decider.Observed observed) {
        Decision decision() {
            return observed.traced().decision();
        }
    }

    /**
     * Decides the cases of a pack; those that are about a refusal are left out.
     *
     * @param spans one version of a pack, over each version of what it extends
     */
    static List<Tried> of(List<LoadedPack> spans) {
        List<Tried> tried = new ArrayList<>();
        for (WorkedCase worked : WorkedCases.of(spans.get(spans.size() - 1))) {
            Tried one = of(worked, spans);
            if (one != null) {
                tried.add(one);
            }
        }
        return tried;
    }

    /** Decides one case; null where it is refused, or cannot be decided. */
    static @Nullable Tried of(WorkedCase worked, List<LoadedPack> spans) {
        List<Problem> problems = new ArrayList<>();
        Call call = CallReader.ofCase(worked.given(), problems);
        Assessment assessment = AssessmentReader.read(CallReader.without(worked.given()), problems);
        LoadedPack pack = spans.stream()
                .filter(span -> span.written().inForceOn(assessment.assessedOn()))
                .findFirst()
                .orElse(spans.get(spans.size() - 1));
        if (problems.isEmpty()) {
            AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        try {
            return new Tried(worked, pack, new Decider("desk").observe(assessment, Choice.of(pack), call));
        } catch (RulesFaultException e) {
            return null;
        }
    }
}
