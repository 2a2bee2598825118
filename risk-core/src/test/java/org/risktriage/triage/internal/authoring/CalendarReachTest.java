package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackReader;

/** The build warns a year before the bank holidays run out. */
class CalendarReachTest {
    private static final Content BUNDLED = Content.bundled();

    private static List<String> warnings(LocalDate today) {
        return CalendarReach.warnings(PackReader.read(List.of(BUNDLED)).all(), BUNDLED, today);
    }

    @Test
    void a_calendar_that_reaches_twelve_months_further_is_no_cause_for_a_warning() {
        assertThat(warnings(LocalDate.of(2027, 12, 31))).isEmpty();
    }

    @Test
    void a_day_later_each_calendar_in_use_is_named() {
        assertThat(warnings(LocalDate.of(2028, 1, 1)))
                .containsExactly(
                        "The bank holidays of calendars/england-and-wales.csv end on 2028-12-31, less than 12 months from"
                                + " today: renew the copy.",
                        "The bank holidays of calendars/scotland.csv end on 2028-12-31, less than 12 months from today:"
                                + " renew the copy.");
    }
}
