package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.risktriage.triage.internal.engine.LoadedPack;

/** How the rules of two packs differ, and what that can do beyond what a proof about the rules that decide covers. */
public final class RuleDifferences {
    /** Verbs of which a person may lose something: somebody acts, or a service is offered. */
    private static final Set<String> HELP = Set.of("action", "offer", "fallback", "first");

    /** What a difference can do. */
    public enum Weight {
        /** Nothing to outcomes: words, sources, marks. */
        WORDS,
        /** A reply says something else, and nobody loses a level, a criterion, an action or a service. */
        REPLIES,
        /** An action or a service may be lost. No proof covers that. */
        HELP_MAY_BE_LOST
    }

    /**
     * One difference.
     *
     * @param id id of the rule
     * @param says what differs, in words that follow the id
     * @param weight what it can do, beside what is proved of rules that decide
     */
    public record Change(String id, String says, Weight weight) {}

    private RuleDifferences() {}

    /**
     * Compares the rules that apply.
     *
     * @param before the pack that is replaced
     * @param after the pack that replaces it
     * @return the differences: rules that are gone or differ in the order of the first, then those that are new
     */
    public static List<Change> of(LoadedPack before, LoadedPack after) {
        Map<String, CheckedRule> one = byId(before);
        Map<String, CheckedRule> other = byId(after);
        List<Change> changes = new ArrayList<>();
        one.forEach((id, rule) -> {
            CheckedRule now = other.get(id);
            if (now == null) {
                changes.add(new Change(id, "no longer applies", lost(rule)));
            } else {
                compare(rule, now, changes);
            }
        });
        other.forEach((id, rule) -> {
            if (!one.containsKey(id)) {
                changes.add(new Change(id, "is new", Weight.REPLIES));
            }
        });
        return List.copyOf(changes);
    }

    private static Map<String, CheckedRule> byId(LoadedPack pack) {
        Map<String, CheckedRule> rules = new LinkedHashMap<>();
        MonotonicityProof.rules(pack).forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static void compare(CheckedRule one, CheckedRule other, List<Change> changes) {
        String id = one.id();
        if (!one.conditions().equals(other.conditions())) {
            changes.add(new Change(id, "asks something else", lost(one)));
        }
        if (!one.consequence().equals(other.consequence())) {
            // Who says more does not say less.
            boolean more = other.consequence().startsWith(one.consequence());
            changes.add(new Change(id, "states something else", more ? Weight.REPLIES : lost(one)));
        }
        if (!one.says().equals(other.says())) {
            changes.add(new Change(id, "says it in other words", Weight.WORDS));
        }
        if (!one.source().equals(other.source())) {
            changes.add(new Change(id, "rests on " + other.source() + " instead of " + one.source(), Weight.WORDS));
        }
        if (!one.confidence().equals(other.confidence())) {
            changes.add(new Change(
                    id, "is marked " + other.confidence() + " instead of " + one.confidence(), Weight.WORDS));
        }
    }

    private static Weight lost(CheckedRule rule) {
        boolean helps = rule.statements().stream().anyMatch(statement -> HELP.contains(statement.verb()));
        return helps ? Weight.HELP_MAY_BE_LOST : Weight.REPLIES;
    }

    /**
     * What another value of a parameter can do beside what is proved of rules that decide.
     *
     * @param pack the pack that reads it
     * @param key its key
     * @return {@link Weight#HELP_MAY_BE_LOST} where a rule that gives an action or a service compares something with it, or
     *     where it says which facts there are
     */
    public static Weight ofValue(LoadedPack pack, String key) {
        boolean makesFacts =
                LoadedPack.MAKES_FACTS.stream().anyMatch(made -> made.key().equals(key));
        boolean asked = MonotonicityProof.rules(pack).stream()
                .filter(rule -> lost(rule) == Weight.HELP_MAY_BE_LOST)
                .flatMap(rule -> rule.parts().stream())
                .anyMatch(part -> asks(part, key));
        return makesFacts || asked ? Weight.HELP_MAY_BE_LOST : Weight.REPLIES;
    }

    private static boolean asks(Part part, String key) {
        Part.Count count = part.count();
        return (count != null && reads(count.line(), key))
                || part.clauses().stream().anyMatch(clause -> asks(clause, key));
    }

    private static boolean asks(Clause clause, String key) {
        if (clause instanceof Clause.AllOf all) {
            return all.clauses().stream().anyMatch(one -> asks(one, key));
        }
        if (clause instanceof Clause.AnyOf any) {
            return any.clauses().stream().anyMatch(one -> asks(one, key));
        }
        if (clause instanceof Clause.Choice choice) {
            return choice.key().equals(key);
        }
        return clause instanceof Clause.Comparison comparison && reads(comparison.operand(), key);
    }

    private static boolean reads(Operand operand, String key) {
        return operand instanceof Operand.Parameter parameter && parameter.key().equals(key);
    }
}
