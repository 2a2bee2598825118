package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.Problem;

class YamlTest {

    @Test
    void a_bare_no_is_a_word_and_a_day_is_a_text() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Yaml.read("{q1: no, on: 2026-11-21}", problems)).isEqualTo(Map.of("q1", "no", "on", "2026-11-21"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "? ", "[? ", "{a: "})
    @Timeout(20)
    void yaml_nested_a_hundred_thousand_deep_is_a_fault_and_neither_an_overflow_nor_a_wait(String opening) {
        assertThat(problemsOf(opening.repeat(100_000)))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("Lists and maps may lie at most 32 deep within each other.");
    }

    @Test
    void yaml_is_read_to_a_depth_of_thirty_two() {
        assertThat(problemsOf("[".repeat(32) + "]".repeat(32))).isEmpty();
        assertThat(problemsOf("[".repeat(33) + "]".repeat(33))).isNotEmpty();
    }

    @Test
    void a_number_of_half_a_million_digits_is_a_fault_and_not_a_wait() {
        assertThat(problemsOf("9".repeat(500_000))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ZEBRA+7781: 1, ZEBRA+7781: 2}",
                "*ZEBRA+7781",
                "!ZEBRA+7781 a",
                "!<ZEBRA+7781> a",
                "!!int ZEBRA+7781",
                "%ZEBRA+7781",
                "%TAG !ZEBRA+7781",
            })
    void what_is_no_yaml_is_a_fault_that_repeats_nothing(String text) {
        assertThat(problemsOf(text)).isNotEmpty().asString().doesNotContain("ZEBRA", "7781");
    }

    private static List<Problem> problemsOf(String text) {
        List<Problem> problems = new ArrayList<>();
        Object unused = Yaml.read(text, problems);
        return problems;
    }

    @Test
    void a_fault_is_told_with_its_line_and_column_counted_from_1() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Yaml.read("a: 1\nb: 2\na: 3\n", problems)).isNull();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Line 3, column 1: "));
    }
}
