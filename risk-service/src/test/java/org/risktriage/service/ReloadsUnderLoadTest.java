package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.callers.Role;
import org.risktriage.service.rules.RulesInForce;

/**
 * Packs with rules of their own are exchanged again and again while requests come in: none is lost, none is decided by parts of
 * two versions, and nothing of what was exchanged stays in memory. The profile {@code reloads} does it 500 times.
 */
class ReloadsUnderLoadTest {
    private static final int RELOADS = Integer.getInteger("reloads", 8);
    private static final int WARM = Math.min(50, Math.max(3, RELOADS / 10));
    private static final int SENDERS = 2;
    private static final int YES = 12;
    private static final Map<String, Integer> LINES = Map.of("1.1.0", 12, "1.2.0", 13);

    @TempDir
    Path folder;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile boolean sending = true;

    /** What the process holds after a collection. */
    private record Held(int classes, long metaspaceKib, long heapKib) {
        static Held now() {
            // Classes go with their class loader, whose last traces go with a second collection.
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed() / 1024)
                    .sum();
            return new Held(
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    metaspace,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024);
        }
    }

    private void send(int port, String key) {
        // With more patience than other callers: on a busy machine a reply may be late, and late is not lost.
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/assessments"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Releases.request("2026-11-21", YES)))
                .build();
        while (sending) {
            Reply reply = sent(client, request);
            if (reply.status() != 200) {
                faults.add("status " + reply.status() + ": " + reply.body());
                continue;
            }
            JsonNode json = reply.json();
            String version = json.at("/rules/area/version").asText();
            int line = LINES.getOrDefault(version, -1);
            boolean whole = json.at("/marac/refer").asBoolean() == (YES >= line)
                    && json.path("prompts").findValuesAsText("id").contains("brackwater-line-" + line)
                    && reply.header("rule-pack").equals("brackwater@" + version);
            if (!whole) {
                faults.add("mixed: " + reply.body());
            }
            seen.add(version);
            answered.incrementAndGet();
        }
    }

    private static Reply sent(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply.headers().map(), reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void reloads_lose_no_decision_mix_none_and_leave_nothing_behind() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        List<String> versions = LINES.keySet().stream().sorted().toList();
        List<byte[]> files = new ArrayList<>();
        for (String version : versions) {
            files.add(releases.sealed(
                    version, version.equals("1.1.0") ? "2026-04-01" : "2026-05-01", LINES.getOrDefault(version, 0)));
        }
        releases.release(versions.get(0), files.get(0));
        Credentials credentials = new Credentials(folder);
        DropwizardTestSupport<RiskTriageConfiguration> service = new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                credentials
                        .configuration(
                                releases.settings().replace("look: 1s", "look: 1h"),
                                "limits: {requestsPerSecond: 100000, burst: 100000}")
                        .toString(),
                null,
                "reloads");
        service.before();
        List<Thread> senders = new ArrayList<>();
        try {
            RulesInForce rules = ((RiskTriageApplication) service.getApplication()).inForce();
            for (int i = 0; i < SENDERS; i++) {
                Thread sender = new Thread(() -> send(service.getLocalPort(), credentials.keyOf(Role.SCORER)));
                sender.setUncaughtExceptionHandler((thread, thrown) -> faults.add(thrown.toString()));
                sender.start();
                senders.add(sender);
            }
            Held warm = Held.now();
            for (int i = 1; i <= RELOADS; i++) {
                // One step each time, so that there is no moment without a version of the area.
                if (i % 2 == 1) {
                    releases.release(versions.get(1), files.get(1));
                } else {
                    releases.withdraw(versions.get(1));
                }
                assertThat(rules.renew(() -> true)).as("%s", rules.refusal()).isTrue();
                if (i == WARM) {
                    warm = Held.now();
                }
                if (i % 50 == 0 || i == RELOADS) {
                    System.out.println("after " + i + " reloads: " + Held.now() + ", " + answered + " decisions");
                }
            }
            sending = false;
            for (Thread sender : senders) {
                sender.join();
            }
            Held end = Held.now();
            System.out.println(RELOADS + " reloads, " + answered + " decisions, after " + WARM + ": " + warm
                    + ", at the end: " + end);

            assertThat(faults).isEmpty();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(LINES.keySet());
            // A generation kept would be 80 classes more each time; a few come and go with the work of the JVM itself.
            assertThat(end.classes() - warm.classes()).isLessThan(Math.max(400, RELOADS));
            assertThat(end.metaspaceKib() - warm.metaspaceKib()).isLessThan(8 * 1024L);
            assertThat(end.heapKib() - warm.heapKib()).isLessThan(24 * 1024L);
        } finally {
            sending = false;
            service.after();
        }
    }
}
