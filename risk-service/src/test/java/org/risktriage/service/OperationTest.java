package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.testing.DropwizardTestSupport;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.operation.QuietJsonLayoutFactory;

/** What operators see: enough to run the service, and nothing of a case. */
class OperationTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    private static final String VALID = "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}";

    @TempDir
    Path folder;

    private final Caller caller = SERVICE.caller();

    private Reply score(String body) {
        return caller.postWith(
                body,
                "Content-Type",
                "application/json",
                "X-API-Key",
                SERVICE.credentials().keyOf(Role.SCORER));
    }

    private static String metrics() {
        return SERVICE.operator().get("/metrics").body();
    }

    private static double value(String sample) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .sum();
    }

    @Test
    void decisions_and_refusals_are_counted_by_what_the_rules_and_the_project_call_them() throws Exception {
        String decisions =
                "risktriage_decisions_total{area=\"england-wales\",level=\"standard\",pack=\"england-wales@1.0.0\"}";
        double before = value(decisions);
        double refusedBefore = value("risktriage_refusals_total{code=\"invalid-assessment\"}");
        double unknownBefore = value("risktriage_refusals_total{code=\"unauthorised\"}");
        assertThat(score(VALID).status()).isEqualTo(200);
        assertThat(score("{}").status()).isEqualTo(422);
        assertThat(caller.get("/v1/areas").status()).isEqualTo(401);
        // A request is counted after its reply was sent.
        for (int i = 0; i < 50 && value("risktriage_refusals_total{code=\"unauthorised\"}") == unknownBefore; i++) {
            Thread.sleep(20);
        }
        assertThat(value(decisions)).isEqualTo(before + 1);
        assertThat(value("risktriage_refusals_total{code=\"invalid-assessment\"}"))
                .isEqualTo(refusedBefore + 1);
        assertThat(value("risktriage_refusals_total{code=\"unauthorised\"}")).isEqualTo(unknownBefore + 1);
        assertThat(metrics())
                .contains(
                        "risktriage_request_seconds_bucket{method=\"POST\",status=\"2xx\",le=",
                        "risktriage_pack_age_days{pack=\"england-wales\"}",
                        "jvm_memory_used_bytes");
    }

    @Test
    void no_label_holds_what_a_caller_may_choose() {
        score(VALID.replace("{\"assessedOn\"", "{\"area\":\"ZEBRA-7781\",\"assessedOn\""));
        caller.call("ZEBRA", "/ZEBRA-7781");
        Set<String> labels = new TreeSet<>();
        Pattern.compile("([a-z_]+)=\"").matcher(metrics()).results().forEach(label -> labels.add(label.group(1)));
        labels.removeIf(label -> Set.of("le", "area", "level", "pack", "code", "method", "status", "outcome")
                .contains(label));
        assertThat(metrics()).doesNotContainIgnoringCase("zebra");
        // Those of the JVM's own metrics.
        assertThat(labels)
                .isSubsetOf("pool", "gc", "state", "runtime", "vendor", "version", "action", "cause", "quantile");
    }

    @Test
    void every_metric_of_the_dashboard_is_one_that_there_is() throws Exception {
        score(VALID);
        score("{}");
        JsonNode dashboard =
                new ObjectMapper().readTree(Files.readString(Path.of("..", "operation", "grafana-dashboard.json")));
        String metrics = metrics();
        Set<String> asked = new TreeSet<>();
        dashboard
                .findValuesAsText("expr")
                .forEach(query -> Pattern.compile("(?:risktriage|jvm|process)_[a-z_]+")
                        .matcher(query)
                        .results()
                        .forEach(name -> asked.add(name.group())));
        assertThat(asked)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(metrics).contains("\n" + name));
    }

    @Test
    void a_live_service_that_is_well_is_ready() {
        assertThat(SERVICE.operator().get("/alive").body()).isEqualTo("alive\n");
        assertThat(SERVICE.operator().get("/ready").body()).isEqualTo("ready\n");
    }

    @Test
    void the_admin_pages_are_on_the_admin_port_alone() {
        for (String path : new String[] {"/alive", "/ready", "/metrics", "/healthcheck", "/threads"}) {
            assertThat(caller.get(path, "X-API-Key", SERVICE.credentials().keyOf(Role.SCORER))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_trace_of_the_caller_goes_on_under_a_step_of_our_own() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(caller.get("/openapi.json", "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                        .header("traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZEBRA-7781",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void what_is_no_trace_begins_a_new_one(String header) {
        assertThat(caller.get("/openapi.json", "traceparent", header).header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void every_reply_has_the_headers_that_keep_it_to_itself() {
        for (Reply reply : new Reply[] {score(VALID), score("{"), caller.get("/v1/areas"), caller.call("TRACE", "/")}) {
            assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(reply.header("cache-control")).isEqualTo("no-store");
            assertThat(reply.header("content-security-policy")).startsWith("default-src 'none'");
            assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(reply.headers()).doesNotContainKeys("access-control-allow-origin", "server", "set-cookie");
        }
    }

    @Test
    void a_page_of_another_site_is_given_nothing() {
        Reply preflight = caller.callWith(
                "OPTIONS", "/v1/assessments", "X-API-Key", SERVICE.credentials().keyOf(Role.SCORER));
        assertThat(preflight.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void the_log_in_json_holds_the_words_of_this_project_alone() throws Exception {
        var layout = new QuietJsonLayoutFactory().build(new LoggerContext(), TimeZone.getTimeZone("UTC"));
        String own = layout.doLayout(event("org.risktriage.requests", "GET 200", null));
        String other =
                layout.doLayout(event("com.other.Library", "ZEBRA-7781", new IllegalStateException("ZEBRA-7781")));
        assertThat(Reply.parse(own).path("message").asText()).isEqualTo("GET 200");
        assertThat(Reply.parse(own).path("request").asText()).isEqualTo("an-id");
        assertThat(own + other).doesNotContain("ZEBRA");
        assertThat(Reply.parse(other).path("exceptions").toString()).isEqualTo("[\"java.lang.IllegalStateException\"]");
    }

    private static LoggingEvent event(String logger, String message, @Nullable Throwable thrown) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent("", context.getLogger(logger), Level.WARN, message, thrown, new Object[0]);
        event.setMDCPropertyMap(Map.of("request", "an-id", "other", "ZEBRA-7781"));
        return event;
    }

    @Test
    void a_service_that_is_stopped_finishes_what_it_accepted_and_says_that_it_is_not_ready() throws Exception {
        Credentials own = new Credentials(folder);
        DropwizardTestSupport<RiskTriageConfiguration> service = new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                own.configuration("leave: 1500ms", "limits: {bodyPerSecond: 1B}")
                        .toString());
        service.before();
        Thread stopping = new Thread(service::after);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.getLocalPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST /v1/assessments HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-API-Key: "
                    + own.keyOf(Role.SCORER) + "\r\nContent-Length: " + VALID.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + VALID.substring(0, 40)).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Caller operator = new Caller(service.getAdminPort());
            assertThat(operator.get("/ready").status()).isEqualTo(200);
            stopping.start();
            Reply ready = operator.get("/ready");
            for (int i = 0; i < 20 && ready.status() == 200; i++) {
                Thread.sleep(20);
                ready = operator.get("/ready");
            }
            assertThat(ready.status() + " " + ready.body()).isEqualTo("503 stopping\n");
            assertThat(operator.get("/alive").status()).isEqualTo(200);
            Thread.sleep(1_700);
            socket.getOutputStream().write(VALID.substring(40).getBytes(StandardCharsets.UTF_8));
            byte[] begin = new byte[200];
            int length = socket.getInputStream().read(begin);
            assertThat(new String(begin, 0, Math.max(0, length), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        } finally {
            stopping.join();
        }
    }
}
