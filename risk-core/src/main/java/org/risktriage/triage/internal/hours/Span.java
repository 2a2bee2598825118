package org.risktriage.triage.internal.hours;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A span of opening hours of one day, in minutes from its midnight. It may end on the day after.
 *
 * @param from the first minute, 0 to 1,439
 * @param to the minute at which it ends, more than {@code from}; more than 1,440 where it runs over midnight
 */
record Span(int from, int to) {
    /** Minutes of a day. */
    static final int DAY = 24 * 60;

    /** A whole day. */
    static final Span WHOLE_DAY = new Span(0, DAY);

    /** Where the clock shows an hour twice, the later one opens: nobody is sent to a closed door. */
    ZonedDateTime start(LocalDate day, ZoneId zone) {
        return at(day, from, zone).withLaterOffsetAtOverlap();
    }

    /** Where the clock shows an hour twice, the earlier one closes. */
    ZonedDateTime end(LocalDate day, ZoneId zone) {
        return at(day, to, zone).withEarlierOffsetAtOverlap();
    }

    private static ZonedDateTime at(LocalDate day, int minute, ZoneId zone) {
        return day.plusDays(minute / DAY).atTime(minute % DAY / 60, minute % 60).atZone(zone);
    }

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** The same span seen from the day before or after. */
    Span moved(int days) {
        return new Span(from + days * DAY, to + days * DAY);
    }
}
