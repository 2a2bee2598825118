package org.risktriage.triage;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may hold, and what is said about one that holds anything else. */
class AssessmentReadingTest {
    private static final String DAY = "2026-11-21";
    private static final String SENTINEL = "ZEBRA-7781";
    private static final String NAMELIKE = "Jane Doe Zebra";
    private static RiskTriage triage;

    @BeforeAll
    static void load_the_rules() {
        triage = RiskTriage.bundled();
    }

    @Test
    void a_request_with_every_field_of_the_contract_is_read() {
        assertThatCode(() -> triage.read(everyField())).doesNotThrowAnyException();
    }

    @Test
    void a_request_needs_no_more_than_a_day_and_answers() {
        assertThat(triage.read(request()).answers()).isEmpty();
    }

    @Test
    void missing_fields_are_all_named() {
        assertThat(problems(Map.of())).containsExactlyInAnyOrder("/assessedOn required", "/answers required");
    }

    static Stream<Arguments> unknownFields() {
        return Stream.of(
                Arguments.of("/misspelt", with("misspelt", 1)),
                Arguments.of(
                        "/answers/q2/misspelt", with("answers", Map.of("q2", Map.of("answer", "yes", "misspelt", 1)))),
                Arguments.of("/judgement/misspelt", with("judgement", Map.of("highRisk", false, "misspelt", 1))),
                Arguments.of(
                        "/incidents/0/misspelt", with("incidents", List.of(Map.of("kind", "other", "misspelt", 1)))),
                Arguments.of("/maracs/0/misspelt", with("maracs", List.of(Map.of("referredOn", DAY, "misspelt", 1)))),
                Arguments.of(
                        "/previous/0/misspelt", with("previous", List.of(Map.of("assessedOn", DAY, "misspelt", 1)))),
                Arguments.of("/victim/misspelt", with("victim", Map.of("misspelt", 1))),
                Arguments.of("/perpetrators/0/misspelt", with("perpetrators", List.of(Map.of("misspelt", 1)))),
                Arguments.of("/children/0/misspelt", with("children", List.of(Map.of("misspelt", 1)))),
                Arguments.of("/circumstances/misspelt", with("circumstances", Map.of("misspelt", 1))),
                Arguments.of("/references/misspelt", with("references", Map.of("misspelt", 1))));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("unknownFields")
    void a_field_that_does_not_exist_is_refused_wherever_it_stands(String pointer, Map<String, Object> request) {
        assertThat(problems(request)).containsExactly(pointer + " unknown-field");
    }

    @Test
    void a_field_that_does_not_exist_is_refused_even_if_it_is_null() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(request());
        request.put("misspelt", null);

        assertThat(problems(request)).containsExactly("/misspelt unknown-field");
    }

