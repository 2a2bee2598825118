package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.authoring.Explained.Least;
import org.risktriage.triage.internal.authoring.TriedCases.Tried;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.CallReader;

/**
 * Explains a case: for each criterion, and for the level, the rules that could raise it, each of their conditions in words
 * with what was found, and the fewest additions that would raise it.
 */
public final class Explaining {
    private static final Set<String> RAISING = Set.of("met", "outOfScope");

    private final Tried tried;
    private final List<CheckedRule> rules;
    private final ConditionText text;
    private final LeastChange change;

    private Explaining(Tried tried) {
        this.tried = tried;
        LoadedPack pack = tried.pack();
        this.rules = MonotonicityProof.rules(pack).stream()
                .filter(CheckedRule::decides)
                .toList();
        String first = pack.instrument().items().isEmpty()
                ? "q"
                : pack.instrument().items().get(0).id();
        FactTable facts = new FactTable(tried.observed().facts());
        this.text = new ConditionText(facts, tried.observed().policy(), first.substring(0, 1));
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        if (CallReader.without(tried.worked().given()) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> given.put(String.valueOf(name), value));
        }
        this.change = new LeastChange(pack, LocalDate.parse(String.valueOf(given.get("assessedOn"))), given);
    }

    /**
     * Explains a case.
     *
     * @param worked the case
     * @param spans the pack, over each version of what it extends
     * @return each criterion, then the level; empty where the case is refused or cannot be decided
     */
    public static List<Explained> of(WorkedCase worked, List<LoadedPack> spans) {
        Tried tried = TriedCases.of(worked, spans);
        return tried == null ? List.of() : new Explaining(tried).all();
    }

    private List<Explained> all() {
        List<Explained> all = new ArrayList<>();
        Decision decision = tried.decision();
        for (Decision.Criterion criterion : decision.marac().criteria()) {
            all.add(criterion(criterion));
        }
        all.add(level(decision.level()));
        return all;
    }

    private Explained criterion(Decision.Criterion criterion) {
        List<CheckedRule> raising = stating(statement ->
                RAISING.contains(statement.verb()) && statement.word().equals(criterion.id()));
        Least least = null;
        if (criterion.status() != CriterionStatus.MET) {
            least = least(
                    "met",
                    only(raising, "met"),
                    decision -> decision.marac().criteria().stream()
                            .anyMatch(one -> one.id().equals(criterion.id()) && one.status() == CriterionStatus.MET));
        }
        return new Explained(criterion.id(), criterion.status().code(), criterion.because(), described(raising), least);
    }

    private Explained level(Decision.LevelFound found) {
        List<CheckedRule> raising = stating(statement -> statement.verb().equals("level"));
        Level level = found.value();
        Least least = null;
        for (Level next : Level.values()) {
            if (least == null && (level == null || next.compareTo(level) > 0)) {
                least = least(next.code(), raising, decision -> {
                    Level after = decision.level().value();
                    return after != null && after.compareTo(next) >= 0;
                });
            }
        }
        return new Explained(
                "level",
                level == null ? "none" : level.code(),
                String.join(
                        " ",
                        found.reasons().stream()
                                .map(Decision.Reason::because)
                                .distinct()
                                .toList()),
                described(raising),
                least);
    }

    private @Nullable Least least(String to, List<CheckedRule> raising, Predicate<Decision> wanted) {
        List<String> additions = change.to(raising, wanted);
        return additions == null ? null : new Least(to, additions);
    }

    private List<CheckedRule> stating(Predicate<Statement> statement) {
        return rules.stream()
                .filter(rule -> rule.statements().stream().anyMatch(statement))
                .toList();
    }

    private static List<CheckedRule> only(List<CheckedRule> rules, String verb) {
        return rules.stream()
                .filter(rule -> rule.statements().stream()
                        .anyMatch(statement -> statement.verb().equals(verb)))
                .toList();
    }

    private List<Explained.Rule> described(List<CheckedRule> raising) {
        List<Explained.Rule> described = new ArrayList<>();
        for (CheckedRule rule : raising) {
            Statement first = rule.statements().get(0);
            String states = switch (first.verb()) {
                case "met" -> "met";
                case "level" -> first.word();
                default -> "out of scope";
            };
            described.add(new Explained.Rule(rule.id(), states, text.fires(rule), text.of(rule)));
        }
        return described;
    }
}
