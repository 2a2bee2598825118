package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;

/** A ledger that cannot be written: no decision, or one that says that it is not recorded. */
class LedgerFailsTest {
    private static final Database.Address ADDRESS = TestDatabases.SQLITE.fresh();
    private static final Database.Address OTHER = TestDatabases.SQLITE.fresh();
    private static final String BODY = body("2026-01-01", "");

    @RegisterExtension
    static final GuardedService REFUSING = new GuardedService(LedgerSettingsText.on(ADDRESS));

    @RegisterExtension
    static final GuardedService SCORING =
            new GuardedService(LedgerSettingsText.on(OTHER, "withoutRecording: score", "joinHistory: true"));

    private static String body(String day, String history) {
        return """
                {"assessedOn": "%s", "answers": {"q1": "yes"}, "references": {"subject": "s"}%s}
                """.formatted(day, history);
    }

    private static Reply post(GuardedService service) {
        return post(service, BODY);
    }

    private static Reply post(GuardedService service, String body) {
        return service.caller()
                .postWith(
                        body,
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        service.credentials().keyOf(Role.SCORER));
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().path("code").asText()).isEqualTo("ledger-unavailable");
        assertThat(reply.json().path("detail").asText()).isEqualTo(ProblemMapper.SAFETY_TEXT);
        assertThat(reply.header("retry-after")).isEqualTo("30");
        assertThat(reply.body()).doesNotContain("\"level\"");
    }

    @Test
    void while_somebody_else_holds_the_database_there_is_no_decision_and_afterwards_there_is() throws Exception {
        assertThat(post(REFUSING).status()).isEqualTo(201);
        try (Connection connection = DriverManager.getConnection(ADDRESS.url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertRefused(post(REFUSING));
            assertThat(REFUSING.operator().get("/healthcheck").status()).isEqualTo(500);
            statement.execute("ROLLBACK");
        }
        assertThat(post(REFUSING).status()).isEqualTo(201);
        assertThat(REFUSING.operator().get("/healthcheck").status()).isEqualTo(200);
    }

    @Test
    void when_the_database_is_let_go_requests_may_be_sent_again_before_anybody_sends_one() throws Exception {
        try (Connection connection = DriverManager.getConnection(ADDRESS.url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertRefused(post(REFUSING));
            assertThat(REFUSING.operator().get("/ready").status()).isEqualTo(503);
            // Longer than from one attempt to the next.
            Thread.sleep(4_000);
            assertThat(REFUSING.operator().get("/ready").status()).isEqualTo(503);
            statement.execute("ROLLBACK");
        }
        assertThat(REFUSING.readyAtLast().status()).isEqualTo(200);
        try (Operator operator = Operator.of(ADDRESS, Clock.systemUTC())) {
            assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
        }
    }

    @Test
    void nobody_is_shown_a_decision_while_the_look_cannot_be_recorded() throws Exception {
        for (GuardedService service : List.of(REFUSING, SCORING)) {
            String location = post(service).header("location");
            String key = service.credentials().keyOf(Role.SCORER);
            try (Connection connection = DriverManager.getConnection((service == REFUSING ? ADDRESS : OTHER).url());
                    Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertRefused(service.caller().get(location, "X-API-Key", key));
                assertRefused(service.caller().postTo(location + "/replay", "", "X-API-Key", key));
                statement.execute("ROLLBACK");
            }
            assertThat(service.caller().get(location, "X-API-Key", key).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_was_recorded_before_is_joined_to_no_decision_that_is_not_recorded() throws Exception {
        String before = body(
                "2026-02-01",
                ", \"incidents\": [{\"on\": \"2025-12-01\", \"kind\": \"contact\"},"
                        + " {\"on\": \"2026-01-01\", \"kind\": \"contact\"}], \"maracs\": []");
        String now = body(
                "2026-02-02", ", \"incidents\": [{\"on\": \"2026-02-02\", \"kind\": \"contact\"}], \"maracs\": []");
        assertThat(post(SCORING, before).status()).isEqualTo(201);
        try (Connection connection = DriverManager.getConnection(OTHER.url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            // Three incidents are an escalation. To say less would be untrue, and to say so would show what was
            // recorded.
            assertRefused(post(SCORING, now));
            statement.execute("ROLLBACK");
        }
        Reply reply = post(SCORING, now);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/marac/refer").asBoolean()).isTrue();
    }

    @Test
    void when_the_file_is_gone_there_is_no_decision_and_what_was_there_is_safe() throws Exception {
        assertThat(post(REFUSING).status()).isEqualTo(201);
        Path file = ADDRESS.file();
        Path away = file.resolveSibling("away");
        Files.move(file, away);
        assertRefused(post(REFUSING));
        Files.move(away, file);
        assertThat(post(REFUSING).status()).isEqualTo(201);
    }

    @Test
    void where_it_is_allowed_a_decision_is_given_and_says_that_it_is_not_recorded() throws Exception {
        assertThat(post(SCORING).status()).isEqualTo(201);
        try (Connection connection = DriverManager.getConnection(OTHER.url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Reply reply = post(SCORING);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).doesNotContainKey("location");
            assertThat(reply.json().path("warnings").findValuesAsText("id"))
                    .contains("not-recorded", "history-not-joined");
            assertThat(reply.json().has("history")).isFalse();
            assertThat(SCORING.operator().get("/healthcheck").body()).contains("NOT recorded");
            statement.execute("ROLLBACK");
        }
        assertThat(List.of(post(SCORING).status())).containsExactly(201);
    }
}
