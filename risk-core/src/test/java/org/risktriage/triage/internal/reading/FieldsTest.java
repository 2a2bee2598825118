package org.risktriage.triage.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.Level;
import org.risktriage.triage.Problem;

/** What each kind of field reads, and what it says where it cannot. */
class FieldsTest {
    private final List<Problem> problems = new ArrayList<>();

    private Fields with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> tree = new HashMap<>();
        tree.put(name, value);
        return Fields.of(tree, "", problems);
    }

    private List<String> found() {
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }

    @Test
    void a_field_is_there_if_it_has_a_value() {
        assertThat(with("a", "x").has("a")).isTrue();
        assertThat(with("a", null).has("a")).isFalse();
        assertThat(with("a", "x").has("b")).isFalse();
    }

    @Test
    void fields_that_were_not_given_read_as_null_without_a_problem() {
        Fields fields = with("a", null);

        assertThat(fields.text("a", 3)).isNull();
        assertThat(fields.flag("a")).isNull();
        assertThat(fields.whole("a", 1, 3)).isNull();
        assertThat(fields.date("a")).isNull();
        assertThat(fields.code("a", "unknown-code", Level::of, Level.values())).isNull();
        assertThat(fields.object("a")).isNull();
        assertThat(fields.objects("a", 3)).isNull();
        assertThat(fields.texts("a", 3, 3)).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_text_as_long_as_allowed_is_read_and_a_longer_one_is_refused() {
        assertThat(with("a", "xyz").text("a", 3)).isEqualTo("xyz");
        assertThat(problems).isEmpty();
        assertThat(with("a", "wxyz").text("a", 3)).isNull();
        assertThat(with("a", 7).text("a", 3)).isNull();
        assertThat(found()).containsExactly("/a too-long", "/a wrong-type");
    }

    @Test
    void true_and_false_are_read_and_nothing_else() {
        assertThat(with("a", true).flag("a")).isTrue();
        assertThat(with("a", false).flag("a")).isFalse();
        assertThat(problems).isEmpty();
        assertThat(with("a", "true").flag("a")).isNull();
        assertThat(found()).containsExactly("/a wrong-type");
    }

    @Test
    void whole_numbers_from_the_least_to_the_most_are_read() {
        assertThat(with("a", 1).whole("a", 1, 3)).isEqualTo(1);
        assertThat(with("a", 3L).whole("a", 1, 3)).isEqualTo(3);
        assertThat(problems).isEmpty();
        assertThat(with("a", 0).whole("a", 1, 3)).isNull();
        assertThat(with("a", 4).whole("a", 1, 3)).isNull();
        assertThat(with("a", 2.0).whole("a", 1, 3)).isNull();
        assertThat(with("a", "2").whole("a", 1, 3)).isNull();
        assertThat(found()).containsExactly("/a out-of-range", "/a out-of-range", "/a out-of-range", "/a wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2199-12-31", "2026-09-30", "2024-02-29"})
    void a_calendar_day_is_read(String day) {
        assertThat(with("a", day).date("a")).isEqualTo(LocalDate.parse(day));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2200-01-01",
                "2026-00-10",
                "2026-10-00",
                "2026-13-01",
                "2026-02-29",
                "2026-1-011",
                "2026/10-11",
                "2026-10/11",
                "2026-10-1",
                "2026-10-111",
                "202/-10-11",
                "202:-10-11",
                "2026-0:-11",
                "2026-1/-11",
                "2026-10-1:",
                ""
            })
    void what_is_no_calendar_day_of_these_three_centuries_is_refused(String day) {
        assertThat(with("a", day).date("a")).isNull();
        assertThat(found()).containsExactly("/a bad-date");
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, 0", "2199-12-31, 0", "1899-12-31, 1", "2200-01-01, 1"})
    void a_day_that_no_text_was_read_for_has_the_same_bounds(LocalDate day, int count) {
        Fields.checkYear(day, "/a", problems);

        assertThat(problems).hasSize(count);
    }

    @Test
    void a_code_is_read_and_the_message_on_any_other_names_all() {
        assertThat(with("a", "high").code("a", "unknown-code", Level::of, Level.values()))
                .isEqualTo(Level.HIGH);
        assertThat(problems).isEmpty();
        assertThat(with("a", "low").code("a", "unknown-code", Level::of, Level.values()))
                .isNull();
        assertThat(problems)
                .containsExactly(
                        new Problem("/a", "unknown-code", "One of these is needed here: standard, medium, high."));
    }

    @Test
    void a_list_as_long_as_allowed_is_read_and_a_longer_one_is_refused() {
        assertThat(with("a", List.of("x", "yz")).texts("a", 2, 2)).containsExactly("x", "yz");
        assertThat(with("a", List.of(Map.of("b", "x"))).objects("a", 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text("b", 1)).isEqualTo("x"));
        assertThat(problems).isEmpty();
        assertThat(with("a", List.of("x", "y", "z")).texts("a", 2, 2)).isNull();
        assertThat(with("a", List.of(Map.of(), Map.of())).objects("a", 1)).isNull();
        assertThat(with("a", "x").texts("a", 2, 2)).isNull();
        assertThat(with("a", "x").objects("a", 2)).isNull();
        assertThat(found()).containsExactly("/a too-many", "/a too-many", "/a wrong-type", "/a wrong-type");
    }

    @Test
    void an_entry_that_is_no_text_or_too_long_is_refused_by_its_place() {
        assertThat(with("a", Arrays.asList("x", "xyz", 7, null)).texts("a", 4, 2))
                .containsExactly("x");
        assertThat(found()).containsExactly("/a/1 wrong-type", "/a/2 wrong-type", "/a/3 wrong-type");
    }

    @Test
    void an_object_within_an_object_has_the_pointer_of_both() {
        Fields inner = with("a", Map.of("b", "xyz")).object("a");

        assertThat(inner).isNotNull().satisfies(fields -> fields.text("b", 2));
        assertThat(found()).containsExactly("/a/b too-long");
    }

    @Test
    void what_is_no_object_is_refused_once() {
        Fields none = Fields.of("x", "/a", problems);
        none.required("b").refuseOthers();

        assertThat(found()).containsExactly("/a wrong-type");
    }

    @Test
    void names_that_are_no_texts_are_refused_and_the_others_are_read() {
        Map<Object, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(7, "seven");
        tree.put("a", "x");
        tree.put("b", null);
        Fields fields = Fields.of(tree, "", problems);

        assertThat(fields.text("a", 3)).isEqualTo("x");
        assertThat(fields.names()).containsExactly("a");
        assertThat(found()).containsExactly(" unknown-field");
    }

    @Test
    void a_field_that_is_required_and_not_given_is_named() {
        assertThat(with("a", "x").required("a", "b")).isNotNull();
        assertThat(problems).containsExactly(new Problem("/b", "required", "b is required."));
    }

    @Test
    void a_field_that_nothing_has_read_is_refused_and_the_message_names_the_others() {
        Fields fields = with("a", "x");
        fields.text("b", 3);
        fields.text("c", 3);
        fields.refuseOthers();

        assertThat(problems)
                .containsExactly(new Problem("/a", "unknown-field", "There is no such field. Allowed here: b, c."));
    }

    @Test
    void fields_that_were_read_are_not_refused() {
        Fields fields = with("a", "x");
        fields.text("a", 3);
        fields.refuseOthers();

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "aA", "aZ", "a0", "a9", "a-b", "a_b", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void what_looks_like_a_name_stands_in_the_pointer(String name) {
        assertThat(with("a", "x").pointerTo(name)).isEqualTo("/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "0a",
                "-a",
                "_a",
                "`",
                "{",
                "a@",
                "a[",
                "a/",
                "a:",
                "a`",
                "a{",
                "a b",
                "a.b",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void what_does_not_look_like_a_name_does_not_stand_in_the_pointer(String name) {
        assertThat(with("a", "x").pointerTo(name)).isEmpty();
    }

    @Test
    void texts_that_stand_twice_are_told_once() {
        assertThat(Fields.repeated(List.of("a", "b", "a", "c", "a"))).containsExactly("a");
        assertThat(Fields.repeated(List.of("a", "b"))).isEmpty();
    }
}
