package org.risktriage.triage.internal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How hours are written, and whether somebody is there: over weekends, bank holidays, midnight and both clock changes. */
class OpeningHoursTest {
    private static final LocalDate KNOWN_UNTIL = LocalDate.of(2028, 12, 31);
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
    private static final String CLOSED = "bank holidays closed";
    private static final String USUAL = "bank holidays as usual";

    private static @Nullable Boolean holiday(LocalDate day) {
        return day.isAfter(KNOWN_UNTIL) ? null : HOLIDAYS.contains(day);
    }

    private static List<String> faults(String hours, String exceptions) {
        List<String> faults = new ArrayList<>();
        OpeningHours.read(
                hours, exceptions, fault -> faults.add("hours: " + fault), fault -> faults.add("exceptions: " + fault));
        return faults;
    }

    private static OpeningHours hours(String hours, String exceptions) {
        assertThat(faults(hours, exceptions)).isEmpty();
        return OpeningHours.read(hours, exceptions, fault -> {}, fault -> {});
    }

    private static String at(OpeningHours hours, String moment) {
        Opening opening = hours.at(Instant.parse(moment), OpeningHoursTest::holiday);
        return (opening.now() == null ? "unknown" : opening.now() ? "open" : "closed") + " until "
                + word(opening.until()) + ", next " + word(opening.next());
    }

