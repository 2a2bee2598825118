package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.service.ledger.store.Change;

/** A text that a database does not take, and a change that cannot be written, harm nobody else. */
class OddChangesTest {
    private static final String MARK = "\\" + "u{0} \\" + "user";
    private static final String ODD = "a\u0000\u001b\u0085\ud83d x \ud83d\ude00" + MARK;
    private static final Map<String, Object> ASKED = FilledLedger.assessment("s-" + ODD, "2026-01-05", Map.of());

    private static Map<String, Object> odd(String on) {
        return FilledLedger.assessment(
                "s-" + ODD,
                on,
                Map.of(
                        "references", Map.of("subject", "s-" + ODD, "case", ODD, "agency", ODD),
                        "perpetrators", List.of(Map.of("ref", ODD, "relationship", ODD)),
                        "incidents",
                                List.of(Map.of(
                                        "on", "2025-12-01", "kind", "other", "perpetrator", ODD, "ref", "r" + ODD)),
                        "maracs", List.of(Map.of("referredOn", "2025-11-01", "area", ODD, "perpetrator", ODD)),
                        "circumstances", Map.of("residence", ODD)));
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_a_database_does_not_take_is_recorded_joined_and_verified(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, true)) {
            Reply first = ledger.decide("a", "key", odd("2026-01-05"));
            assertThat(ledger.decide("a", "key", odd("2026-01-05")).json()).isEqualTo(first.json());
            assertThat(ledger.desk
                            .replay(FilledLedger.agency("a"), "r", String.valueOf(first.recorded()))
                            .identical())
                    .isTrue();
            // The same perpetrator, though the reference stands otherwise in the database.
            Map<String, Object> request = FilledLedger.assessment(
                    "s-" + ODD, "2026-01-06", Map.of("perpetrators", List.of(Map.of("ref", ODD))));
            JsonNode history = FilledLedger.JSON
                    .readTree(ledger.decide("b", request).json())
                    .path("history");
            assertThat(history.path("joined").findValuesAsText("kind")).contains("incident", "marac");
            assertThat(history.path("otherPerpetrators").asInt()).isZero();
            assertThat(ledger.verified().findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_person_whose_reference_differs_by_half_of_a_pair_is_another_person(TestDatabases kind) {
        try (FilledLedger ledger = FilledLedger.on(kind, true)) {
            Map<String, Object> more = Map.of("incidents", FilledLedger.incidents("2025-12-01"));
            ledger.decide("a", FilledLedger.assessment("s-\ud83d", "2026-01-05", more));
            assertThat(ledger.decide("b", FilledLedger.assessment("s-\ud83e", "2026-01-06", Map.of()))
                            .json())
                    .doesNotContain("2025-12-01");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_reads_the_same_and_stands_otherwise_is_found(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, false)) {
            ledger.decide("a", odd("2026-01-05"));
            try (Connection connection = TestDatabases.stranger(ledger.address);
                    Statement statement = connection.createStatement()) {
                // The letter a by its number.
                assertThat(statement.executeUpdate("UPDATE fact SET perpetrator = '\\"
                                + "u{61}' || substr(perpetrator, 2)" + " WHERE kind = 'incident'"))
                        .isEqualTo(1);
            }
            assertThat(ledger.verified().findings())
                    .containsExactly("Record 2: the facts that were taken from it are not those that it says.");
        }
    }

    private static Change<Entry> look(String id, String caller) {
        return appender -> appender.append(
                new Draft(Kind.LOOK, id, "", new Draft.Author(caller, "a", "r"), "{\"look\":\"read\"}", null));
    }

    /** Has changes come to one group: the writer is kept busy until all of them wait. */
    private static <T> List<CompletableFuture<T>> together(Ledger ledger, List<Change<T>> changes) {
        CountDownLatch all = new CountDownLatch(1);
        CompletableFuture<String> busy = ledger.submit(appender -> {
            try {
                all.await();
                return "";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        List<CompletableFuture<T>> done = new ArrayList<>();
        changes.forEach(change -> done.add(ledger.submit(change)));
        all.countDown();
        busy.join();
        done.forEach(one -> one.handle((result, e) -> "").join());
        return done;
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_cannot_be_written_fails_alone(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, false)) {
            String taken = UUID.randomUUID().toString();
            ledger.ledger().submit(look(taken, "c")).join();
            List<Change<Entry>> changes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                changes.add(look(i == 40 || i == 41 ? taken : UUID.randomUUID().toString(), "c"));
            }
            changes.set(70, appender -> {
                look(UUID.randomUUID().toString(), "c").apply(appender);
                throw new IllegalStateException("This is a fault of the program.");
            });
            List<CompletableFuture<Entry>> done = together(ledger.ledger(), changes);
            for (int i = 0; i < 100; i++) {
                assertThat(done.get(i).isCompletedExceptionally()).as("%s", i).isEqualTo(i == 40 || i == 41 || i == 70);
            }
            assertThat(ledger.ledger().health().execute().isHealthy()).isTrue();
            assertThat(ledger.verified().findings()).isEmpty();
            assertThat(ledger.verified().records()).isEqualTo(98);
        }
    }

    /** A node that still has the key before the last, of a ledger with a decision about somebody. */
    private static FilledLedger stale(TestDatabases kind, Path keys) throws Exception {
        FilledLedger stale = new FilledLedger(kind.fresh(), keys, Clock.systemUTC(), false);
        stale.decide("a", ASKED);
        try (Operator operator = Operator.of(stale.address, Clock.systemUTC())) {
            operator.rotate(keys);
        }
        return stale;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_of_repetition_is_not_used_up_by_a_node_that_has_an_earlier_key_of_subjects(TestDatabases kind)
            throws Exception {
        Path keys = FilledLedger.freshKeys();
        try (FilledLedger stale = stale(kind, keys)) {
            assertThatThrownBy(() -> stale.decide("a", "key", ASKED))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(ProblemKind.LEDGER_UNAVAILABLE));
            // A request about nobody needs no key of subjects.
            assertThat(stale.decide("a", FilledLedger.assessment(null, "2026-01-05", Map.of()))
                            .recorded())
                    .isNotNull();
            assertThat(stale.verified().findings()).isEmpty();
            try (FilledLedger again = new FilledLedger(stale.address, keys, Clock.systemUTC(), false)) {
                Reply reply = again.decide("a", "key", ASKED);
                assertThat(reply.recorded()).isNotNull();
                assertThat(again.decide("a", "key", ASKED).json()).isEqualTo(reply.json());
                assertThat(again.verified().findings()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_change_wrote_before_it_met_a_stale_key_is_gone_and_its_neighbours_are_recorded(TestDatabases kind)
            throws Exception {
        Path keys = FilledLedger.freshKeys();
        try (FilledLedger stale = stale(kind, keys)) {
            long before = stale.verified().records();
            List<Change<String>> changes = List.of(
                    appender -> look(UUID.randomUUID().toString(), "c")
                            .apply(appender)
                            .id(),
                    appender -> {
                        look(UUID.randomUUID().toString(), "c").apply(appender);
                        appender.remember("i", "b", "d", Long.MAX_VALUE);
                        return appender.subject(stale.ledger().keys().keyed("s-2"));
                    },
                    appender -> look(UUID.randomUUID().toString(), "c")
                            .apply(appender)
                            .id());
            List<CompletableFuture<String>> done = together(stale.ledger(), changes);
            assertThat(done.stream().map(CompletableFuture::isCompletedExceptionally))
                    .containsExactly(false, true, false);
            assertThat(stale.verified().findings()).isEmpty();
            assertThat(stale.verified().records()).isEqualTo(before + 2);
        }
    }
}
