package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The areas, and their rules and answers beside each other, from a running service. */
@ExtendWith(DropwizardExtensionsSupport.class)
class AreasOverHttpTest {
    private static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();
    private static final String COMPARE = "/v1/assessments/compare";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private static String yes(int count, String more) {
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= 24; i++) {
            answers.append(i == 1 ? "" : ",").append("\"q%d\":\"%s\"".formatted(i, i <= count ? "yes" : "no"));
        }
        return "{" + more + "\"assessedOn\":\"2026-11-21\",\"incidents\":[],\"maracs\":[],\"answers\":{" + answers
                + "}}";
    }

    private static String in(String area) {
        return "\"area\":\"" + area + "\",";
    }

    private JsonNode compared(String query, String body) {
        return by("area", caller.post(COMPARE + query, body).json().path("areas"));
    }

    /** The entries of a list, each under the text of one of its fields. */
    private static JsonNode by(String field, JsonNode list) {
        ObjectNode byText = JsonNodeFactory.instance.objectNode();
        list.forEach(entry -> byText.set(entry.path(field).asText(), entry));
        return byText;
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.path(field).asText()));
        return texts;
    }

    @Test
    void every_area_is_listed_with_the_instrument_that_it_scores() {
        JsonNode areas = caller.get("/v1/areas").json().path("areas");
        assertThat(texts(areas, "id"))
                .containsExactly(
                        "bolton",
                        "bristol-north-somerset-south-gloucestershire",
                        "cambridgeshire-peterborough",
                        "cheshire-west-chester",
                        "cumbria",
                        "derbyshire",
                        "devon",
                        "dorset",
                        "dumfries-galloway",
                        "england-wales",
                        "kingston",
                        "leeds",
                        "leicester-leicestershire-rutland",
                        "liverpool",
                        "manchester",
                        "newham",
                        "norfolk",
                        "plymouth",
                        "sandwell",
                        "somerset",
                        "southampton",
                        "southend-essex-thurrock",
                        "st-helens",
                        "wolverhampton");
        assertThat(areas)
                .filteredOn(area -> !area.path("instrument").path("id").asText().equals("safelives-dash"))
                .extracting(area -> area.path("id").asText())
                .containsExactly("liverpool", "st-helens");
    }

    @ParameterizedTest
    @CsvSource({
        "england-wales, 13, false",
        "england-wales, 14, true",
        "plymouth, 13, false",
        "plymouth, 14, true",
        "norfolk, 13, false",
        "norfolk, 14, true",
        "cambridgeshire-peterborough, 16, false",
        "cambridgeshire-peterborough, 17, true",
        "dumfries-galloway, 14, false",
        "dumfries-galloway, 15, true",
        "bristol-north-somerset-south-gloucestershire, 14, false",
        "bristol-north-somerset-south-gloucestershire, 15, true",
    })
    void the_line_is_where_the_area_draws_it(String area, int count, boolean refer) {
        JsonNode reply = caller.post(yes(count, in(area))).json();
        assertThat(reply.path("marac").path("refer").asBoolean()).isEqualTo(refer);
    }

    @Test
    void the_reply_names_the_area_the_base_and_every_value_that_the_area_changes() {
        Reply reply = caller.post(yes(17, in("cambridgeshire-peterborough")));
        JsonNode rules = reply.json().path("rules");
        assertThat(reply.header("rule-pack")).isEqualTo("cambridgeshire-peterborough@1.0.0");
        assertThat(rules.path("area").path("id").asText()).isEqualTo("cambridgeshire-peterborough");
        assertThat(rules.path("base").path("id").asText()).isEqualTo("england-wales");
        assertThat(rules.path("overrides"))
                .anySatisfy(value -> assertThat(List.of(
                                value.path("parameter").asText(),
                                value.path("value").asText(),
                                value.path("base").asText(),
                                value.path("source").asText()))
                        .containsExactly("visible-high-risk.line", "17", "14", "cambs-referral"));
    }

    @Test
    void where_the_area_is_stricter_the_criterion_of_the_base_is_named_as_a_prompt() {
        JsonNode prompts =
                caller.post(yes(15, in("cambridgeshire-peterborough"))).json().path("prompts");
        assertThat(prompts)
                .filteredOn(prompt -> prompt.path("id").asText().equals("base-criterion-met"))
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.path("because").asText()).contains("visible-high-risk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"st-helens", "liverpool"})
    void a_checklist_that_the_area_does_not_score_is_refused(String area) {
        Reply reply = caller.post(yes(20, in(area)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(texts(reply.json().path("errors"), "code")).containsExactly("instrument-not-scored");
        assertThat(reply.body()).doesNotContain("\"level\"");
    }

    @Test
    void an_unknown_area_is_answered_with_the_known_ones() {
        Reply reply = caller.post(yes(14, in("atlantis")));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText())
                .contains("plymouth", "kingston")
                .doesNotContain("atlantis");
    }

    @Test
    void the_same_case_on_an_earlier_day_gets_the_earlier_answer() {
        String repeat = """
                {"assessedOn": "%s-03-01", "answers": {"q1": "yes"}, "maracs": [{"referredOn": "%s-01-05"}],
                 "incidents": [{"on": "%s-02-01", "kind": "contact", "crime": false}]}
                """;
        JsonNode before = caller.post(repeat.formatted(2023, 2023, 2023)).json();
        JsonNode after = caller.post(repeat.formatted(2026, 2026, 2026)).json();
        assertThat(before.path("marac").path("refer").asBoolean()).isFalse();
        assertThat(after.path("marac").path("refer").asBoolean()).isTrue();
        JsonNode rules = before.path("rules");
        assertThat(rules.path("base").path("version").asText()).isEqualTo("0.9.0");
        assertThat(rules.path("chosen").asText()).contains("0.9.0", "2023-03-01");
        assertThat(texts(rules.path("passedOver"), "version")).containsExactly("1.0.0");
        assertThat(rules.path("later"))
                .singleElement()
                .satisfies(later -> assertThat(later.path("from").asText() + " "
                                + later.path("refer").asBoolean())
                        .isEqualTo("2024-01-01 true"));
    }

    @Test
    void the_versions_of_a_pack_are_listed_with_their_days() {
        JsonNode versions = caller.get("/v1/rule-packs/england-wales").json().path("versions");
        assertThat(versions)
                .extracting(version -> version.path("pack").path("version").asText() + " "
                        + version.path("inForceFrom").asText() + " "
                        + version.path("inForceTo").asText())
                .containsExactly("0.9.0 2014-01-01 2023-12-31", "1.0.0 2024-01-01 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rule-packs/atlantis", "/v1/rule-packs/plymouth/9.9.9"})
    void an_unknown_pack_or_version_is_answered_with_the_known_ones(String path) {
        Reply reply = caller.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("plymouth").doesNotContain("atlantis", "9.9.9");
    }

    @Test
    void the_rules_of_the_areas_stand_beside_each_other() {
        JsonNode reply = caller.get("/v1/areas?compare=true&on=2026-11-21").json();
        assertThat(reply.path("on").asText()).isEqualTo("2026-11-21");
        assertThat(reply.path("areas").size()).isEqualTo(24);
        JsonNode kingston = reply.path("areas").path(10);
        assertThat(kingston.path("area").asText()).isEqualTo("kingston");
        assertThat(texts(kingston.path("off"), "rule"))
                .containsExactly("marac/potential-escalation", "marac/potential-escalation-not-met");
        assertThat(texts(kingston.path("criteria"), "")).hasSize(5);
        JsonNode values = by("key", kingston.path("values"));
        JsonNode incidents = values.path("potential-escalation.incidents");
        assertThat(List.of(
                        incidents.path("value").asText(),
                        incidents.path("instead").asText(),
                        incidents.path("pack").path("id").asText()))
                .containsExactly("5", "3", "kingston");
        assertThat(values.path("repeat.months").path("pack").path("id").asText())
                .isEqualTo("england-wales");
    }

    @Test
    void without_a_day_the_rules_are_those_of_today() {
        String today = caller.get("/v1/areas?compare=true").json().path("on").asText();
        assertThat(caller.get("/v1/areas?compare=true&on=" + today).json().path("areas"))
                .isEqualTo(caller.get("/v1/areas?compare=true").json().path("areas"));
    }

    @Test
    void areas_without_rules_on_the_day_are_left_out() {
        JsonNode areas =
                caller.get("/v1/areas?compare=true&on=2018-06-01").json().path("areas");
        assertThat(texts(areas, "area")).containsExactly("england-wales", "manchester");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?compare=yes", "?compare=true&on=yesterday", "?compare=true&on=2026-13-01"})
    void a_query_that_cannot_be_read_is_refused(String query) {
        assertThat(caller.get("/v1/areas" + query).status()).isEqualTo(400);
    }

    @Test
    void one_assessment_is_decided_by_every_area_in_one_call() {
        JsonNode areas = compared("", yes(14, ""));
        assertThat(areas).hasSize(24);
        assertThat(areas.path("dumfries-galloway").path("marac").path("refer").asBoolean())
                .isFalse();
        assertThat(areas.path("england-wales").path("marac").path("refer").asBoolean())
                .isTrue();
        assertThat(texts(areas.path("st-helens").path("problems"), "code")).containsExactly("instrument-not-scored");
        assertThat(areas.path("st-helens").path("level").isNull()).isTrue();
    }

    @Test
    void what_the_comparison_says_of_an_area_is_what_the_area_decides() {
        JsonNode areas = compared("", yes(12, ""));
        for (String area : List.of("plymouth", "kingston", "norfolk", "manchester", "england-wales")) {
            JsonNode decision = caller.post(yes(12, in(area))).json();
            for (String part : List.of("level", "marac", "prompts", "rules")) {
                assertThat(areas.path(area).path(part)).as(area).isEqualTo(decision.path(part));
            }
        }
    }

    @Test
    void the_areas_to_compare_may_be_named_and_the_one_in_the_assessment_is_not_regarded() {
        assertThat(compared("?area=plymouth&area=bolton&area=plymouth", yes(3, in("st-helens"))))
                .extracting(area -> area.path("area").asText())
                .containsExactly("plymouth", "bolton");
    }

    @Test
    void the_comparison_says_whether_anything_differs() {
        String two = COMPARE + "?area=cambridgeshire-peterborough&area=england-wales";
        assertThat(caller.post(two, yes(14, "")).json().path("differs").asBoolean())
                .isTrue();
        assertThat(caller.post(two, yes(3, "")).json().path("differs").asBoolean())
                .isFalse();
    }

    @Test
    void an_unknown_area_to_compare_is_answered_with_the_known_ones() {
        Reply reply = caller.post(COMPARE + "?area=atlantis", yes(3, ""));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("plymouth").doesNotContain("atlantis");
    }

    @Test
    void a_comparison_of_what_is_no_assessment_is_refused_with_every_fault() {
        Reply reply = caller.post(COMPARE, "{\"answers\":{\"q1\":\"perhaps\"},\"nonsense\":1}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(texts(reply.json().path("errors"), "pointer"))
                .containsExactlyInAnyOrder("/answers/q1", "/nonsense", "/assessedOn");
    }
}