    private static String word(@Nullable OffsetDateTime time) {
        return time == null ? "-" : Objects.toString(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 09:00-17:00",
                "Mon-Fri 09:00-17:00; Sat 10:00-14:00",
                "Mon,Wed,Fri-Sun 09:00-12:00, 13:00-16:30",
                "Fri-Mon 22:00-02:00",
                "Thu-Sun 16:00-24:00",
                "Thu-Sun 16:00-00:00",
                "Sat-Sun 24h",
                "Mon 00:00-24:00; Tue 00:00-00:01"
            })
    void hours_are_written_as(String written) {
        assertThat(faults(written, CLOSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "24H",
                "Mon-Fri",
                "Mon-Fri 9:00-17:00",
                "Mon-Fri 09:00-25:00",
                "Mon-Fri 09:60-17:00",
                "Mon-Fri 09:00-09:00",
                "Mon-Fri 24:00-09:00",
                "Mon-Fri 09.00-17.00",
                "Mon - Fri 09:00-17:00",
                "Monday 09:00-17:00",
                "mon 09:00-17:00",
                "Mon-Mon 09:00-17:00",
                "Mon-Fri 09:00-17:00;Sat 10:00-14:00",
                "Mon-Fri 09:00-17:00; ",
                "Mon-Fri 09:00-12:00,13:00-17:00",
                "09:00-17:00"
            })
    void malformed_hours_are_refused(String written) {
        assertThat(faults(written, CLOSED))
                .containsExactly("hours: Hours as in Mon-Fri 09:00-17:00; Sat 10:00-12:00, 13:00-16:00 are needed here,"
                        + " or 24h, or not known.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 09:00-17:00; Wed 16:59-20:00",
                "Mon 09:00-12:00, 11:59-13:00",
                "Mon-Fri 22:00-02:00; Sat 01:59-04:00",
                "Sun 22:00-02:00; Mon 01:00-03:00",
                "Mon,Mon 09:00-17:00",
                "Sat 24h; Fri 20:00-00:01"
            })
    void overlapping_hours_are_refused(String written) {
        assertThat(faults(written, CLOSED)).containsExactly("hours: Two spans of hours overlap.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank holidays closed",
                "bank holidays as usual",
                "bank holidays not known",
                "bank holidays 10:00-16:00",
                "bank holidays 10:00-12:00, 13:00-16:00; 2026-12-24 closed; 2026-12-31 09:00-12:00",
                "2026-12-24 24h; bank holidays closed"
            })
    void exceptions_are_written_as(String written) {
        assertThat(faults("Mon-Fri 09:00-17:00", written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank holidays",
                "bank holidays shut",
                "Bank holidays closed",
                "bank holidays closed; 24 December closed",
                "bank holidays closed; 2026-02-30 closed",
                "bank holidays closed; 2026-12-24",
                "bank holidays closed; 2026-12-24 as usual"
            })
    void malformed_exceptions_are_refused(String written) {
        assertThat(faults("Mon-Fri 09:00-17:00", written))
                .anyMatch(fault -> fault.startsWith("exceptions: Exceptions as in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bank holidays closed; bank holidays as usual | Bank holidays are named once.",
                "bank holidays closed; 2026-12-24 closed; 2026-12-24 09:00-12:00 | Each day is named once.",
                "bank holidays 10:00-12:00, 11:00-13:00 | Two spans of hours overlap.",
                "2026-12-24 closed | Say what holds on bank holidays: closed, as usual, not known, or hours."
            })
    void exceptions_that_contradict_each_other_are_refused(String written, String fault) {
        assertThat(faults("Mon-Fri 09:00-17:00", written)).containsExactly("exceptions: " + fault);
    }

    @Test
    void hours_of_a_week_have_to_say_what_holds_on_bank_holidays() {
        assertThat(faults("Mon-Sun 24h", "")).hasSize(1);
        assertThat(faults("24h", "")).isEmpty();
        assertThat(faults("not known", "")).isEmpty();
    }

    @Test
    void hours_that_are_not_known_have_no_exceptions() {
        assertThat(faults("not known", CLOSED))
                .containsExactly("exceptions: Leave this empty where the hours are not known.");
    }

    @Test
    void no_fault_repeats_what_was_written() {
        assertThat(faults("ZEBRA-7781", "bank holidays ZEBRA-7781").toString()).doesNotContain("ZEBRA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // an ordinary week; the 20th is a Friday
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-11-20T08:59:59Z | closed until -, next 2026-11-20T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-11-20T09:00:00Z | open until 2026-11-20T17:00Z, next 2026-11-23T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-11-20T16:59:59Z | open until 2026-11-20T17:00Z, next 2026-11-23T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-11-20T17:00:00Z | closed until -, next 2026-11-23T09:00Z",
                "Mon-Fri 09:00-12:00, 13:00-17:00 | bank holidays closed | 2026-11-20T12:30:00Z | closed until -, next 2026-11-20T13:00Z",
                // spans that meet are one
                "Mon-Fri 09:00-12:00, 12:00-17:00 | bank holidays closed | 2026-11-20T11:00:00Z | open until 2026-11-20T17:00Z, next 2026-11-23T09:00Z",
                "Thu 16:00-24:00; Fri 00:00-02:00 | bank holidays closed | 2026-11-19T23:00:00Z | open until 2026-11-20T02:00Z, next 2026-11-26T16:00Z",
                // over midnight, and from Sunday into Monday
                "Fri 22:00-02:00 | bank holidays closed | 2026-11-21T01:59:59Z | open until 2026-11-21T02:00Z, next 2026-11-27T22:00Z",
                "Fri 22:00-02:00 | bank holidays closed | 2026-11-21T02:00:00Z | closed until -, next 2026-11-27T22:00Z",
                "Sun 22:00-02:00 | bank holidays closed | 2026-11-23T01:00:00Z | open until 2026-11-23T02:00Z, next 2026-11-29T22:00Z",
                // bank holidays: Christmas Day is a Friday, and the 28th stands for Boxing Day
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-12-25T10:00:00Z | closed until -, next 2026-12-29T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays as usual | 2026-12-25T10:00:00Z | open until 2026-12-25T17:00Z, next 2026-12-28T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays 10:00-11:00 | 2026-12-25T09:30:00Z | closed until -, next 2026-12-25T10:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays not known | 2026-12-25T10:00:00Z | unknown until -, next 2026-12-29T09:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays not known | 2026-12-24T18:00:00Z | closed until -, next 2026-12-29T09:00Z",
                "Thu 22:00-02:00 | bank holidays closed | 2026-12-25T01:00:00Z | open until 2026-12-25T02:00Z, next 2026-12-31T22:00Z",
                "Fri 22:00-02:00 | bank holidays not known | 2026-12-26T01:00:00Z | unknown until -, next 2027-01-01T22:00Z",
                "Fri 22:00-02:00 | bank holidays not known | 2026-12-26T02:00:00Z | closed until -, next 2027-01-01T22:00Z",
                "Fri 22:00-02:00 | bank holidays closed | 2026-12-26T01:00:00Z | closed until -, next 2027-01-01T22:00Z",
                // a day of its own stands over a bank holiday
                "Mon-Fri 09:00-17:00 | bank holidays closed; 2026-12-25 12:00-13:00 | 2026-12-25T10:00:00Z | closed until -, next 2026-12-25T12:00Z",
                "Mon-Fri 09:00-17:00 | bank holidays as usual; 2026-12-25 closed | 2026-12-25T10:00:00Z | closed until -, next 2026-12-28T09:00Z",
                // beyond the calendar nothing is known that rests on it
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2029-01-03T10:00:00Z | unknown until -, next -",
                "Mon-Fri 09:00-17:00 | bank holidays as usual | 2029-01-03T10:00:00Z | open until 2029-01-03T17:00Z, next 2029-01-04T09:00Z",
                // summer time
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-07-01T08:00:00Z | open until 2026-07-01T17:00+01:00, next 2026-07-02T09:00+01:00",
                "Mon-Fri 09:00-17:00 | bank holidays closed | 2026-07-01T16:00:00Z | closed until -, next 2026-07-02T09:00+01:00",
                // forward on 28 March 2027 at 01:00: 01:30 is never shown, and is 02:30
                "Sat 22:00-06:00 | bank holidays closed | 2027-03-28T04:59:59Z | open until 2027-03-28T06:00+01:00, next 2027-04-03T22:00+01:00",
                "Sat 22:00-06:00 | bank holidays closed | 2027-03-28T05:00:00Z | closed until -, next 2027-04-03T22:00+01:00",
                "Sun 01:30-05:00 | bank holidays closed | 2027-03-28T01:29:59Z | closed until -, next 2027-03-28T02:30+01:00",
                "Sat-Sun 09:00-12:00 | bank holidays closed | 2027-03-27T13:00:00Z | closed until -, next 2027-03-28T09:00+01:00",
                // back on 25 October 2026 at 02:00: 01:30 is shown twice; the later opens, the earlier closes
                "Sun 01:30-05:00 | bank holidays closed | 2026-10-25T00:30:00Z | closed until -, next 2026-10-25T01:30Z",
                "Sun 01:30-05:00 | bank holidays closed | 2026-10-25T01:30:00Z | open until 2026-10-25T05:00Z, next 2026-11-01T01:30Z",
                "Sat 22:00-01:30 | bank holidays closed | 2026-10-25T00:29:59Z | open until 2026-10-25T01:30+01:00, next 2026-10-31T22:00Z",
                "Sat 22:00-01:30 | bank holidays closed | 2026-10-25T00:30:00Z | closed until -, next 2026-10-31T22:00Z",
                "Sat-Sun 24h | bank holidays closed | 2026-10-25T01:30:00Z | open until 2026-10-26T00:00Z, next 2026-10-31T00:00Z",
                // never closed, and never told
                "24h | '' | 2026-10-25T01:30:00Z | open until -, next -",
                "Mon-Sun 24h | bank holidays as usual | 2026-10-25T01:30:00Z | open until -, next -",
                "24h | 2026-12-25 closed | 2026-12-24T12:00:00Z | open until 2026-12-25T00:00Z, next 2026-12-26T00:00Z",
                "24h | 2026-12-25 closed | 2026-05-01T12:00:00Z | open until -, next -",
                "not known | '' | 2026-10-25T01:30:00Z | unknown until -, next -"
            })
    void at_a_moment_it_is(String week, String exceptions, String moment, String expected) {
        assertThat(at(hours(week, exceptions), moment)).isEqualTo(expected);
    }

    @Test
    void only_what_is_open_at_every_hour_of_every_day_is_always_open() {
        assertThat(hours("24h", "").always()).isTrue();
        assertThat(hours("Mon-Sun 24h", USUAL).always()).isTrue();
        assertThat(hours("Mon-Sun 24h", CLOSED).always()).isFalse();
        assertThat(hours("Mon-Sat 24h", USUAL).always()).isFalse();
        assertThat(hours("24h", "2026-12-25 closed").always()).isFalse();
        assertThat(hours("not known", "").always()).isFalse();
    }
}
