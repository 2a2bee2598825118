package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.authoring.Explained.Condition;

/** A rule's conditions in words, each with whether it holds and what was found. */
final class ConditionText {
    private final Matching matching;
    private final FactTable facts;
    private final Policy policy;
    private final String letter;

    /**
     * Conditions on the facts of a decision.
     *
     * @param letter the letter of the instrument's items
     */
    ConditionText(FactTable facts, Policy policy, String letter) {
        this.matching = new Matching(facts, policy);
        this.facts = facts;
        this.policy = policy;
        this.letter = letter;
    }

    boolean fires(CheckedRule rule) {
        return matching.fires(rule);
    }

    /** The conditions of a rule, in its order; where facts are joined, of the facts with which it came furthest. */
    List<Condition> of(CheckedRule rule) {
        Map<String, Object> variables = nearest(rule);
        List<Condition> conditions = new ArrayList<>();
        for (Part part : rule.parts()) {
            if (part.how() == Part.How.ONE) {
                for (Clause clause : part.clauses()) {
                    one(part.type(), clause, variables, conditions);
                }
            } else if (!ConditionWords.isEachPerpetrator(part)) {
                conditions.add(several(part, variables));
            }
        }
        return conditions;
    }

    /** What variables hold where the rule came furthest; of several such ways the one in which most was counted. */
    private Map<String, Object> nearest(CheckedRule rule) {
        // What an assessment has one of binds nobody: where it does not hold, the histories are looked at all the same.
        List<Matching.Way> ways = matching.ways(
                rule.parts().stream().filter(part -> part.how() != Part.How.ONE).toList());
        Matching.Way best = ways.get(0);
        long most = -1;
        for (Matching.Way way : ways) {
            long counted = 0;
            for (Part part : rule.parts()) {
                if (part.how() == Part.How.COUNT) {
                    counted += matching.matching(part, way.variables()).size();
                }
            }
            if (way.held() == best.held() && counted > most) {
                best = way;
                most = counted;
            }
        }
        return best.variables();
    }

    private void one(String type, Clause clause, Map<String, Object> variables, List<Condition> conditions) {
        List<Object> all = facts.of(type);
        if (all.isEmpty()) {
            return;
        }
        Object fact = all.get(0);
        conditions.add(new Condition(
                words(variables).clause(type, clause),
                Truth.holds(clause, field -> FactTable.value(fact, field), policy, variables),
                found(type, clause, fact)));
    }

    private String found(String type, Clause clause, Object fact) {
        if (clause instanceof Clause.Choice choice) {
            return policy.text(choice.key());
        }
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Clause.Comparison> comparisons = LinesTested.comparisons(clause);
        for (Clause.Comparison comparison : comparisons) {
            if (seen.add(comparison.field())) {
                Object value = FactTable.value(fact, comparison.field());
                found.add(
                        comparisons.size() == 1
                                ? shown(value)
                                : words(Map.of()).field(type, comparison.field()) + " " + shown(value));
            }
        }
        return String.join(", ", found);
    }

    private static String shown(Object value) {
        return value.equals(-1) ? "not known" : value.toString().isEmpty() ? "not given" : value.toString();
    }

    private Condition several(Part part, Map<String, Object> variables) {
        int met = matching.matching(part, variables).size();
        String found = met + " of " + facts.of(part.type()).size();
        Part.Count count = part.count();
        boolean holds = count == null
                ? (part.how() == Part.How.NONE) == (met == 0)
                : Truth.compares((long) met, count.sign(), Truth.value(count.line(), policy, variables));
        return new Condition(words(variables).several(part), holds, found);
    }

    private ConditionWords words(Map<String, Object> variables) {
        return new ConditionWords(letter, operand -> operand(operand, variables));
    }

    private String operand(Operand operand, Map<String, Object> variables) {
        String value = String.valueOf(Truth.value(operand, policy, variables));
        return operand instanceof Operand.Parameter parameter ? value + " [" + parameter.key() + "]" : value;
    }
}
