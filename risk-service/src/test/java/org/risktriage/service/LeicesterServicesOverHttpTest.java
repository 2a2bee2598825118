package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service system of Leicester, Leicestershire and Rutland, row by row, against a running service. */
class LeicesterServicesOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final String ONE_YES = "\"answers\":{\"q1\":\"yes\",\"q16\":\"no\",\"q21\":\"no\"}";
    private static final String NO_CHILD = "\"children\":[]";
    private static final String ADULT = "\"victim\":{\"age\":34}";
    private static final String BAND_OF_14 = "\"answers\":{\"q1\":\"yes\",\"q2\":\"yes\",\"q3\":\"yes\",\"q4\":\"yes\","
            + "\"q5\":\"yes\",\"q6\":\"yes\",\"q7\":\"yes\",\"q8\":\"yes\",\"q9\":\"yes\",\"q10\":\"yes\",\"q11\":\"yes\","
            + "\"q12\":\"yes\",\"q13\":\"yes\",\"q14\":\"yes\"}";

    private static ServiceWalk walk(String... fields) {
        return ServiceWalk.of(SERVICE.getLocalPort(), "leicester-leicestershire-rutland", String.join(",", fields));
    }

    private static String circumstances(String residence, String more) {
        return "\"circumstances\":{\"residence\":\"" + residence + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String needs(String residence) {
        return circumstances(residence, "\"needsAccommodation\":true,\"sexualViolence\":false");
    }

    private static String home(String residence) {
        return circumstances(residence, "\"needsAccommodation\":false,\"sexualViolence\":false");
    }

    @ParameterizedTest
    @CsvSource({"leicester", "leicestershire", "rutland", "derby"})
    void the_helpline_is_the_front_door_for_everybody_at_any_level(String residence) {
        assertThat(walk(ONE_YES, home(residence)).certain()).startsWith("uava-helpline");
        assertThat(walk(BAND_OF_14, home(residence)).certain()).contains("uava-helpline");
        assertThat(walk("\"answers\":{}").certain()).startsWith("uava-helpline");
    }

    @Test
    void the_helpline_is_named_with_its_number_and_hours() {
        ServiceWalk reply = walk(ONE_YES, home("leicester"));
        assertThat(reply.service("uava-helpline").path("phone").asText()).isEqualTo("0808 802 0028");
        assertThat(reply.service("uava-helpline").path("hours").asText())
                .isEqualTo("Mon-Fri 08:00-20:00; Sat-Sun 10:00-16:00; bank holidays 10:00-16:00");
        assertThat(reply.hours("uava-helpline")).isEqualTo("null until null next null");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59Z, false until null next 2026-11-20T08:00:00+00:00",
        "2026-11-20T08:00:00Z, true until 2026-11-20T20:00:00+00:00 next 2026-11-21T10:00:00+00:00",
        "2026-11-20T20:00:00Z, false until null next 2026-11-21T10:00:00+00:00",
        "2026-11-21T10:00:00Z, true until 2026-11-21T16:00:00+00:00 next 2026-11-22T10:00:00+00:00",
        "2026-11-21T16:00:00Z, false until null next 2026-11-22T10:00:00+00:00"
    })
    void the_helpline_is_open_by_its_hours(String moment, String hours) {
        assertThat(walk(ONE_YES, home("leicester"), "\"askedAt\":\"" + moment + "\"")
                        .hours("uava-helpline"))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-25, 2026-12-25T09:59:59Z, false until null next 2026-12-25T10:00:00+00:00",
        "2026-12-28, 2026-12-28T15:59:59Z, true until 2026-12-28T16:00:00+00:00 next 2026-12-29T08:00:00+00:00",
        "2027-03-29, 2027-03-29T08:00:00Z, false until null next 2027-03-29T10:00:00+01:00",
        "2026-10-25, 2026-10-25T00:30:00Z, false until null next 2026-10-25T10:00:00+00:00",
        "2027-03-28, 2027-03-28T00:30:00Z, false until null next 2027-03-28T10:00:00+01:00"
    })
    void the_helpline_keeps_bank_holidays_and_both_clock_changes(String day, String moment, String hours) {
        Caller caller = new Caller(SERVICE.getLocalPort());
        Reply reply = caller.post("{\"area\":\"leicester-leicestershire-rutland\",\"assessedOn\":\"" + day
                + "\",\"answers\":{},\"askedAt\":\"" + moment + "\"}");
        assertThat(reply.json().path("services").path(0).path("openNow").asText() + " until "
                        + reply.json()
                                .path("services")
                                .path(0)
                                .path("openUntil")
                                .asText() + " next "
                        + reply.json()
                                .path("services")
                                .path(0)
                                .path("opensNext")
                                .asText())
                .isEqualTo(hours);
    }

    @Test
    void at_night_the_national_helpline_answers_and_by_day_it_is_not_needed() {
        assertThat(walk(ONE_YES, home("leicester"), "\"askedAt\":\"2026-11-20T03:00:00Z\"")
                        .services())
                .contains("national-helpline");
        assertThat(walk(ONE_YES, home("leicester"), "\"askedAt\":\"2026-11-20T12:00:00Z\"")
                        .services())
                .doesNotContain("national-helpline");
    }

    @ParameterizedTest
    @CsvSource({
        "leicester, locality-city, locality-county",
        "leicestershire, locality-county, locality-city",
        "rutland, locality-county, locality-city"
    })
    void residence_decides_the_lot_from_sixteen_on(String residence, String lot, String other) {
        for (int age : new int[] {16, 34}) {
            assertThat(walk(ONE_YES, home(residence), "\"victim\":{\"age\":" + age + "}")
                            .certain())
                    .contains(lot)
                    .doesNotContain(other);
        }
    }

    @ParameterizedTest
    @CsvSource({"leicester", "leicestershire", "rutland"})
    void under_sixteen_nobody_is_sent_to_a_locality_service(String residence) {
        ServiceWalk reply = walk(ONE_YES, home(residence), "\"victim\":{\"age\":15}");
        assertThat(reply.services()).doesNotContain("locality-city", "locality-county");
        assertThat(reply.gaps()).contains("locality-under-age");
        assertThat(reply.actions()).contains("young-victim-child-safeguarding");
    }

    @Test
    void an_unknown_age_or_home_is_asked_and_not_read_as_no() {
        ServiceWalk reply = walk(ONE_YES);
        assertThat(reply.ask("locality-city")).containsExactly("victim.age", "circumstances.residence");
        assertThat(reply.ask("locality-county")).containsExactly("victim.age", "circumstances.residence");
    }

    @Test
    void somebody_from_elsewhere_is_told_of_their_own_area() {
        ServiceWalk reply = walk(ONE_YES, ADULT, home("derby"));
        assertThat(reply.services()).doesNotContain("locality-city", "locality-county");
        assertThat(reply.gaps()).containsExactly("lives-elsewhere");
    }

    @Test
    void somebody_from_elsewhere_can_be_offered_refuge_here() {
        assertThat(walk(ONE_YES, ADULT, needs("derby")).certain()).contains("refuge-city", "refuge-county");
    }

    @ParameterizedTest
    @CsvSource({"5, leicester", "15, leicestershire", "34, rutland", "90, derby"})
    void the_sexual_violence_service_takes_all_ages_and_the_whole_area(int age, String residence) {
        assertThat(walk(
                                "\"answers\":{\"q16\":\"yes\"}",
                                "\"victim\":{\"age\":" + age + "}",
                                circumstances(residence, "\"needsAccommodation\":false"))
                        .certain())
                .contains("sexual-violence-service", "sarc");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, true, sarc",
        "2026-11-13, true, sarc",
        "2026-11-12, true, uava-helpline",
        "2026-11-19, false, uava-helpline",
        "2026-11-19, null, uava-helpline"
    })
    void the_referral_centre_is_first_within_the_window_and_with_consent(String day, String consent, String first) {
        ServiceWalk reply = walk(
                ONE_YES,
                circumstances("leicester", "\"lastSexualAssaultOn\":\"" + day + "\""),
                "\"support\":{\"consentToExamination\":" + consent + "}");
        assertThat(reply.services()).startsWith(first).contains("sarc");
        assertThat(reply.actions().contains("ask-consent-to-examination")).isEqualTo(consent.equals("null"));
    }

    @Test
    void the_city_has_a_refuge() {
        assertThat(walk(ONE_YES, ADULT, needs("leicester")).certain())
                .contains("refuge-city")
                .doesNotContain("refuge-county", "housing-rutland");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void the_city_has_a_refuge_for_black_and_minority_ethnic_people_who_want_it(String wants, boolean offered) {
        assertThat(walk(ONE_YES, ADULT, needs("leicester"), "\"support\":{\"wantsBmeRefuge\":" + wants + "}")
                        .services()
                        .contains("bme-refuge-city"))
                .isEqualTo(offered);
    }

    @Test
    void whether_that_refuge_is_wanted_is_asked() {
        assertThat(walk(ONE_YES, ADULT, needs("leicester")).ask("bme-refuge-city"))
                .containsExactly("support.wantsBmeRefuge");
    }

    @Test
    void the_dispersed_accommodation_is_not_available_yet_and_that_is_said() {
        ServiceWalk reply = walk(ONE_YES, ADULT, needs("leicester"));
        assertThat(reply.services()).doesNotContain("dispersed-city");
        assertThat(reply.gap("dispersed-city").path("status").asText()).isEqualTo("planned");
    }

    @Test
    void the_county_has_its_own_refuge() {
        assertThat(walk(ONE_YES, ADULT, needs("leicestershire")).certain())
                .contains("refuge-county")
                .doesNotContain("refuge-city", "bme-refuge-city", "housing-rutland");
    }

    @Test
    void rutland_works_through_its_housing_services_and_has_no_refuge() {
        ServiceWalk reply = walk(ONE_YES, ADULT, needs("rutland"));
        assertThat(reply.certain()).contains("housing-rutland").doesNotContain("refuge-city", "refuge-county");
        assertThat(reply.gap("refuge-rutland").path("status").asText()).isEqualTo("none");
    }

    @Test
    void an_unknown_need_for_accommodation_is_asked() {
        ServiceWalk reply = walk(ONE_YES, ADULT, circumstances("leicester", ""));
        assertThat(reply.ask("refuge-city")).containsExactly("circumstances.needsAccommodation");
    }

    @Test
    void a_perpetrator_in_the_city_who_wants_to_change_has_a_voluntary_programme() {
        assertThat(walk(
                                ONE_YES,
                                "\"support\":{\"perpetratorWantsToChange\":true,\"perpetratorResidence\":\"leicester\"}")
                        .certain())
                .contains("change-programme-city");
    }

    @ParameterizedTest
    @CsvSource({"leicestershire", "rutland"})
    void outside_the_city_that_programme_is_not_confirmed(String residence) {
        ServiceWalk reply = walk(
                ONE_YES,
                "\"support\":{\"perpetratorWantsToChange\":true,\"perpetratorResidence\":\"" + residence + "\"}");
        assertThat(reply.services()).doesNotContain("change-programme-city", "change-programme-county");
        assertThat(reply.gap("change-programme-county").path("status").asText()).isEqualTo("not-confirmed");
    }

    @Test
    void no_programme_is_named_where_nobody_knows_that_the_perpetrator_wants_to_change() {
        assertThat(walk(ONE_YES).services()).doesNotContain("change-programme-city");
    }

    @Test
    void a_child_in_the_home_in_the_city_has_a_service() {
        assertThat(walk(ONE_YES, ADULT, home("leicester"), "\"children\":[{\"age\":3,\"livesWith\":\"victim\"}]")
                        .certain())
                .contains("children-city");
    }

    @ParameterizedTest
    @CsvSource({"leicestershire", "rutland"})
    void a_child_outside_the_city_has_none_and_that_is_said(String residence) {
        ServiceWalk reply =
                walk(ONE_YES, ADULT, home(residence), "\"children\":[{\"age\":3,\"livesWith\":\"victim\"}]");
        assertThat(reply.services()).doesNotContain("children-city");
        assertThat(reply.gaps()).containsExactly("children-outside-city");
    }

    @Test
    void the_wider_support_is_for_everybody() {
        assertThat(walk(ONE_YES, ADULT, NO_CHILD, home("rutland")).certain()).contains("wider-support");
    }

    @ParameterizedTest
    @CsvSource({"alcohol", "drugs"})
    void drink_and_drugs_lead_to_a_substance_misuse_offer(String detail) {
        ServiceWalk reply = walk(
                "\"answers\":{\"q21\":{\"answer\":\"yes\",\"details\":[\"" + detail + "\"]}}",
                ADULT,
                home("leicester"));
        assertThat(reply.certain()).contains("substance-misuse-support");
        assertThat(reply.actions()).contains("substance-misuse-offer");
    }

    @ParameterizedTest
    @CsvSource({"emergency-department, true", "maternity, true", "sexual-violence-unit, true", "police, false"})
    void the_setting_of_the_assessor_decides_whether_the_idva_is_on_site(String setting, boolean onSite) {
        assertThat(walk(BAND_OF_14, ADULT, "\"support\":{\"setting\":\"" + setting + "\"}")
                        .actions()
                        .contains("idva-on-site"))
                .isEqualTo(onSite);
    }

    @Test
    void when_the_marac_meets_has_to_be_asked() {
        assertThat(new Caller(SERVICE.getLocalPort())
                        .post("{\"area\":\"leicester-leicestershire-rutland\",\"assessedOn\":\"2026-11-20\","
                                + BAND_OF_14 + "}")
                        .json()
                        .path("marac")
                        .path("meeting")
                        .path("urgency")
                        .asText())
                .isEqualTo("ask");
    }
}
