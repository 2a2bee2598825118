package org.risktriage.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as the same, and what does not. */
class ComparisonTest {
    private static final String REPLY = """
            {"level": {"value": "high", "atMost": null, "because": ["repeat"]}, "score": {"yes": 7},
             "marac": {"refer": true, "criteria": [{"id": "repeat", "status": "met"}, {"id": "other", "status": "not-met"}]},
             "prompts": [{"id": "stalking"}, {"id": "weapon"}],
             "unknowns": [{"question": "q1"}, {"question": "q3"}], "nextQuestions": ["q15", "q14"]}
            """;

    /** Expectations that hold, and a change to each that must not. */
    static Stream<List<String>> expectations() {
        return Stream.of(
                List.of("{'status': 200, 'reply': {'complete': true}}", "complete: expected true, came nothing"),
                List.of(
                        "{'status': 200, 'reply': {'level': {'value': 'standard'}}}",
                        "level.value: expected \"standard\", came \"high\""),
                List.of(
                        "{'status': 200, 'reply': {'level': {'value': null}}}",
                        "level.value: expected null, came \"high\""),
                List.of(
                        "{'status': 200, 'reply': {'level': {'none': null}}}",
                        "level.none: expected null, came nothing"),
                List.of(
                        "{'status': 200, 'reply': {'level': {'because': ['repeat', 'other']}}}",
                        "level.because: expected [\"repeat\",\"other\"], came [\"repeat\"]"),
                List.of("{'status': 200, 'reply': {'score': {'yes': 8}}}", "score.yes: expected 8, came 7"),
                List.of("{'status': 200, 'reply': {'score': 7}}", "score: expected 7, came {\"yes\":7}"),
                List.of(
                        "{'status': 200, 'reply': {'nextQuestions': {'a': 1}}}",
                        "nextQuestions: expected an object, came [\"q15\",\"q14\"]"),
                List.of(
                        "{'status': 200, 'reply': {'score': [{'id': 'a'}]}}",
                        "score: expected a list, came {\"yes\":7}"),
                List.of(
                        "{'status': 200, 'reply': {'marac': {'criteria': [{'id': 'repeat', 'status': 'not-met'}]}}}",
                        "marac.criteria.repeat.status: expected \"not-met\", came \"met\""),
                List.of(
                        "{'status': 200, 'reply': {'prompts': [{'id': 'pregnancy'}]}}",
                        "prompts.pregnancy: expected {\"id\":\"pregnancy\"}, came nothing"),
                List.of(
                        "{'status': 200, 'reply': {}, 'absent': {'prompts': ['pregnancy', 'weapon']}}",
                        "prompts.weapon: expected nothing, came it is there"),
                List.of(
                        "{'status': 200, 'reply': {}, 'absent': {'warnings': ['any']}}",
                        "warnings: expected a list, came nothing"),
                List.of(
                        "{'status': 200, 'reply': {}, 'exactly': {'unknowns': ['q3', 'q1']}}",
                        "unknowns: expected exactly [q3, q1], came [q1, q3]"),
                List.of(
                        "{'status': 200, 'reply': {}, 'exactly': {'unknowns': ['q1']}}",
                        "unknowns: expected exactly [q1], came [q1, q3]"),
                List.of(
                        "{'status': 200, 'reply': {}, 'begins': {'nextQuestions': ['q14']}}",
                        "nextQuestions: expected to begin [q14], came [q15, q14]"),
                List.of(
                        "{'status': 200, 'reply': {}, 'begins': {'nextQuestions': ['q15', 'q14', 'q13']}}",
                        "nextQuestions: expected to begin [q15, q14, q13], came [q15, q14]"),
                List.of("{'status': 422, 'reply': {}}", "status: expected 422, came 200"));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void a_reply_that_is_not_as_expected_is_named(List<String> expectation) throws Exception {
        assertThat(differences(expectation.get(0), new Answer(200, KitJson.MAPPER.readTree(REPLY))))
                .containsExactly(expectation.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'status': 200, 'reply': {}",
                "'status': 200, 'reply': {'level': {'value': 'high', 'atMost': null, 'because': ['repeat']}}",
                "'status': 200, 'reply': {'score': {'yes': 7.0}}",
                "'status': 200, 'reply': {'marac': {'criteria': [{'id': 'other'}, {'id': 'repeat', 'status': 'met'}]}}",
                "'status': 200, 'reply': {}, 'absent': {'prompts': ['pregnancy']}",
                "'status': 200, 'reply': {}, 'exactly': {'unknowns': ['q1', 'q3'], 'nextQuestions': ['q15', 'q14']}",
                "'status': 200, 'reply': {}, 'begins': {'nextQuestions': ['q15']}"
            },
            quoteCharacter = '`')
    void a_reply_that_is_as_expected_is_not(String expectation) throws Exception {
        assertThat(differences("{" + expectation + "}", new Answer(200, KitJson.MAPPER.readTree(REPLY))))
                .isEmpty();
    }

    @Test
    void every_error_of_a_refusal_is_expected_and_in_any_order() throws Exception {
        String expected = "{'status': 422, 'reply': {'code': 'invalid-assessment'}, 'errors':"
                + " [{'pointer': '/a', 'code': 'x'}, {'pointer': '/b', 'code': 'y'}]}";
        String both = "{\"code\": \"invalid-assessment\", \"errors\": [{\"pointer\": \"/b\", \"code\": \"y\"},"
                + " {\"pointer\": \"/a\", \"code\": \"x\", \"message\": \"words\"}]}";
        assertThat(differences(expected, new Answer(422, KitJson.MAPPER.readTree(both))))
                .isEmpty();
        String more = both.replace("\"errors\": [", "\"errors\": [{\"pointer\": \"/c\", \"code\": \"z\"},");
        assertThat(differences(expected, new Answer(422, KitJson.MAPPER.readTree(more))))
                .containsExactly("errors: expected /a x, /b y, came /a x, /b y, /c z");
        assertThat(differences(expected, new Answer(422, KitJson.MAPPER.readTree("{\"code\":\"invalid-assessment\"}"))))
                .containsExactly("errors: expected /a x, /b y, came nothing");
    }

    @Test
    void a_refusal_in_place_of_a_decision_is_named_with_its_errors() throws Exception {
        String refusal = "{\"code\": \"invalid-assessment\", \"errors\": [{\"pointer\": \"/a\", \"code\": \"x\"}]}";
        assertThat(differences("{'status': 200, 'reply': {}}", new Answer(422, KitJson.MAPPER.readTree(refusal))))
                .containsExactly("status: expected 200, came 422 \"invalid-assessment\": /a x");
    }

    @Test
    void a_body_that_is_no_json_is_named() throws Exception {
        assertThat(differences("{'status': 200, 'reply': {}}", new Answer(200, null)))
                .containsExactly("body: expected JSON, came something else");
    }

    @Test
    void what_the_other_side_says_is_short_and_steers_no_terminal() throws Exception {
        String hostile = "{\"level\": {\"value\": \"\\u001b[2J\\u009b31m\\u202e" + "x".repeat(5_000) + "\"}}";
        assertThat(differences(
                        "{'status': 200, 'reply': {'level': {'value': 'high'}}}",
                        new Answer(200, KitJson.MAPPER.readTree(hostile))))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(400).matches("[ -~]*"));
        String errors =
                "{\"code\":\"invalid-assessment\",\"errors\":[{\"pointer\":\"\\u001b[2J\",\"code\":\"\\u0007\"}]}";
        assertThat(differences("{'status': 200, 'reply': {}}", new Answer(422, KitJson.MAPPER.readTree(errors))))
                .singleElement()
                .satisfies(line -> assertThat(line).matches("[ -~]*"));
    }

    private static List<String> differences(String expected, Answer answer) throws JsonProcessingException {
        return Comparison.of(KitJson.MAPPER.readValue(expected.replace('\'', '"'), Expected.class), answer).stream()
                .map(difference ->
                        difference.at() + ": expected " + difference.expected() + ", came " + difference.actual())
                .toList();
    }
}
