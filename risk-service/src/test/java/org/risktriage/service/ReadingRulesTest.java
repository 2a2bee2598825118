package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules can be read as they are applied: areas, instrument, packs, sentences, parameters, sources and cases. */
class ReadingRulesTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final String PACK = "/v1/rule-packs/england-wales/1.0.0";
    private static final String INSTRUMENT = "/v1/instruments/safelives-dash";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private JsonNode read(String path) {
        return caller.get(path).json();
    }

    private static List<String> texts(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.path(name).asText()));
        return texts;
    }

    private static void eachValue(JsonNode node, String place, Consumer<String> nulls) {
        if (node.isNull()) {
            nulls.accept(place);
        } else if (node.isObject()) {
            node.properties().forEach(field -> eachValue(field.getValue(), place + "/" + field.getKey(), nulls));
        } else {
            node.forEach(entry -> eachValue(entry, place, nulls));
        }
    }

    private static Set<String> placesThatAreNull(JsonNode node) {
        Set<String> nulls = new LinkedHashSet<>();
        eachValue(node, "", nulls::add);
        return nulls;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/areas", INSTRUMENT, "/v1/rule-packs", PACK})
    void it_is_read_as_json(String path) {
        Reply reply = caller.get(path);
        assertThat(List.of(reply.status(), reply.header("content-type"))).isEqualTo(List.of(200, "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/areas", INSTRUMENT, "/v1/rule-packs", PACK})
    void the_reply_names_the_rules_in_use(String path) {
        assertThat(caller.get(path).header("rule-pack")).isEqualTo("england-wales@1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/areas", INSTRUMENT, "/v1/rule-packs", PACK})
    void it_reads_the_same_each_time(String path) {
        assertThat(caller.get(path).body()).isEqualTo(caller.get(path).body());
    }

    @Test
    void the_base_rules_are_an_area() {
        JsonNode area = read("/v1/areas").path("areas").path(9);
        assertThat(List.of(
                        area.path("id").asText(),
                        area.path("kind").asText(),
                        area.path("instrument").path("id").asText(),
                        area.path("versions").path(0).asText()))
                .containsExactly("england-wales", "base", "safelives-dash", "0.9.0");
    }

    @Test
    void an_area_that_is_listed_can_be_asked_for() {
        for (JsonNode area : read("/v1/areas").path("areas")) {
            boolean scored = area.path("instrument").path("id").asText().equals("safelives-dash");
            String body =
                    "{\"area\":\"" + area.path("id").asText() + "\",\"assessedOn\":\"2026-11-21\",\"answers\":{}}";
            assertThat(caller.post(body).status()).isEqualTo(scored ? 200 : 422);
        }
    }

    @Test
    void the_instrument_has_its_24_items_in_the_published_order() {
        assertThat(texts(read(INSTRUMENT).path("items"), "id"))
                .isEqualTo(IntStream.rangeClosed(1, 24).mapToObj(i -> "q" + i).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "prompt", "why", "confidence", "whyConfidence", "source"})
    void every_item_has_a(String field) {
        assertThat(texts(read(INSTRUMENT).path("items"), field))
                .hasSize(24)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void the_details_of_an_item_are_those_of_the_contract() {
        JsonNode q18 = read(INSTRUMENT).path("items").path(17);
        assertThat(q18.path("details").toString())
                .isEqualTo("[\"children\",\"family-member\",\"former-partner\",\"other\"]");
    }

    @Test
    void every_source_of_an_item_is_listed() {
        JsonNode instrument = read(INSTRUMENT);
        assertThat(texts(instrument.path("sources"), "id")).containsAll(texts(instrument.path("items"), "source"));
    }

    @Test
    void the_instrument_says_that_it_is_not_the_official_form() {
        assertThat(read(INSTRUMENT).path("licence").asText()).contains("not the official");
    }

    @Test
    void nothing_of_the_instrument_is_null_but_an_address_of_a_source() {
        assertThat(placesThatAreNull(read(INSTRUMENT))).isSubsetOf("/sources/url");
    }

    @Test
    void the_pack_that_decides_is_listed() {
        JsonNode decided =
                caller.post(ExampleFiles.request("repeat")).json().path("rules").path("base");
        assertThat(read("/v1/rule-packs").path("rulePacks")).contains(decided);
    }

    @Test
    void the_digest_of_the_pack_is_the_one_in_decisions() {
        JsonNode decided =
                caller.post(ExampleFiles.request("repeat")).json().path("rules").path("base");
        assertThat(read(PACK).path("sha256").asText())
                .matches("[0-9a-f]{64}")
                .isEqualTo(decided.path("sha256").asText());
    }

    @Test
    void nothing_of_the_pack_is_null_but_an_open_end_and_what_a_source_lacks() {
        JsonNode pack = read(PACK);
        Set<String> nulls = placesThatAreNull(pack);
        nulls.removeIf(place -> place.startsWith("/cases/given"));
        assertThat(nulls)
                .isSubsetOf(
                        "/base",
                        "/inForceTo",
                        "/parameters/to",
                        "/parameters/instead",
                        "/sources/url",
                        "/sources/note");
    }

    @Test
    void the_pack_holds_as_many_rules_as_its_manifest_counts() throws Exception {
        assertThat(read(PACK).path("rules").size()).isEqualTo(countedByTheManifest());
    }

    @Test
    void every_rule_is_a_sentence() {
        assertThat(texts(read(PACK).path("rules"), "says"))
                .allSatisfy(sentence -> assertThat(sentence).matches("(?s)[A-Z{q].*[.?}]"));
    }

    @Test
    void every_rule_has_an_id_of_its_own() {
        assertThat(texts(read(PACK).path("rules"), "id")).doesNotHaveDuplicates();
    }

    @Test
    void the_id_of_a_rule_says_where_it_stands() {
        assertThat(read(PACK).path("rules"))
                .allSatisfy(rule -> assertThat(rule.path("id").asText())
                        .startsWith("england-wales/" + rule.path("topic").asText() + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "parameters"})
    void every_source_is_listed(String of) {
        JsonNode pack = read(PACK);
        assertThat(texts(pack.path("sources"), "id")).containsAll(texts(pack.path(of), "source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "parameters", "sources"})
    void everything_is_marked_by_how_well_it_is_known(String of) {
        assertThat(texts(read(PACK).path(of), "confidence"))
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark).isIn("A", "B", "K", "I"));
    }

    @Test
    void the_line_at_14_is_a_parameter_with_a_source() {
        assertThat(read(PACK).path("parameters"))
                .anySatisfy(parameter -> assertThat(List.of(
                                parameter.path("key").asText(),
                                parameter.path("value").asText(),
                                parameter.path("from").asText(),
                                parameter.path("source").asText()))
                        .containsExactly("visible-high-risk.line", "14", "2014-01-01", "safelives-referral-criteria"));
    }

    @Test
    void the_pack_shows_its_worked_cases() {
        assertThat(read(PACK).path("cases").size()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void a_worked_case_of_the_pack_can_be_posted_as_it_is_shown() {
        List<Integer> others = new ArrayList<>();
        int posted = 0;
        for (JsonNode worked : read(PACK).path("cases")) {
            if (posted < 40 && !worked.path("file").asText().equals("refused.yaml")) {
                posted++;
                int status = caller.post(worked.path("given").toString()).status();
                if (status != 200) {
                    others.add(status);
                }
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void every_rule_that_a_decision_names_can_be_read() {
        for (String name : ExampleFiles.names()) {
            JsonNode reply = caller.post(ExampleFiles.request(name)).json();
            List<String> known = texts(read(packOf(reply)).path("rules"), "id");
            assertThat(known).as(name).containsAll(reply.findValuesAsText("rule"));
        }
    }

    /** Where the pack stands that decided; the base for a refusal. */
    private static String packOf(JsonNode reply) {
        JsonNode area = reply.path("rules").path("area");
        JsonNode pack = area.isObject() ? area : reply.path("rules").path("base");
        return pack.isObject()
                ? "/v1/rule-packs/" + pack.path("id").asText() + "/"
                        + pack.path("version").asText()
                : PACK;
    }

    @Test
    void every_source_that_a_decision_names_can_be_read() {
        for (String name : ExampleFiles.names()) {
            JsonNode reply = caller.post(ExampleFiles.request(name)).json();
            List<String> known = texts(read(packOf(reply)).path("sources"), "id");
            assertThat(known).as(name).containsAll(reply.findValuesAsText("source"));
        }
    }

    @Test
    void the_pack_says_by_when_it_has_to_be_reviewed() {
        assertThat(LocalDate.parse(read(PACK).path("reviewBy").asText()))
                .isAfter(LocalDate.parse(read(PACK).path("usableFrom").asText()));
    }

    @Test
    void the_service_is_healthy_as_long_as_the_worked_cases_hold() {
        Reply health = new Caller(SERVICE.getAdminPort()).get("/healthcheck");
        JsonNode rules = health.json().path("rules");
        assertThat(health.status() + " " + rules.path("healthy").asText()).isEqualTo("200 true");
    }

    @Test
    void health_counts_the_cases_that_the_packs_show() {
        String message = new Caller(SERVICE.getAdminPort())
                .get("/healthcheck")
                .json()
                .path("rules")
                .path("message")
                .asText();
        int cases = 0;
        for (JsonNode pack : read("/v1/rule-packs").path("rulePacks")) {
            cases += read("/v1/rule-packs/" + pack.path("id").asText() + "/"
                            + pack.path("version").asText())
                    .path("cases")
                    .size();
        }
        assertThat(message).isEqualTo(cases + " worked cases held");
    }

    private static int countedByTheManifest() throws IOException {
        try (InputStream manifest =
                ReadingRulesTest.class.getResourceAsStream("/rulepacks/england-wales/1.0.0/pack.yaml")) {
            Matcher rules = Pattern.compile("(?m)^rules: (\\d+)$")
                    .matcher(new String(manifest.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(rules.find()).isTrue();
            return Integer.parseInt(rules.group(1));
        }
    }
}
