package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.internal.pack.PackFaults;

/** What is left of a rule file without its comments and texts. A stroke stands for a line's end, a dot for a blank. */
class CodeTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ab, ab",
                "a//b, a...",
                "a//b|c, a...|c",
                "//|c, ..|c",
                "a/*b|c*/d, a...|...d",
                "a/**/b, a....b",
                "/*b*/, .....",
                "a/b, a/b",
                "a\"b\"c, a...c",
                "a'b'c, a...c",
                "\"b\", ...",
                "\"\"c, ..c",
                "\"//\"c, ....c",
                "a\"b\"|c, a...|c",
                "a\"b\"c|\"d\", a...c|...",
            })
    void comments_and_texts_are_blanked_and_everything_keeps_its_place(String text, String code) {
        PackFaults faults = new PackFaults();

        assertThat(Code.of("topic.drl", written(text), faults)).isEqualTo(written(code));
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a|/*b, 2, This comment has no end.",
                "a|/*/, 2, This comment has no end.",
                "a|b\"c, 2, A text in quotation marks ends on the line on which it begins.",
                "\"c|\", 1, A text in quotation marks ends on the line on which it begins.",
                "\"a'|b, 1, A text in quotation marks ends on the line on which it begins.",
            })
    void what_has_no_end_is_a_fault_by_its_line(String text, int line, String fault) {
        PackFaults faults = new PackFaults();

        assertThat(Code.of("topic.drl", written(text), faults)).isNull();
        assertThat(faults.found()).containsExactly("topic.drl, line " + line + ": " + fault);
    }

    private static String written(String text) {
        return text.replace('|', '\n').replace('.', ' ');
    }
}
