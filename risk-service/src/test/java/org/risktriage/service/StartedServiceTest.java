package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a service offers from its start on, each time from a start of its own. Other tests share one service, and would not
 * tell which of them needs what.
 */
class StartedServiceTest {
    private static final String TODAY = "{\"assessedOn\":\"%s\",\"answers\":{\"q1\":\"yes\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void it_offers_every_resource_and_answers_every_mistake_as_a_problem(String rehearsal) throws Exception {
        DropwizardTestSupport<RiskTriageConfiguration> service = new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                RiskTriageApplication.DEMO,
                ConfigOverride.config("rehearsal", rehearsal),
                ConfigOverride.config("ledger.on", "false"),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"));
        service.before();
        try {
            Caller caller = new Caller(service.getLocalPort());
            for (String path : List.of(
                    "/v1/areas", "/v1/instruments/safelives-dash", "/v1/rule-packs", "/v1/areas?compare=true")) {
                Reply reply = caller.get(path);
                assertThat(reply.status()).as(path).isEqualTo(200);
                assertThat(reply.header("rule-pack")).as(path).startsWith("england-wales@");
            }
            // Far enough from today that no time zone matters.
            LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(3);
            assertThat(caller.post(TODAY.formatted(past)).status()).isEqualTo(200);
            assertThat(caller.post(TODAY.formatted(past.plusDays(6))).status())
                    .isEqualTo(rehearsal.equals("true") ? 200 : 422);
            assertThat(caller.get("/v1/nowhere").header("content-type")).contains("application/problem+json");
            Reply unreadable = caller.raw("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(unreadable.header("content-type") + " " + unreadable.body())
                    .contains("application/problem+json", "\"bad-request\"");
            Caller admin = new Caller(service.getAdminPort());
            assertThat(admin.get("/healthcheck")
                            .json()
                            .path("rules")
                            .path("healthy")
                            .asBoolean())
                    .isTrue();
            assertThat(admin.get("/ping").header("x-request-id")).isNotBlank();
        } finally {
            service.after();
        }
    }
}
