package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After requests of every kind with a sentinel in every text, header, path and query, the sentinel stands nowhere: not in
 * the log, not in the request log, not in metrics, health or threads.
 */
class QuietLogsTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    /** The request of the contract with the sentinel in every text that is free. */
    private static final String VALID = "{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"yes\"},"
            + "\"judgement\":{\"highRisk\":true,\"rationale\":\"ZEBRA-7781\"},"
            + "\"incidents\":[{\"on\":\"2026-11-01\",\"kind\":\"other\",\"perpetrator\":\"ZEBRA-7781\","
            + "\"ref\":\"ZEBRA-7781\"}],"
            + "\"maracs\":[{\"referredOn\":\"2026-10-01\",\"area\":\"ZEBRA-7781\",\"perpetrator\":\"ZEBRA-7781\"}],"
            + "\"perpetrators\":[{\"ref\":\"ZEBRA-7781\",\"relationship\":\"ZEBRA-7781\"}],"
            + "\"circumstances\":{\"residence\":\"ZEBRA-7781\"},"
            + "\"references\":{\"case\":\"ZEBRA-7781\",\"subject\":\"ZEBRA-7781\",\"agency\":\"ZEBRA-7781\"}}";

    private static final List<String> REFUSED = List.of(
            "",
            "ZEBRA-7781",
            "\"ZEBRA-7781\"",
            "{\"ZEBRA-7781\":1,\"ZEBRA-7781\":2}",
            "[".repeat(20) + "\"ZEBRA-7781\"",
            VALID + "ZEBRA-7781",
            VALID.replace("\"other\"", "\"ZEBRA-7781\""),
            VALID.replace("\"yes\"", "\"ZEBRA-7781\""),
            VALID.replace("\"q1\"", "\"ZEBRA-7781\""),
            VALID.replace("2026-11-01", "ZEBRA-7781"),
            VALID.replace("\"residence\":", "\"ZEBRA-7781\":"),
            VALID.replace("{\"assessedOn\"", "{\"area\":\"ZEBRA-7781\",\"assessedOn\""),
            VALID.replace("{\"assessedOn\"", "{\"instrument\":\"ZEBRA-7781\",\"assessedOn\""),
            "ZEBRA-7781".repeat(6_600));

    private static String logged = "";
    private static List<String> requests = List.of();

    @BeforeAll
    static void calls_of_every_kind() throws InterruptedException {
        Caller caller = new Caller(SERVICE.getLocalPort());
        try (LogWatch log = LogWatch.inDetail()) {
            assertThat(caller.post(VALID).status()).isEqualTo(200);
            for (String body : REFUSED) {
                assertThat(caller.post(body).status()).isBetween(400, 422);
            }
            caller.postWith(VALID, "Content-Type", "text/ZEBRA-7781");
            caller.postWith(VALID, "Content-Type", "application/json; charset=ZEBRA-7781");
            caller.postWith(VALID, "Content-Type", "application/json", "X-Request-ID", "ZEBRA-7781");
            caller.get("/ZEBRA-7781/path?case=ZEBRA-7781");
            caller.get("/v1/areas?case=ZEBRA-7781", "Accept", "text/ZEBRA-7781");
            caller.get("/v1/instruments/ZEBRA-7781");
            caller.get("/v1/rule-packs/ZEBRA-7781/ZEBRA-7781?ZEBRA-7781=1");
            caller.call("DELETE", "/v1/areas?case=ZEBRA-7781");
            caller.raw("GET /%zz/ZEBRA-7781 HTTP/1.1\r\nHost: ZEBRA-7781\r\nConnection: close\r\n\r\n");
            caller.raw("GET /v1/areas HTTP/1.1\r\nZEBRA 7781\r\nX-Case: ZEBRA-7781\r\nConnection: close\r\n\r\n");
            caller.raw("GET /v1/areas?" + "ZEBRA-7781".repeat(2_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            // A request is written down after its reply was sent.
            for (int i = 0; i < 100 && requestsIn(log).size() < 26; i++) {
                Thread.sleep(50);
            }
            logged = log.text();
            requests = requestsIn(log);
        }
    }

    private static List<String> requestsIn(LogWatch log) {
        return log.events().stream()
                .filter(event -> event.getLoggerName().equals("org.risktriage.requests"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void every_request_was_logged() {
        assertThat(requests).hasSize(26);
    }

    @Test
    void the_log_is_quiet() {
        assertThat(logged).doesNotContainIgnoringCase("zebra");
    }

    @Test
    void a_request_is_logged_as_its_method_status_time_and_id_alone() {
        assertThat(requests)
                .allSatisfy(line -> assertThat(line).matches("(GET|POST|DELETE|OTHER) \\d{3} \\d+ ms [0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/healthcheck", "/threads", "/ping"})
    void the_admin_port_is_quiet(String path) {
        Reply reply = new Caller(SERVICE.getAdminPort()).get(path);
        assertThat(reply.status() + " " + reply.body()).startsWith("200").doesNotContainIgnoringCase("zebra");
    }
}
