package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.rules.Policy;

/**
 * Rules with the values of their pack in the place of its parameters, so that the conditions of two packs can be laid beside
 * each other.
 */
final class Settled {
    private Settled() {}

    /**
     * Puts values in the place of parameters.
     *
     * @param rules the rules of a pack
     * @param policy its values
     * @return rules that ask the same
     */
    static List<CheckedRule> under(List<CheckedRule> rules, Policy policy) {
        return rules.stream().map(rule -> under(rule, policy)).toList();
    }

    private static CheckedRule under(CheckedRule rule, Policy policy) {
        List<Part> parts = new ArrayList<>();
        for (Part part : rule.parts()) {
            Part.Count count = part.count();
            parts.add(new Part(
                    part.how(),
                    part.type(),
                    part.clauses().stream().map(clause -> under(clause, policy)).toList(),
                    part.bindings(),
                    count == null
                            ? null
                            : new Part.Count(count.variable(), count.sign(), under(count.line(), policy))));
        }
        return new CheckedRule(
                rule.id(),
                rule.line(),
                rule.says(),
                rule.source(),
                rule.confidence(),
                rule.decides(),
                rule.conditions(),
                rule.consequence(),
                rule.items(),
                rule.reads(),
                rule.crimes(),
                parts,
                rule.statements());
    }

    private static Clause under(Clause clause, Policy policy) {
        if (clause instanceof Clause.AllOf all) {
            return new Clause.AllOf(
                    all.clauses().stream().map(one -> under(one, policy)).toList());
        }
        if (clause instanceof Clause.AnyOf any) {
            return new Clause.AnyOf(
                    any.clauses().stream().map(one -> under(one, policy)).toList());
        }
        if (clause instanceof Clause.Choice choice) {
            boolean holds =
                    choice.sign().equals("==") == policy.text(choice.key()).equals(choice.word());
            // All of nothing always holds, and one of nothing never does.
            return holds ? new Clause.AllOf(List.of()) : new Clause.AnyOf(List.of());
        }
        Clause.Comparison comparison = (Clause.Comparison) clause;
        return new Clause.Comparison(comparison.field(), comparison.sign(), under(comparison.operand(), policy));
    }

    private static Operand under(Operand operand, Policy policy) {
        if (!(operand instanceof Operand.Parameter parameter)) {
            return operand;
        }
        return switch (parameter.kind()) {
            case NUMBER -> new Operand.Whole(policy.number(parameter.key()));
            case WORDS -> new Operand.Words(policy.list(parameter.key()));
            default -> new Operand.Word(policy.text(parameter.key()));
        };
    }
}
