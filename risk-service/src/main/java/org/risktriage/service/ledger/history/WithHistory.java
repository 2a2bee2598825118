package org.risktriage.service.ledger.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** Decides with what was recorded before. */
public final class WithHistory {
    private static final Decision.Warning NOT_JOINED = new Decision.Warning(
            "history-not-joined",
            "What was recorded of this person before is not, or not all, in this decision. An earlier incident, referral or"
                    + " high level that another agency knows of may be missing: ask them.",
            "service/history-not-joined",
            "service",
            Confidence.CHOICE);

    private WithHistory() {}

    /**
     * Decides an assessment with joined history. Where something was not joined that was to be, the decision says so.
     *
     * @param triage applies the rules
     * @param own the assessment, as it was sent
     * @param history what was recorded of the same person
     * @return a decision that is nowhere lower than the one on the assessment alone
     */
    public static Decision decide(RiskTriage triage, Assessment own, JoinedHistory history) {
        Decision alone = triage.assess(own);
        Decision decision =
                history.joined().isEmpty() ? alone : OnlyRaised.checked(alone, triage.assess(history.addedTo(own)));
        if (!history.notJoined()) {
            return decision;
        }
        List<Decision.Warning> warnings = new ArrayList<>(decision.warnings());
        warnings.add(NOT_JOINED);
        return decision.withWarnings(warnings);
    }

    /**
     * Whether two decisions ask the same of everybody: level, criteria, prompts and actions. Reasons in words, and what is
     * beside them, may differ.
     *
     * @param one a decision
     * @param other another about the same assessment
     * @return true if so
     */
    public static boolean asksTheSame(Decision one, Decision other) {
        return one.level().value() == other.level().value()
                && one.level().atLeast() == other.level().atLeast()
                && one.level().atMost() == other.level().atMost()
                && one.marac().refer() == other.marac().refer()
                && each(one.marac().criteria(), Decision.Criterion::id)
                        .equals(each(other.marac().criteria(), Decision.Criterion::id))
                && each(one.marac().criteria(), Decision.Criterion::status)
                        .equals(each(other.marac().criteria(), Decision.Criterion::status))
                && each(one.prompts(), Decision.Prompt::id).equals(each(other.prompts(), Decision.Prompt::id))
                && each(one.actions(), Decision.Action::id).equals(each(other.actions(), Decision.Action::id));
    }

    private static <T, R> List<R> each(List<T> list, Function<T, R> part) {
        return list.stream().map(part).toList();
    }
}
