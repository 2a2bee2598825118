package org.risktriage.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.risktriage.service.Refusals.assertInvalid;
import static org.risktriage.service.Refusals.assertQuiet;
import static org.risktriage.service.Refusals.assertRefused;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a request, the reply is the problem document that is meant for it: never a fault of the server, never a
 * level, and never a word of what was sent.
 */
class RefusalsOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.inDailyUse();

    private static final String DAY = "\"assessedOn\":\"2026-11-20\"";
    private static final String VALID = "{" + DAY + ",\"answers\":{\"q1\":\"yes\"}}";
    private static final String ASSESSMENTS = Caller.ASSESSMENTS;
    private static final int LIMIT = 64 * 1024;

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    /** A request that is valid but for these other fields. */
    private static String with(String fields) {
        return "{" + DAY + ",\"answers\":{}," + fields + "}";
    }

    private static String answers(String fields) {
        return "{" + DAY + ",\"answers\":{" + fields + "}}";
    }

    private static void assertNotJson(Reply reply, int line, int column) {
        assertRefused(
                reply,
                400,
                "not-json",
                "The body is not JSON",
                "The JSON cannot be read at line " + line + ", column " + column + ".");
    }

    private static void assertNotJson(Reply reply) {
        assertQuiet(reply);
        assertThat(reply.json().path("detail").asText()).endsWith(".").doesNotContain("Source", "Exception");
        assertRefused(
                reply,
                400,
                "not-json",
                "The body is not JSON",
                reply.json().path("detail").asText());
    }

    private static void assertWrongCharset(Reply reply) {
        assertRefused(reply, 400, "wrong-charset", "The body is not UTF-8", "JSON is sent in UTF-8.");
    }

    private static void assertTooLarge(Reply reply) {
        assertRefused(
                reply, 413, "body-too-large", "The body is too large", "At most " + LIMIT + " bytes are allowed.");
    }

    private static void assertNotFound(Reply reply, String detail) {
        assertRefused(reply, 404, "not-found", "Not found", detail);
    }

    private static void assertBadRequest(Reply reply) {
        assertRefused(reply, 400, "bad-request", "The request cannot be read", "The request cannot be read.");
    }

    @Nested
    class Of_a_body_that_is_no_document {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\r\n\t "})
        void an_empty_body_is_refused(String body) {
            assertRefused(caller.post(body), 400, "empty-body", "The request has no body", "A JSON object is needed.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"answers\":{\"q1\":\"yes\"}",
                    "{\"answers\":{\"q1\":\"ZEBRA-7781",
                    "{}x",
                    "{} ZEBRA-7781",
                    "{}{}",
                    "{\"answers\":ZEBRA7781}",
                    "{'answers':{}}",
                    "{answers:{}}",
                    "{\"answers\":{},}",
                    "{\"answers\":NaN}",
                    "{\"answers\":+1}",
                    "{\"answers\":01}",
                    "{/* ZEBRA-7781 */}",
                    "<assessment>ZEBRA-7781</assessment>",
                    "q1=yes&q2=no"
                })
        void a_body_that_is_not_json_is_refused(String body) {
            assertNotJson(caller.post(body));
        }

        @Test
        void the_place_of_a_fault_is_named_by_line_and_column() {
            assertNotJson(caller.post("{\n  \"answers\": {\n    \"q1\": yes\n  }\n}"), 3, 11);
        }

        @Test
        void two_documents_are_refused() {
            assertNotJson(caller.post(VALID + "\n" + VALID));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"assessedOn\":\"2026-11-20\",\"assessedOn\":\"2026-11-20\",\"answers\":{}}",
                    "{\"assessedOn\":\"2026-11-20\",\"answers\":{},\"answers\":{\"q1\":\"yes\"}}"
                })
        void a_key_that_stands_twice_at_the_top_is_refused(String body) {
            Reply reply = caller.post(body);
            assertRefused(
                    reply,
                    400,
                    "duplicate-key",
                    "A key stands twice",
                    reply.json().path("detail").asText());
        }

        @Test
        void an_answer_that_stands_twice_is_refused() {
            assertRefused(
                    caller.post("{\"answers\":{\"q1\":\"yes\",\"q1\":\"no\"}}"),
                    400,
                    "duplicate-key",
                    "A key stands twice",
                    "Each key may stand once in an object at line 1, column 28.");
        }

        @Test
        void an_unknown_key_that_stands_twice_is_refused_without_its_name() {
            assertRefused(
                    caller.post("{\"ZEBRA-7781\":1,\"ZEBRA-7781\":2}"),
                    400,
                    "duplicate-key",
                    "A key stands twice",
                    "Each key may stand once in an object at line 1, column 29.");
        }

        @ParameterizedTest
        @CsvSource({"[,]", "{\"a\":,}"})
        void seventeen_lists_or_objects_within_each_other_are_too_deep(String open, String close) {
            assertRefused(
                    caller.post(open.repeat(17) + "1" + close.repeat(17)),
                    400,
                    "too-deep",
                    "The body is too deep",
                    "Objects and lists may lie at most 16 deep within each other.");
        }

        @Test
        void sixteen_within_each_other_are_read() {
            assertInvalid(caller.post("[".repeat(16) + "]".repeat(16)), " wrong-type");
        }

        @Test
        void sixty_thousand_within_each_other_are_too_deep() {
            assertRefused(
                    caller.post("[".repeat(60_000)),
                    400,
                    "too-deep",
                    "The body is too deep",
                    "Objects and lists may lie at most 16 deep within each other.");
        }

        @Test
        void a_hundred_thousand_within_each_other_are_too_large() {
            assertTooLarge(caller.postBeginning("[".repeat(100_000)));
        }
    }

    @Nested
    class Of_a_body_that_is_too_large {
        private byte[] sized(int size) {
            byte[] body = new byte[size];
            Arrays.fill(body, (byte) ' ');
            byte[] valid = VALID.getBytes(UTF_8);
            System.arraycopy(valid, 0, body, size - valid.length, valid.length);
            return body;
        }

        @Test
        void a_body_of_exactly_the_limit_is_read() {
            assertThat(caller.post(sized(LIMIT)).status()).isEqualTo(200);
        }

        @Test
        void a_body_of_exactly_the_limit_is_read_in_chunks() {
            assertThat(caller.postChunked(sized(LIMIT)).status()).isEqualTo(200);
        }

        @Test
        void one_byte_more_is_refused() {
            assertTooLarge(caller.post(sized(LIMIT + 1)));
        }

        @Test
        void one_byte_more_is_refused_in_chunks() {
            assertTooLarge(caller.postChunked(sized(LIMIT + 1)));
        }

        @Test
        void ten_megabytes_are_refused_before_they_have_arrived() {
            assertTooLarge(caller.postBeginning(" ".repeat(10_000_000)));
        }

        @Test
        void a_text_of_a_million_characters_is_refused() {
            assertTooLarge(caller.postBeginning(with("\"references\":{\"case\":\"" + "Z".repeat(1_000_000) + "\"}")));
        }

        @Test
        void the_service_answers_others_after_that() {
            assertTooLarge(caller.postBeginning(" ".repeat(10_000_000)));
            assertThat(caller.post(VALID).status()).isEqualTo(200);
        }
    }

    @Nested
    class Of_a_body_in_another_form {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "application/problem+json",
                    "application/x-ndjson",
                    "multipart/form-data; boundary=ZEBRA-7781",
                    "text/ZEBRA-7781",
                    "*/*"
                })
        void another_type_is_refused(String type) {
            assertRefused(
                    caller.postWith(VALID, "Content-Type", type),
                    415,
                    "not-json-type",
                    "The body has to be application/json",
                    "Send Content-Type: application/json.");
        }

        @Test
        void a_body_without_a_type_is_refused() {
            assertRefused(
                    caller.postWith(VALID),
                    415,
                    "not-json-type",
                    "The body has to be application/json",
                    "Send Content-Type: application/json.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"iso-8859-1", "latin1", "utf-16", "us-ascii", "\"ZEBRA-7781\""})
        void another_character_set_is_refused(String charset) {
            assertWrongCharset(caller.postWith(VALID, "Content-Type", "application/json; charset=" + charset));
        }

        @Test
        void utf_16_is_refused() {
            assertWrongCharset(caller.post(VALID.getBytes(UTF_16BE)));
        }

        @Test
        void little_endian_utf_16_is_refused() {
            assertWrongCharset(caller.post(VALID.getBytes(UTF_16LE)));
        }

        @Test
        void utf_16_with_a_byte_order_mark_is_refused() {
            assertWrongCharset(caller.post(("\ufeff" + VALID).getBytes(UTF_16LE)));
        }

        @Test
        void utf_32_is_refused() {
            byte[] ascii = VALID.getBytes(UTF_8);
            byte[] wide = new byte[ascii.length * 4];
            for (int i = 0; i < ascii.length; i++) {
                wide[4 * i + 3] = ascii[i];
            }
            assertWrongCharset(caller.post(wide));
        }

        @Test
        void text_that_is_not_utf_8_is_refused() {
            assertWrongCharset(caller.post(
                    with("\"references\":{\"case\":\"\u00e9\u00e8\"}").getBytes(ISO_8859_1)));
        }

        @Test
        void half_a_character_at_the_end_is_refused() {
            assertWrongCharset(caller.post("{\"\u00c3".getBytes(ISO_8859_1)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"answers\":{\"q1\":\"y\u0000es\"}}", "{} \u0000"})
        void a_nul_byte_is_refused(String body) {
            assertNotJson(caller.post(body));
        }

        @Test
        void nul_bytes_alone_are_refused() {
            assertWrongCharset(caller.post(new byte[100]));
        }
    }

    @Nested
    class Of_a_document_that_is_no_object {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "true",
                    "[]",
                    "[{}]",
                    "\"ZEBRA-7781\"",
                    "7781",
                    "-0.0",
                    "1e999",
                    "12345678901234567890"
                })
        void it_is_refused_as_one_fault(String body) {
            assertInvalid(caller.post(body), " wrong-type");
        }

        @ParameterizedTest
        @ValueSource(ints = {21, 400, 60_000})
        void a_number_of_more_than_twenty_digits_is_refused(int digits) {
            assertRefused(
                    caller.post("7".repeat(digits)),
                    400,
                    "not-json",
                    "The body is not JSON",
                    "A text or a number is longer than allowed.");
        }

        @Test
        void a_number_with_a_long_fraction_is_refused() {
            assertNotJson(caller.post(with("\"victim\":{\"age\":0." + "7".repeat(10_000) + "}")));
        }
    }

    @Nested
    class Of_what_a_field_holds {
        private static final String ONE_PERPETRATOR = "\"perpetrators\":[{\"ref\":\"A\"}],";

        static Stream<Arguments> unknownFields() {
            return Stream.of(
                    arguments("", with("\"KEY\":1")),
                    arguments("/answers/q1", answers("\"q1\":{\"answer\":\"yes\",\"KEY\":1}")),
                    arguments("/judgement", with("\"judgement\":{\"highRisk\":false,\"KEY\":1}")),
                    arguments("/incidents/0", with("\"incidents\":[{\"kind\":\"other\",\"KEY\":1}]")),
                    arguments("/maracs/0", with("\"maracs\":[{\"referredOn\":\"2026-01-10\",\"KEY\":1}]")),
                    arguments("/previous/0", with("\"previous\":[{\"assessedOn\":\"2026-01-10\",\"KEY\":1}]")),
                    arguments("/victim", with("\"victim\":{\"KEY\":1}")),
                    arguments("/perpetrators/0", with("\"perpetrators\":[{\"KEY\":1}]")),
                    arguments("/children/0", with("\"children\":[{\"KEY\":1}]")),
                    arguments("/circumstances", with("\"circumstances\":{\"KEY\":1}")),
                    arguments("/references", with("\"references\":{\"KEY\":1}")));
        }

        @ParameterizedTest
        @MethodSource("unknownFields")
        void a_misspelt_field_is_named(String place, String request) {
            assertInvalid(caller.post(request.replace("KEY", "misspelt")), place + "/misspelt unknown-field");
        }

        @ParameterizedTest
        @MethodSource("unknownFields")
        void a_value_in_the_place_of_a_field_is_not_repeated(String place, String request) {
            assertInvalid(caller.post(request.replace("KEY", Caller.SENTINEL)), place + " unknown-field");
        }

        @ParameterizedTest
        @ValueSource(strings = {"KEY/with/slashes", "~0~1", "Jane Doe", "", "\u00e9\u00e8", "__proto__"})
        void a_key_that_looks_like_no_field_is_not_repeated(String key) {
            assertInvalid(caller.post(with("\"" + key + "\":1")), " unknown-field");
        }

        @ParameterizedTest
        @ValueSource(strings = {"q0", "q25", "q99", "question1", "q01"})
        void a_misspelt_question_is_named(String question) {
            assertInvalid(
                    caller.post(answers("\"" + question + "\":\"yes\"")), "/answers/" + question + " unknown-question");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ZEBRA-7781", "Q1", "q1 "})
        void a_question_that_looks_like_none_is_not_repeated(String question) {
            assertInvalid(caller.post(answers("\"" + question + "\":\"yes\"")), "/answers unknown-question");
        }

        static Stream<Arguments> wrongValues() {
            return Stream.of(
                    arguments(with("\"area\":7781"), "/area wrong-type"),
                    arguments(with("\"area\":[\"ZEBRA-7781\"]"), "/area wrong-type"),
                    arguments(with("\"instrument\":true"), "/instrument wrong-type"),
                    arguments(with("\"instrument\":\"ZEBRA-7781\""), "/instrument instrument-not-scored"),
                    arguments("{\"assessedOn\":20261120,\"answers\":{}}", "/assessedOn bad-date"),
                    arguments("{\"assessedOn\":null,\"answers\":{}}", "/assessedOn required"),
                    arguments("{" + DAY + ",\"answers\":null}", "/answers required"),
                    arguments("{" + DAY + ",\"answers\":[\"yes\"]}", "/answers wrong-type"),
                    arguments("{" + DAY + ",\"answers\":\"ZEBRA-7781\"}", "/answers wrong-type"),
                    arguments(answers("\"q1\":true"), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":1"), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":null"), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":[\"yes\"]"), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":\"YES\""), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":\"yes \""), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":\"ZEBRA-7781\""), "/answers/q1 unknown-answer"),
                    arguments(answers("\"q1\":{}"), "/answers/q1/answer required"),
                    arguments(answers("\"q1\":{\"answer\":\"ZEBRA-7781\"}"), "/answers/q1/answer unknown-answer"),
                    arguments(
                            answers("\"q1\":{\"answer\":\"yes\",\"source\":\"ZEBRA-7781\"}"),
                            "/answers/q1/source unknown-code"),
                    arguments(
                            answers("\"q1\":{\"answer\":\"yes\",\"details\":\"first-injury\"}"),
                            "/answers/q1/details wrong-type"),
                    arguments(
                            answers("\"q1\":{\"answer\":\"yes\",\"details\":[7781]}"),
                            "/answers/q1/details/0 wrong-type"),
                    arguments(
                            answers("\"q1\":{\"answer\":\"yes\",\"details\":[\"first-injury\",\"ZEBRA-7781\"]}"),
                            "/answers/q1/details/1 unknown-detail"),
                    arguments(
                            answers("\"q1\":{\"answer\":\"dont-know\",\"details\":[\"first-injury\"]}"),
                            "/answers/q1/details details-without-yes"),
                    arguments(with("\"judgement\":{\"highRisk\":\"ZEBRA-7781\"}"), "/judgement/highRisk wrong-type"),
                    arguments(with("\"judgement\":{}"), "/judgement/highRisk required"),
                    arguments(
                            with("\"judgement\":{\"highRisk\":false,\"rationale\":7781}"),
                            "/judgement/rationale wrong-type"),
                    arguments(
                            with("\"judgement\":{\"highRisk\":false,\"rationale\":\"" + "Z".repeat(4001) + "\"}"),
                            "/judgement/rationale too-long"),
                    arguments(with("\"requestedLevel\":\"ZEBRA-7781\""), "/requestedLevel unknown-code"),
                    arguments(with("\"requestedLevel\":3"), "/requestedLevel unknown-code"),
                    arguments(with("\"incidents\":{}"), "/incidents wrong-type"),
                    arguments(with("\"incidents\":[{\"kind\":\"ZEBRA-7781\"}]"), "/incidents/0/kind unknown-code"),
                    arguments(with("\"incidents\":[{}]"), "/incidents/0/kind required"),
                    arguments(
                            with("\"incidents\":[{\"kind\":\"other\",\"on\":\"ZEBRA-7781\"}]"),
                            "/incidents/0/on bad-date"),
                    arguments(
                            with("\"incidents\":[{\"kind\":\"other\",\"crime\":\"ZEBRA-7781\"}]"),
                            "/incidents/0/crime wrong-type"),
                    arguments(
                            with("\"incidents\":[{\"kind\":\"other\",\"direction\":\"ZEBRA-7781\"}]"),
                            "/incidents/0/direction unknown-code"),
                    arguments(
                            with(ONE_PERPETRATOR
                                    + "\"incidents\":[{\"kind\":\"other\",\"perpetrator\":\"ZEBRA-7781\"}]"),
                            "/incidents/0/perpetrator unknown-perpetrator"),
                    arguments(with("\"incidents\":[{\"kind\":\"other\",\"ref\":7781}]"), "/incidents/0/ref wrong-type"),
                    arguments(
                            with("\"incidents\":[" + "{\"kind\":\"other\"},".repeat(200) + "{\"kind\":\"other\"}]"),
                            "/incidents too-many"),
                    arguments(with("\"maracs\":{}"), "/maracs wrong-type"),
                    arguments(with("\"maracs\":[{}]"), "/maracs/0/referredOn required"),
                    arguments(with("\"maracs\":[{\"referredOn\":\"ZEBRA-7781\"}]"), "/maracs/0/referredOn bad-date"),
                    arguments(
                            with("\"maracs\":[{\"referredOn\":\"2026-01-10\",\"heardOn\":\"ZEBRA-7781\"}]"),
                            "/maracs/0/heardOn bad-date"),
                    arguments(
                            with("\"maracs\":[{\"referredOn\":\"2026-01-10\",\"heardOn\":\"2026-01-09\"}]"),
                            "/maracs/0/heardOn bad-order"),
                    arguments(
                            with("\"maracs\":[{\"referredOn\":\"2026-01-10\",\"area\":7781}]"),
                            "/maracs/0/area wrong-type"),
                    arguments(
                            with("\"maracs\":[{\"referredOn\":\"2026-01-10\",\"perpetrator\":\"ZEBRA-7781\"}]"),
                            "/maracs/0/perpetrator unknown-perpetrator"),
                    arguments(with("\"previous\":\"ZEBRA-7781\""), "/previous wrong-type"),
                    arguments(with("\"previous\":[{}]"), "/previous/0/assessedOn required"),
                    arguments(
                            with("\"previous\":[{\"assessedOn\":\"2026-01-10\",\"level\":\"ZEBRA-7781\"}]"),
                            "/previous/0/level unknown-code"),
                    arguments(
                            with("\"previous\":[{\"assessedOn\":\"2026-01-10\",\"yes\":\"15\"}]"),
                            "/previous/0/yes wrong-type"),
                    arguments(
                            with("\"previous\":[{\"assessedOn\":\"2026-01-10\",\"yes\":-1}]"),
                            "/previous/0/yes out-of-range"),
                    arguments(with("\"victim\":[]"), "/victim wrong-type"),
                    arguments(with("\"victim\":{\"age\":\"ZEBRA-7781\"}"), "/victim/age wrong-type"),
                    arguments(with("\"victim\":{\"age\":34.5}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":34.0}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":-1}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":131}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":4294967330}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":18446744073709551650}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":1e999}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"age\":-1e-999}"), "/victim/age out-of-range"),
                    arguments(with("\"victim\":{\"pregnant\":\"yes\"}"), "/victim/pregnant wrong-type"),
                    arguments(with("\"victim\":{\"careAndSupportNeeds\":0}"), "/victim/careAndSupportNeeds wrong-type"),
                    arguments(with("\"perpetrators\":{\"ref\":\"A\"}"), "/perpetrators wrong-type"),
                    arguments(with("\"perpetrators\":[{\"ref\":7781}]"), "/perpetrators/0/ref wrong-type"),
                    arguments(with("\"perpetrators\":[{\"age\":\"ZEBRA-7781\"}]"), "/perpetrators/0/age wrong-type"),
                    arguments(with("\"perpetrators\":[{\"serial\":1}]"), "/perpetrators/0/serial wrong-type"),
                    arguments(
                            with("\"perpetrators\":[{\"relationship\":\"" + "Z".repeat(101) + "\"}]"),
                            "/perpetrators/0/relationship too-long"),
                    arguments(
                            with("\"perpetrators\":[{\"ref\":\"ZEBRA-7781\"},{\"ref\":\"ZEBRA-7781\"}]"),
                            "/perpetrators/1/ref duplicate-ref"),
                    arguments(with("\"perpetrators\":[{\"ref\":\"ZEBRA-7781\"},{}]"), "/perpetrators/1/ref required"),
                    arguments(with("\"children\":[{\"age\":\"three\"}]"), "/children/0/age wrong-type"),
                    arguments(
                            with("\"children\":[{\"livesWith\":\"ZEBRA-7781\"}]"),
                            "/children/0/livesWith unknown-code"),
                    arguments(with("\"children\":[" + "{},".repeat(20) + "{}]"), "/children too-many"),
                    arguments(with("\"circumstances\":[]"), "/circumstances wrong-type"),
                    arguments(with("\"circumstances\":{\"residence\":7781}"), "/circumstances/residence wrong-type"),
                    arguments(
                            with("\"circumstances\":{\"lastSexualAssaultOn\":\"ZEBRA-7781\"}"),
                            "/circumstances/lastSexualAssaultOn bad-date"),
                    arguments(with("\"references\":\"ZEBRA-7781\""), "/references wrong-type"),
                    arguments(with("\"references\":{\"case\":7781}"), "/references/case wrong-type"),
                    arguments(
                            with("\"references\":{\"subject\":\"" + "Z".repeat(101) + "\"}"),
                            "/references/subject too-long"),
                    arguments(with("\"references\":{\"agency\":{}}"), "/references/agency wrong-type"));
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource("wrongValues")
        void a_wrong_value_is_named_by_its_field_and_not_repeated(String request, String error) {
            assertInvalid(caller.post(request), error);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "worsening",
                    "honourBasedAbuse",
                    "forcedMarriage",
                    "sexualViolence",
                    "homicideBelief",
                    "managerSignOff",
                    "consentToReferral",
                    "victimAware",
                    "perpetratorPresent",
                    "seenAlone",
                    "needsAccommodation"
                })
        void a_circumstance_is_true_or_false_and_no_word_for_it(String field) {
            assertInvalid(
                    caller.post(with("\"circumstances\":{\"" + field + "\":\"yes\"}")),
                    "/circumstances/" + field + " wrong-type");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-30",
                    "2026-13-01",
                    "2026-00-10",
                    "2025-02-29",
                    "0026-11-20",
                    "20-11-2026",
                    "20/11/2026",
                    "2026-11-20T10:00:00Z",
                    "2026-11-20 ",
                    "2026-W47-5",
                    "\u0662\u0660\u0662\u0666-\u0661\u0661-\u0662\u0660",
                    ""
                })
        void a_day_that_is_none_is_refused(String day) {
            assertInvalid(caller.post("{\"assessedOn\":\"" + day + "\",\"answers\":{}}"), "/assessedOn bad-date");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"incidents\":[{\"kind\":\"other\",\"on\":\"2026-11-21\"}]#/incidents/0/on",
                    "\"maracs\":[{\"referredOn\":\"2026-11-21\"}]#/maracs/0/referredOn",
                    "\"maracs\":[{\"referredOn\":\"2026-11-20\",\"heardOn\":\"2026-11-21\"}]#/maracs/0/heardOn",
                    "\"previous\":[{\"assessedOn\":\"2026-11-21\"}]#/previous/0/assessedOn",
                    "\"circumstances\":{\"lastSexualAssaultOn\":\"2026-11-21\"}#/circumstances/lastSexualAssaultOn"
                })
        void what_is_dated_after_the_assessment_is_refused(String fieldAndPointer) {
            int hash = fieldAndPointer.indexOf('#');
            assertInvalid(
                    caller.post(with(fieldAndPointer.substring(0, hash))),
                    fieldAndPointer.substring(hash + 1) + " future-date");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ",\"rationale\":null", ",\"rationale\":\"\"", ",\"rationale\":\" \\t\\n\""})
        void a_judgement_without_reasons_is_refused(String rationale) {
            assertInvalid(
                    caller.post(with("\"judgement\":{\"highRisk\":true" + rationale + "}")),
                    "/judgement/rationale rationale-required");
        }

        @Test
        void everything_wrong_with_a_half_valid_request_is_said_at_once() {
            assertInvalid(
                    caller.post("{\"assessedOn\":\"2026-02-30\",\"answers\":{\"q1\":\"yes\",\"q2\":\"ZEBRA-7781\","
                            + "\"q25\":\"yes\"},\"judgement\":{\"highRisk\":true},\"victim\":{\"age\":\"34\"},"
                            + "\"incidents\":[{\"kind\":\"other\",\"on\":\"2026-01-01\"},{\"kind\":\"call\"}],"
                            + "\"misspelt\":1}"),
                    "/assessedOn bad-date",
                    "/answers/q2 unknown-answer",
                    "/incidents/1/kind unknown-code",
                    "/victim/age wrong-type",
                    "/misspelt unknown-field",
                    "/answers/q25 unknown-question",
                    "/judgement/rationale rationale-required");
        }

        @Test
        void a_judgement_that_is_no_object_is_refused_as_one_fault() {
            assertInvalid(caller.post(with("\"judgement\":\"ZEBRA-7781\"")), "/judgement wrong-type");
        }

        @Test
        void a_message_names_what_is_allowed() {
            assertThat(caller.post(with("\"requestedLevel\":\"ZEBRA-7781\""))
                            .json()
                            .path("errors")
                            .path(0)
                            .path("message")
                            .asText())
                    .isEqualTo("One of these is needed here: standard, medium, high.");
        }
    }

    @Nested
    class Of_the_day_of_an_assessment {
        private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

        private String on(LocalDate day) {
            return "{\"assessedOn\":\"" + day + "\",\"answers\":{}}";
        }

        @Test
        void today_is_answered() {
            assertThat(caller.post(on(today)).status()).isEqualTo(200);
        }

        @Test
        void a_day_after_today_is_refused_in_daily_use() {
            // Two days on, as midnight may pass while this runs.
            assertInvalid(caller.post(on(today.plusDays(2))), "/assessedOn future-date");
        }

        @Test
        void a_day_before_the_first_rules_is_refused() {
            assertInvalid(caller.post(on(LocalDate.of(2013, 12, 31))), "/assessedOn no-rules-in-force");
        }
    }

    @Nested
    class Of_what_is_not_here {
        /** What a list holds, as a refusal names it. */
        private String ids(String path, String list, String version) {
            List<String> ids = new ArrayList<>();
            caller.get(path)
                    .json()
                    .path(list)
                    .forEach(entry -> ids.add(entry.path("id").asText()
                            + (version.isEmpty()
                                    ? ""
                                    : "@" + entry.path(version).asText())));
            return String.join(", ", ids);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ZEBRA-7781", "gotham", "", "../england-wales", "ENGLAND-WALES"})
        void an_unknown_area_is_refused_and_the_known_ones_are_named(String area) {
            assertNotFound(
                    caller.post(with("\"area\":\"" + area + "\"")),
                    "Not found. Known areas: " + ids("/v1/areas", "areas", "") + ".");
        }

        @Test
        void an_unknown_instrument_is_refused_and_the_known_ones_are_named() {
            assertNotFound(
                    caller.get("/v1/instruments/ZEBRA-7781"),
                    "Not found. Known instruments: police-dash, s-dash, safelives-dash, severity-of-abuse, who-antenatal-screen.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ZEBRA-7781/1.0.0", "england-wales/7781", "england-wales/1.0.0%20", "england-wales/latest"})
        void an_unknown_rule_pack_is_refused_and_the_known_ones_are_named(String pack) {
            assertNotFound(
                    caller.get("/v1/rule-packs/" + pack),
                    "Not found. Known rule packs: " + ids("/v1/rule-packs", "rulePacks", "version") + ".");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/ZEBRA-7781",
                    "/v1",
                    "/v1/ZEBRA-7781?case=ZEBRA-7781",
                    "/v1/assessments/ZEBRA-7781",
                    "/v1/assessments/compare/ZEBRA-7781",
                    "/v2/assessments",
                    "/favicon.ico",
                    "/application.wadl"
                })
        void an_unknown_address_is_refused(String path) {
            assertNotFound(caller.get(path), "Not found.");
        }
    }

    @Nested
    class Of_a_method {
        @ParameterizedTest
        @CsvSource({
            "GET, /v1/assessments",
            "PUT, /v1/assessments",
            "PATCH, /v1/assessments",
            "DELETE, /v1/assessments",
            "POST, /v1/areas",
            "DELETE, /v1/rule-packs/england-wales/1.0.0",
            "TRACE, /v1/areas",
            "TRACE, /v1/assessments"
        })
        void a_method_that_an_address_does_not_take_is_refused(String method, String path) {
            assertRefused(
                    caller.call(method, path + "?case=ZEBRA-7781"),
                    405,
                    "method-not-allowed",
                    "This method is not allowed here",
                    "This method is not allowed here.");
        }

        @Test
        void the_reply_names_the_methods_for_assessments() {
            assertThat(caller.call("GET", ASSESSMENTS).header("allow").split(",", -1))
                    .containsExactlyInAnyOrder("POST", "OPTIONS");
        }

        @Test
        void the_reply_names_the_methods_for_what_is_read() {
            assertThat(caller.call("DELETE", "/v1/areas").header("allow").split(",", -1))
                    .contains("GET", "OPTIONS")
                    .doesNotContain("DELETE", "POST");
        }

        @Test
        void options_names_the_methods() {
            Reply reply = caller.call("OPTIONS", ASSESSMENTS);
            assertThat(reply.header("allow").split(",", -1)).containsExactlyInAnyOrder("POST", "OPTIONS");
        }

        @Test
        void head_is_answered_like_get_without_a_body() {
            Reply reply = caller.call("HEAD", "/v1/areas?case=ZEBRA-7781");
            assertThat(reply.status() + reply.body()).isEqualTo("200");
        }

        @Test
        void head_of_assessments_is_refused() {
            assertThat(caller.call("HEAD", ASSESSMENTS).status()).isEqualTo(405);
        }
    }

    @Nested
    class Of_the_form_of_the_reply {
        @ParameterizedTest
        @ValueSource(strings = {"text/html", "application/xml", "image/ZEBRA-7781"})
        void a_reply_in_another_form_is_refused(String accept) {
            assertRefused(
                    caller.get("/v1/areas", "Accept", accept),
                    406,
                    "not-acceptable",
                    "Replies are JSON",
                    "Replies are JSON.");
        }

        @Test
        void an_assessment_is_not_decided_where_the_answer_could_not_be_read() {
            assertRefused(
                    caller.postWith(VALID, "Content-Type", "application/json", "Accept", "text/csv"),
                    406,
                    "not-acceptable",
                    "Replies are JSON",
                    "Replies are JSON.");
        }
    }

    @Nested
    class Of_a_request_that_is_not_http {
        private static final String REST = "Host: 127.0.0.1\r\nX-Case: ZEBRA-7781\r\nConnection: close\r\n";
        private static final String JSON = REST + "Content-Type: application/json\r\n";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/rule-packs/%zz/ZEBRA-7781",
                    "/v1/rule-packs/%/ZEBRA-7781",
                    "/v1/rule-packs/%00/ZEBRA-7781",
                    "/v1/rule-packs/%C0%AF/ZEBRA-7781",
                    "/v1/rule-packs/a%2Fb/ZEBRA-7781",
                    "/v1/rule-packs/a%5Cb/ZEBRA-7781",
                    "/v1/rule-packs/\u00e9\u00ff/ZEBRA-7781",
                    "//v1/areas/ZEBRA-7781"
                })
        void an_address_with_a_bad_encoding_is_refused(String path) {
            assertBadRequest(caller.raw("GET " + path + " HTTP/1.1\r\n" + REST + "\r\n"));
        }

        @Test
        void a_very_long_address_is_refused() {
            assertRefused(
                    caller.raw("GET /v1/areas?case=" + "ZEBRA-7781".repeat(2_000) + " HTTP/1.1\r\n" + REST + "\r\n"),
                    414,
                    "address-too-long",
                    "The address is too long",
                    "The address is too long.");
        }

        @Test
        void a_very_long_header_is_refused() {
            assertRefused(
                    caller.raw(
                            "GET /v1/areas HTTP/1.1\r\n" + REST + "X-Note: " + "ZEBRA-7781".repeat(2_000) + "\r\n\r\n"),
                    431,
                    "headers-too-large",
                    "The headers are too large",
                    "The headers are too large.");
        }

        @Test
        void very_many_headers_are_refused() {
            assertRefused(
                    caller.raw("GET /v1/areas HTTP/1.1\r\n" + REST + "X-Note: ZEBRA-7781\r\n".repeat(2_000) + "\r\n"),
                    431,
                    "headers-too-large",
                    "The headers are too large",
                    "The headers are too large.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\r\n\r\n",
                    "\r\n\r\nhello\r\n\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    "GET /v1/areas HTTP/1.1\r\nConnection: close\r\n\r\n",
                    "GET /v1/areas HTTP/1.1\r\nHost: a\r\nHost: ZEBRA-7781\r\nConnection: close\r\n\r\n",
                    "GET /v1/areas HTTP/1.1\r\nHost: ZEBRA 7781:zz\r\nConnection: close\r\n\r\n",
                    "GET /v1/areas HTTP/1.1\r\n" + REST + "ZEBRA 7781\r\n\r\n",
                    "GET /v1/areas HTTP/1.1\r\n" + REST + "X-Note: ZEBRA\u00007781\r\n\r\n",
                    "CONNECT zebra:80 HTTP/1.1\r\n" + REST + "\r\n"
                })
        void a_request_that_cannot_be_read_is_refused(String request) {
            assertBadRequest(caller.raw(request));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: -2\r\n\r\n{}",
                    "Content-Length: ZEBRA-7781\r\n\r\n{}",
                    "Content-Length: 99999999999999999999\r\n\r\n{}",
                    "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
                    "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                    "Transfer-Encoding: ZEBRA-7781\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                    "Expect: ZEBRA-7781\r\nContent-Length: 2\r\n\r\n{}"
                })
        void a_body_of_doubtful_length_is_refused(String rest) {
            assertBadRequest(caller.raw("POST /v1/assessments HTTP/1.1\r\n" + JSON + rest));
        }

        @Test
        void what_was_read_in_http_1_0_is_answered() {
            assertThat(caller.raw("GET /v1/areas HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
        }

        @Test
        void an_assessment_in_http_1_0_is_answered() {
            assertThat(caller.raw("POST /v1/assessments HTTP/1.0\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + VALID.length() + "\r\n\r\n" + VALID)
                            .status())
                    .isEqualTo(200);
        }
    }
}
