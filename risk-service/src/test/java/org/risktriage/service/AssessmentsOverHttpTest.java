package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assessment is answered with, as another program sees it. */
class AssessmentsOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final String SMALL = "{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"yes\",\"q15\":\"yes\"}}";
    private static final String UUID_V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private static String contractRequest() throws IOException {
        try (InputStream in = AssessmentsOverHttpTest.class.getResourceAsStream("/contract/request.json")) {
            assertThat(in).isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_request_of_the_contract_is_answered() throws IOException {
        assertThat(caller.post(contractRequest()).status()).isEqualTo(200);
    }

    @Test
    void a_request_needs_no_more_than_a_day_and_answers() {
        assertThat(caller.post("{\"assessedOn\":\"2026-11-21\",\"answers\":{}}").status())
                .isEqualTo(200);
    }

    @Test
    void the_answer_of_the_contract_is_complete_and_what_was_added_since_is_known() throws IOException {
        Map<String, List<List<String>>> found = new TreeMap<>();
        List<String> requests = new ArrayList<>(
                ExampleFiles.names().stream().map(ExampleFiles::request).toList());
        requests.add(contractRequest());
        for (String request : requests) {
            JsonNode reply = caller.post(request).json();
            if (!reply.has("errors")) {
                ContractAnswer.namesIn(reply)
                        .forEach((place, names) -> found.computeIfAbsent(place, key -> new ArrayList<>())
                                .addAll(names));
            }
        }
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(ContractAnswer.NAMES.keySet());
        found.forEach((place, objects) -> assertThat(objects)
                .as("names at %s", place)
                .allSatisfy(names ->
                        assertThat(names).containsExactlyInAnyOrderElementsOf(ContractAnswer.allowedAt(place))));
    }

    @Test
    void the_answer_is_json() {
        assertThat(caller.post(SMALL).header("content-type")).isEqualTo("application/json");
    }

    @Test
    void the_answer_says_which_rules_it_comes_from() {
        assertThat(caller.post(SMALL).header("rule-pack")).isEqualTo("england-wales@1.0.0");
    }

    @Test
    void the_header_and_the_body_name_the_same_rules() {
        Reply reply = caller.post(SMALL);
        JsonNode base = reply.json().path("rules").path("base");
        assertThat(reply.header("rule-pack"))
                .isEqualTo(base.path("id").asText() + "@" + base.path("version").asText());
    }

    @Test
    void a_request_without_an_id_gets_one() {
        assertThat(caller.post(SMALL).header("x-request-id")).matches(UUID_V7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0190c5b2-7b1e-7c4a-9f0e-2b6d8a4c1e57",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "4BF92F3577B34DA6A3CE929D0E0E4736"
            })
    void the_callers_id_of_the_request_is_kept(String id) {
        assertThat(caller.postWith(SMALL, "Content-Type", "application/json", "X-Request-ID", id)
                        .header("x-request-id"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZEBRA-7781",
                "jane.doe@example.org",
                "7781",
                "0190c5b2-7b1e-7c4a-9f0e-2b6d8a4c1e57 and more",
                "<b>0190c5b2</b>",
                "0190c5b20190c5b20190c5b20190c5b20190c5b20190c5b20190c5b20190c5b2f"
            })
    void what_does_not_look_like_an_id_of_a_request_is_replaced(String text) {
        assertThat(caller.postWith(SMALL, "Content-Type", "application/json", "X-Request-ID", text)
                        .header("x-request-id"))
                .matches(UUID_V7);
    }

    @Test
    void the_id_of_a_decision_is_a_uuid_of_version_7() {
        assertThat(caller.post(SMALL).json().path("id").asText()).matches(UUID_V7);
    }

    @Test
    void ids_of_decisions_rise() {
        String first = caller.post(SMALL).json().path("id").asText();
        String second = caller.post(SMALL).json().path("id").asText();
        assertThat(first).isLessThan(second);
    }

    @Test
    void equal_requests_get_equal_bytes_but_for_the_id() throws IOException {
        Reply first = caller.post(contractRequest());
        Reply second = caller.post(contractRequest());
        assertThat(first.body().replace(first.json().path("id").asText(), ""))
                .isEqualTo(second.body().replace(second.json().path("id").asText(), ""));
    }

    @Test
    void the_order_of_answers_in_the_request_changes_no_byte() {
        String turned = "{\"answers\":{\"q15\":\"yes\",\"q1\":\"yes\"},\"assessedOn\":\"2026-11-21\"}";
        Reply first = caller.post(SMALL);
        Reply second = caller.post(turned);
        assertThat(first.body().replace(first.json().path("id").asText(), ""))
                .isEqualTo(second.body().replace(second.json().path("id").asText(), ""));
    }

    @Test
    void the_length_of_the_answer_is_announced_in_bytes() {
        Reply reply = caller.post(SMALL);
        assertThat(reply.header("content-length"))
                .isEqualTo(String.valueOf(reply.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "APPLICATION/JSON"
            })
    void json_in_utf_8_may_be_announced_as(String type) {
        assertThat(caller.postWith(SMALL, "Content-Type", type).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/problem+json, application/json"
            })
    void an_answer_may_be_asked_for_as(String accept) {
        Reply reply = caller.postWith(SMALL, "Content-Type", "application/json", "Accept", accept);
        assertThat(List.of(reply.status(), reply.header("content-type"))).isEqualTo(List.of(200, "application/json"));
    }

    @Test
    void a_request_in_other_writing_systems_is_answered() {
        String request = "{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"no\"},"
                + "\"judgement\":{\"highRisk\":true,\"rationale\":\"\u0130\u0131 \u5371\u967a \u062e\u0637\u0631 \ud83e\udd93\"}}";
        assertThat(caller.post(request).json().path("level").path("value").asText())
                .isEqualTo("high");
    }
}
