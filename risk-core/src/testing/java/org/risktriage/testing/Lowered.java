package org.risktriage.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/** What one decision holds lower than another. */
final class Lowered {
    private Lowered() {}

    /**
     * Compares what may never go down when evidence is added: the level and its lower bound, the recommendation to refer,
     * and each criterion that is met. The upper bound may: it falls when an unknown answer turns out to be no.
     */
    static List<String> in(Decision after, Decision before) {
        List<String> lowered = new ArrayList<>();
        compare("the level", after.level().value(), before.level().value(), lowered);
        compare("the lower bound", after.level().atLeast(), before.level().atLeast(), lowered);
        if (before.marac().refer() && !after.marac().refer()) {
            lowered.add("the referral to the MARAC is gone");
        }
        List<String> met = met(after);
        for (String criterion : met(before)) {
            if (!met.contains(criterion)) {
                lowered.add("the criterion " + criterion + " is no longer met");
            }
        }
        return lowered;
    }

    private static void compare(String what, @Nullable Level after, @Nullable Level before, List<String> lowered) {
        if (before != null && (after == null || after.compareTo(before) < 0)) {
            lowered.add(what + " is " + DecisionWords.of(after) + " and was " + DecisionWords.of(before));
        }
    }

    private static List<String> met(Decision decision) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .map(Decision.Criterion::id)
                .toList();
    }
}
