package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;

/** What is too much is refused, says when to come again, and takes nothing from others. */
class LimitsOverHttpTest {
    private static final String VALID = "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}";
    private static final String KEY = "X-API-Key";

    private static Socket connect(GuardedService service) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Announces a body and sends one byte of it: before the first, a request is not worked on at all. */
    private static Socket slow(GuardedService service) throws IOException {
        Socket socket = connect(service);
        write(
                socket,
                "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-API-Key: "
                        + service.credentials().keyOf(Role.SCORER) + "\r\nContent-Length: " + VALID.length()
                        + "\r\n\r\n" + VALID.charAt(0));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String reply(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] begin = new byte[2_000];
        int length = in.read(begin);
        return new String(begin, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }

    @Nested
    class Of_a_caller {
        @RegisterExtension
        static final GuardedService SERVICE =
                new GuardedService("limits: {requestsPerSecond: 1, burst: 5, bodyWithin: 700ms, bodyPerSecond: 1B}");

        private final Caller caller = SERVICE.caller();

        @Test
        void a_caller_over_its_rate_is_told_when_to_come_again_and_another_is_served() {
            List<Integer> statuses = new ArrayList<>();
            Reply last = caller.get("/v1/areas", KEY, SERVICE.credentials().keyOf(Role.POLICY));
            for (int i = 0; i < 6 && last.status() == 200; i++) {
                statuses.add(last.status());
                last = caller.get("/v1/areas", KEY, SERVICE.credentials().keyOf(Role.POLICY));
            }
            assertThat(statuses).hasSizeBetween(5, 6);
            Refusals.assertRefused(
                    last,
                    429,
                    "too-many-requests",
                    "Too many requests",
                    "At most 1 requests a second are allowed, and 5 at once. Try again after the seconds in Retry-After.");
            assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 2);
            assertThat(caller.get("/v1/areas", KEY, SERVICE.credentials().keyOf(Role.AUDITOR))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void a_body_that_trickles_in_is_not_waited_for() throws Exception {
            try (Socket socket = slow(SERVICE)) {
                for (int i = 0; i < 9; i++) {
                    write(socket, VALID.substring(i + 1, i + 2));
                    Thread.sleep(100);
                }
                assertThat(reply(socket))
                        .startsWith("HTTP/1.1 408 ")
                        .contains("\"too-slow\"")
                        .contains("Connection: close");
            }
        }

        @Test
        void a_text_that_tells_who_somebody_is_is_refused_together_with_what_else_is_wrong() {
            Refusals.assertInvalid(
                    caller.postWith(
                            "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q25\":\"yes\"},"
                                    + "\"judgement\":{\"highRisk\":true,\"rationale\":\"Ring her on 07700 900123.\"}}",
                            "Content-Type",
                            "application/json",
                            KEY,
                            SERVICE.credentials().keyOf(Role.SCORER)),
                    "/answers/q25 unknown-question",
                    "/judgement/rationale looks-like-an-identifier");
        }
    }

    @Nested
    class Of_the_service {
        @RegisterExtension
        static final GuardedService SERVICE = new GuardedService(
                "limits: {atOnce: 2, waiting: 1, longestWait: 500ms, bodyWithin: 30s, bodyPerSecond: 1B}");

        private final Caller caller = SERVICE.caller();

        private Reply areas() {
            return caller.get("/v1/areas", KEY, SERVICE.credentials().keyOf(Role.POLICY));
        }

        @Test
        void under_overload_the_service_refuses_and_recovers() throws Exception {
            try (Socket first = slow(SERVICE);
                    Socket second = slow(SERVICE)) {
                Thread.sleep(500);
                Reply refused = areas();
                Refusals.assertRefused(
                        refused,
                        503,
                        "overloaded",
                        "The service is overloaded",
                        "There is no decision, and none may be assumed. Use professional judgement and the agency's own"
                                + " procedure; if somebody is in danger now, call 999.");
                assertThat(refused.header("retry-after")).isEqualTo("2");
                write(first, VALID.substring(1));
                assertThat(reply(first)).startsWith("HTTP/1.1 200 ");
                assertThat(areas().status()).isEqualTo(200);
                write(second, VALID.substring(1));
                assertThat(reply(second)).startsWith("HTTP/1.1 200 ");
            }
        }

        @Test
        void a_request_that_waits_is_served_when_there_is_room() throws Exception {
            try (Socket first = slow(SERVICE);
                    Socket second = slow(SERVICE);
                    Socket third = slow(SERVICE)) {
                Thread.sleep(200);
                write(third, VALID.substring(1));
                write(first, VALID.substring(1));
                write(second, VALID.substring(1));
                assertThat(List.of(reply(first), reply(second), reply(third)))
                        .allSatisfy(reply -> assertThat(reply).startsWith("HTTP/1.1 200 "));
            }
        }

        @Test
        void health_is_told_on_a_port_of_its_own_under_overload_too() throws Exception {
            try (Socket first = slow(SERVICE);
                    Socket second = slow(SERVICE)) {
                assertThat(first.isConnected() && second.isConnected()).isTrue();
                assertThat(SERVICE.operator().get("/healthcheck").status()).isEqualTo(200);
                // What one test leaves behind would be in the way of the next.
                write(first, VALID.substring(1));
                write(second, VALID.substring(1));
                assertThat(reply(first) + reply(second)).contains("HTTP/1.1 200 ");
            }
        }
    }
}
