package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.reference.RandomAssessments;
import org.risktriage.reference.Reference;
import org.risktriage.reference.ReferenceDecision;

/** The engine against the independent reference: level, bounds, score and every criterion. No difference is allowed. */
class ReferenceComparisonTest {
    private static final int PER_SEED = 25_000;
    private static final int SEEDS = 8;

    private final RiskTriage triage = RiskTriage.bundled();

    @Test
    void the_engine_agrees_with_the_reference_on_200_000_seeded_assessments() {
        List<String> differences = IntStream.range(0, SEEDS)
                .parallel()
                .mapToObj(this::differencesUnderSeed)
                .flatMap(List::stream)
                .toList();

        assertThat(differences).isEmpty();
    }

    private List<String> differencesUnderSeed(int seed) {
        RandomAssessments random = new RandomAssessments(20_261_121L + seed);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < PER_SEED && differences.size() < 5; i++) {
            Map<String, @Nullable Object> request = random.next();
            String expected = shown(Reference.decide(request));
            String actual = shown(triage.assess(triage.read(request)));
            if (!expected.equals(actual)) {
                differences.add("seed " + seed + ", number " + i + "\nrequest   " + request + "\nreference " + expected
                        + "\nengine    " + actual);
            }
        }
        return differences;
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
