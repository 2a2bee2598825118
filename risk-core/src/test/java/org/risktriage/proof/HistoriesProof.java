package org.risktriage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.risktriage.reference.RandomAssessments;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/**
 * Ten million seeded assessments whose histories crowd around the edges of every window: leap days, month ends, two
 * perpetrators, both directions, duplicates, undated incidents. The engine against the independent reference, and more
 * evidence never lowers anything: of eight kinds one in turn, where {@code NeverLowersTest} adds most of them to each.
 */
@Tag("exhaustive")
class HistoriesProof {
    private static final int SEEDS = 10_000;
    private static final int PER_SEED = 1_000;
    private static final long FIRST_SEED = 60_000_000L;
    private static final int MOST_SHOWN = 20;

    private final RiskTriage triage = RiskTriage.bundled();
    private final ConcurrentLinkedQueue<String> differences = new ConcurrentLinkedQueue<>();
    private final LongAdder differing = new LongAdder();

    @Test
    void ten_million_histories_are_judged_as_the_reference_judges_them_and_more_evidence_never_lowers() {
        long start = System.nanoTime();
        try (Progress progress = new Progress("histories", (long) SEEDS * PER_SEED)) {
            IntStream.range(0, SEEDS).parallel().forEach(seed -> {
                check(FIRST_SEED + seed);
                progress.step(PER_SEED);
            });
        }
        System.out.printf(
                Locale.ROOT,
                "HISTORIES checked %,d assessments, each with one addition of eight in turn; differences %d; %d s%n",
                (long) SEEDS * PER_SEED,
                differing.sum(),
                (System.nanoTime() - start) / 1_000_000_000L);

        assertThat(differences).isEmpty();
    }

    private void check(long seed) {
        RandomAssessments random = new RandomAssessments(seed);
        SplittableRandom dice = new SplittableRandom(seed);
        for (int i = 0; i < PER_SEED; i++) {
            Map<String, @Nullable Object> request = random.next();
            Decision decision = decide(request);
            String difference = AgainstReference.difference(request, decision);
            if (difference != null) {
                differ(difference);
            }
            MoreEvidence.lowering(MoreEvidence.oneInTurn(i), request, decision, dice, this::decide)
                    .forEach(this::differ);
        }
    }

    private Decision decide(Map<String, @Nullable Object> request) {
        return triage.assess(triage.read(request));
    }

    private void differ(String difference) {
        differing.increment();
        if (differences.size() < MOST_SHOWN) {
            differences.add(difference);
        }
    }
}