    @Test
    void the_message_on_a_field_that_does_not_exist_names_those_that_do() {
        assertThat(found(with("victim", Map.of("agee", 30))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("age, pregnant, careAndSupportNeeds"));
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                wrong("area", 7, "/area wrong-type"),
                wrong("instrument", List.of(), "/instrument wrong-type"),
                wrong("answers", List.of("yes"), "/answers wrong-type"),
                wrong("answers", "yes", "/answers wrong-type"),
                wrong("judgement", true, "/judgement wrong-type"),
                wrong("judgement", Map.of("highRisk", "yes"), "/judgement/highRisk wrong-type"),
                wrong("judgement", Map.of("highRisk", 1), "/judgement/highRisk wrong-type"),
                wrong("judgement", Map.of(), "/judgement/highRisk required"),
                wrong("requestedLevel", "severe", "/requestedLevel unknown-code"),
                wrong("requestedLevel", "High", "/requestedLevel unknown-code"),
                wrong("requestedLevel", 3, "/requestedLevel unknown-code"),
                wrong("incidents", Map.of(), "/incidents wrong-type"),
                wrong("incidents", List.of("police"), "/incidents/0 wrong-type"),
                wrong("incidents", List.of(Map.of("on", DAY)), "/incidents/0/kind required"),
                wrong("incidents", List.of(Map.of("kind", "quarrel")), "/incidents/0/kind unknown-code"),
                wrong("incidents", List.of(Map.of("kind", "other", "crime", "no")), "/incidents/0/crime wrong-type"),
                wrong(
                        "incidents",
                        List.of(Map.of("kind", "other", "direction", "both")),
                        "/incidents/0/direction unknown-code"),
                wrong("incidents", List.of(Map.of("kind", "other", "ref", 7)), "/incidents/0/ref wrong-type"),
                wrong("maracs", DAY, "/maracs wrong-type"),
                wrong("maracs", List.of(Map.of()), "/maracs/0/referredOn required"),
                wrong("maracs", List.of(Map.of("referredOn", DAY, "area", 7)), "/maracs/0/area wrong-type"),
                wrong("previous", List.of(Map.of()), "/previous/0/assessedOn required"),
                wrong("previous", List.of(Map.of("assessedOn", DAY, "level", "low")), "/previous/0/level unknown-code"),
                wrong("previous", List.of(Map.of("assessedOn", DAY, "yes", "7")), "/previous/0/yes wrong-type"),
                wrong("previous", List.of(Map.of("assessedOn", DAY, "yes", -1)), "/previous/0/yes out-of-range"),
                wrong("victim", List.of(), "/victim wrong-type"),
                wrong("victim", Map.of("pregnant", "yes"), "/victim/pregnant wrong-type"),
                wrong("victim", Map.of("careAndSupportNeeds", 0), "/victim/careAndSupportNeeds wrong-type"),
                wrong("perpetrators", Map.of("ref", "A"), "/perpetrators wrong-type"),
                wrong("perpetrators", List.of(Map.of("ref", 1)), "/perpetrators/0/ref wrong-type"),
                wrong("perpetrators", List.of(Map.of("serial", "yes")), "/perpetrators/0/serial wrong-type"),
                wrong("perpetrators", List.of(Map.of("relationship", 1)), "/perpetrators/0/relationship wrong-type"),
                wrong("children", 2, "/children wrong-type"),
                wrong("children", List.of(Map.of("livesWith", "aunt")), "/children/0/livesWith unknown-code"),
                wrong("circumstances", List.of(), "/circumstances wrong-type"),
                wrong("circumstances", Map.of("seenAlone", "no"), "/circumstances/seenAlone wrong-type"),
                wrong("circumstances", Map.of("residence", 7), "/circumstances/residence wrong-type"),
                wrong("references", "x", "/references wrong-type"),
                wrong("references", Map.of("case", 7), "/references/case wrong-type"));
    }

