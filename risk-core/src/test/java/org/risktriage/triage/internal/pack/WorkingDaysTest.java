package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.RulesFaultException;

class WorkingDaysTest {
    private final WorkingDays england = WorkingDays.read(Content.bundled(), "england-and-wales");

    @ParameterizedTest(name = "{1} working day(s) after {0} is {2}")
    @CsvSource({
        // a plain week: Monday to Friday
        "2026-11-16, 1, 2026-11-17",
        "2026-11-16, 4, 2026-11-20",
        // over a weekend, from Friday, Saturday and Sunday
        "2026-11-20, 1, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2026-11-22, 1, 2026-11-23",
        "2026-11-21, 2, 2026-11-24",
        "2026-11-16, 5, 2026-11-23",
        // Christmas 2026: Friday 25 is Christmas Day, Monday 28 stands in for Boxing Day
        "2026-12-23, 1, 2026-12-24",
        "2026-12-24, 1, 2026-12-29",
        "2026-12-24, 2, 2026-12-30",
        "2026-12-25, 1, 2026-12-29",
        "2026-12-27, 1, 2026-12-29",
        // New Year: Friday 1 January 2027
        "2026-12-31, 1, 2027-01-04",
        // Easter 2026: Good Friday is 3 April, Easter Monday 6 April
        "2026-04-02, 1, 2026-04-07",
        "2026-04-02, 2, 2026-04-08",
        "2026-04-05, 1, 2026-04-07",
        // May 2026: Mondays 4 and 25
        "2026-05-01, 1, 2026-05-05",
        "2026-05-22, 2, 2026-05-27",
    })
    void weekends_and_bank_holidays_are_skipped(LocalDate day, int count, LocalDate expected) {
        assertThat(england.after(day, count)).isEqualTo(expected);
    }

    @Test
    void the_day_itself_is_never_counted() {
        assertThat(england.after(LocalDate.of(2026, 11, 18), 1)).isEqualTo(LocalDate.of(2026, 11, 19));
    }

    @Test
    void the_last_working_day_of_the_calendar_is_still_given() {
        assertThat(england.after(LocalDate.of(2028, 12, 28), 1)).isEqualTo(LocalDate.of(2028, 12, 29));
    }

    @Test
    void a_day_beyond_the_calendar_is_not_guessed() {
        assertThat(england.after(LocalDate.of(2028, 12, 29), 1)).isNull();
    }

    @Test
    void a_count_that_runs_over_the_end_of_the_calendar_is_not_guessed() {
        assertThat(england.after(LocalDate.of(2028, 12, 27), 5)).isNull();
    }

    @Test
    void a_day_before_the_calendar_is_not_guessed() {
        assertThat(england.after(LocalDate.of(2018, 6, 1), 1)).isNull();
    }

    @Test
    void the_first_day_of_the_calendar_can_be_reached_from_the_day_before() {
        // 1 January 2019 is a bank holiday, so the 2nd is the first working day.
        assertThat(england.after(LocalDate.of(2018, 12, 31), 1)).isEqualTo(LocalDate.of(2019, 1, 2));
    }

    @Test
    void the_nations_differ_on_the_second_of_january() {
        WorkingDays scotland = WorkingDays.read(Content.bundled(), "scotland");

        assertThat(scotland.after(LocalDate.of(2025, 1, 1), 1)).isEqualTo(LocalDate.of(2025, 1, 3));
        assertThat(england.after(LocalDate.of(2025, 1, 1), 1)).isEqualTo(LocalDate.of(2025, 1, 2));
    }

    @Test
    void the_nations_differ_on_saint_patricks_day() {
        WorkingDays northernIreland = WorkingDays.read(Content.bundled(), "northern-ireland");

        assertThat(northernIreland.after(LocalDate.of(2026, 3, 16), 1)).isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "date,title,note\n", "day,title,note\n2026-12-25,Christmas Day,\n"})
    void a_calendar_without_a_single_holiday_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("calendars/made-up.csv");
    }

    @Test
    void every_wrong_day_is_named_by_its_row_at_once() {
        assertThatThrownBy(() -> read("date,title,note\n2026-12-25,a,\n2026-02-30,b,\n2026-1-1,c,\n2026-12-26\n"))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("calendars/made-up.csv, row 3, column date")
                .hasMessageContaining("calendars/made-up.csv, row 4, column date")
                .hasMessageContaining("calendars/made-up.csv, row 5")
                .hasMessageNotContaining("row 2");
    }

    @Test
    void a_calendar_that_is_not_there_is_a_fault() {
        assertThatThrownBy(() -> WorkingDays.read(Content.bundled(), "atlantis"))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("calendars/atlantis.csv is missing");
    }

    private static WorkingDays read(String text) {
        return WorkingDays.read(ContentInMemory.of(Map.of("calendars/made-up.csv", text)), "made-up");
    }
}
