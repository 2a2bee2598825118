package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.rules.RuleInfo;
import org.risktriage.triage.internal.rules.Statements.MeetingStatement;
import org.risktriage.triage.internal.rules.Statements.Urgency;

/**
 * When the MARAC meets next, as far as its cadence says. No weekday is published, so no day of a meeting is named: only the
 * longest wait. A daily meeting is taken to be held on working days.
 *
 * @param cadence how often it meets, {@code not-known} where that is not published
 * @param days the most days until the next meeting; null where that is not known
 * @param latest the day on which they have passed, or null
 */
record NextMeeting(
        String cadence, @Nullable Integer days, @Nullable LocalDate latest) {
    static NextMeeting after(LocalDate assessedOn, Policy policy, WorkingDays workingDays) {
        Cadence cadence = Cadence.of(policy);
        LocalDate latest = cadence.nextBy(assessedOn, workingDays);
        Integer days = latest == null ? null : (int) ChronoUnit.DAYS.between(assessedOn, latest);
        return new NextMeeting(cadence.code(), days, latest);
    }

    /** The same as a number for rules: -1 where it is not known. */
    int waitOrUnknown() {
        return days == null ? -1 : days;
    }

    /** What the rules say of it, or null if they say nothing. The word that weighs most stands. */
    Decision.@Nullable Meeting told(List<MeetingStatement> statements) {
        if (statements.isEmpty()) {
            return null;
        }
        List<MeetingStatement> sorted = Advice.group(statements, MeetingStatement::origin, one -> "meeting")
                .get(0);
        Urgency heaviest = Urgency.IN_TIME;
        for (MeetingStatement statement : sorted) {
            heaviest = statement.urgency().compareTo(heaviest) > 0 ? statement.urgency() : heaviest;
        }
        RuleInfo rule = sorted.get(0).origin().rule();
        return new Decision.Meeting(
                cadence,
                days,
                latest,
                heaviest.code(),
                Advice.says(sorted, MeetingStatement::origin),
                rule.id(),
                rule.source(),
                Advice.confidence(sorted, MeetingStatement::origin));
    }
}
