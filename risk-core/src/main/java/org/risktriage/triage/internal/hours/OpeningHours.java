package org.risktriage.triage.internal.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The opening hours of a service, in the time that clocks in Great Britain show. A span belongs to the day on which it
 * begins, also where it ends on the next.
 */
public final class OpeningHours {
    /** The time that clocks in Great Britain and Northern Ireland show. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** How far ahead the next opening is looked for. */
    private static final int FARTHEST_DAY = 60;

    /** What holds on bank holidays. */
    enum OnBankHolidays {
        /** The hours of the day of the week. */
        AS_USUAL,
        /** Nobody says. */
        NOT_KNOWN,
        /** Hours of their own, or none. */
        OWN
    }

    /**
     * What is written of the hours.
     *
     * @param known whether hours are known at all
     * @param week spans by day of the week, each day's in order
     * @param onBankHolidays what holds on bank holidays
     * @param bankHolidays the spans of bank holidays, where they have their own
     * @param dates the spans of single days, which stand over everything else
     */
    record Written(
            boolean known,
            Map<DayOfWeek, List<Span>> week,
            OnBankHolidays onBankHolidays,
            List<Span> bankHolidays,
            Map<LocalDate, List<Span>> dates) {}

    private final Written written;
    private final boolean always;

    private OpeningHours(Written written) {
        this.written = written;
        this.always = written.dates().isEmpty()
                && written.onBankHolidays() == OnBankHolidays.AS_USUAL
                && List.of(DayOfWeek.values()).stream()
                        .allMatch(day ->
                                List.of(Span.WHOLE_DAY).equals(written.week().get(day)));
    }

    /**
     * Reads hours.
     *
     * @param hours the hours of a week, for example {@code Mon-Fri 09:00-17:00; Sat 10:00-14:00}, {@code 24h}, or {@code
     *     not known}
     * @param exceptions what holds on other days, for example {@code bank holidays closed; 2026-12-24 09:00-12:00}
     * @param hoursFault where faults of the hours go
     * @param exceptionsFault where faults of the exceptions go
     * @return the hours; not to be used where there was a fault
     */
    public static OpeningHours read(
            String hours, String exceptions, Consumer<String> hoursFault, Consumer<String> exceptionsFault) {
        return new OpeningHours(WrittenHours.read(hours, exceptions, hoursFault, exceptionsFault));
    }

    /**
     * Whether somebody is there at every hour of every day.
     *
     * @return true if so
     */
    public boolean always() {
        return always;
    }

    /**
     * Whether it is open at a moment.
     *
     * @param moment the moment
     * @param holidays the bank holidays of the nation
     * @return what can be said of that moment
     */
    public Opening at(Instant moment, BankHolidays holidays) {
        if (!written.known()) {
            return Opening.NOT_CLAIMED;
        }
        if (always) {
            return new Opening(true, null, null);
        }
        LocalDate today = moment.atZone(LONDON).toLocalDate();
        LocalDate last = today.plusDays(FARTHEST_DAY);
        ZonedDateTime until = null;
        ZonedDateTime next = null;
        for (LocalDate day = today.minusDays(1); next == null && !day.isAfter(last); day = day.plusDays(1)) {
            List<Span> spans = on(day, holidays);
            for (Span span : spans == null ? List.<Span>of() : spans) {
                ZonedDateTime start = span.start(day, LONDON);
                ZonedDateTime end = span.end(day, LONDON);
                boolean begun = !start.toInstant().isAfter(moment);
                boolean covers = begun && end.toInstant().isAfter(moment);
                boolean joins = until != null && !start.isAfter(until);
                if (covers || joins) {
                    until = until == null || end.isAfter(until) ? end : until;
                } else if (next == null && !begun && end.isAfter(start)) {
                    next = start;
                }
            }
        }
        if (until == null) {
            return new Opening(mayHaveBegun(moment, today, holidays) ? null : false, null, offset(next));
        }
        return new Opening(true, until.toLocalDate().isAfter(last.minusDays(1)) ? null : offset(until), offset(next));
    }

    private static @Nullable OffsetDateTime offset(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toOffsetDateTime();
    }

    /** Whether a day of which nothing is known could have it open. */
    private boolean mayHaveBegun(Instant moment, LocalDate today, BankHolidays holidays) {
        if (on(today, holidays) == null) {
            return true;
        }
        LocalDate before = today.minusDays(1);
        return on(before, holidays) == null
                && usual(before).stream()
                        .anyMatch(span -> span.end(before, LONDON).toInstant().isAfter(moment));
    }

    private List<Span> usual(LocalDate day) {
        return written.week().getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The spans of a day, or null where they are not known. */
    private @Nullable List<Span> on(LocalDate day, BankHolidays holidays) {
        List<Span> dated = written.dates().get(day);
        if (dated != null) {
            return dated;
        }
        if (written.onBankHolidays() == OnBankHolidays.AS_USUAL) {
            return usual(day);
        }
        Boolean holiday = holidays.isBankHoliday(day);
        if (holiday == null) {
            return null;
        }
        if (!holiday) {
            return usual(day);
        }
        return written.onBankHolidays() == OnBankHolidays.OWN ? written.bankHolidays() : null;
    }
}
