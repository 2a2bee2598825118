package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.conformance.Header;
import org.risktriage.service.conformance.Installation;
import org.risktriage.service.conformance.Kit;
import org.risktriage.service.conformance.KitException;
import org.risktriage.service.conformance.KitRun;
import org.risktriage.service.conformance.Report;
import org.risktriage.service.conformance.UnansweredException;

/** The kit against services that do as expected, and against others. */
@ExtendWith(DropwizardExtensionsSupport.class)
class ConformanceRunTest {
    private static final DropwizardAppExtension<RiskTriageConfiguration> REHEARSING = Services.rehearsing();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("2000-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Clock IN_A_CENTURY = Clock.fixed(Instant.parse("2126-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String STANDARD = OtherSide.standard();
    private static final String REFUSED_FOR_ITS_DAY = """
            {"status": 422, "code": "invalid-assessment", "errors": [{"pointer": "/assessedOn", "code": "future-date"}]}
            """;

    private static Report run(String url, Clock clock) throws Exception {
        return KitRun.of(Kit.bundled(), Installation.at(url, List.of(), PATIENCE), clock, () -> {});
    }

    private static Report run(OtherSide.Behaviour behaviour, Clock clock) throws Exception {
        try (OtherSide side = new OtherSide(behaviour)) {
            return run(side.url(), clock);
        }
    }

    @Test
    void a_real_service_does_all_that_the_kit_expects() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        Installation service =
                Installation.at("http://127.0.0.1:" + REHEARSING.getLocalPort() + "/", List.of(), PATIENCE);
        Report report = KitRun.of(Kit.bundled(), service, LONG_AGO, steps::incrementAndGet);
        assertThat(report.differing()).isEmpty();
        assertThat(report.setAside()).isEmpty();
        assertThat(report.rules())
                .isNotEmpty()
                .allSatisfy(answering -> assertThat(answering.answered())
                        .isEqualTo(refusing(answering.expected().id()) ? List.of() : List.of(answering.expected())));
        assertThat(List.of(report.cases(), report.held(), steps.get()))
                .containsOnly(Kit.bundled().index().cases());
        assertThat(report.passed()).isTrue();
    }

    /** Whether every checklist is refused there, so that no rules answer. */
    private static boolean refusing(String area) {
        return List.of("liverpool", "st-helens").contains(area);
    }

