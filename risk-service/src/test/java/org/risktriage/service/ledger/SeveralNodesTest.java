package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.service.ledger.store.Database;

/** Several nodes on one PostgreSQL keep one chain. */
class SeveralNodesTest {
    private static final int NODES = 3;
    private static final int DECISIONS = 240;

    @Test
    void nodes_that_write_at_once_keep_one_chain_and_lose_nothing() throws Exception {
        Database.Address address = TestDatabases.POSTGRESQL.fresh();
        var keys = FilledLedger.freshKeys();
        List<FilledLedger> nodes = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(12);
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(new FilledLedger(address, keys, Clock.systemUTC(), true));
            }
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < DECISIONS; i++) {
                int number = i;
                replies.add(CompletableFuture.supplyAsync(
                        () -> nodes.get(number % NODES)
                                .decide(
                                        "a",
                                        FilledLedger.assessment(
                                                "s-" + number % 9,
                                                "2026-01-05",
                                                Map.of("incidents", FilledLedger.incidents("2025-12-01")))),
                        callers));
            }
            Set<String> ids = new HashSet<>();
            for (CompletableFuture<Reply> reply : replies) {
                ids.add(Objects.requireNonNull(reply.get().recorded()));
            }
            assertThat(ids).hasSize(DECISIONS);
            assertThat(ids)
                    .allSatisfy(id -> assertThat(nodes.get(0).ledger().archive().decision(id))
                            .isNotNull());
            var report = nodes.get(0).verified();
            assertThat(report.findings()).isEmpty();
            // Nine people, each met once.
            assertThat(report.records()).isEqualTo(DECISIONS + 9);
        } finally {
            callers.shutdownNow();
            nodes.forEach(FilledLedger::close);
        }
    }

    @Test
    void a_key_that_is_sent_to_two_nodes_at_once_is_recorded_once() throws Exception {
        Database.Address address = TestDatabases.POSTGRESQL.fresh();
        var keys = FilledLedger.freshKeys();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (FilledLedger one = new FilledLedger(address, keys, Clock.systemUTC(), false);
                FilledLedger other = new FilledLedger(address, keys, Clock.systemUTC(), false)) {
            for (int i = 0; i < 20; i++) {
                String key = "key-" + i;
                Map<String, Object> request = FilledLedger.assessment(null, "2026-01-05", Map.of());
                CompletableFuture<Reply> first =
                        CompletableFuture.supplyAsync(() -> one.decide("a", key, request), callers);
                CompletableFuture<Reply> second =
                        CompletableFuture.supplyAsync(() -> other.decide("a", key, request), callers);
                assertThat(first.get().json()).isEqualTo(second.get().json());
            }
            assertThat(one.verified().records()).isEqualTo(20);
        } finally {
            callers.shutdownNow();
        }
    }
}
