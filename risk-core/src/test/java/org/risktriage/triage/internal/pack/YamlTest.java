package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Problem;

class YamlTest {

    @Test
    void a_bare_no_is_a_word_and_a_day_is_a_text() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Yaml.read("{q1: no, on: 2026-11-21}", problems)).isEqualTo(Map.of("q1", "no", "on", "2026-11-21"));
        assertThat(problems).isEmpty();
    }

    @Test
    void yaml_nested_twenty_thousand_deep_is_a_fault_and_not_an_overflow() {
        List<Problem> problems = new ArrayList<>();
        Object unused = Yaml.read("[".repeat(20_000), problems);

        assertThat(problems).isNotEmpty();
    }
}
