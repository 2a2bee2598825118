package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Severity;
import org.risktriage.triage.Timing;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.rules.Statements;
import org.risktriage.triage.internal.rules.Statements.ActionStatement;
import org.risktriage.triage.internal.rules.Statements.Due;
import org.risktriage.triage.internal.rules.Statements.Origin;
import org.risktriage.triage.internal.rules.Statements.PromptStatement;
import org.risktriage.triage.internal.rules.Statements.WarningStatement;

/**
 * What the advice rules say, once the routes are decided. Several rules may state one prompt, warning or action: their
 * sentences are joined, the heaviest severity and the earliest date stand, and the first of them is named.
 *
 * @param prompts the prompts, heaviest first
 * @param warnings the warnings
 * @param actions the actions, most urgent first
 * @param handling how the record must be kept
 */
record Advice(
        List<Decision.Prompt> prompts,
        List<Decision.Warning> warnings,
        List<Decision.Action> actions,
        Decision.Handling handling) {

    /** Strongest first. */
    private static final List<Confidence> STRENGTH =
            List.of(Confidence.OWNER, Confidence.COPY, Confidence.CHOICE, Confidence.KNOWLEDGE);

    private static final Comparator<Decision.Action> URGENCY = Comparator.comparingInt(
                    (Decision.Action action) -> urgency(action.timing()))
            .thenComparing(action -> action.due() == null ? LocalDate.MAX : action.due());

    static Advice of(Statements statements, LocalDate assessedOn, WorkingDays workingDays) {
        return new Advice(
                prompts(statements.prompts()),
                warnings(statements.warnings()),
                actions(statements.actions(), assessedOn, workingDays),
                new Decision.Handling(
                        statements.neverDiscloseTo().stream()
                                .distinct()
                                .sorted()
                                .toList(),
                        statements.hidden()));
    }

    /** Groups statements by id, in the order of the rules. */
    static <T> List<List<T>> group(List<T> statements, Function<T, Origin> origin, Function<T, String> id) {
        List<T> sorted = new ArrayList<>(statements);
        sorted.sort((one, other) -> Routes.ORDER.compare(origin.apply(one), origin.apply(other)));
        List<List<T>> groups = new ArrayList<>(sorted.size());
        for (T statement : sorted) {
            List<T> group = null;
            for (List<T> other : groups) {
                group = id.apply(other.get(0)).equals(id.apply(statement)) ? other : group;
            }
            if (group == null) {
                group = new ArrayList<>(1);
                groups.add(group);
            }
            group.add(statement);
        }
        return groups;
    }

    /** The weakest mark among several statements: what a practitioner has to confirm is never hidden by a stronger one. */
    static <T> Confidence confidence(List<T> statements, Function<T, Origin> origin) {
        Confidence weakest = origin.apply(statements.get(0)).rule().confidence();
        for (T statement : statements) {
            Confidence other = origin.apply(statement).rule().confidence();
            weakest = weaker(weakest, other);
        }
        return weakest;
    }

    static Confidence weaker(Confidence one, Confidence other) {
        return STRENGTH.indexOf(other) > STRENGTH.indexOf(one) ? other : one;
    }

    /** Whether an action is due on a working day that the calendar does not reach. */
    static boolean isBeyondCalendar(Statements statements, LocalDate assessedOn, WorkingDays workingDays) {
        for (ActionStatement action : statements.actions()) {
            if (action.due().timing() == Timing.WORKING_DAYS && due(action.due(), assessedOn, workingDays) == null) {
                return true;
            }
        }
        return false;
    }

    /** The sentences of several statements, each once. */
    static <T> String says(List<T> statements, Function<T, Origin> origin) {
        if (statements.size() == 1) {
            return origin.apply(statements.get(0)).says();
        }
        Set<String> sentences = new LinkedHashSet<>();
        for (T statement : statements) {
            sentences.add(origin.apply(statement).says());
        }
        return String.join(" ", sentences);
    }

    private static List<Decision.Prompt> prompts(List<PromptStatement> statements) {
        List<Decision.Prompt> prompts = new ArrayList<>();
        for (List<PromptStatement> group : group(statements, PromptStatement::origin, PromptStatement::id)) {
            Severity severity = group.get(0).severity();
            for (PromptStatement statement : group) {
                severity = statement.severity().compareTo(severity) < 0 ? statement.severity() : severity;
            }
            var rule = group.get(0).origin().rule();
            prompts.add(new Decision.Prompt(
                    group.get(0).id(),
                    severity,
                    says(group, PromptStatement::origin),
                    rule.id(),
                    rule.source(),
                    confidence(group, PromptStatement::origin)));
        }
        prompts.sort(Comparator.comparing(Decision.Prompt::severity));
        return List.copyOf(prompts);
    }

    static List<Decision.Warning> warnings(List<WarningStatement> statements) {
        List<Decision.Warning> warnings = new ArrayList<>();
        for (List<WarningStatement> group : group(statements, WarningStatement::origin, WarningStatement::id)) {
            var rule = group.get(0).origin().rule();
            warnings.add(new Decision.Warning(
                    group.get(0).id(),
                    says(group, WarningStatement::origin),
                    rule.id(),
                    rule.source(),
                    confidence(group, WarningStatement::origin)));
        }
        return List.copyOf(warnings);
    }

    static List<Decision.Action> actions(
            List<ActionStatement> statements, LocalDate assessedOn, WorkingDays workingDays) {
        List<Decision.Action> actions = new ArrayList<>();
        for (List<ActionStatement> group : group(statements, ActionStatement::origin, ActionStatement::id)) {
            ActionStatement first = group.get(0);
            Timing timing = first.due().timing();
            LocalDate due = due(first.due(), assessedOn, workingDays);
            List<String> because = first.because();
            for (ActionStatement statement : group.subList(1, group.size())) {
                LocalDate other = due(statement.due(), assessedOn, workingDays);
                if (isSooner(statement.due().timing(), other, timing, due)) {
                    timing = statement.due().timing();
                    due = other;
                }
                because = union(because, statement.because());
            }
            actions.add(new Decision.Action(
                    first.id(),
                    first.role(),
                    first.to(),
                    due,
                    timing,
                    says(group, ActionStatement::origin),
                    List.copyOf(because),
                    first.origin().rule().id(),
                    first.origin().rule().source(),
                    confidence(group, ActionStatement::origin)));
        }
        actions.sort(URGENCY);
        return List.copyOf(actions);
    }

    /** At once comes first; otherwise a date comes before no date, and the earlier before the later. */
    private static boolean isSooner(Timing timing, @Nullable LocalDate due, Timing than, @Nullable LocalDate thanDue) {
        if (than == Timing.IMMEDIATELY || due == null) {
            return false;
        }
        return timing == Timing.IMMEDIATELY || thanDue == null || due.isBefore(thanDue);
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }

    private static @Nullable LocalDate due(Due due, LocalDate assessedOn, WorkingDays workingDays) {
        LocalDate start = due.start();
        return switch (due.timing()) {
            case IMMEDIATELY -> assessedOn;
            case AT_THIS_CONTACT, BEFORE_THE_MEETING -> null;
            case HOURS -> assessedOn.plusDays((due.amount() + 23) / 24);
            case WORKING_DAYS -> workingDays.after(assessedOn, due.amount());
            case WINDOW -> (start == null ? assessedOn : start).plusDays(due.amount());
            case WEEKS -> assessedOn.plusWeeks(due.amount());
        };
    }

    private static int urgency(Timing timing) {
        return switch (timing) {
            case IMMEDIATELY -> 0;
            case AT_THIS_CONTACT, WINDOW -> 1;
            case HOURS, WORKING_DAYS -> 2;
            case BEFORE_THE_MEETING -> 3;
            case WEEKS -> 4;
        };
    }
}
