package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.testing.Canaries;

/**
 * A sentinel in every text of decisions that are recorded, looked at, replayed, reviewed, joined, sent again, and lost because
 * the database refuses them: it stands in the content, and nowhere else.
 */
class RecordedCanariesTest {
    private static final String REVIEW =
            "{\"outcome\":\"accept\",\"role\":\"@\",\"reason\":\"@\"}".replace("@", Canaries.SENTINEL);

    private final List<Reply> quiet = new ArrayList<>();
    private final List<Reply> shown = new ArrayList<>();

    private static Reply post(GuardedService service, String key) {
        return service.caller()
                .postWith(
                        Canaries.requests().get(0),
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        service.credentials().keyOf(Role.SCORER),
                        "Idempotency-Key",
                        key);
    }

    private void whileTheDatabaseRefuses(Database.Address address, String table, Runnable requests) throws Exception {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " RENAME TO gone");
            requests.run();
            statement.execute("ALTER TABLE gone RENAME TO " + table);
        }
    }

    private void everything(GuardedService service, Database.Address address) throws Exception {
        String key = service.credentials().keyOf(Role.SCORER);
        for (int i = 0; i < 3; i++) {
            Reply recorded = post(service, "key-" + Canaries.SENTINEL + i);
            assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
            quiet.add(recorded);
            quiet.add(post(service, "key-" + Canaries.SENTINEL + i));
            String location = recorded.header("location");
            shown.add(service.caller().get(location, "X-API-Key", key));
            quiet.add(service.caller().postTo(location + "/replay", "", "X-API-Key", key));
            shown.add(service.caller()
                    .postTo(location + "/reviews", REVIEW, "X-API-Key", key, "Content-Type", "application/json"));
            // Drivers write values into their messages: nobody may write those messages down.
            for (String table : List.of("content", "fact", "entry", "subject", "head")) {
                whileTheDatabaseRefuses(address, table, () -> {
                    quiet.add(post(service, "refused-" + Canaries.SENTINEL + table));
                    Reply looked = service.caller().get(location, "X-API-Key", key);
                    (looked.status() == 200 ? shown : quiet).add(looked);
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_recorded_stands_in_no_log_count_page_header_or_reply_but_the_decisions_own(TestDatabases database)
            throws Exception {
        Database.Address address = database.fresh();
        GuardedService service = new GuardedService(LedgerSettingsText.on(address, "joinHistory: true"));
        String logged;
        try {
            service.beforeAll(null);
            try (LogWatch log = LogWatch.inDetail()) {
                everything(service, address);
                logged = log.text();
            }
            assertThat(logged).contains("The ledger fails");
            Canaries.assertAbsent(logged);
            assertThat(shown).allSatisfy(reply -> assertThat(reply.body()).contains(Canaries.SENTINEL));
            shown.forEach(reply -> Canaries.assertAbsent(reply.headers().toString()));
            quiet.forEach(reply -> Canaries.assertAbsent(reply.headers().toString(), reply.body()));
            assertThat(quiet).extracting(Reply::status).contains(201, 200, 503);
            for (String page : List.of("/metrics", "/healthcheck", "/threads", "/ready", "/alive")) {
                Canaries.assertAbsent(service.operator().get(page).body());
            }
        } finally {
            service.afterAll(null);
        }
    }
}