    @Test
    void a_service_that_always_says_standard_is_found_out_case_by_case() throws Exception {
        Report report = run(OtherSide.saying(200, STANDARD), IN_A_CENTURY);
        assertThat(report.passed()).isFalse();
        assertThat(report.differing())
                .filteredOn(finding -> finding.of().topic().equals("repeat")
                        && finding.of().name().equals("an incident on the day after the referral is a repeat"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.differences())
                        .anySatisfy(difference -> assertThat(
                                        difference.at() + ": " + difference.expected() + ", " + difference.actual())
                                .isEqualTo("level.value: \"high\", \"standard\"")));
        // No assessment that has to be refused may be decided.
        assertThat(report.differing())
                .filteredOn(finding -> finding.of().topic().equals("refused"))
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.differences().get(0).at()).isEqualTo("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "\"high\"", "", "not json", "{\"level\":", "{\"rules\": {\"base\": 1}}"})
    void no_case_holds_where_the_reply_is_no_decision(String body) throws Exception {
        assertThat(run(OtherSide.saying(200, body), IN_A_CENTURY).held()).isZero();
    }

    @Test
    void cases_that_are_refused_for_their_day_alone_are_set_aside_and_show_nothing() throws Exception {
        Report report = run(OtherSide.saying(422, REFUSED_FOR_ITS_DAY), LONG_AGO);
        assertThat(report.setAside().size()).isGreaterThan(report.cases() / 2);
        assertThat(report.held()).isZero();
        assertThat(report.passed()).isFalse();
    }

    @Test
    void cases_of_days_gone_by_are_never_set_aside() throws Exception {
        Report report = run(OtherSide.saying(422, REFUSED_FOR_ITS_DAY), IN_A_CENTURY);
        assertThat(report.setAside()).isEmpty();
        assertThat(report.differing()).hasSize(report.cases());
    }

    @Test
    void replies_of_altered_rules_are_told_by_their_digest() throws Exception {
        String altered =
                STANDARD.replaceAll("\"sha256\":\\s*\"[0-9a-f]{64}\"", "\"sha256\":\"" + "0".repeat(64) + "\"");
        Report report = run(OtherSide.saying(200, altered), IN_A_CENTURY);
        assertThat(report.rules())
                .isNotEmpty()
                .noneMatch(Report.Answering::isTheKitsOwn)
                .allSatisfy(answering ->
                        assertThat(answering.answered().get(0).sha256()).isEqualTo("0".repeat(64)));
    }

    @Test
    void a_reply_that_says_too_fast_is_waited_for() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Report report = run(
                exchange -> {
                    boolean tooFast = requests.incrementAndGet() % 2 == 1;
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    OtherSide.say(exchange, tooFast ? 429 : 200, STANDARD);
                },
                IN_A_CENTURY);
        assertThat(requests).hasValue(2 * report.cases());
        assertThat(report.held()).isPositive();
    }

    @Test
    void a_redirect_is_not_followed_so_that_headers_stay_where_they_are_meant() throws Exception {
        AtomicInteger elsewhere = new AtomicInteger();
        try (OtherSide other = new OtherSide(exchange -> {
                    elsewhere.incrementAndGet();
                    OtherSide.say(exchange, 200, STANDARD);
                });
                OtherSide side = new OtherSide(exchange -> {
                    exchange.getResponseHeaders().add("Location", other.url());
                    OtherSide.say(exchange, 307, "");
                })) {
            assertThat(run(side.url(), IN_A_CENTURY).held()).isZero();
        }
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void a_service_that_never_answers_is_given_up_even_after_its_headers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (OtherSide side = new OtherSide(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            try {
                end.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            Installation slow = Installation.at(side.url(), List.of(), Duration.ofSeconds(1));
            assertThatThrownBy(() -> KitRun.of(Kit.bundled(), slow, IN_A_CENTURY, () -> {}))
                    .isInstanceOf(UnansweredException.class)
                    .hasMessage("No reply came within 1 seconds.");
            end.countDown();
        }
    }

    @Test
    void an_address_at_which_nothing_listens_is_told_so() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(unanswered("http://127.0.0.1:" + port)).isEqualTo("Nothing can be reached at this address.");
    }

    @ParameterizedTest(name = "{0}, to which something says {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https | this is no TLS | No secure connection could be made: the certificate or the protocol is not accepted.",
                "http  | ''             | The connection broke before a whole reply came.",
            })
    void what_is_no_service_is_told_so(String scheme, String words, String message) throws Exception {
        try (ServerSocket something = new ServerSocket(0)) {
            Thread talks = new Thread(() -> {
                try {
                    while (true) {
                        try (Socket caller = something.accept()) {
                            caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            talks.start();

            assertThat(unanswered(scheme + "://127.0.0.1:" + something.getLocalPort()))
                    .isEqualTo(message);
        }
    }

    private static String unanswered(String url) throws KitException {
        Installation nobody = Installation.at(url, List.of(), PATIENCE);
        try {
            KitRun.of(Kit.bundled(), nobody, IN_A_CENTURY, () -> {});
            return "answered";
        } catch (UnansweredException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8080",
                "ftp://127.0.0.1",
                "http://user:ZEBRA-7781@127.0.0.1",
                "http://127.0.0.1/?case=ZEBRA-7781",
                "http://127.0.0.1/#a",
                "http:///v1",
                "http://a b",
                ""
            })
    void what_is_no_address_of_a_service_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> Installation.at(url, List.of(), PATIENCE))
                .isInstanceOf(KitException.class)
                .hasMessageStartingWith("The URL has to be the address of a service")
                .hasMessageNotContaining(Caller.SENTINEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ZEBRA-7781", ": ZEBRA-7781", "Na me: ZEBRA-7781", "Host: ZEBRA-7781", "A: ZEBRA-7781\u0001"})
    void what_is_no_header_is_refused_and_not_repeated(String line) {
        assertThatThrownBy(() -> Header.of(line))
                .isInstanceOf(KitException.class)
                .hasMessageNotContaining(Caller.SENTINEL);
    }

    @Test
    void a_header_shows_its_name_and_never_its_value() throws Exception {
        Header header = Header.of("Authorization:  Bearer " + Caller.SENTINEL + " ");
        assertThat(header.value()).isEqualTo("Bearer " + Caller.SENTINEL);
        assertThat(header).hasToString("Header[Authorization, value withheld]");
    }

    @Test
    void the_documentation_says_which_cases_need_a_rehearsal() throws Exception {
        int later = 0;
        for (var file : Kit.bundled().files().values()) {
            for (var one : file.cases()) {
                JsonNode day = one.request().path("assessedOn");
                later += day.asText().compareTo("2026-11-21") > 0 ? 1 : 0;
            }
        }
        String page = Files.readString(Path.of("../docs/reference/conformance-kit.md"));
        assertThat(page.replaceAll("\\s+", " "))
                .contains(later + " cases are dated after 21 November 2026, the last of them on 29 December 2028.");
        assertThat(Kit.bundled().index().packs())
                .filteredOn(pack -> pack.id().equals("england-wales"))
                .last()
                .satisfies(pack -> assertThat(pack.lastDay()).isEqualTo("2028-12-29"));
    }
}
