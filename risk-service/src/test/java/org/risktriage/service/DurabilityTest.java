package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.service.ledger.store.Verification;

/**
 * A real process that records under load is killed at a random moment, and started again over the same database: every
 * decision that was answered with 201 is there, and the chain verifies. A few times here; {@code -Pdurability} does it sixty times.
 */
class DurabilityTest {
    private static final int KILLS = Integer.getInteger("durability.kills", 3);
    private static final int CALLERS = 8;
    private static final String BODY = "{\"assessedOn\":\"2026-01-01\",\"answers\":{\"q1\":\"yes\"},"
            + "\"references\":{\"subject\":\"s-%d\"},\"incidents\":[{\"on\":\"2025-12-01\",\"kind\":\"contact\"}]}";

    @TempDir
    Path folder;

    private Process start(Path configuration, Path log) throws IOException {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of("server", configuration.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Sends until nobody answers, and notes which decisions were acknowledged. */
    private static Thread caller(int number, int port, String key, Queue<String> acknowledged, AtomicBoolean stop) {
        Thread thread = new Thread(() -> {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
            for (int i = 0; !stop.get(); i++) {
                try {
                    HttpResponse<String> reply = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/assessments"))
                                    .timeout(Duration.ofSeconds(5))
                                    .header("Content-Type", "application/json")
                                    .header("X-API-Key", key)
                                    .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted((number * 7 + i) % 50)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    if (reply.statusCode() == 201) {
                        String location = reply.headers().firstValue("Location").orElseThrow();
                        acknowledged.add(location.substring(location.lastIndexOf('/') + 1));
                    }
                } catch (IOException e) {
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
        thread.start();
        return thread;
    }

    private static Set<String> recorded(Database.Address address) throws Exception {
        Set<String> ids = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM entry WHERE kind = 'decision'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void every_decision_that_was_acknowledged_survives_a_kill_at_any_moment(TestDatabases database) throws Exception {
        Database.Address address = database.fresh();
        Credentials credentials = new Credentials(folder);
        Path configuration =
                credentials.configuration("limits: {requestsPerSecond: 100000}", LedgerSettingsText.on(address));
        String key = credentials.keyOf(org.risktriage.service.callers.Role.SCORER);
        Random random = new Random(9);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            Path log = folder.resolve("log-" + kill);
            Process process = start(configuration, log);
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> callers = new ArrayList<>();
            try {
                int port = Program.portOf(process, log);
                for (int i = 0; i < CALLERS; i++) {
                    callers.add(caller(i, port, key, acknowledged, stop));
                }
                for (int i = 0; i < 6_000 && acknowledged.size() == before; i++) {
                    Thread.sleep(10);
                }
                Thread.sleep(random.nextInt(400));
            } finally {
                // SIGKILL: nothing of the program runs after it.
                process.destroyForcibly();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                stop.set(true);
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(acknowledged.size()).as("kill %s", kill).isGreaterThan(before);
            assertThat(recorded(address)).as("kill %s", kill).containsAll(acknowledged);
            assertThat(verified(address)).as("kill %s", kill).isEmpty();
        }
        Durability.note(KILLS, "of the service on " + database, acknowledged.size());
    }

    private static List<String> verified(Database.Address address) {
        try (Operator operator = Operator.of(address, Clock.systemUTC())) {
            Verification.Report report = operator.verify(List.of(), seq -> {});
            return report.findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
