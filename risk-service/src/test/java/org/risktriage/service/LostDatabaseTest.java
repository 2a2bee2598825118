package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.MortalPostgres;
import org.risktriage.service.ledger.Operator;

/** A real PostgreSQL is killed under load and comes back; the service is not started again. */
class LostDatabaseTest {
    private static final MortalPostgres SERVER = MortalPostgres.started();

    @RegisterExtension
    static final GuardedService SERVICE =
            new GuardedService("limits: {requestsPerSecond: 100000}", LedgerSettingsText.on(SERVER.address()));

    private static final int KILLS = Integer.getInteger("durability.kills", 3);
    private static final int PATIENCE_S = 60;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> others = new ConcurrentLinkedQueue<>();

    @AfterAll
    static void stop() throws Exception {
        SERVER.close();
    }

    private Reply post() {
        Reply reply = SERVICE.caller()
                .postWith(
                        "{\"assessedOn\":\"2026-01-01\",\"answers\":{\"q1\":\"yes\"}}",
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        SERVICE.credentials().keyOf(Role.SCORER));
        if (reply.status() == 201) {
            acknowledged.add(reply.header("location").substring("/v1/decisions/".length()));
        } else {
            others.add(reply);
        }
        return reply;
    }

    private Reply postUntil(int status) throws InterruptedException {
        Reply reply = post();
        for (long end = System.nanoTime() + PATIENCE_S * 1_000_000_000L;
                reply.status() != status && System.nanoTime() < end;
                reply = post()) {
            Thread.sleep(50);
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }

    private static Set<String> recorded() throws Exception {
        Set<String> ids = new HashSet<>();
        try (Connection connection =
                        DriverManager.getConnection(SERVER.address().url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM entry WHERE kind = 'decision'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    void when_the_server_is_back_requests_may_be_sent_again_before_anybody_sends_one() throws Exception {
        postUntil(201);
        SERVER.kill();
        assertThat(post().status()).isEqualTo(503);
        assertThat(SERVICE.operator().get("/ready").status()).isEqualTo(503);
        SERVER.startAgain();
        assertThat(SERVICE.readyAtLast().status()).isEqualTo(200);
        assertThat(post().status()).isEqualTo(201);
    }

    @Test
    void while_the_server_is_gone_there_is_no_decision_and_when_it_is_back_nothing_acknowledged_is_lost()
            throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread caller = new Thread(() -> {
                while (!stop.get()) {
                    post();
                }
            });
            caller.start();
            callers.add(caller);
        }
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                postUntil(201);
                SERVER.kill();
                assertThat(postUntil(503).header("retry-after")).isEqualTo("30");
                assertThat(SERVICE.operator().get("/healthcheck").status()).isEqualTo(500);
                SERVER.startAgain();
                postUntil(201);
                assertThat(SERVICE.operator().get("/healthcheck").status()).isEqualTo(200);
                // First what was acknowledged: while it is looked for, more is recorded.
                List<String> until = List.copyOf(acknowledged);
                assertThat(recorded()).as("kill %s", kill).containsAll(until);
            }
        } finally {
            stop.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(others).isNotEmpty().allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("code").asText()).isEqualTo("ledger-unavailable");
            assertThat(reply.json().path("detail").asText()).isEqualTo(ProblemMapper.SAFETY_TEXT);
        });
        assertThat(recorded()).containsAll(acknowledged);
        try (Operator operator = Operator.of(SERVER.address(), Clock.systemUTC())) {
            assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
        }
        Durability.note(KILLS, "of PostgreSQL", acknowledged.size());
    }
}
