package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.triage.Level;

/** People who review the same decision at the same moment: none lowers what another has raised. */
class ReviewsAtOnceTest {
    private static final int AT_ONCE = 8;

    @ParameterizedTest
    @EnumSource
    void of_reviews_that_come_at_once_none_lowers_what_another_raised(TestDatabases kind) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try (FilledLedger ledger = FilledLedger.on(kind, false)) {
            for (int round = 0; round < 10; round++) {
                Reply decision = ledger.decide("a", FilledLedger.assessment(null, "2026-01-01", Map.of()));
                String id = String.valueOf(decision.recorded());
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> done = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    String level = i % 2 == 0 ? "high" : "medium";
                    done.add(people.submit(() -> {
                        start.await();
                        return reviewed(ledger, id, level);
                    }));
                }
                start.countDown();
                int taken = 0;
                for (Future<Boolean> one : done) {
                    taken += one.get() ? 1 : 0;
                }
                List<Level> levels = new ArrayList<>();
                for (var review : ledger.ledger().archive().reviews(id)) {
                    levels.add(Level.of(FilledLedger.JSON
                            .readTree(review.entry().summary())
                            .path("level")
                            .asText()));
                }
                assertThat(levels).hasSize(taken).isNotEmpty().isSorted().last().isEqualTo(Level.HIGH);
            }
            assertThat(ledger.verified().findings()).isEmpty();
        } finally {
            people.shutdownNow();
        }
    }

    private static boolean reviewed(FilledLedger ledger, String id, String level) {
        try {
            ledger.desk.review(
                    FilledLedger.agency("a"),
                    "r",
                    id,
                    Map.of("outcome", "raise", "level", level, "role", "idva", "reason", "r"));
            return true;
        } catch (RefusedException e) {
            // Another one had raised it already.
            return false;
        }
    }
}
