package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;

/** A service that records what it decides, over HTTP, on both kinds of database. */
class RecordedOverHttpTest {
    private static final String ASSESSMENT = """
            {"area": "england-wales", "assessedOn": "2026-11-16", "answers": {"q1": "yes", "q15": "yes", "q23": "dont-know"},
             "perpetrators": [{"ref": "A"}], "children": [{"age": 3}],
             "references": {"case": "c-1", "subject": "%s", "agency": "x"}}
            """;

    /** What holds on every database. */
    abstract static class EveryDatabase {
        abstract GuardedService service();

        abstract Database.Address address();

        String scorer() {
            return service().credentials().keyOf(Role.SCORER);
        }

        String auditor() {
            return service().credentials().keyOf(Role.AUDITOR);
        }

        Reply post(String body, String... headers) {
            List<String> all = new ArrayList<>(List.of("Content-Type", "application/json", "X-API-Key", scorer()));
            all.addAll(List.of(headers));
            return service().caller().postWith(body, all.toArray(new String[0]));
        }

        Reply get(String location, String key) {
            return service().caller().get(location, "X-API-Key", key);
        }

        Reply review(String location, String body) {
            return service()
                    .caller()
                    .postTo(location + "/reviews", body, "Content-Type", "application/json", "X-API-Key", scorer());
        }

        Reply replay(String location, String key) {
            return service().caller().postTo(location + "/replay", "", "X-API-Key", key);
        }

        private String recorded(String subject) {
            Reply reply = post(ASSESSMENT.formatted(subject));
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            return reply.header("location");
        }

        long count(String sql) throws Exception {
            try (Connection connection = DriverManager.getConnection(address().url());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        @Test
        void a_decision_is_created_and_can_be_fetched_as_it_was_answered() {
            Reply reply = post(ASSESSMENT.formatted("s-fetched"));
            assertThat(reply.status()).isEqualTo(201);
            String id = reply.json().path("id").asText();
            assertThat(reply.header("location")).isEqualTo("/v1/decisions/" + id);
            JsonNode kept = get(reply.header("location"), scorer()).json();
            assertThat(kept.path("decision")).isEqualTo(reply.json());
            assertThat(kept.at("/request/answers/q15").asText()).isEqualTo("yes");
            assertThat(kept.at("/by/agency").asText()).isEqualTo(Credentials.AGENCY);
            assertThat(kept.at("/by/request").asText()).isEqualTo(reply.header("x-request-id"));
            assertThat(kept.path("erased").asBoolean()).isFalse();
        }

        @Test
        void the_reference_of_a_person_stands_nowhere() throws Exception {
            String location = recorded("s-" + Caller.SENTINEL);
            assertThat(get(location, scorer()).body()).doesNotContain(Caller.SENTINEL);
            for (String table : List.of("entry", "content", "subject", "fact", "decision", "kept_key")) {
                try (Connection connection =
                                DriverManager.getConnection(address().url());
                        Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            byte[] bytes = rows.getBytes(i);
                            String text = table.equals("content") && i == 2
                                    ? org.risktriage.service.ledger.chain.Content.text(bytes)
                                    : bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                            assertThat(text).doesNotContain(Caller.SENTINEL);
                        }
                    }
                }
            }
        }

        @Test
        void another_agency_sees_nothing_and_learns_nothing() throws IOException {
            String location = recorded("s-other");
            String other = service().credentials().keyOf("other-agency", Set.of(Role.SCORER), Duration.ofDays(1));
            waitForKeys(other);
            Reply reply = get(location, other);
            Reply none = get("/v1/decisions/" + UUID.randomUUID(), other);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEqualTo(none.body());
            assertThat(replay(location, other).status()).isEqualTo(404);
            assertThat(service()
                            .caller()
                            .postTo(
                                    location + "/reviews",
                                    "{\"outcome\":\"accept\",\"role\":\"idva\",\"reason\":\"r\"}",
                                    "Content-Type",
                                    "application/json",
                                    "X-API-Key",
                                    other)
                            .status())
                    .isEqualTo(404);
        }

