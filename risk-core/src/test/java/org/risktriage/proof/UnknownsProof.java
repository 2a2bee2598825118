package org.risktriage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.PackShelf;

/** What {@link UnknownsTest} shows for one arrangement of the items, for many. */
@Tag("exhaustive")
class UnknownsProof {
    private static final int ARRANGEMENTS = 20;

    @Test
    void what_is_said_of_the_unknown_is_exact_however_the_answers_are_arranged() {
        EveryWayOfAnswering every = new EveryWayOfAnswering(
                RiskTriage.bundled()::assess,
                PackShelf.bundled().latest(null).rules().itemsNamedByRoutes());
        long start = System.nanoTime();
        long checked = 0;
        List<String> differences = new ArrayList<>();
        try (Progress progress = new Progress("arrangements", (long) ARRANGEMENTS * Contexts.ALL.size())) {
            for (int arrangement = 2; arrangement < ARRANGEMENTS + 2; arrangement++) {
                for (EveryWayOfAnswering.Context context : Contexts.ALL) {
                    EveryWayOfAnswering.Result result = every.check(context, arrangement, 1);
                    checked += result.checked();
                    differences.addAll(result.differences());
                    progress.step(1);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "UNKNOWNS checked %,d partial checklists, %d arrangements of every count of five states in %d contexts;"
                        + " differences %d; %d s%n",
                checked,
                ARRANGEMENTS,
                Contexts.ALL.size(),
                differences.size(),
                (System.nanoTime() - start) / 1_000_000_000L);

        assertThat(differences).isEmpty();
    }
}
