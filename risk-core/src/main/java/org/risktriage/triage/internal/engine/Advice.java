package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Outcome;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Severity;
import org.risktriage.triage.Timing;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.rules.CompiledRules;
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
 * @param fired what fired
 */
record Advice(
        List<Decision.Prompt> prompts,
        List<Decision.Warning> warnings,
        List<Decision.Action> actions,
        Decision.Handling handling,
        List<Origin> fired) {

    private static final Comparator<Decision.Action> URGENCY = Comparator.comparingInt(
                    (Decision.Action action) -> urgency(action.timing()))
            .thenComparing(action -> action.due() == null ? LocalDate.MAX : action.due());

    static Advice run(LoadedPack pack, Evidence evidence, Outcome outcome, LocalDate assessedOn) {
        Statements statements = new Statements(pack.rules()::rule);
        List<Object> facts = evidence.adviceFacts();
        facts.add(outcome);
        pack.rules().run(CompiledRules.ADVICE, facts, statements);
        return new Advice(
                prompts(statements.prompts()),
                warnings(statements.warnings()),
                actions(statements.actions(), assessedOn, pack.workingDays()),
                new Decision.Handling(
                        statements.neverDiscloseTo().stream()
                                .distinct()
                                .sorted()
                                .toList(),
                        statements.hidden()),
                statements.fired());
    }

    /** Groups statements by id, in the order of the rules. */
    private static <T> Map<String, List<T>> group(
            List<T> statements, Function<T, Origin> origin, Function<T, String> id) {
        List<T> sorted = new ArrayList<>(statements);
        sorted.sort(Comparator.comparing(origin, Routes.ORDER));
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T statement : sorted) {
            groups.computeIfAbsent(id.apply(statement), key -> new ArrayList<>(2))
                    .add(statement);
        }
        return groups;
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
        group(statements, PromptStatement::origin, PromptStatement::id).forEach((id, group) -> {
            Severity severity = group.get(0).severity();
            for (PromptStatement statement : group) {
                severity = statement.severity().compareTo(severity) < 0 ? statement.severity() : severity;
            }
            var rule = group.get(0).origin().rule();
            prompts.add(new Decision.Prompt(
                    id, severity, says(group, PromptStatement::origin), rule.id(), rule.source(), rule.confidence()));
        });
        prompts.sort(Comparator.comparing(Decision.Prompt::severity));
        return List.copyOf(prompts);
    }

    private static List<Decision.Warning> warnings(List<WarningStatement> statements) {
        List<Decision.Warning> warnings = new ArrayList<>();
        group(statements, WarningStatement::origin, WarningStatement::id).forEach((id, group) -> {
            var rule = group.get(0).origin().rule();
            warnings.add(new Decision.Warning(
                    id, says(group, WarningStatement::origin), rule.id(), rule.source(), rule.confidence()));
        });
        return List.copyOf(warnings);
    }

    private static List<Decision.Action> actions(
            List<ActionStatement> statements, LocalDate assessedOn, WorkingDays workingDays) {
        List<Decision.Action> actions = new ArrayList<>();
        group(statements, ActionStatement::origin, ActionStatement::id).forEach((id, group) -> {
            Decision.@Nullable Action merged = null;
            Set<String> because = new LinkedHashSet<>();
            for (ActionStatement statement : group) {
                because.addAll(statement.because());
                Decision.Action action = action(statement, due(statement.due(), assessedOn, workingDays));
                merged = merged == null || URGENCY.compare(action, merged) < 0 ? action : merged;
            }
            if (merged != null) {
                var first = group.get(0);
                actions.add(new Decision.Action(
                        id,
                        first.role(),
                        first.to(),
                        merged.due(),
                        merged.timing(),
                        says(group, ActionStatement::origin),
                        List.copyOf(because),
                        first.origin().rule().id(),
                        first.origin().rule().source(),
                        first.origin().rule().confidence()));
            }
        });
        actions.sort(URGENCY);
        return List.copyOf(actions);
    }

    private static Decision.Action action(ActionStatement statement, @Nullable LocalDate due) {
        var rule = statement.origin().rule();
        return new Decision.Action(
                statement.id(),
                statement.role(),
                statement.to(),
                due,
                statement.due().timing(),
                "",
                List.of(),
                rule.id(),
                rule.source(),
                rule.confidence());
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
            case AT_THIS_CONTACT -> 1;
            case HOURS, WORKING_DAYS, WINDOW -> 2;
            case BEFORE_THE_MEETING -> 3;
            case WEEKS -> 4;
        };
    }
}
