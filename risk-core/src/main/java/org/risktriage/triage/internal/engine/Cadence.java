package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.pack.WorkingDays;

/**
 * How often a MARAC meets, and by when it meets next at the latest. The words are the ones that the parameter {@code
 * marac.cadence} may have.
 */
enum Cadence {
    /** On every working day. */
    DAILY("daily", 0),
    /** Several times in every week, on days that are not published. */
    SEVERAL_A_WEEK("several-a-week", 7),
    /** Once in every week. */
    WEEKLY("weekly", 7),
    /** Every two weeks. */
    FORTNIGHTLY("fortnightly", 14),
    /** Every four weeks. */
    EVERY_FOUR_WEEKS("every-four-weeks", 28),
    /** Once in every month; five weeks may lie between, as between two first Tuesdays. */
    MONTHLY("monthly", 35),
    /** Not published. */
    NOT_KNOWN("not-known", 0);

    /** Parameter: how often the MARAC meets. A pack may be without it. */
    private static final String PARAMETER = "marac.cadence";

    private final String code;
    private final int days;

    Cadence(String code, int days) {
        this.code = code;
        this.days = days;
    }

    /** The cadence in force. */
    static Cadence of(Policy policy) {
        String code = policy.keys().contains(PARAMETER) ? policy.text(PARAMETER) : NOT_KNOWN.code;
        for (Cadence cadence : values()) {
            if (cadence.code.equals(code)) {
                return cadence;
            }
        }
        return NOT_KNOWN;
    }

    String code() {
        return code;
    }

    /** The day by which it meets next; null where that is not known, or the calendar does not reach so far. */
    @Nullable
    LocalDate nextBy(LocalDate day, WorkingDays workingDays) {
        return switch (this) {
            case NOT_KNOWN -> null;
            case DAILY -> workingDays.after(day, 1);
            default -> day.plusDays(days);
        };
    }
}
