package org.risktriage.triage.internal.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.hours.OpeningHours.OnBankHolidays;
import org.risktriage.triage.internal.hours.OpeningHours.Written;

/** Reads hours as people write them. A message never repeats what was written. */
final class WrittenHours {
    static final String NOT_KNOWN = "not known";
    private static final String BANK_HOLIDAYS = "bank holidays ";
    private static final String CLOSED = "closed";
    private static final String AS_USUAL = "as usual";
    private static final String ALL_DAY = "24h";
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final String FORM = "Hours as in Mon-Fri 09:00-17:00; Sat 10:00-12:00, 13:00-16:00 are needed here,"
            + " or 24h, or " + NOT_KNOWN + ".";
    private static final String EXCEPTION = "Exceptions as in bank holidays " + CLOSED + "; 2026-12-24 09:00-12:00 are"
            + " needed here. Bank holidays are " + CLOSED + ", " + AS_USUAL + ", " + NOT_KNOWN
            + ", or have hours; a day is " + CLOSED + ", or has hours.";
    private static final String MISSING =
            "Say what holds on bank holidays: " + CLOSED + ", " + AS_USUAL + ", " + NOT_KNOWN + ", or hours.";
    private static final String OVERLAP = "Two spans of hours overlap.";

    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Span>> dates = new LinkedHashMap<>();
    private OnBankHolidays onBankHolidays = OnBankHolidays.AS_USUAL;
    private List<Span> bankHolidays = List.of();
    private boolean told;

    private WrittenHours() {}

    static Written read(
            String hours, String exceptions, Consumer<String> hoursFault, Consumer<String> exceptionsFault) {
        WrittenHours read = new WrittenHours();
        boolean known = !hours.equals(NOT_KNOWN);
        String wrong = known ? read.week(hours) : "";
        if (!wrong.isEmpty()) {
            hoursFault.accept(wrong);
        }
        if (!known && !exceptions.isEmpty()) {
            exceptionsFault.accept("Leave this empty where the hours are " + NOT_KNOWN + ".");
        } else if (!exceptions.isEmpty()) {
            read.exceptions(exceptions, exceptionsFault);
        }
        if (known && wrong.isEmpty() && !read.told && !hours.equals(ALL_DAY)) {
            exceptionsFault.accept(MISSING);
        }
        return new Written(known, read.week, read.onBankHolidays, read.bankHolidays, read.dates);
    }

    /** Reads the hours of a week; says what is wrong, or nothing. */
    private String week(String hours) {
        if (hours.equals(ALL_DAY)) {
            List.of(DayOfWeek.values()).forEach(day -> week.put(day, List.of(Span.WHOLE_DAY)));
            return "";
        }
        for (String part : hours.split("; ", -1)) {
            int space = part.indexOf(' ');
            List<DayOfWeek> days = space < 0 ? List.of() : days(part.substring(0, space));
            List<Span> spans = space < 0 ? null : spans(part.substring(space + 1));
            if (days.isEmpty() || spans == null) {
                return FORM;
            }
            days.forEach(
                    day -> week.computeIfAbsent(day, key -> new ArrayList<>()).addAll(spans));
        }
        week.values().forEach(spans -> spans.sort(Comparator.comparingInt(Span::from)));
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> around = new ArrayList<>(week.getOrDefault(day, List.of()));
            week.getOrDefault(day.plus(1), List.of()).forEach(span -> around.add(span.moved(1)));
            if (overlap(around)) {
                return OVERLAP;
            }
        }
        return "";
    }

    private static boolean overlap(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (Span other : spans.subList(i + 1, spans.size())) {
                if (spans.get(i).overlaps(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The days that are named, as in Mon-Fri or Tue,Thu; none if it cannot be read. */
    private static List<DayOfWeek> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int hyphen = part.indexOf('-');
            int from = DAYS.indexOf(hyphen < 0 ? part : part.substring(0, hyphen));
            int to = DAYS.indexOf(part.substring(hyphen + 1));
            if (from < 0 || to < 0 || (hyphen > 0 && from == to)) {
                return List.of();
            }
            DayOfWeek last = DayOfWeek.of(to + 1);
            for (DayOfWeek day = DayOfWeek.of(from + 1); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    /** The spans, as in 09:00-12:00, 13:00-17:00; null if they cannot be read. */
    private static @Nullable List<Span> spans(String text) {
        if (text.equals(ALL_DAY)) {
            return List.of(Span.WHOLE_DAY);
        }
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(", ", -1)) {
            if (!part.matches(TIME + "-(" + TIME + "|24:00)")) {
                return null;
            }
            int from = minute(part.substring(0, 5));
            int to = minute(part.substring(6));
            if (from == to) {
                return null;
            }
            spans.add(new Span(from, to > from ? to : to + Span.DAY));
        }
        return spans;
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private void exceptions(String exceptions, Consumer<String> fault) {
        for (String part : exceptions.split("; ", -1)) {
            String wrong = part.startsWith(BANK_HOLIDAYS)
                    ? onBankHolidays(part.substring(BANK_HOLIDAYS.length()))
                    : onDay(part);
            if (!wrong.isEmpty()) {
                fault.accept(wrong);
                return;
            }
        }
    }

    private String onBankHolidays(String what) {
        if (told) {
            return "Bank holidays are named once.";
        }
        told = true;
        if (what.equals(AS_USUAL) || what.equals(NOT_KNOWN)) {
            onBankHolidays = what.equals(AS_USUAL) ? OnBankHolidays.AS_USUAL : OnBankHolidays.NOT_KNOWN;
            return "";
        }
        onBankHolidays = OnBankHolidays.OWN;
        List<Span> spans = closedOr(what);
        bankHolidays = spans == null ? List.of() : spans;
        return faultOf(spans);
    }

    private String onDay(String part) {
        int space = part.indexOf(' ');
        LocalDate day = space < 0 ? null : day(part.substring(0, space));
        List<Span> spans = day == null ? null : closedOr(part.substring(space + 1));
        if (day != null && spans != null && dates.putIfAbsent(day, spans) != null) {
            return "Each day is named once.";
        }
        return faultOf(spans);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("2[0-9]{3}(-[0-9]{2}){2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable List<Span> closedOr(String what) {
        if (what.equals(CLOSED)) {
            return List.of();
        }
        List<Span> spans = spans(what);
        if (spans != null) {
            List<Span> sorted = new ArrayList<>(spans);
            sorted.sort(Comparator.comparingInt(Span::from));
            return sorted;
        }
        return null;
    }

    private static String faultOf(@Nullable List<Span> spans) {
        if (spans == null) {
            return EXCEPTION;
        }
        return overlap(spans) ? OVERLAP : "";
    }
}
