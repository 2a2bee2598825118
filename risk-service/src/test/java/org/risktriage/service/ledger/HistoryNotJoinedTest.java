package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.decisions.Reply;

/** History that was to be joined and was not: the decision says so, or there is none. */
class HistoryNotJoinedTest {
    private static final String NOT_JOINED = "history-not-joined";

    private static FilledLedger scoring(boolean join) {
        return new FilledLedger(
                TestDatabases.SQLITE.fresh(),
                FilledLedger.freshKeys(),
                Clock.systemUTC(),
                join,
                WithoutRecording.SCORE);
    }

    private static Map<String, Object> oneIncident(@Nullable String subject, String day) {
        return FilledLedger.assessment(
                subject, "2026-11-16", Map.of("incidents", FilledLedger.incidents(day), "maracs", List.of()));
    }

    private static JsonNode json(Reply reply) throws Exception {
        return FilledLedger.JSON.readTree(reply.json());
    }

    private static List<String> warnings(JsonNode decision) {
        return decision.path("warnings").findValuesAsText("id");
    }

    private interface Attempt {
        void run() throws Exception;
    }

    /** Nobody else can read, and whoever writes can write. */
    private static void unreadable(FilledLedger ledger, Attempt attempt) throws Exception {
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                held.add(ledger.ledger().database().reader());
            }
            attempt.run();
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** Nobody can write, and everybody can read. */
    private static void unwritable(FilledLedger ledger, Attempt attempt) throws Exception {
        try (Connection connection = DriverManager.getConnection(ledger.address.url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            attempt.run();
            statement.execute("ROLLBACK");
        }
    }

    private static void assertRefused(Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.LEDGER_UNAVAILABLE));
    }

    @Test
    void what_cannot_be_read_is_said_in_the_reply_and_in_what_is_kept() throws Exception {
        try (FilledLedger ledger = scoring(true)) {
            ledger.decide(
                    "police",
                    FilledLedger.assessment(
                            "s",
                            "2026-11-16",
                            Map.of("incidents", List.of(), "maracs", List.of(Map.of("referredOn", "2026-02-01")))));
            unreadable(ledger, () -> {
                Reply reply = ledger.decide("health", oneIncident("s", "2026-09-01"));
                assertThat(reply.recorded()).isNotNull();
                assertThat(warnings(json(reply))).contains(NOT_JOINED).doesNotContain("not-recorded");
                assertThat(warnings(json(ledger.decide("health", oneIncident(null, "2026-09-01")))))
                        .doesNotContain(NOT_JOINED);
            });
            Reply reply = lastUnread(ledger);
            String id = String.valueOf(reply.recorded());
            var health = FilledLedger.agency("health");
            assertThat(FilledLedger.JSON.writeValueAsString(ledger.desk.show(health, "r", id)))
                    .contains(NOT_JOINED);
            assertThat(ledger.desk.replay(health, "r", id).identical()).isTrue();
            // Once it can be read again it is joined.
            JsonNode after = json(ledger.decide("health", oneIncident("s", "2026-09-01")));
            assertThat(warnings(after)).doesNotContain(NOT_JOINED);
            assertThat(after.at("/history/joined").findValuesAsText("kind")).contains("marac");
        }
    }

    private static Reply lastUnread(FilledLedger ledger) throws Exception {
        List<Reply> replies = new ArrayList<>();
        unreadable(ledger, () -> replies.add(ledger.decide("health", oneIncident("s", "2026-09-01"))));
        return replies.get(0);
    }

    @Test
    void where_nothing_was_to_be_joined_nothing_is_said() throws Exception {
        try (FilledLedger ledger = scoring(false)) {
            unwritable(
                    ledger,
                    () -> assertThat(warnings(json(ledger.decide("health", oneIncident("s", "2026-09-01")))))
                            .contains("not-recorded")
                            .doesNotContain(NOT_JOINED));
        }
    }

    @Test
    void a_repeated_request_that_cannot_be_looked_up_is_not_answered_anew() throws Exception {
        try (FilledLedger ledger = scoring(true)) {
            ledger.decide("health", "key-1", oneIncident("s", "2026-09-01"));
            unreadable(
                    ledger,
                    () -> assertRefused(() -> ledger.decide("health", "key-1", oneIncident("s", "2026-09-01"))));
        }
    }

    @Test
    void what_others_recorded_is_not_shown_without_a_record() throws Exception {
        try (FilledLedger ledger = scoring(true)) {
            ledger.decide("police", oneIncident("s", "2026-09-01"));
            JsonNode recorded = json(ledger.decide("health", oneIncident("s", "2026-10-01")));
            assertThat(recorded.at("/history/joined").findValuesAsText("agency"))
                    .contains("police");
            unwritable(ledger, () -> {
                Reply reply = ledger.decide("health", oneIncident("s", "2026-10-01"));
                assertThat(reply.recorded()).isNull();
                assertThat(warnings(json(reply))).contains(NOT_JOINED, "not-recorded");
                assertThat(json(reply).has("history")).isFalse();
                assertThat(reply.json()).doesNotContain("2026-09-01");
                // The same is said of somebody of whom nothing is recorded.
                assertThat(warnings(json(ledger.decide("health", oneIncident("nobody", "2026-10-01")))))
                        .contains(NOT_JOINED, "not-recorded");
            });
        }
    }

    @Test
    void a_decision_that_what_others_recorded_makes_higher_is_given_recorded_or_not_at_all() throws Exception {
        try (FilledLedger ledger = scoring(true)) {
            ledger.decide("police", oneIncident("s", "2026-09-01"));
            ledger.decide("police", oneIncident("s", "2026-10-01"));
            unwritable(ledger, () -> assertRefused(() -> ledger.decide("health", oneIncident("s", "2026-11-01"))));
            assertThat(json(ledger.decide("health", oneIncident("s", "2026-11-01")))
                            .at("/marac/refer")
                            .asBoolean())
                    .isTrue();
        }
    }
}
