package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.ledger.Tampering.Kind;
import org.risktriage.service.ledger.chain.Link;

/** Whatever somebody changes in the database, the chain tells. */
class TamperingTest {
    private static final int TAMPERINGS = 1_000;

    @ParameterizedTest
    @EnumSource
    void a_thousand_random_tamperings_of_every_kind_are_all_found(TestDatabases database) throws Exception {
        Random random = new Random(7226);
        List<Kind> kinds = List.of(Kind.values());
        List<String> missed = new ArrayList<>();
        Map<Kind, Integer> done = new EnumMap<>(Kind.class);
        Set<String> tampered = new TreeSet<>();
        try (FilledLedger ledger = FilledLedger.on(database, false).filled(60);
                Tampering stranger = new Tampering(
                        TestDatabases.stranger(ledger.address), database == TestDatabases.SQLITE, random)) {
            Link end = ledger.ledger().archive().end();
            assertThat(ledger.verified(end).findings()).isEmpty();
            for (int count = 0; count < TAMPERINGS; ) {
                Kind kind = kinds.get(random.nextInt(kinds.size()));
                String what = stranger.tamper(kind);
                if (!what.isEmpty()) {
                    count++;
                    done.merge(kind, 1, Integer::sum);
                    tampered.add(Splitter.on('.').split(what).iterator().next());
                    if (ledger.verified(end).findings().isEmpty()) {
                        missed.add(what);
                    }
                    stranger.undo();
                }
            }
            // What was done was undone, so that each was found by itself.
            assertThat(ledger.verified(end).findings()).isEmpty();
        }
        assertThat(missed).isEmpty();
        assertThat(done)
                .hasSize(kinds.size())
                .allSatisfy((kind, times) -> assertThat(times).isGreaterThan(80));
        // No table is one that nobody tried.
        assertThat(Tampering.TABLES)
                .hasSize(8)
                .allSatisfy(table -> assertThat(tampered).contains("edit " + table, "delete a row of " + table));
    }

    @ParameterizedTest
    @EnumSource
    void a_chain_that_was_written_anew_is_found_by_an_anchor_and_by_nothing_else(TestDatabases database)
            throws Exception {
        try (FilledLedger ledger = FilledLedger.on(database, false).filled(60);
                Tampering stranger = new Tampering(
                        TestDatabases.stranger(ledger.address), database == TestDatabases.SQLITE, new Random(1))) {
            Link end = ledger.ledger().archive().end();
            assertThat(stranger.tamper(Kind.REWRITE)).startsWith("rewrite");
            assertThat(ledger.verified().findings()).isEmpty();
            assertThat(ledger.verified(end).findings())
                    .containsExactly("Record " + end.seq() + ": it is not the record that was anchored.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_untouched_ledger_verifies_on_every_database(TestDatabases kind) throws Exception {
        try (FilledLedger filled = FilledLedger.on(kind, false).filled(20)) {
            Link end = filled.ledger().archive().end();
            assertThat(end.seq()).isGreaterThan(20);
            assertThat(filled.verified(end).findings()).isEmpty();
            assertThat(filled.verified(new Link(end.seq(), "0".repeat(64))).findings())
                    .containsExactly("Record " + end.seq() + ": it is not the record that was anchored.");
            assertThat(filled.verified(new Link(end.seq() + 1, end.hash())).findings())
                    .containsExactly("Record " + (end.seq() + 1) + ": it was anchored, and is gone.");
            assertThat(filled.verified(new Link(end.seq(), "0".repeat(64)), end).findings())
                    .containsExactly("Record " + end.seq() + ": two anchors of it differ.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_ledger_verifies_with_the_anchor_of_then_also_when_it_has_grown(TestDatabases kind) throws Exception {
        try (FilledLedger filled = FilledLedger.on(kind, false)) {
            Link empty = filled.ledger().archive().end();
            assertThat(filled.verified(empty).findings()).isEmpty();
            assertThat(filled.filled(3).verified(empty).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_edit_is_named_by_its_record_on_every_database(TestDatabases kind) throws Exception {
        try (FilledLedger filled = FilledLedger.on(kind, false).filled(5);
                Connection connection = TestDatabases.stranger(filled.address);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE decision SET level = 'high' WHERE seq = 1");
            assertThat(filled.verified().findings())
                    .containsExactly("Record 1: its figures are not those that it says.");
        }
    }
}
