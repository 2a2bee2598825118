package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.proof.AgainstReference;
import org.risktriage.reference.RandomAssessments;

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
            String difference = AgainstReference.difference(request, triage.assess(triage.read(request)));
            if (difference != null) {
                differences.add("seed " + seed + ", number " + i + "\n" + difference);
            }
        }
        return differences;
    }
}