    private static Arguments wrong(String name, Object value, String... expected) {
        return Arguments.of(name, value, List.of(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongTypes")
    void a_value_of_the_wrong_kind_is_refused_where_it_stands(String name, Object value, List<String> expected) {
        assertThat(problems(with(name, value))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q25", "q0", "q01", "q", "q1x", "Q1", "q-1", "q100", "question1"})
    void a_question_that_the_instrument_does_not_have_is_refused(String question) {
        assertThat(found(with("answers", Map.of(question, "yes"))))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("unknown-question");
    }

    @Test
    void the_pointer_to_question_25_is_the_one_of_the_contract() {
        assertThat(problems(with("answers", Map.of("q25", "yes")))).containsExactly("/answers/q25 unknown-question");
    }

    static Stream<Object> unknownAnswers() {
        return Stream.of("maybe", "YES", "Yes", "", " yes", "y", true, 1, List.of("yes"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("unknownAnswers")
    void an_answer_that_is_none_of_the_five_states_is_refused(Object answer) {
        assertThat(problems(with("answers", Map.of("q1", answer)))).containsExactly("/answers/q1 unknown-answer");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("unknownAnswers")
    void an_answer_within_an_object_that_is_none_of_the_five_states_is_refused(Object answer) {
        assertThat(problems(with("answers", Map.of("q1", Map.of("answer", answer)))))
                .containsExactly("/answers/q1/answer unknown-answer");
    }

    @Test
    void an_object_without_an_answer_is_refused() {
        assertThat(problems(with("answers", Map.of("q1", Map.of("source", "victim")))))
                .containsExactly("/answers/q1/answer required");
    }

    @Test
    void a_source_that_does_not_exist_is_refused() {
        assertThat(problems(with("answers", Map.of("q1", Map.of("answer", "yes", "source", "neighbour")))))
                .containsExactly("/answers/q1/source unknown-code");
    }

    @Test
    void a_detail_that_the_question_does_not_have_is_refused_by_its_place() {
        assertThat(problems(with(
                        "answers", Map.of("q18", Map.of("answer", "yes", "details", List.of("children", "blade"))))))
                .containsExactly("/answers/q18/details/1 unknown-detail");
    }

    @Test
    void a_detail_on_a_question_without_details_is_refused() {
        assertThat(problems(with("answers", Map.of("q2", Map.of("answer", "yes", "details", List.of("other"))))))
                .containsExactly("/answers/q2/details/0 unknown-detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "dont-know", "declined", "not-asked"})
    void details_go_with_a_yes_only(String answer) {
        assertThat(problems(with("answers", Map.of("q18", Map.of("answer", answer, "details", List.of("children"))))))
                .containsExactly("/answers/q18/details details-without-yes");
    }

    @Test
    void details_that_are_no_list_of_texts_are_refused() {
        assertThat(problems(with(
                        "answers",
                        Map.of(
                                "q18",
                                Map.of("answer", "yes", "details", "children"),
                                "q20",
                                Map.of("answer", "yes", "details", List.of(7))))))
                .containsExactlyInAnyOrder("/answers/q18/details wrong-type", "/answers/q20/details/0 wrong-type");
    }

    static Stream<Object> badDates() {
        return Stream.of(
                "2026-02-30",
                "2025-02-29",
                "2026-2-3",
                "2026-13-01",
                "2026-00-10",
                "2026-11-00",
                "20261121",
                "21/11/2026",
                "2026-11-21T00:00:00Z",
                "2026-11-21 ",
                "",
                "today",
                "+2026-11-2",
                "-026-11-21",
                "0026-11-21",
                "２０２６-11-21",
                20261121,
                1_795_219_200_000L,
                true,
                List.of(2026, 11, 21));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("badDates")
    void what_is_no_calendar_day_is_refused_as_the_day_of_the_assessment(Object date) {
        assertThat(problems(with("assessedOn", date))).containsExactly("/assessedOn bad-date");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("badDates")
    void what_is_no_calendar_day_is_refused_everywhere_else(Object date) {
        Map<String, Object> request = with("incidents", List.of(Map.of("kind", "other", "on", date)));
        request.put("maracs", List.of(Map.of("referredOn", date), Map.of("referredOn", DAY, "heardOn", date)));
        request.put("previous", List.of(Map.of("assessedOn", date)));
        request.put("circumstances", Map.of("lastSexualAssaultOn", date));

        assertThat(problems(request))
                .containsExactlyInAnyOrder(
                        "/incidents/0/on bad-date",
                        "/maracs/0/referredOn bad-date",
                        "/maracs/1/heardOn bad-date",
                        "/previous/0/assessedOn bad-date",
                        "/circumstances/lastSexualAssaultOn bad-date");
    }

    @Test
    void the_29th_of_february_of_a_leap_year_is_a_day() {
        assertThatCode(() -> triage.read(with("assessedOn", "2024-02-29"))).doesNotThrowAnyException();
    }

    @Test
    void no_day_may_lie_after_the_assessment() {
        String later = "2026-11-22";
        Map<String, Object> request = with("incidents", List.of(Map.of("kind", "other", "on", later)));
        request.put("maracs", List.of(Map.of("referredOn", later), Map.of("referredOn", DAY, "heardOn", later)));
        request.put("previous", List.of(Map.of("assessedOn", later)));
        request.put("circumstances", Map.of("lastSexualAssaultOn", later));

        assertThat(problems(request))
                .containsExactlyInAnyOrder(
                        "/incidents/0/on future-date",
                        "/maracs/0/referredOn future-date",
                        "/maracs/1/heardOn future-date",
                        "/previous/0/assessedOn future-date",
                        "/circumstances/lastSexualAssaultOn future-date");
    }

    @Test
    void the_day_of_the_assessment_itself_is_not_the_future() {
        Map<String, Object> request = with("incidents", List.of(Map.of("kind", "other", "on", DAY)));
        request.put("maracs", List.of(Map.of("referredOn", DAY, "heardOn", DAY)));

        assertThatCode(() -> triage.read(request)).doesNotThrowAnyException();
    }

    @Test
    void a_case_is_not_heard_before_it_is_referred() {
        assertThat(problems(with("maracs", List.of(Map.of("referredOn", "2026-02-02", "heardOn", "2026-02-01")))))
                .containsExactly("/maracs/0/heardOn bad-order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_judgement_of_high_risk_needs_reasons_in_words(String blank) {
        assertThat(problems(with("judgement", Map.of("highRisk", true, "rationale", blank))))
                .containsExactly("/judgement/rationale rationale-required");
    }

    @Test
    void a_judgement_of_high_risk_without_any_reasons_is_refused() {
        assertThat(problems(with("judgement", Map.of("highRisk", true))))
                .containsExactly("/judgement/rationale rationale-required");
    }

    @Test
    void a_judgement_that_is_not_of_high_risk_needs_no_reasons() {
        assertThatCode(() -> triage.read(with("judgement", Map.of("highRisk", false))))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> tooLong() {
        String long100 = "x".repeat(101);
        return Stream.of(
                wrong("area", long100, "/area too-long"),
                wrong("instrument", long100, "/instrument too-long"),
                wrong(
                        "judgement",
                        Map.of("highRisk", false, "rationale", "x".repeat(4_001)),
                        "/judgement/rationale too-long"),
                wrong("perpetrators", List.of(Map.of("ref", long100)), "/perpetrators/0/ref too-long"),
                wrong(
                        "perpetrators",
                        List.of(Map.of("relationship", long100)),
                        "/perpetrators/0/relationship too-long"),
                wrong("incidents", List.of(Map.of("kind", "other", "ref", long100)), "/incidents/0/ref too-long"),
                wrong("circumstances", Map.of("residence", long100), "/circumstances/residence too-long"),
                wrong("references", Map.of("agency", long100), "/references/agency too-long"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("tooLong")
    void a_text_over_its_limit_is_refused(String name, Object value, List<String> expected) {
        assertThat(problems(with(name, value))).containsExactlyElementsOf(expected);
    }

    @Test
    void reasons_of_4000_characters_are_allowed() {
        assertThatCode(() -> triage.read(with("judgement", Map.of("highRisk", true, "rationale", "x".repeat(4_000)))))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> tooMany() {
        return Stream.of(
                wrong("incidents", Collections.nCopies(201, Map.of("kind", "other")), "/incidents too-many"),
                wrong("maracs", Collections.nCopies(51, Map.of("referredOn", DAY)), "/maracs too-many"),
                wrong("previous", Collections.nCopies(51, Map.of("assessedOn", DAY)), "/previous too-many"),
                wrong("perpetrators", Collections.nCopies(21, Map.of("ref", "A")), "/perpetrators too-many"),
                wrong("children", Collections.nCopies(21, Map.of("age", 3)), "/children too-many"),
                wrong("answers", manyAnswers(), "/answers too-many"),
                wrong(
                        "answers",
                        Map.of("q18", Map.of("answer", "yes", "details", Collections.nCopies(21, "children"))),
                        "/answers/q18/details too-many"));
    }

    private static Map<String, String> manyAnswers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 1; i <= 101; i++) {
            answers.put("q" + i, "yes");
        }
        return answers;
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("tooMany")
    void more_entries_than_the_limit_are_refused(String name, Object value, List<String> expected) {
        assertThat(problems(with(name, value))).containsExactlyElementsOf(expected);
    }

    @Test
    void two_hundred_incidents_are_allowed() {
        assertThatCode(() -> triage.assess(
                        triage.read(with("incidents", Collections.nCopies(200, Map.of("kind", "other"))))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_hundred_answers_are_not_too_many() {
        Map<String, String> answers = manyAnswers();
        answers.remove("q101");

        assertThat(problems(with("answers", answers)))
                .hasSize(76)
                .allMatch(problem -> problem.endsWith(" unknown-question"));
    }

    @Test
    void an_answer_that_is_null_is_refused_and_not_dropped() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("q1", null);

        assertThat(found(with("answers", answers)))
                .containsExactly(new Problem(
                        "/answers/q1",
                        "unknown-answer",
                        "One of these is needed here: yes, no, dont-know, declined, not-asked."));
    }

    @Test
    void an_answer_that_is_no_state_is_refused_once() {
        assertThat(problems(with("answers", Map.of("q1", "maybe")))).containsExactly("/answers/q1 unknown-answer");
    }

    @Test
    void the_message_on_a_detail_names_those_of_the_question() {
        assertThat(found(with(
                        "answers",
                        Map.of(
                                "q1", Map.of("answer", "yes", "details", List.of("other")),
                                "q2", Map.of("answer", "yes", "details", List.of("other"))))))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "One of these is needed here: first-injury, medical-attention.",
                        "This question has no details.");
    }

    @Test
    void references_are_kept_as_they_were_given() {
        assertThat(triage.read(everyField()).references())
                .isEqualTo(new Assessment.References("opaque", "opaque", "opaque"));
    }

    @Test
    void two_perpetrators_may_not_share_a_ref() {
        assertThat(problems(with("perpetrators", List.of(Map.of("ref", "A"), Map.of("ref", "B"), Map.of("ref", "A")))))
                .containsExactly("/perpetrators/2/ref duplicate-ref");
    }

    @Test
    void one_of_several_perpetrators_needs_a_ref() {
        assertThat(problems(with("perpetrators", List.of(Map.of("ref", "A"), Map.of("age", 30)))))
                .containsExactly("/perpetrators/1/ref required");
    }

    @Test
    void an_incident_or_a_referral_names_a_perpetrator_who_is_listed() {
        Map<String, Object> request = with("perpetrators", List.of(Map.of("ref", "A")));
        request.put("incidents", List.of(Map.of("kind", "other", "perpetrator", "B")));
        request.put("maracs", List.of(Map.of("referredOn", DAY, "perpetrator", "C")));

        assertThat(problems(request))
                .containsExactlyInAnyOrder(
                        "/incidents/0/perpetrator unknown-perpetrator", "/maracs/0/perpetrator unknown-perpetrator");
    }

    @Test
    void an_incident_names_nobody_where_nobody_is_listed() {
        assertThat(problems(with("incidents", List.of(Map.of("kind", "other", "perpetrator", "A")))))
                .containsExactly("/incidents/0/perpetrator unknown-perpetrator");
    }

    @Test
    void another_instrument_than_the_one_that_is_scored_is_refused() {
        assertThat(problems(with("instrument", "another"))).containsExactly("/instrument instrument-not-scored");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"-1, out-of-range", "131, out-of-range", "999999999, out-of-range"})
    void an_age_out_of_range_is_refused(int age, String code) {
        assertThat(problems(ages(age)))
                .containsExactlyInAnyOrder(
                        "/victim/age " + code, "/perpetrators/0/age " + code, "/children/0/age " + code);
    }

    static Stream<Arguments> agesThatAreNone() {
        return Stream.of(
                Arguments.of(34.0, "out-of-range"),
                Arguments.of(15.9, "out-of-range"),
                Arguments.of(Long.MAX_VALUE, "out-of-range"),
                Arguments.of(Double.NaN, "out-of-range"),
                Arguments.of(new java.math.BigInteger("99999999999999999999"), "out-of-range"),
                Arguments.of("34", "wrong-type"),
                Arguments.of("", "wrong-type"),
                Arguments.of(true, "wrong-type"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("agesThatAreNone")
    void an_age_that_is_no_whole_number_is_refused(Object age, String code) {
        assertThat(problems(ages(age)))
                .containsExactlyInAnyOrder(
                        "/victim/age " + code, "/perpetrators/0/age " + code, "/children/0/age " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 130})
    void the_ends_of_the_range_of_ages_are_allowed(int age) {
        assertThatCode(() -> triage.read(ages(age))).doesNotThrowAnyException();
    }

    private static Map<String, Object> ages(Object age) {
        Map<String, Object> request = with("victim", Map.of("age", age));
        request.put("perpetrators", List.of(Map.of("age", age)));
        request.put("children", List.of(Map.of("age", age)));
        return request;
    }

    @Test
    void a_broken_first_entry_does_not_shift_the_pointers_of_the_second() {
        Map<String, Object> request = with("incidents", List.of("broken", Map.of("kind", "other", "on", "2027-01-01")));
        request.put("maracs", List.of(Map.of(), Map.of("referredOn", "2027-01-01")));
        request.put("previous", List.of(7, Map.of("assessedOn", "2027-01-01")));
        request.put("perpetrators", List.of(Map.of("ref", 7), Map.of("ref", "A"), Map.of("ref", "A")));
        request.put("children", List.of("broken", Map.of("age", 131)));

        assertThat(problems(request))
                .contains(
                        "/incidents/1/on future-date",
                        "/maracs/1/referredOn future-date",
                        "/previous/1/assessedOn future-date",
                        "/perpetrators/2/ref duplicate-ref",
                        "/children/1/age out-of-range");
    }

    @Test
    void problems_of_form_and_of_sense_are_said_at_once() {
        Map<String, Object> request = with(
                "answers",
                Map.of("q25", "yes", "q1", "maybe", "q18", Map.of("answer", "no", "details", List.of("children"))));
        request.put("instrument", "safelives-dash");
        request.put("judgement", Map.of("highRisk", true));
        request.put("victim", Map.of("age", "thirty"));
        request.put("incidents", List.of(Map.of("kind", "quarrel"), Map.of("kind", "other", "on", "2027-01-01")));
        request.put("maracs", List.of(Map.of("referredOn", "2026-02-02", "heardOn", "2026-02-01")));
        request.put("misspelt", 1);

        assertThat(problems(request))
                .containsExactlyInAnyOrder(
                        "/answers/q25 unknown-question",
                        "/answers/q1 unknown-answer",
                        "/answers/q18/details details-without-yes",
                        "/judgement/rationale rationale-required",
                        "/victim/age wrong-type",
                        "/incidents/0/kind unknown-code",
                        "/incidents/1/on future-date",
                        "/maracs/0/heardOn bad-order",
                        "/misspelt unknown-field");
    }

    @Test
    void problems_are_said_even_where_the_day_of_the_assessment_is_missing() {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("answers", Map.of("q25", "yes")));
        request.put("judgement", Map.of("highRisk", true));

        assertThat(problems(request))
                .containsExactlyInAnyOrder(
                        "/assessedOn required",
                        "/answers/q25 unknown-question",
                        "/judgement/rationale rationale-required");
    }

    @Test
    void problems_are_said_even_where_no_rules_were_in_force() {
        Map<String, Object> request = with("assessedOn", "2013-12-31");
        request.put("answers", Map.of("q25", "yes"));

        assertThat(problems(request))
                .containsExactlyInAnyOrder("/assessedOn no-rules-in-force", "/answers/q25 unknown-question");
    }

    @Test
    void the_first_day_on_which_rules_were_in_force_is_allowed() {
        assertThatCode(() -> triage.assess(triage.read(with("assessedOn", "2014-01-01"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_day_before_any_rules_names_the_first_day_on_which_there_were_some() {
        assertThat(found(with("assessedOn", "2013-12-31")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("2014-01-01"));
    }

    @Test
    void null_counts_as_not_given() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(request());
        for (String name : everyField().keySet()) {
            request.putIfAbsent(name, null);
        }
        Assessment read = triage.read(request);

        assertThat(Stream.of(
                                read.area(),
                                read.instrument(),
                                read.judgement(),
                                read.requestedLevel(),
                                read.incidents(),
                                read.maracs(),
                                read.previous(),
                                read.victim(),
                                read.children(),
                                read.circumstances(),
                                read.references())
                        .filter(value -> value != null))
                .isEmpty();
    }

    @Test
    void null_in_a_required_field_counts_as_not_given() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("assessedOn", null);
        request.put("answers", null);

        assertThat(problems(request)).containsExactlyInAnyOrder("/assessedOn required", "/answers required");
    }

    @Test
    void null_within_an_object_counts_as_not_given() {
        Map<String, @Nullable Object> incident = new LinkedHashMap<>();
        incident.put("kind", "ae-attendance");
        for (String name : List.of("on", "crime", "direction", "perpetrator", "ref")) {
            incident.put(name, null);
        }

        assertThat(triage.read(with("incidents", List.of(incident))).incidents())
                .containsExactly(
                        new Assessment.Incident(null, IncidentKind.AE_ATTENDANCE, null, Direction.SAME, null, null));
    }

    @Test
    void a_list_left_out_is_not_the_same_as_an_empty_list() {
        assertThat(triage.read(request()).incidents()).isNull();
        assertThat(triage.read(with("incidents", List.of())).incidents()).isEmpty();
    }

    static Stream<@Nullable Object> noObjects() {
        return Stream.of(List.of(), List.of(Map.of()), "text", "", 7, 7.5, true, null);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("noObjects")
    void what_is_no_object_is_refused(@Nullable Object tree) {
        assertThat(problems(tree)).contains(" wrong-type");
    }

    @Test
    void an_entry_that_is_null_is_refused() {
        assertThat(problems(with("incidents", Arrays.asList((Object) null)))).contains("/incidents/0 wrong-type");
    }

    @Test
    void a_name_that_is_no_text_is_refused() {
        Map<Object, Object> request = new LinkedHashMap<>(request());
        request.put(7, "x");

        assertThat(found(request)).singleElement().extracting(Problem::code).isEqualTo("unknown-field");
    }

    @Test
    void an_area_that_is_not_here_is_refused_with_the_areas_that_are() {
        UnknownRulesException refused =
                catchThrowableOfType(UnknownRulesException.class, () -> triage.read(with("area", SENTINEL)));

        assertThat(refused.known())
                .contains("england-wales")
                .isEqualTo(triage.areas().stream().map(Area::id).toList());
    }

    @Test
    void the_refusal_of_an_area_that_is_not_here_does_not_repeat_it() {
        assertThatThrownBy(() -> triage.read(with("area", SENTINEL)))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessageContaining("england-wales")
                .hasMessageNotContaining(SENTINEL);
    }

    @Test
    void an_assessment_built_in_java_is_checked_as_well() {
        Assessment assessment = Assessment.builder()
                .assessedOn(java.time.LocalDate.of(2026, 11, 21))
                .answer("q25", Answer.YES)
                .answer("q1", Answer.NO, "first-injury")
                .judgedHighRisk(" ")
                .build();

        InvalidAssessmentException refused =
                catchThrowableOfType(InvalidAssessmentException.class, () -> triage.assess(assessment));
        assertThat(refused.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "/answers/q25 unknown-question",
                        "/answers/q1/details details-without-yes",
                        "/judgement/rationale rationale-required");
    }

    /** A sentinel in every place that takes a text or a code, in the wrong place for every kind, and as a name. */
    static Stream<Map<String, Object>> sentinels() {
        List<Map<String, Object>> requests = new ArrayList<>();
        for (String sentinel : List.of(SENTINEL, NAMELIKE, "020 7946 0000 " + SENTINEL, SENTINEL + "@example.org")) {
            List<Object> wrong =
                    List.of(sentinel, List.of(sentinel), Map.of(sentinel, sentinel), List.of(Map.of(sentinel, 1)));
            for (Object value : wrong) {
                for (String name : everyField().keySet()) {
                    if (!name.equals("area")) {
                        requests.add(with(name, value));
                    }
                }
                requests.add(with("area", List.of(value)));
                requests.add(with("answers", Map.of("q1", value, "q18", Map.of("answer", value))));
                requests.add(
                        with("answers", Map.of("q18", Map.of("answer", "yes", "details", value, "source", value))));
                requests.add(with("answers", Map.of("q18", Map.of("answer", "yes", "details", List.of(value)))));
            }
            requests.add(with(sentinel, 1));
            requests.add(with("answers", Map.of(sentinel, "yes")));
            requests.add(with("answers", Map.of(sentinel, sentinel)));
            requests.add(with("answers", Map.of(sentinel, Map.of("answer", sentinel, sentinel, sentinel))));
            everyField().forEach((name, value) -> {
                if (value instanceof Map<?, ?> object && !name.equals("answers")) {
                    object.keySet().forEach(field -> requests.add(with(name, replaced(object, field, sentinel))));
                    requests.add(with(name, replaced(object, sentinel, sentinel)));
                }
                if (value instanceof List<?> list && list.get(0) instanceof Map<?, ?> object) {
                    object.keySet()
                            .forEach(field -> requests.add(with(
                                    name, List.of(replaced(object, field, sentinel), sentinel, List.of(sentinel)))));
                    requests.add(with(name, List.of(replaced(object, sentinel, sentinel))));
                }
            });
        }
        return requests.stream();
    }

    private static Map<Object, Object> replaced(Map<?, ?> object, Object field, Object value) {
        Map<Object, Object> copy = new LinkedHashMap<>(object);
        copy.put(field, value);
        return copy;
    }

    @Test
    void no_problem_and_no_exception_repeats_a_submitted_value() {
        List<String> repeating = new ArrayList<>();
        sentinels().forEach(request -> {
            try {
                triage.assess(triage.read(request));
            } catch (InvalidAssessmentException e) {
                String said = e + " " + e.problems();
                if (said.contains("ZEBRA") || said.contains("Zebra") || said.contains("7946")) {
                    repeating.add(request + " -> " + said);
                }
            }
        });

        assertThat(repeating).isEmpty();
    }

    @Test
    void nearly_every_request_with_a_sentinel_is_refused_so_that_the_test_above_means_something() {
        long refused = sentinels()
                .filter(request -> !problemsOrNone(request).isEmpty())
                .count();

        assertThat(refused).isGreaterThan(350);
    }

    private static List<String> problemsOrNone(Object tree) {
        try {
            triage.read(tree);
            return List.of();
        } catch (InvalidAssessmentException e) {
            return shown(e);
        }
    }

    private static List<Problem> found(Object tree) {
        return catchThrowableOfType(InvalidAssessmentException.class, () -> triage.read(tree))
                .problems();
    }

    private static List<String> problems(@Nullable Object tree) {
        return shown(catchThrowableOfType(InvalidAssessmentException.class, () -> triage.read(tree)));
    }

    private static List<String> shown(InvalidAssessmentException refused) {
        return refused.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }

    private static Map<String, Object> request() {
        return new LinkedHashMap<>(Map.of("assessedOn", DAY, "answers", Map.of()));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> request = request();
        request.put(name, value);
        return request;
    }

    /** Every field of the contract, each with a value that is allowed. */
    private static Map<String, Object> everyField() {
        Map<String, Object> request = with("answers", Map.of("q1", "yes", "q18", Map.of("answer", "yes")));
        request.put("area", "england-wales");
        request.put("instrument", "safelives-dash");
        request.put("judgement", Map.of("highRisk", true, "rationale", "Made-up reasons."));
        request.put("requestedLevel", "medium");
        request.put(
                "incidents",
                List.of(Map.of(
                        "on",
                        "2026-03-01",
                        "kind",
                        "police-callout",
                        "crime",
                        false,
                        "direction",
                        "same",
                        "perpetrator",
                        "A",
                        "ref",
                        "log-1")));
        request.put(
                "maracs",
                List.of(Map.of(
                        "referredOn",
                        "2026-01-10",
                        "heardOn",
                        "2026-01-21",
                        "area",
                        "england-wales",
                        "perpetrator",
                        "A")));
        request.put("previous", List.of(Map.of("assessedOn", "2026-08-02", "level", "high", "yes", 15)));
        request.put("victim", Map.of("age", 34, "pregnant", false, "careAndSupportNeeds", false));
        request.put(
                "perpetrators", List.of(Map.of("ref", "A", "age", 36, "serial", true, "relationship", "ex-partner")));
        request.put("children", List.of(Map.of("age", 3, "livesWith", "victim")));
        request.put(
                "circumstances",
                Map.ofEntries(
                        entry("worsening", true),
                        entry("honourBasedAbuse", false),
                        entry("forcedMarriage", false),
                        entry("sexualViolence", false),
                        entry("lastSexualAssaultOn", "2026-11-20"),
                        entry("homicideBelief", false),
                        entry("managerSignOff", true),
                        entry("consentToReferral", true),
                        entry("victimAware", true),
                        entry("perpetratorPresent", false),
                        entry("seenAlone", true),
                        entry("residence", "leicester"),
                        entry("needsAccommodation", false)));
        request.put("references", Map.of("case", "opaque", "subject", "opaque", "agency", "opaque"));
        return request;
    }
}
