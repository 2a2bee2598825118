package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.callers.Role;

/** Seeded random requests, whole and broken, with and without credentials: none gives a 5xx, and none holds a thread for a second. */
class HostileRequestsTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService("limits: {requestsPerSecond: 100000}");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "ZEBRA");
    private static final List<String> PATHS = List.of(
            "/v1/assessments",
            "/v1/assessments/batch",
            "/v1/assessments/compare?area=plymouth&area=",
            "/v1/next-question",
            "/v1/decisions/01a20000-0000-7000-8000-000000000000",
            "/v1/decisions/%2e%2e/replay",
            "/v1/decisions/x/reviews",
            "/v1/areas?compare=true&on=2026-11-21",
            "/v1/areas?compare=%00",
            "/v1/instruments/safelives-dash",
            "/v1/rule-packs/england-wales/1.0.0",
            "/v1/rule-packs/%2e%2e/%2e%2e",
            "/openapi.json",
            "/docs/../x",
            "/\u00ff\u00fe");
    private static final List<String> BODIES = List.of(
            "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}",
            "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"},\"incidents\":[{\"on\":\"2026-11-01\",\"kind\":\"other\"}]}",
            "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"},\"call\":{\"ended\":true},\"asked\":[\"q1\"]}",
            "{\"outcome\":\"raise\",\"level\":\"high\",\"role\":\"police-officer\",\"reason\":\"x\"}",
            "[[[[[[[[[[[[[[[[[[",
            "\u0000\u0000",
            "{\"a\":1e999999}");
    private static final List<String> TYPES =
            List.of("application/json", "application/x-ndjson", "text/plain", "a/b; charset=\"", "");

    private static final long SECOND = 1_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How long each thread of the service has been at work. Waiting is not counted, so a busy machine is no false alarm. */
    private static Map<Long, Long> worked() {
        Map<Long, Long> worked = new HashMap<>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("dw")) {
                worked.put(thread.getThreadId(), THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return worked;
    }

    private static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String changed(SplittableRandom random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && !changed.isEmpty(); i--) {
            changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(256));
        }
        return changed.toString();
    }

    private static String request(SplittableRandom random) {
        String body = changed(random, one(random, BODIES));
        String headers = "Host: a\r\nConnection: close\r\nContent-Type: " + one(random, TYPES) + "\r\n";
        if (random.nextInt(5) > 0) {
            headers += "X-API-Key: " + SERVICE.credentials().keyOf(one(random, List.of(Role.values()))) + "\r\n";
        }
        if (random.nextInt(10) == 0) {
            headers = changed(random, headers);
        }
        String length = random.nextInt(10) == 0 ? "" : "Content-Length: " + body.length() + "\r\n";
        return one(random, METHODS) + " " + one(random, PATHS) + " HTTP/1.1\r\n" + headers + length + "\r\n" + body;
    }

    private static String statusOf(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port())) {
            // A hang guard.
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] begin = in.readNBytes(12);
            return new String(begin, StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            // The service may hang up on what is no HTTP.
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_request_gives_a_fault_of_the_service(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            String request = request(random);
            Map<Long, Long> before = worked();
            assertThat(statusOf(request)).as(request).doesNotContain(" 5");
            assertThat(worked())
                    .as(request)
                    .isNotEmpty()
                    .allSatisfy((thread, nanos) -> assertThat(nanos - before.getOrDefault(thread, nanos))
                            .isLessThan(SECOND));
        }
        assertThat(SERVICE.operator().get("/ready").status()).isEqualTo(200);
    }
}
