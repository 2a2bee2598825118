package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulePack;

class ParameterTableTest {
    private static final String FILE = "rulepacks/made-up/1.0.0/parameters.csv";
    private static final String HEADER = "key,value,from,to,source,confidence,note,allowed\n";
    private static final ParameterTable.Place PLACE = new ParameterTable.Place(
            FILE,
            new PackId("made-up", "1.0.0", ""),
            LocalDate.of(2026, 1, 1),
            Set.of("made-up-source"),
            null,
            key -> false);

    @ParameterizedTest(name = "on {0} the line is {1}")
    @CsvSource({"2026-01-01, 14", "2026-06-30, 14", "2026-07-01, 12", "2027-12-31, 12"})
    void the_value_is_that_of_the_day(LocalDate day, int expected) {
        ParameterTable table = read("""
                line,14,2026-01-01,2026-06-30,made-up-source,I,,1..24
                line,12,2026-07-01,,made-up-source,I,lowered in July,1..24
                """);

        assertThat(table.on(day).number("line")).isEqualTo(expected);
    }

    @Test
    void only_what_has_a_value_on_every_day_of_a_time_is_there_throughout() {
        ParameterTable table = read("""
                always,1,2026-01-01,,made-up-source,I,,1..24
                mended,1,2026-01-01,2026-06-30,made-up-source,I,,1..24
                mended,2,2026-07-01,,made-up-source,I,,1..24
                ends,1,2026-01-01,2026-06-30,made-up-source,I,,1..24
                begins,1,2026-07-01,,made-up-source,I,,1..24
                """);
        LocalDate first = LocalDate.of(2026, 1, 1);

        assertThat(table.keysThroughout(first, null)).containsExactlyInAnyOrder("always", "mended");
        assertThat(table.keysThroughout(first, LocalDate.of(2026, 6, 30)))
                .containsExactlyInAnyOrder("always", "mended", "ends");
        assertThat(table.keysThroughout(first, LocalDate.of(2026, 7, 1))).containsExactlyInAnyOrder("always", "mended");
        assertThat(table.keysThroughout(LocalDate.of(2026, 7, 1), null))
                .containsExactlyInAnyOrder("always", "mended", "begins");
    }

