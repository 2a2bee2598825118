package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs in a folder beside the jar: served without a change of code, or refused with everything that is wrong. */
class PacksInAFolderTest {
    private static final String MANIFEST = """
            id: brackwater
            version: 1.0.0
            kind: area
            extends:
              id: england-wales
            title: Brackwater, a made-up town
            owner: Chair of the Brackwater MARAC
            inForce:
              from: 2025-04-01
            usable:
              from: 2025-04-01
            reviewBy: 2030-04-01
            rules: 0
            sources:
              - id: brackwater-protocol
                title: Brackwater MARAC operating protocol
                confidence: A
            changes:
              - 1.0.0, the first version.
            """;
    private static final String VALUES = """
            key,value,from,to,source,confidence,note,allowed
            visible-high-risk.line,12,2025-04-01,,brackwater-protocol,A,,
            """;
    private static final String CASES = """
            given: {area: brackwater, assessedOn: 2026-11-21, incidents: [], maracs: []}
            cases:
              - name: twelve yes answers meet the line
                given: {answers: {q1..q12: yes, rest: no}}
                expect:
                  refer: true
            """;
    private static final String TWELVE = """
            {"area": "brackwater", "assessedOn": "2026-11-21", "answers": {%s}}
            """.formatted(yes(12));

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private static String yes(int count) {
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            answers.append(i == 1 ? "" : ",").append("\"q").append(i).append("\":\"yes\"");
        }
        return answers.toString();
    }

    private void pack(String manifest, String values) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("brackwater/1.0.0"));
        Files.writeString(pack.resolve("pack.yaml"), manifest);
        Files.writeString(pack.resolve("parameters.csv"), values);
        Files.writeString(Files.createDirectories(pack.resolve("cases")).resolve("line.yaml"), CASES);
    }

    private DropwizardTestSupport<RiskTriageConfiguration> service(String skipRefused) throws IOException {
        Path settings = settings(folder, skipRefused);
        return new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                settings.toString(),
                ConfigOverride.config("ledger.on", "false"),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"));
    }

    /** The demo's settings with a folder of packs. */
    private Path settings(Path packs, String skipRefused) throws IOException {
        try (InputStream demo = RiskTriageApplication.class.getResourceAsStream("/" + RiskTriageApplication.DEMO)) {
            String text = new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8);
            String own = "rulePacks:\n  folders: ['" + packs + "']\n  skipRefused: " + skipRefused + "\n";
            return Files.writeString(elsewhere.resolve("settings.yml"), text + own);
        }
    }

    @Test
    void a_pack_in_the_folder_is_served() throws Exception {
        pack(MANIFEST, VALUES);
        DropwizardTestSupport<RiskTriageConfiguration> service = service("false");
        service.before();
        try {
            Caller caller = new Caller(service.getLocalPort());
            Reply reply = caller.post(TWELVE);
            assertThat(reply.header("rule-pack")).isEqualTo("brackwater@1.0.0");
            assertThat(reply.json().path("marac").path("refer").asBoolean()).isTrue();
            assertThat(caller.get("/v1/rule-packs/brackwater/1.0.0")
                            .json()
                            .path("cases")
                            .size())
                    .isOne();
            assertThat(new Caller(service.getAdminPort()).get("/healthcheck").status())
                    .isEqualTo(200);
        } finally {
            service.after();
        }
    }

    @Test
    void a_wrong_pack_keeps_the_service_from_starting_and_everything_wrong_is_said_at_once() throws Exception {
        pack(MANIFEST.replace("2030-04-01", "someday"), VALUES.replace("12,", "twelve,"));
        DropwizardTestSupport<RiskTriageConfiguration> service = service("false");
        assertThatThrownBy(service::before)
                .hasStackTraceContaining("brackwater/1.0.0/pack.yaml")
                .hasStackTraceContaining("/reviewBy");
        service.after();
        pack(MANIFEST, VALUES.replace("12,", "twelve,").replace(",brackwater-protocol,", ",hearsay,"));
        DropwizardTestSupport<RiskTriageConfiguration> again = service("false");
        assertThatThrownBy(again::before)
                .hasStackTraceContaining("brackwater/1.0.0/parameters.csv")
                .hasStackTraceContaining("row 2, column value")
                .hasStackTraceContaining("row 2, column source");
        again.after();
    }

    @Test
    void where_the_settings_say_so_the_service_starts_without_it_and_health_says_which() throws Exception {
        pack(MANIFEST, VALUES.replace("12,", "twelve,"));
        DropwizardTestSupport<RiskTriageConfiguration> service = service("true");
        service.before();
        try {
            Caller caller = new Caller(service.getLocalPort());
            assertThat(caller.post(TWELVE).status()).isEqualTo(404);
            assertThat(caller.post(TWELVE.replace("brackwater", "plymouth")).status())
                    .isEqualTo(200);
            Reply health = new Caller(service.getAdminPort()).get("/healthcheck");
            assertThat(health.status()).isEqualTo(500);
            JsonNode refused = health.json().path("rules").path("refused");
            assertThat(refused.path(0).path("pack").asText()).isEqualTo("brackwater@1.0.0");
            assertThat(refused.path(0).path("faults").path(0).asText())
                    .contains("parameters.csv, row 2", "visible-high-risk.line", "from 1 to 24");
        } finally {
            service.after();
        }
    }

    @Test
    void a_pack_whose_own_cases_do_not_hold_is_refused_as_one_that_cannot_be_read() throws Exception {
        pack(MANIFEST, VALUES.replace("12,", "13,"));
        DropwizardTestSupport<RiskTriageConfiguration> service = service("true");
        service.before();
        try {
            assertThat(new Caller(service.getLocalPort()).post(TWELVE).status()).isEqualTo(404);
            assertThat(new Caller(service.getAdminPort()).get("/healthcheck").body())
                    .contains("brackwater@1.0.0", "twelve yes answers meet the line: refer: expected true");
        } finally {
            service.after();
        }
    }

    @Test
    void rules_in_a_folder_are_refused_in_words() throws Exception {
        pack(MANIFEST.replace("rules: 0", "rules: 1"), VALUES);
        DropwizardTestSupport<RiskTriageConfiguration> service = service("false");
        assertThatThrownBy(service::before).hasStackTraceContaining("A pack in a folder brings values and cases");
        service.after();
    }

    @Test
    void a_pack_whose_own_cases_do_not_hold_keeps_the_service_from_starting() throws Exception {
        pack(MANIFEST, VALUES.replace("12,", "13,"));
        DropwizardTestSupport<RiskTriageConfiguration> service = service("false");
        assertThatThrownBy(service::before)
                .hasStackTraceContaining("brackwater")
                .hasStackTraceContaining("twelve yes answers meet the line");
        service.after();
    }
}
