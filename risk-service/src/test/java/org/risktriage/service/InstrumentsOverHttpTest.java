package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other instruments over HTTP: each is shown, scored by rules of its own, and answered in the shape of every reply. */
class InstrumentsOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private Reply post(String instrument, String answers) {
        return caller.post(
                "{\"assessedOn\":\"2026-11-21\",\"instrument\":\"" + instrument + "\",\"answers\":" + answers + "}");
    }

    @ParameterizedTest
    @CsvSource({"police-dash, 27, p1", "s-dash, 11, s1", "who-antenatal-screen, 6, a1", "severity-of-abuse, 4, v1"})
    void an_instrument_is_shown_with_its_items_and_its_licence(String id, int items, String first) {
        JsonNode shown = caller.get("/v1/instruments/" + id).json();

        assertThat(shown.path("items").size()).isEqualTo(items);
        assertThat(shown.path("items").path(0).path("id").asText()).isEqualTo(first);
        assertThat(shown.path("licence").asText()).isNotBlank();
        assertThat(shown.path("sources").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "police-dash, p1, no-grade, 27",
        "s-dash, s1, no-line, 11",
        "who-antenatal-screen, a1, below-the-line, 6"
    })
    void without_a_level_the_reply_says_why_and_keeps_its_shape(String id, String item, String because, int of) {
        Reply reply = post(id, "{\"" + item + "\":\"yes\"}");
        JsonNode decision = reply.json();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("rule-pack")).isEqualTo(id + "@1.0.0");
        assertThat(decision.path("level").path("value").isNull()).isTrue();
        assertThat(decision.path("level").path("atLeast").isNull()).isTrue();
        assertThat(decision.path("level").path("because").toString()).isEqualTo("[\"" + because + "\"]");
        assertThat(decision.path("score").path("of").asInt()).isEqualTo(of);
        assertThat(decision.path("score").path("yes").asInt()).isEqualTo(1);
        assertThat(decision.path("marac").path("status").asText()).isEqualTo("not-met");
        assertThat(decision.path("rules").path("instrument").path("id").asText())
                .isEqualTo(id);
    }

    @Test
    void a_profile_is_shown_row_by_row_and_never_summed() {
        Reply reply = post(
                "severity-of-abuse",
                "{\"v1\":{\"answer\":\"moderate\",\"frequencyRose\":true},\"v2\":\"none\",\"v3\":\"high\",\"v4\":\"dont-know\"}");
        JsonNode decision = reply.json();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(decision.path("level").path("value").isNull()).isTrue();
        assertThat(decision.path("score").path("yes").asInt()).isZero();
        assertThat(decision.path("profile").toString())
                .isEqualTo(
                        "[{\"row\":\"v1\",\"label\":\"Physical abuse\",\"grade\":\"moderate\",\"frequencyRose\":true,"
                                + "\"severityRose\":null},{\"row\":\"v2\",\"label\":\"Sexual abuse\",\"grade\":\"none\","
                                + "\"frequencyRose\":null,\"severityRose\":null},{\"row\":\"v3\",\"label\":\"Harassment and stalking\","
                                + "\"grade\":\"high\",\"frequencyRose\":null,\"severityRose\":null},{\"row\":\"v4\","
                                + "\"label\":\"Jealous, controlling or emotional abuse\",\"grade\":null,\"frequencyRose\":null,"
                                + "\"severityRose\":null}]");
        assertThat(reply.json().path("prompts").findValuesAsText("id"))
                .contains("row-high", "row-moderate", "row-rising");
    }

    @Test
    void answers_to_two_instruments_are_refused_with_every_one_named() {
        Reply reply = post("s-dash", "{\"s1\":\"yes\",\"q1\":\"yes\",\"q24\":\"yes\",\"p3\":\"no\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/answers/q1", "/answers/q24", "/answers/p3");
    }
}
