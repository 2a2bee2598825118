package org.risktriage.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.api.ProblemKind;

/** Which bytes are JSON for this service, and what is said of those that are not. */
class StrictJsonTest {
    @Test
    void objects_lists_texts_numbers_and_truth_values_are_read() {
        assertThat(parse("{\"a\":[1,true,null,\"é\"]}"))
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1, true, null, "é")));
    }

    @Test
    void a_body_as_long_as_the_limit_is_read_whole() {
        assertThat(StrictJson.bytes(new ByteArrayInputStream(new byte[] {'1', '2', '3'}), 3))
                .containsExactly('1', '2', '3');
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        assertThat(refusal(() -> StrictJson.bytes(new ByteArrayInputStream(new byte[4]), 3)))
                .extracting(RefusedException::kind, Throwable::getMessage)
                .containsExactly(ProblemKind.BODY_TOO_LARGE, "At most 3 bytes are allowed.");
    }

    @Test
    void a_body_that_breaks_off_is_refused_without_what_the_connection_says() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThat(refusal(() -> StrictJson.bytes(broken, 3)))
                .extracting(RefusedException::kind, Throwable::getMessage)
                .containsExactly(ProblemKind.BAD_REQUEST, "The body did not arrive whole.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r", "\t", " \r\n\t"})
    void nothing_but_white_space_is_an_empty_body(String text) {
        assertThat(refusal(() -> parse(text)).kind()).isEqualTo(ProblemKind.EMPTY_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void another_encoding_than_utf_8_is_refused(String charset) {
        byte[] bytes = "{}".getBytes(java.nio.charset.Charset.forName(charset));

        assertThat(refusal(() -> StrictJson.parse(bytes)).kind()).isEqualTo(ProblemKind.WRONG_CHARSET);
    }

    @Test
    void the_marks_of_other_encodings_are_refused() {
        for (byte[] bytes : List.of(new byte[] {(byte) 0xFE, '1'}, new byte[] {(byte) 0xFF, '1'})) {
            assertThat(refusal(() -> StrictJson.parse(bytes)).kind()).isEqualTo(ProblemKind.WRONG_CHARSET);
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        assertThat(refusal(() -> StrictJson.parse(new byte[] {'"', (byte) 0xC3, '"'}))
                        .kind())
                .isEqualTo(ProblemKind.WRONG_CHARSET);
    }

    @Test
    void one_character_is_enough() {
        assertThat(parse("7")).isEqualTo(7);
    }

    @Test
    void as_deep_as_allowed_is_read_and_one_deeper_is_refused() {
        int deepest = StrictJson.DEEPEST;

        assertThat(parse("[".repeat(deepest) + "]".repeat(deepest))).isNotNull();
        assertThat(refusal(() -> parse("[".repeat(deepest + 1) + "]".repeat(deepest + 1))))
                .extracting(RefusedException::kind, Throwable::getMessage)
                .containsExactly(ProblemKind.TOO_DEEP, "Objects and lists may lie at most 16 deep within each other.");
    }

    @Test
    void a_number_as_long_as_allowed_is_read_and_a_longer_one_is_refused_by_its_place() {
        assertThat(parse("1".repeat(20))).hasToString("1".repeat(20));
        assertThat(refusal(() -> parse("1".repeat(21))))
                .extracting(RefusedException::kind)
                .isEqualTo(ProblemKind.NOT_JSON);
        assertThatThrownBy(() -> parse("1".repeat(21)))
                .hasMessageStartingWith("A text or a number is longer than allowed");
    }

    @Test
    void a_key_that_stands_twice_is_refused_by_its_place() {
        assertThat(refusal(() -> parse("{\"a\":1,\n\"a\":2}")))
                .extracting(RefusedException::kind, Throwable::getMessage)
                .containsExactly(
                        ProblemKind.DUPLICATE_KEY, "Each key may stand once in an object at line 2, column 4.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"a\":}|1|6", "[1,]|1|4", "{} {}|1|4", "nul|1|1"})
    void what_is_no_json_is_refused_by_its_place(String text, int line, int column) {
        assertThat(refusal(() -> parse(text)))
                .extracting(RefusedException::kind, Throwable::getMessage)
                .containsExactly(
                        ProblemKind.NOT_JSON, "The JSON cannot be read at line " + line + ", column " + column + ".");
    }

    private static Object parse(String text) {
        Object tree = StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
        return tree == null ? "null" : tree;
    }

    private static RefusedException refusal(Runnable work) {
        return catchThrowableOfType(RefusedException.class, work::run);
    }
}
