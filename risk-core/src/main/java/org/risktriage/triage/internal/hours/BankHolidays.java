package org.risktriage.triage.internal.hours;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The bank holidays of one nation. */
@FunctionalInterface
public interface BankHolidays {
    /**
     * Whether a day is a bank holiday.
     *
     * @param day the day
     * @return null where the calendar does not reach so far
     */
    @Nullable
    Boolean isBankHoliday(LocalDate day);
}
