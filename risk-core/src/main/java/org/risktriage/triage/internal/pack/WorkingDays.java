package org.risktriage.triage.internal.pack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.hours.BankHolidays;
import org.risktriage.triage.internal.reading.Fields;

/** The working days of one nation: neither weekends nor its bank holidays. */
public final class WorkingDays implements BankHolidays {
    private static final List<String> COLUMNS = List.of("date", "title", "note");

    private final Set<LocalDate> holidays;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * Creates a calendar.
     *
     * @param holidays the bank holidays of whole years, at least one
     */
    WorkingDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
        int firstYear = holidays.stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        int lastYear = holidays.stream().mapToInt(LocalDate::getYear).max().orElseThrow();
        this.first = LocalDate.of(firstYear, 1, 1);
        this.last = LocalDate.of(lastYear, 12, 31);
    }

    /**
     * Reads a calendar.
     *
     * @param content where the files are
     * @param id id of the calendar, for example {@code england-and-wales}
     * @return the calendar
     * @throws org.risktriage.triage.RulesFaultException naming every fault
     */
    public static WorkingDays read(Content content, String id) {
        String file = "calendars/" + id + ".csv";
        PackFaults faults = new PackFaults();
        Set<LocalDate> holidays = new HashSet<>();
        for (Table.Row row : Table.read(file, content.text(file), COLUMNS, faults)) {
            LocalDate day = Fields.day(row.get("date"));
            if (day == null) {
                faults.add(file, "row " + row.number() + ", column date", Fields.BAD_DATE);
            } else {
                holidays.add(day);
            }
        }
        if (holidays.isEmpty()) {
            faults.add(file, "", "There is no bank holiday in it.");
        }
        faults.refuseIfAny("The calendar " + id);
        return new WorkingDays(holidays);
    }

    /**
     * The day that lies a number of working days after another.
     *
     * @param day the day from which to count, itself not counted
     * @param count how many working days, at least 1
     * @return the day, or null where the calendar does not reach so far: a guess would hide a holiday
     */
    public @Nullable LocalDate after(LocalDate day, int count) {
        LocalDate next = day;
        int left = count;
        while (left > 0) {
            next = next.plusDays(1);
            if (next.isBefore(first) || next.isAfter(last)) {
                return null;
            }
            if (isWorkingDay(next)) {
                left--;
            }
        }
        return next;
    }

    /**
     * The last day that the calendar reaches.
     *
     * @return the last day of its last year
     */
    public LocalDate last() {
        return last;
    }

    @Override
    public @Nullable Boolean isBankHoliday(LocalDate day) {
        return (day.isBefore(first) || day.isAfter(last)) ? null : holidays.contains(day);
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
