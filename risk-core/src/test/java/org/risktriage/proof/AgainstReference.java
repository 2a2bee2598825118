package org.risktriage.proof;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.reference.Reference;
import org.risktriage.reference.ReferenceDecision;
import org.risktriage.triage.Decision;

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
        String expected = shown(Reference.decide(request));
        String actual = shown(decision);
        return expected.equals(actual)
                ? null
                : "request   " + request + "\nreference " + expected + "\nengine    " + actual;
    }

    private static String shown(ReferenceDecision decision) {
        StringBuilder shown = new StringBuilder();
        shown.append(decision.level().value()).append(' ');
        shown.append(decision.level().atLeast()).append(' ');
        shown.append(decision.level().atMost()).append(' ');
        shown.append(decision.settled()).append(' ').append(decision.complete()).append(' ');
        var score = decision.score();
        shown.append(List.of(
                score.yes(),
                score.no(),
                score.dontKnow(),
                score.declined(),
                score.notAsked(),
                score.of(),
                score.atMost()));
        shown.append(decision.maracStatus()).append(' ').append(decision.refer());
        decision.criteria()
                .forEach(criterion -> shown.append(' ')
                        .append(criterion.id())
                        .append(' ')
                        .append(criterion.status())
                        .append(' ')
                        .append(criterion.distance()));
        return shown.toString();
    }

    private static String shown(Decision decision) {
        StringBuilder shown = new StringBuilder();
        shown.append(decision.level().value()).append(' ');
        shown.append(decision.level().atLeast()).append(' ');
        shown.append(decision.level().atMost()).append(' ');
        shown.append(decision.level().settled())
                .append(' ')
                .append(decision.complete())
                .append(' ');
        Decision.Score score = decision.score();
        shown.append(List.of(
                score.yes(),
                score.no(),
                score.dontKnow(),
                score.declined(),
                score.notAsked(),
                score.of(),
                score.atMost()));
        shown.append(decision.marac().status())
                .append(' ')
                .append(decision.marac().refer());
        decision.marac()
                .criteria()
                .forEach(criterion -> shown.append(' ')
                        .append(criterion.id())
                        .append(' ')
                        .append(criterion.status())
                        .append(' ')
                        .append(criterion.distance()));
        return shown.toString();
    }
}
