package org.risktriage.service.statistics;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts into which a span of months is divided: those of the calendar alone, so that no two of them overlap. */
enum By {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    By(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable By of(String code) {
        return Arrays.stream(values())
                .filter(by -> by.code().equals(code))
                .findAny()
                .orElse(null);
    }

    /** Whether a part begins with this month. */
    boolean begins(YearMonth month) {
        return (month.getMonthValue() - 1) % months == 0;
    }

    /** What people call the part that begins with this month. */
    String named(YearMonth month) {
        return switch (this) {
            case MONTH -> month.toString();
            case QUARTER -> month.getYear() + " Q" + ((month.getMonthValue() + 2) / 3);
            case YEAR -> String.valueOf(month.getYear());
        };
    }
}