    @Test
    void keys_and_values_as_long_as_allowed_are_read_and_longer_ones_are_faults() {
        String key = "k".repeat(80);
        String value = "v".repeat(1_000);
        String rest = ",2026-01-01,,made-up-source,I,,";
        String words = value + " another\n";

        assertThat(faults(HEADER + key + "," + value + rest + words)).isEmpty();
        assertThat(faults(HEADER + "k" + key + ",v" + value + rest + "v" + words))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("column key", "at most 80 characters."),
                        fault -> assertThat(fault).contains("column value", "at most 1000 characters."));
    }

    @Test
    void the_rows_are_told_in_the_order_of_the_file() {
        assertThat(read("""
                b,1,2026-01-01,,made-up-source,I,a note,1..24
                a,2,2026-01-01,,made-up-source,I,,1..24
                """).rows()).extracting(RulePack.Parameter::key).containsExactly("b", "a");
    }

    @Test
    void what_is_no_table_is_a_fault() {
        assertThat(faults(HEADER + "\"line\"s,14,2026-01-01,,made-up-source,I,\n"))
                .containsExactly(FILE + ": This is not a table of comma-separated values.");
    }

    @Test
    void outside_the_dated_rows_there_is_no_value_and_never_a_default() {
        Policy before =
                read("line,14,2026-01-01,2026-06-30,made-up-source,I,,1..24\n").on(LocalDate.of(2025, 12, 31));

        assertThatThrownBy(() -> before.number("line")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "{0} is a fault in the column {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Line,14,2026-01-01,,made-up-source,I,,1..24           | key",
                "the line,14,2026-01-01,,made-up-source,I,,1..24       | key",
                "line.,14,2026-01-01,,made-up-source,I,,1..24          | key",
                "9line,14,2026-01-01,,made-up-source,I,,1..24          | key",
                ",14,2026-01-01,,made-up-source,I,,1..24               | key",
                "line,,2026-01-01,,made-up-source,I,,1..24             | value",
                "line,14.5,2026-01-01,,made-up-source,I,,1..24         | value",
                "line,>= 14,2026-01-01,,made-up-source,I,,1..24        | value",
                "line,a  b,2026-01-01,,made-up-source,I,,1..24         | value",
                "line,System.exit(1),2026-01-01,,made-up-source,I,,1..24| value",
                "line,14,,,made-up-source,I,,1..24                     | from",
                "line,14,2026-02-30,,made-up-source,I,,1..24           | from",
                "line,14,2026-1-1,,made-up-source,I,,1..24             | from",
                "line,14,2026-01-01,+999999999-12-31,made-up-source,I,,1..24 | to",
                "line,14,-999999999-01-01,,made-up-source,I,,1..24     | from",
                "line,14,2026-01-01,soon,made-up-source,I,,1..24       | to",
                "line,14,2026-01-01,2025-12-31,made-up-source,I,,1..24 | to",
                "line,14,2026-01-01,,hearsay,I,,1..24                  | source",
                "line,14,2026-01-01,,,I,,1..24                         | source",
                "line,14,2026-01-01,,made-up-source,Z,,1..24           | confidence",
                "line,14,2026-01-01,,made-up-source,i,,1..24           | confidence",
                "line,14,2026-01-01,,made-up-source,,,1..24            | confidence",
            })
    void a_wrong_value_is_a_fault_with_row_and_column(String row, String column) {
        assertThat(faults(HEADER + row + "\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", row 2, column " + column + ": "));
    }

    @Test
    void a_key_or_a_value_of_a_hundred_thousand_characters_is_a_fault_and_not_an_overflow() {
        assertThat(faults(HEADER + "a.".repeat(50_000) + "a,14,2026-01-01,,made-up-source,I,,1..24\n"))
                .singleElement()
                .asString()
                .contains("column key");
        assertThat(faults(HEADER + "line," + "a ".repeat(50_000) + "a,2026-01-01,,made-up-source,I,,1..24\n"))
                .singleElement()
                .asString()
                .contains("column value");
    }

    @Test
    void more_rows_than_any_pack_needs_are_a_fault() {
        assertThat(faults(HEADER + "line,14,2026-01-01,,made-up-source,I,\n".repeat(2_000)))
                .contains(FILE + ", row 1002: A table has at most 1000 rows below the first.");
    }

    @Test
    void more_characters_than_any_pack_needs_are_a_fault() {
        assertThat(faults(HEADER + "line,14,2026-01-01,,made-up-source,I," + "a".repeat(600_000)))
                .containsExactly(FILE + ": A table has at most 524288 characters.");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(faults(HEADER + "Line,14.5,soon,later,hearsay,Z,,\nline,14,2026-01-01,,made-up-source,I\nx,y\n"))
                .extracting(fault -> fault.substring(fault.indexOf(", ") + 2, fault.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "row 2, column key",
                        "row 2, column value",
                        "row 2, column from",
                        "row 2, column to",
                        "row 2, column source",
                        "row 2, column confidence",
                        "row 3",
                        "row 4");
    }

    @ParameterizedTest(name = "{0} to {1} and {2} to {3}")
    @CsvSource({
        "2026-01-01, '',         2026-01-01, ''",
        "2026-01-01, '',         2026-07-01, ''",
        "2026-07-01, '',         2026-01-01, ''",
        "2026-01-01, 2026-06-30, 2026-06-30, ''",
        "2026-06-30, '',         2026-01-01, 2026-06-30",
        "2026-01-01, 2026-12-31, 2026-03-01, 2026-04-01",
        "2026-03-01, 2026-04-01, 2026-01-01, 2026-12-31",
    })
    void two_values_for_one_day_are_a_fault(String from, String to, String otherFrom, String otherTo) {
        assertThat(faults(HEADER + row("line", from, to) + row("line", otherFrom, otherTo)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", row 3: line has another value"));
    }

    @Test
    void values_on_days_that_follow_each_other_are_no_fault() {
        assertThat(faults(HEADER + row("line", "2026-01-01", "2026-06-30") + row("line", "2026-07-01", "")))
                .isEmpty();
    }

    @Test
    void two_keys_may_share_their_days() {
        assertThat(faults(HEADER + row("line", "2026-01-01", "") + row("lines", "2026-01-01", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "key,value,from,to,source,confidence\n",
                "key,value,from,to,source,note,confidence\n",
                "Key,Value,From,To,Source,Confidence,Note\n",
                "key;value;from;to;source;confidence;note\n",
                "\uFEFFkey,value,from,to,source,confidence,note\n",
                "line,14,2026-01-01,,made-up-source,I,,1..24\n",
            })
    void another_first_row_is_a_fault_that_says_the_right_one(String text) {
        assertThat(faults(text))
                .containsExactly(FILE + ", row 1: The first row has to be: key,value,from,to,source,confidence,note.");
    }

    @Test
    void an_open_quotation_mark_never_swallows_the_rest_in_silence() {
        assertThat(faults(HEADER + "\"line,14,2026-01-01,,made-up-source,I,,1..24\n" + row("other", "2026-01-01", "")))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith(FILE));
    }

    @Test
    void the_row_is_that_of_the_file_even_after_a_note_of_two_lines() {
        String text = HEADER
                + "line,14,2026-01-01,,made-up-source,I,\"two\nlines\",1..24\nline2,x!,2026-01-01,,made-up-source,I,,1..24\n";

        assertThat(faults(text))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", row 4, column value"));
    }

    private static String row(String key, String from, String to) {
        return key + ",14," + from + "," + to + ",made-up-source,I,,1..24\n";
    }

    private static ParameterTable read(String rows) {
        return ParameterTable.read(HEADER + rows, PLACE, new PackFaults());
    }

    private static List<String> faults(String text) {
        PackFaults faults = new PackFaults();
        ParameterTable.read(text, PLACE, faults);
        return faults.found();
    }
}
