package org.risktriage.triage.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.ContentInMemory;

/** What a file of worked cases may hold, and what becomes of it. */
class WorkedCasesReadingTest {
    private static LoadedPack pack;

    @BeforeAll
    static void load_the_rules() {
        pack = PackShelf.bundled().latest(null);
    }

    @Test
    void a_case_has_what_is_shared_and_over_it_what_is_its_own() {
        WorkedCase worked = read("""
                given: {assessedOn: 2026-11-21, area: shared, answers: {q1: yes}}
                cases:
                  - name: one
                    given: {area: own}
                    expect: {level: standard}
                """).get(0);

        assertThat(worked.file()).isEqualTo("made-up.yaml");
        assertThat(worked.name()).isEqualTo("one");
        assertThat(worked.given())
                .isEqualTo(Map.of("assessedOn", "2026-11-21", "area", "own", "answers", Map.of("q1", "yes")));
        assertThat(worked.expect()).isEqualTo(Map.of("level", "standard"));
    }

    @Test
    void a_case_needs_nothing_of_its_own() {
        assertThat(read("""
                given: {answers: {q1: yes}}
                cases:
                  - {name: one, expect: {level: standard}}
                """).get(0).given()).isEqualTo(Map.of("answers", Map.of("q1", "yes")));
    }

    @ParameterizedTest
    @CsvSource({
        "q2..q4, q2 q3 q4",
        "q3..q3, q3",
        "q1..q2, q1 q2",
        "q23..q24, q23 q24",
    })
    void a_run_of_items_is_written_out(String run, String items) {
        Map<String, String> full = new LinkedHashMap<>();
        for (String item : items.split(" ", -1)) {
            full.put(item, "yes");
        }

        assertThat(answers("{" + run + ": yes}")).isEqualTo(full);
    }

    @Test
    void as_many_answers_as_allowed_are_written_out_and_more_stay_so_that_they_are_refused() {
        String most =
                IntStream.rangeClosed(1, 99).mapToObj(i -> "x" + i + ": yes, ").collect(Collectors.joining());

        assertThat(answers("{" + most + "q1..q2: yes}"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsKey("q2");
        assertThat(answers("{" + most + "x100: yes, q1..q2: yes}"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsKey("q1..q2");
    }

    @Test
    void the_rest_is_every_item_that_is_not_named() {
        assertThat(answers("{q2: yes, rest: no}"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .hasSize(24)
                .containsEntry("q1", "no")
                .containsEntry("q2", "yes")
                .containsEntry("q24", "no")
                .doesNotContainKey("rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q4..q2", "q0..q2", "q2..q25", "..q2"})
    void a_run_that_is_none_stays_as_it_is_written_so_that_it_is_refused(String run) {
        assertThat(answers("{" + run + ": yes}")).isEqualTo(Map.of(run, "yes"));
    }

    @Test
    void answers_that_are_no_object_stay_as_they_are_so_that_they_are_refused() {
        assertThat(read("""
                given: {answers: yes}
                cases:
                  - {name: one, expect: {level: standard}}
                """).get(0).given()).isEqualTo(Map.of("answers", "yes"));
    }

    @Test
    void a_file_needs_what_is_shared_and_cases() {
        assertThatThrownBy(() -> read("{}"))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("given is required")
                .hasMessageContaining("cases is required");
    }

    @Test
    void a_case_needs_a_name_and_something_to_expect() {
        assertThatThrownBy(() -> read("""
                given: {}
                cases:
                  - {}
                """))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("/cases/0/name: name is required")
                .hasMessageContaining("/cases/0/expect: expect is required");
    }

    @Test
    void a_field_that_does_not_exist_is_refused_in_the_file_and_in_a_case() {
        assertThatThrownBy(() -> read("""
                given: {}
                shared: {}
                cases:
                  - {name: one, expect: {}, expects: {}}
                """))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("/shared: There is no such field")
                .hasMessageContaining("/cases/0/expects: There is no such field");
    }

    @Test
    void a_file_that_is_no_yaml_is_refused() {
        assertThatThrownBy(() -> read("given: ["))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("cases/made-up.yaml");
    }

    @Test
    void two_cases_of_one_name_are_refused() {
        assertThatThrownBy(() -> read("""
                given: {}
                cases:
                  - {name: one, expect: {}}
                  - {name: one, expect: {}}
                """))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("Each case needs a name of its own");
    }

    private static @Nullable Object answers(String written) {
        return read("""
                given: {answers: %s}
                cases:
                  - {name: one, expect: {level: standard}}
                """.formatted(written)).get(0).given().get("answers");
    }

    private static List<WorkedCase> read(String text) {
        String folder =
                "rulepacks/" + pack.identity().id() + "/" + pack.identity().version() + "/cases/";
        return WorkedCases.of(pack, ContentInMemory.of(Map.of(folder + "made-up.yaml", text)));
    }
}
