package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;

/** A request that is sent again with its {@code Idempotency-Key}: later, at once, and after a new start. */
class RepeatedRequestsOverHttpTest {
    private static final String BODY = "{\"assessedOn\":\"2026-01-01\",\"answers\":{\"q1\":\"yes\"}}";
    private static final String OTHER = "{\"assessedOn\":\"2026-01-02\",\"answers\":{\"q1\":\"yes\"}}";

    private static Reply post(GuardedService service, String body, String key) {
        return service.caller()
                .postWith(
                        body,
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        service.credentials().keyOf(Role.SCORER),
                        "Idempotency-Key",
                        key);
    }

    @ParameterizedTest
    @EnumSource
    void it_gives_the_same_reply_also_after_a_new_start(TestDatabases database) throws Exception {
        GuardedService service = new GuardedService(LedgerSettingsText.on(database.fresh()));
        String key = UUID.randomUUID().toString();
        try {
            service.beforeAll(null);
            Reply first = post(service, BODY, key);
            assertThat(first.status()).as(first.body()).isEqualTo(201);
            service.startAgain();
            Reply again = post(service, BODY, key);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("location")).isEqualTo(first.header("location"));
            assertThat(post(service, OTHER, key).json().path("code").asText()).isEqualTo("key-reused");
        } finally {
            service.afterAll(null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_the_first_is_being_answered_the_second_is_told_to_wait(TestDatabases database) throws Exception {
        Database.Address address = database.fresh();
        GuardedService service = new GuardedService(LedgerSettingsText.on(address));
        String key = UUID.randomUUID().toString();
        try {
            service.beforeAll(null);
            assertThat(post(service, BODY, UUID.randomUUID().toString()).status())
                    .isEqualTo(201);
            CompletableFuture<Reply> one;
            CompletableFuture<Reply> two;
            try (Connection held = holding(address)) {
                one = CompletableFuture.supplyAsync(() -> post(service, BODY, key));
                two = CompletableFuture.supplyAsync(() -> post(service, BODY, key));
                // Whichever came second is answered while the end of the chain is still held.
                Reply refused = (Reply) CompletableFuture.anyOf(one, two).get(1_900, TimeUnit.MILLISECONDS);
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.json().path("code").asText()).isEqualTo("in-progress");
                assertThat(held.isClosed()).isFalse();
            }
            assertThat(List.of(one.get().status(), two.get().status())).containsExactlyInAnyOrder(201, 409);
            assertThat(post(service, BODY, key).body())
                    .isEqualTo((one.get().status() == 201 ? one : two).get().body());
        } finally {
            service.afterAll(null);
        }
    }

    /** Holds the end of the chain, as another node would that writes. */
    private static Connection holding(Database.Address address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url());
        try (Statement statement = connection.createStatement()) {
            if (address.isFile()) {
                statement.execute("BEGIN IMMEDIATE");
            } else {
                connection.setAutoCommit(false);
                statement.execute("SELECT seq FROM head FOR UPDATE");
            }
            return connection;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_has_expired_can_be_used_anew(TestDatabases database) throws Exception {
        Database.Address address = database.fresh();
        GuardedService service = new GuardedService(LedgerSettingsText.on(address, "keysFor: 1s"));
        String key = UUID.randomUUID().toString();
        try {
            service.beforeAll(null);
            Reply first = post(service, BODY, key);
            assertThat(first.status()).isEqualTo(201);
            Thread.sleep(1_100);
            Reply later = post(service, OTHER, key);
            assertThat(later.status()).as(later.body()).isEqualTo(201);
            assertThat(later.header("location")).isNotEqualTo(first.header("location"));
            try (Operator operator = Operator.of(address, Clock.systemUTC())) {
                assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
            }
        } finally {
            service.afterAll(null);
        }
    }
}
