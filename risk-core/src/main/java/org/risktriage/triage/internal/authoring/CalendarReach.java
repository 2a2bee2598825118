package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.pack.WrittenPack;

/** Warns where the copy of the bank holidays that packs use is about to run out. */
final class CalendarReach {
    /** How far ahead a calendar has to reach. */
    private static final int MONTHS = 12;

    private CalendarReach() {}

    /**
     * What to warn of.
     *
     * @param packs the packs
     * @param content where the calendars are
     * @param today the day of the build
     * @return a line for each calendar that reaches less than twelve months further
     */
    static List<String> warnings(List<WrittenPack> packs, Content content, LocalDate today) {
        TreeSet<String> calendars = new TreeSet<>();
        packs.forEach(pack -> calendars.add(pack.calendar()));
        List<String> warnings = new ArrayList<>();
        for (String calendar : calendars) {
            LocalDate last = WorkingDays.read(content, calendar).last();
            if (last.isBefore(today.plusMonths(MONTHS))) {
                warnings.add("The bank holidays of calendars/" + calendar + ".csv end on " + last + ", less than "
                        + MONTHS + " months from today: renew the copy.");
            }
        }
        return warnings;
    }
}
