package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The advisers in the control room of Cumbria and what follows a call, fact by fact, against a running service. */
class CumbriaServicesOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final String PARTIAL = "\"answers\":{\"q1\":\"yes\"}";
    private static final String CALL = "\"support\":{\"setting\":\"control-room\"}";

    private static ServiceWalk walk(String... fields) {
        return ServiceWalk.of(SERVICE.getLocalPort(), "cumbria", String.join(",", fields));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-19T15:59:59Z, false until null next 2026-11-19T16:00:00+00:00",
        "2026-11-19, 2026-11-19T16:00:00Z, true until 2026-11-20T00:00:00+00:00 next 2026-11-20T16:00:00+00:00",
        "2026-11-19, 2026-11-19T23:59:59Z, true until 2026-11-20T00:00:00+00:00 next 2026-11-20T16:00:00+00:00",
        "2026-11-20, 2026-11-20T00:00:00Z, false until null next 2026-11-20T16:00:00+00:00",
        "2026-11-22, 2026-11-22T20:00:00Z, true until 2026-11-23T00:00:00+00:00 next 2026-11-26T16:00:00+00:00",
        "2026-11-23, 2026-11-23T20:00:00Z, false until null next 2026-11-26T16:00:00+00:00",
        "2026-11-25, 2026-11-25T20:00:00Z, false until null next 2026-11-26T16:00:00+00:00",
        "2027-03-28, 2027-03-28T15:00:00Z, true until 2027-03-29T00:00:00+01:00 next 2027-04-01T16:00:00+01:00",
        "2026-10-25, 2026-10-25T15:30:00Z, false until null next 2026-10-25T16:00:00+00:00"
    })
    void the_adviser_is_there_from_thursday_to_sunday_from_four_to_midnight(String day, String moment, String hours) {
        Reply reply = new Caller(SERVICE.getLocalPort())
                .post("{\"area\":\"cumbria\",\"assessedOn\":\"" + day + "\"," + PARTIAL + "," + CALL + ",\"askedAt\":\""
                        + moment + "\"}");
        var adviser = reply.json().path("services").path(0);
        assertThat(adviser.path("id").asText()).isEqualTo("control-room-adviser");
        assertThat(adviser.path("openNow").asText() + " until "
                        + adviser.path("openUntil").asText() + " next "
                        + adviser.path("opensNext").asText())
                .isEqualTo(hours);
    }

    @Test
    void nothing_is_claimed_of_the_adviser_on_a_bank_holiday() {
        Reply reply = new Caller(SERVICE.getLocalPort())
                .post("{\"area\":\"cumbria\",\"assessedOn\":\"2026-12-25\"," + PARTIAL + "," + CALL
                        + ",\"askedAt\":\"2026-12-25T18:00:00Z\"}");
        assertThat(reply.json().path("services").path(0).path("openNow").isNull())
                .isTrue();
    }

    @Test
    void the_adviser_is_for_calls_only() {
        assertThat(walk(PARTIAL, "\"support\":{\"setting\":\"council\"}").services())
                .doesNotContain("control-room-adviser");
        assertThat(walk(PARTIAL).ask("control-room-adviser")).containsExactly("support.setting");
    }

    @Test
    void a_caller_who_agrees_is_contacted_by_victim_support() {
        assertThat(walk(PARTIAL, "\"support\":{\"consentToFollowUp\":true}").actions())
                .contains("follow-up-contact")
                .doesNotContain("ask-follow-up-agreement");
    }

    @Test
    void a_caller_who_does_not_agree_is_not_contacted() {
        assertThat(walk(PARTIAL, "\"support\":{\"consentToFollowUp\":false}").actions())
                .doesNotContain("follow-up-contact", "ask-follow-up-agreement");
    }

    @Test
    void a_caller_who_was_not_asked_is_not_contacted_and_is_asked() {
        assertThat(walk(PARTIAL).actions()).contains("ask-follow-up-agreement").doesNotContain("follow-up-contact");
    }

    @Test
    void support_is_offered_whether_or_not_it_is_reported() {
        ServiceWalk reply = walk(PARTIAL, "\"circumstances\":{\"consentToReferral\":false}");
        assertThat(reply.certain()).contains("victim-support-cumbria");
        assertThat(reply.service("victim-support-cumbria").path("phone").asText())
                .isEqualTo("0300 303 0157");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emergency-999", "police-101"})
    void the_police_can_be_reached_at_any_hour(String service) {
        ServiceWalk reply = walk(PARTIAL, "\"askedAt\":\"2026-11-20T03:00:00Z\"");
        assertThat(reply.hours(service)).isEqualTo("true until null next null");
        assertThat(reply.service(service).path("phone").asText()).isEqualTo(service.substring(service.length() - 3));
    }

    @Test
    void support_extends_to_somebody_who_causes_harm_and_wants_to_change() {
        assertThat(walk(PARTIAL, "\"support\":{\"perpetratorWantsToChange\":true}")
                        .service("victim-support-cumbria")
                        .path("because")
                        .toString())
                .contains("support.perpetratorWantsToChange");
    }

    @Test
    void support_extends_to_children_in_the_home() {
        assertThat(walk(PARTIAL, "\"children\":[{\"age\":6,\"livesWith\":\"victim\"}]")
                        .service("victim-support-cumbria")
                        .path("because")
                        .toString())
                .contains("children");
    }

    @Test
    void a_partial_answer_says_what_to_ask_next() {
        Reply reply = new Caller(SERVICE.getLocalPort())
                .post("{\"area\":\"cumbria\",\"assessedOn\":\"2026-11-20\"," + PARTIAL + "}");
        assertThat(reply.json().path("nextQuestions")).isNotEmpty();
    }

    @Test
    void where_no_local_number_is_certain_to_answer_the_national_helpline_is_given() {
        assertThat(walk(PARTIAL).services()).contains("national-helpline");
    }

    @Test
    void a_moment_far_from_the_day_of_the_assessment_is_refused() {
        Reply reply = new Caller(SERVICE.getLocalPort())
                .post("{\"area\":\"cumbria\",\"assessedOn\":\"2026-11-20\"," + PARTIAL
                        + ",\"askedAt\":\"2026-11-22T00:00:00Z\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").toString())
                .contains("\"/askedAt\"", "contradicts-assessed-on")
                .doesNotContain("2026-11-22");
    }
}
