package org.risktriage.service.ledger.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulesFaultException;

/** Holds a decision with joined history against the one without: nothing that was recorded may take anything away. */
final class OnlyRaised {
    private OnlyRaised() {}

    /**
     * The decision with joined history, with every caution of the one without.
     *
     * @param own the decision on the request alone
     * @param joined the decision with joined history
     * @return the decision to give
     * @throws RulesFaultException if anything became lower
     */
    static Decision checked(Decision own, Decision joined) {
        boolean lower = below(joined.level().value(), own.level().value())
                || (own.marac().refer() && !joined.marac().refer())
                || !met(joined).containsAll(met(own));
        if (lower) {
            throw new RulesFaultException("What was recorded made a decision lower. It is not given.");
        }
        Set<String> ids = joined.warnings().stream().map(Decision.Warning::id).collect(Collectors.toSet());
        List<Decision.Warning> warnings = new ArrayList<>(joined.warnings());
        own.warnings().stream().filter(warning -> !ids.contains(warning.id())).forEach(warnings::add);
        return warnings.size() == joined.warnings().size() ? joined : joined.withWarnings(warnings);
    }

    private static boolean below(@Nullable Level a, @Nullable Level b) {
        return b != null && (a == null || a.compareTo(b) < 0);
    }

    private static Set<String> met(Decision decision) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .map(Decision.Criterion::id)
                .collect(Collectors.toSet());
    }
}
