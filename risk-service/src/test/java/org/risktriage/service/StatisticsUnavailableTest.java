package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;

/** Without a ledger there are no statistics, and with one that fails none are made up. */
class StatisticsUnavailableTest {
    private static final Database.Address ADDRESS = TestDatabases.SQLITE.fresh();
    private static final String QUERY = "/v1/statistics?area=plymouth&from=2025-01-01&to=2025-12-31";

    @RegisterExtension
    static final GuardedService WITHOUT = new GuardedService();

    @RegisterExtension
    static final GuardedService WITH = new GuardedService(LedgerSettingsText.on(ADDRESS));

    private static Reply ask(GuardedService service) {
        return service.caller().get(QUERY, "X-API-Key", service.credentials().keyOf(Role.STATISTICS));
    }

    @Test
    void without_a_ledger_they_are_not_found_and_neither_is_the_page() {
        assertThat(ask(WITHOUT).status()).isEqualTo(404);
        assertThat(WITHOUT.caller().get("/statistics").status()).isEqualTo(404);
    }

    @Test
    void a_ledger_that_cannot_be_read_gives_a_503_and_no_figures() throws Exception {
        assertThat(ask(WITH).status()).isEqualTo(200);
        try (Connection connection = DriverManager.getConnection(ADDRESS.url());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE review RENAME TO away");
            Reply reply = ask(WITH);
            statement.execute("ALTER TABLE away RENAME TO review");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("code").asText()).isEqualTo("ledger-unavailable");
            assertThat(reply.header("retry-after")).isEqualTo("30");
            assertThat(reply.body()).doesNotContain("figures");
        }
        assertThat(ask(WITH).status()).isEqualTo(200);
    }
}
