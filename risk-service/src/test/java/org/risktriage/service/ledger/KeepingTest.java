package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.decisions.KeptDecision;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.service.ledger.store.StaleKeyException;
import org.risktriage.triage.RulesFaultException;

/** What takes something away, or puts it elsewhere, leaves a chain that verifies. */
class KeepingTest {
    @TempDir
    Path folder;

    private static long count(FilledLedger ledger, String sql) throws Exception {
        try (Connection connection = TestDatabases.stranger(ledger.address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_kept_long_enough_is_erased_and_the_chain_verifies(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, false).filled(12)) {
            Link before = ledger.ledger().archive().end();
            Path anchors = folder.resolve("anchors.ndjson");
            Files.writeString(anchors, AnchorFile.line(before, Clock.systemUTC()) + "\n");
            Reply reply = ledger.decide("a", FilledLedger.assessment("s-1", "2026-01-01", Map.of()));
            long figures = count(ledger, "SELECT count(*) FROM decision");
            try (Operator later = Operator.of(ledger.address, FilledLedger.inDays(11))) {
                assertThat(later.eraseOlderThan(10)).isGreaterThan(before.seq());
                assertThat(later.eraseOlderThan(10)).isZero();
                assertThat(later.verify(List.of(anchors), seq -> {}).findings()).isEmpty();
            }
            assertThat(count(ledger, "SELECT count(*) FROM content")).isZero();
            assertThat(count(ledger, "SELECT count(*) FROM fact")).isZero();
            assertThat(count(ledger, "SELECT count(*) FROM subject")).isZero();
            assertThat(count(ledger, "SELECT count(*) FROM decision")).isEqualTo(figures);
            KeptDecision kept = ledger.desk.show(FilledLedger.agency("a"), "r", String.valueOf(reply.recorded()));
            assertThat(kept.erased()).isTrue();
            assertThat(kept.request()).isNull();
            assertThatThrownBy(() -> ledger.desk.replay(FilledLedger.agency("a"), "r", kept.id()))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(ProblemKind.ERASED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void content_that_is_gone_without_a_record_of_it_is_found(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, false).filled(4)) {
            try (Connection connection = TestDatabases.stranger(ledger.address);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM content WHERE seq = 1");
            }
            assertThat(ledger.verified().findings())
                    .contains("Record 1: its content is gone, and no record says that it was erased.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_change_of_keys_the_same_people_are_known_and_the_old_values_are_gone(TestDatabases kind)
            throws Exception {
        Path keys = FilledLedger.freshKeys();
        String old;
        try (FilledLedger ledger = new FilledLedger(kind.fresh(), keys, Clock.systemUTC(), true)) {
            ledger.decide(
                    "a",
                    FilledLedger.assessment(
                            "s-1", "2026-01-01", Map.of("incidents", FilledLedger.incidents("2025-12-01"))));
            old = SubjectKeys.read(keys).keyed("s-1").value();
            try (Operator operator = Operator.of(ledger.address, Clock.systemUTC())) {
                assertThat(operator.rotate(keys)).isEqualTo(1);
                assertThat(operator.rotate(keys)).isEqualTo(1);
                assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
            }
            assertThat(count(ledger, "SELECT count(*) FROM subject WHERE value = '" + old + "'"))
                    .isZero();
            // Whoever still has the earlier key is told so.
            assertThatThrownBy(() -> ledger.decide("a", FilledLedger.assessment("s-1", "2026-01-02", Map.of())))
                    .isInstanceOf(RefusedException.class);
            try (FilledLedger again = new FilledLedger(ledger.address, keys, Clock.systemUTC(), true)) {
                Reply reply = again.decide("b", FilledLedger.assessment("s-1", "2026-01-03", Map.of()));
                assertThat(reply.json()).contains("2025-12-01");
                assertThat(again.verified().findings()).isEmpty();
            }
        }
    }

    @Test
    void with_another_file_of_keys_a_ledger_does_not_open() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, false).filled(2)) {
            assertThatThrownBy(
                            () -> new FilledLedger(ledger.address, FilledLedger.freshKeys(), Clock.systemUTC(), false))
                    .isInstanceOf(RulesFaultException.class)
                    .hasMessageContaining("ledger rotate");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_back_up_can_be_put_into_a_ledger_of_either_kind(TestDatabases kind) throws Exception {
        Path file = folder.resolve("ledger.backup");
        try (FilledLedger ledger = FilledLedger.on(kind, false).filled(10)) {
            Link end = ledger.ledger().archive().end();
            try (Operator operator = Operator.of(ledger.address, Clock.systemUTC())) {
                assertThat(operator.backUp(file, row -> {})).isGreaterThan(20);
            }
            for (TestDatabases other : TestDatabases.values()) {
                try (Operator restored = Operator.ofEmpty(other.fresh(), Clock.systemUTC())) {
                    restored.restore(file, row -> {});
                    var report = restored.verify(List.of(), seq -> {});
                    assertThat(report.findings()).isEmpty();
                    assertThat(report.end()).isEqualTo(end);
                    assertThatThrownBy(() -> restored.restore(file, row -> {})).hasMessageContaining("not empty");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_held_about_a_person_is_written_down_and_the_look_is_recorded(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, false).filled(20)) {
            Path file = folder.resolve("person.ndjson");
            try (Operator operator = Operator.of(ledger.address, Clock.systemUTC())) {
                int decisions = operator.exportSubject("s-1", ledger.keys, file);
                assertThat(decisions).isBetween(1, 19);
                assertThat(Files.readAllLines(file)).hasSize(decisions);
                assertThat(operator.exportRecords(1, 10, folder.resolve("records.ndjson")))
                        .isEqualTo(10);
                assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
            }
            assertThat(count(ledger, "SELECT count(*) FROM entry WHERE summary LIKE '%export%'"))
                    .isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void decisions_without_any_history_and_erased_ones_are_held_about_a_person_too(TestDatabases kind)
            throws Exception {
        Path keys = FilledLedger.freshKeys();
        Path file = folder.resolve("person.ndjson");
        try (FilledLedger ledger = new FilledLedger(kind.fresh(), keys, FilledLedger.inDays(-100), false)) {
            ledger.decide("a", FilledLedger.assessment("s-1", "2026-01-01", Map.of()));
            ledger.decide("a", FilledLedger.assessment("s-2", "2026-01-01", Map.of()));
            try (FilledLedger later = new FilledLedger(ledger.address, keys, Clock.systemUTC(), false)) {
                later.decide("a", FilledLedger.assessment("s-1", "2026-03-01", Map.of()));
                later.decide("a", FilledLedger.assessment("s-1", "2026-03-01", Map.of("answers", Map.of())));
                later.decide("a", FilledLedger.assessment("s-2", "2026-03-01", Map.of("answers", Map.of())));
            }
            try (Operator operator = Operator.of(ledger.address, Clock.systemUTC())) {
                operator.eraseOlderThan(50);
                assertThat(operator.exportSubject("s-1", keys, file)).isEqualTo(3);
                assertThat(operator.exportSubject("s-2", keys, folder.resolve("another.ndjson")))
                        .isEqualTo(2);
                assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
                List<String> lines = Files.readAllLines(file);
                assertThat(FilledLedger.JSON
                                .readTree(lines.get(0))
                                .path("content")
                                .isNull())
                        .isTrue();
                assertThat(FilledLedger.JSON
                                .readTree(lines.get(2))
                                .at("/content/decision/level/value")
                                .isNull())
                        .isTrue();

                assertThatThrownBy(() -> operator.exportSubject(
                                "s-1", FilledLedger.freshKeys(), folder.resolve("nobody.ndjson")))
                        .isInstanceOf(StaleKeyException.class);
                assertThat(folder.resolve("nobody.ndjson")).doesNotExist();
            }
        }
    }

    @Test
    void what_is_kept_of_a_repeated_request_cannot_be_tried_without_a_key() throws Exception {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, false)) {
            Map<String, Object> request = FilledLedger.assessment("s-1", "2026-01-01", Map.of());
            ledger.decide("a", "case-7", request);
            String body = org.risktriage.service.ledger.chain.Sha256.ofTexts(
                    "body", "case-7", FilledLedger.JSON.writeValueAsString(request));
            for (String table : List.of("kept_key WHERE body", "entry WHERE summary")) {
                assertThat(count(ledger, "SELECT count(*) FROM " + table + " LIKE '%" + body + "%'"))
                        .isZero();
            }
            String kept = SubjectKeys.read(ledger.keys).marked(body);
            assertThat(count(ledger, "SELECT count(*) FROM kept_key WHERE body = '" + kept + "'"))
                    .isEqualTo(1);
        }
    }
}