        /** A running service takes a new key from the file within seconds. */
        private void waitForKeys(String key) {
            for (int i = 0; i < 100 && get("/v1/areas", key).status() == 401; i++) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Test
        void an_auditor_sees_all_and_every_look_is_recorded() throws Exception {
            String location = recorded("s-look");
            String looks = "SELECT count(*) FROM entry WHERE kind = 'look' AND about = '"
                    + location.substring(location.lastIndexOf('/') + 1) + "'";
            assertThat(count(looks)).isZero();
            assertThat(get(location, auditor()).status()).isEqualTo(200);
            assertThat(count(looks)).isEqualTo(1);
            assertThat(replay(location, auditor()).status()).isEqualTo(200);
            assertThat(count(looks)).isEqualTo(2);
        }

        @Test
        void a_replay_of_what_was_decided_gives_the_same() {
            Reply replayed = replay(recorded("s-replay"), scorer());
            assertThat(replayed.status()).isEqualTo(200);
            assertThat(replayed.json().path("identical").asBoolean())
                    .as(replayed.body())
                    .isTrue();
            assertThat(replayed.json().path("differences")).isEmpty();
            assertThat(replayed.json().path("then")).isEqualTo(replayed.json().path("now"));
        }

        @Test
        void a_review_stands_beside_the_decision_and_changes_nothing_of_it() {
            String location = recorded("s-review");
            JsonNode before = get(location, scorer()).json();
            Reply review = review(location, """
                    {"outcome": "raise", "level": "high", "refer": true, "referredOn": "2026-11-17", "role": "sergeant",
                     "reason": "The officer at the door heard threats."}
                    """);
            assertThat(review.status()).as(review.body()).isEqualTo(201);
            ObjectNode after = (ObjectNode) get(location, scorer()).json();
            assertThat(after.at("/reviews/0/level").asText()).isEqualTo("high");
            assertThat(after.at("/reviews/0/reason").asText()).startsWith("The officer");
            after.set("reviews", before.path("reviews"));
            assertThat(after).isEqualTo(before);
        }

        @Test
        void a_review_may_not_lower_neither_the_rules_level_nor_that_of_a_person() {
            String location = recorded("s-lower");
            String raise = "{\"outcome\":\"raise\",\"level\":\"high\",\"role\":\"idva\",\"reason\":\"r\"}";
            assertThat(review(location, raise).status()).isEqualTo(201);
            for (String body : List.of(
                    "{\"outcome\":\"raise\",\"level\":\"medium\",\"role\":\"idva\",\"reason\":\"r\"}",
                    "{\"outcome\":\"accept\",\"level\":\"standard\",\"role\":\"idva\",\"reason\":\"r\"}",
                    "{\"outcome\":\"other-action\",\"refer\":false,\"role\":\"idva\",\"reason\":\"r\"}")) {
                Reply refused = review(location, body);
                assertThat(refused.status()).as(body).isEqualTo(422);
                assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("lowering-refused");
            }
        }

        @Test
        void a_review_that_is_not_whole_is_refused_with_all_that_is_wrong() {
            String location = recorded("s-broken");
            Reply refused = review(
                    location, "{\"outcome\":\"" + Caller.SENTINEL + "\",\"reason\":\"ring 0116 496 0000\",\"x\":1}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("code").asText()).isEqualTo("invalid-review");
            assertThat(refused.json().path("errors")).hasSize(4);
            assertThat(refused.body()).doesNotContain(Caller.SENTINEL).doesNotContain("0116");
            assertThat(review(location, "[]").status()).isEqualTo(422);
            assertThat(review(location, "{").status()).isEqualTo(400);
        }

        @Test
        void a_key_that_is_sent_again_gives_the_same_reply_and_one_decision() throws Exception {
            String body = ASSESSMENT.formatted("s-again");
            String key = UUID.randomUUID().toString();
            Reply first = post(body, "Idempotency-Key", key);
            long decisions = count("SELECT count(*) FROM decision");
            Reply second = post(body, "Idempotency-Key", key);
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("location")).isEqualTo(first.header("location"));
            assertThat(second.header("rule-pack")).isEqualTo(first.header("rule-pack"));
            assertThat(count("SELECT count(*) FROM decision")).isEqualTo(decisions);
        }

        @Test
        void a_key_with_another_body_is_refused() {
            String key = UUID.randomUUID().toString();
            assertThat(post(ASSESSMENT.formatted("s-a"), "Idempotency-Key", key).status())
                    .isEqualTo(201);
            Reply other = post(ASSESSMENT.formatted("s-b"), "Idempotency-Key", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().path("code").asText()).isEqualTo("key-reused");
            assertThat(post(ASSESSMENT.formatted("s-b"), "Idempotency-Key", "with a space")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void a_refused_request_does_not_use_up_its_key() {
            String key = UUID.randomUUID().toString();
            assertThat(post("{\"answers\":{}}", "Idempotency-Key", key).status())
                    .isEqualTo(422);
            assertThat(post(ASSESSMENT.formatted("s-c"), "Idempotency-Key", key).status())
                    .isEqualTo(201);
        }

        @Test
        void an_odd_text_is_kept_as_it_was_sent() {
            String body = """
                    {"assessedOn": "2026-11-16", "answers": {"q1": "yes"},
                     "judgement": {"highRisk": true, "rationale": "half \\ud83d pair, \\u0000, \\u2028 and \u00e9"}}
                    """;
            Reply reply = post(body);
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(get(reply.header("location"), scorer()).body()).contains("\\uD83D pair");
            assertThat(replay(reply.header("location"), scorer())
                            .json()
                            .path("identical")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void health_says_that_decisions_are_recorded() {
            assertThat(service()
                            .operator()
                            .get("/healthcheck")
                            .json()
                            .at("/ledger/healthy")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** A file. */
    @Nested
    class OnSqlite extends EveryDatabase {
        static final Database.Address ADDRESS = TestDatabases.SQLITE.fresh();

        @RegisterExtension
        static final GuardedService SERVICE = new GuardedService(LedgerSettingsText.on(ADDRESS));

        @Override
        GuardedService service() {
            return SERVICE;
        }

        @Override
        Database.Address address() {
            return ADDRESS;
        }
    }

    /** A server. */
    @Nested
    class OnPostgresql extends EveryDatabase {
        static final Database.Address ADDRESS = TestDatabases.POSTGRESQL.fresh();

        @RegisterExtension
        static final GuardedService SERVICE = new GuardedService(LedgerSettingsText.on(ADDRESS));

        @Override
        GuardedService service() {
            return SERVICE;
        }

        @Override
        Database.Address address() {
            return ADDRESS;
        }
    }

    @Test
    void both_kinds_of_database_are_tested() {
        assertThat(TestDatabases.values()).hasSize(RecordedOverHttpTest.class.getDeclaredClasses().length - 1);
    }
}
