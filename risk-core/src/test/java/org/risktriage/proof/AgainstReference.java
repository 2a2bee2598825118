package org.risktriage.proof;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.reference.Reference;
import org.risktriage.reference.ReferenceCriterion;
import org.risktriage.reference.ReferenceDecision;
import org.risktriage.reference.ReferenceScore;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/** A decision of the engine beside that of the independent reference: level, bounds, score and every criterion. */
public final class AgainstReference {
    private AgainstReference() {}

    /**
     * Where the two differ.
     *
     * @param request what was decided on
     * @param decision what the engine decided
     * @return both in words; null if they say the same
     */
    public static @Nullable String difference(Map<String, @Nullable Object> request, Decision decision) {
        ReferenceDecision expected = Reference.decide(request);
        return agrees(expected, decision)
                ? null
                : "request   " + request + "\nreference " + expected + "\nengine    "
                        + List.of(decision.level(), decision.score(), decision.marac());
    }

    private static boolean agrees(ReferenceDecision expected, Decision actual) {
        ReferenceScore score = expected.score();
        Decision.Score counted = actual.score();
        boolean same = same(expected.level().value(), actual.level().value())
                && same(expected.level().atLeast(), actual.level().atLeast())
                && same(expected.level().atMost(), actual.level().atMost())
                && expected.settled() == actual.level().settled()
                && expected.complete() == actual.complete()
                && score.yes() == counted.yes()
                && score.no() == counted.no()
                && score.dontKnow() == counted.dontKnow()
                && score.declined() == counted.declined()
                && score.notAsked() == counted.notAsked()
                && score.of() == counted.of()
                && score.atMost() == counted.atMost()
                && expected.maracStatus().equals(actual.marac().status().code())
                && expected.refer() == actual.marac().refer()
                && expected.criteria().size() == actual.marac().criteria().size();
        for (int i = 0; same && i < expected.criteria().size(); i++) {
            ReferenceCriterion one = expected.criteria().get(i);
            Decision.Criterion other = actual.marac().criteria().get(i);
            same = one.id().equals(other.id())
                    && one.status().equals(other.status().code())
                    && one.distance() == other.distance();
        }
        return same;
    }

    private static boolean same(@Nullable String expected, @Nullable Level actual) {
        return actual == null ? expected == null : actual.code().equals(expected);
    }
}
