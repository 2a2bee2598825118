package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no ordinary client sends, and what they must not do: raise a false alarm, leak, or spoil a connection. */
class OddRequestsTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing()
            .addListener(new DropwizardAppExtension.ServiceListener<>() {
                @Override
                public void onRun(
                        RiskTriageConfiguration configuration,
                        Environment environment,
                        DropwizardAppExtension<RiskTriageConfiguration> service) {
                    environment.jersey().register(new FaultyRules());
                }
            });

    private static final String VALID = "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}";
    private static final String HEAD = "POST /v1/assessments HTTP/1.1\r\nHost: 127.0.0.1\r\n";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private static String bodyOf(String type, String body) {
        return HEAD + "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\r'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.getLocalPort());
        socket.setSoTimeout(5_000);
        return socket;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZEBRA-7781 and more\r\n\r\n",
                "GET /v1/areas HTTP/3.0\r\nHost: a\r\n\r\n",
                "GET /v1/areas\r\n\r\n"
            })
    void an_unknown_version_of_http_is_no_fault_of_the_rules(String request) {
        assertThat(caller.raw(request).status()).isNotEqualTo(503);
    }

    @Test
    void a_broken_chunk_is_no_fault_of_the_rules() {
        assertThat(caller.raw(HEAD + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                                + "Connection: close\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_caller_who_hangs_up_is_no_fault_of_the_rules() throws IOException {
        try (Socket socket = connect()) {
            write(socket, HEAD + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{}");
            socket.shutdownOutput();
            assertThat(statusLine(socket)).contains(" 400 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c0\u00af", "\u00c1\u00a1", "\u00e0\u0080\u00af", "\u00f5\u0080\u0080\u0080"})
    void what_is_not_utf_8_is_refused(String bytes) {
        String body = VALID.replace("{\"q1\"", "{},\"references\":{\"case\":\"" + bytes + "\"}}");
        String cut = body.substring(0, body.indexOf("}}") + 2);
        assertThat(caller.post(cut.getBytes(StandardCharsets.ISO_8859_1)).status())
                .isEqualTo(400);
    }

    @Test
    void a_refused_request_leaves_the_connection_fit_for_the_next() throws Exception {
        try (Socket socket = connect()) {
            String refused = bodyOf("text/plain", VALID);
            write(socket, refused.substring(0, refused.length() - VALID.length()));
            Thread.sleep(300);
            write(socket, VALID);
            assertThat(statusLine(socket)).contains(" 415 ");
            Thread.sleep(300);
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            write(socket, bodyOf("application/json", VALID));
            assertThat(statusLine(socket)).contains(" 200 ");
        }
    }

    @Test
    void the_log_of_a_fault_has_no_address_in_the_name_of_the_thread() {
        try (LogWatch log = LogWatch.asConfigured()) {
            caller.call("POST", "/v1/test-faults/state?case=ZEBRA-7781");
            assertThat(log.text()).doesNotContain("ZEBRA");
        }
    }

    @Test
    void the_list_of_threads_shows_no_address_of_a_request_in_progress() throws Exception {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "POST /v1/assessments?case=ZEBRA-7781 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 10\r\n\r\n{");
            Thread.sleep(500);
            assertThat(new Caller(SERVICE.getAdminPort()).get("/threads").body())
                    .doesNotContain("ZEBRA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"07700900123", "9434765919", "1990-01-01"})
    void a_number_that_names_a_person_is_no_id_of_a_request(String id) {
        assertThat(caller.get("/v1/areas", "X-Request-ID", id).header("x-request-id"))
                .isNotEqualTo(id);
    }

    @Test
    void a_type_that_may_be_anything_is_refused() {
        assertThat(caller.postWith(VALID, "Content-Type", "application/*").status())
                .isEqualTo(415);
    }

    @Test
    void a_type_that_cannot_be_read_is_a_bad_request() {
        assertThat(caller.postWith(VALID, "Content-Type", "zebra").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW"})
    void every_405_names_the_methods(String method) {
        assertThat(caller.call(method, "/v1/areas").header("allow")).contains("GET");
    }
}
