package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.risktriage.rules.Policy;

/**
 * Where cases stand in respect of the lines that rules draw: for each parameter and each whole number in a rule, how far from
 * it the values are that a rule compared with it in some case.
 */
final class LinesTested {
    private static final Set<String> COUNTS_OF_ITEMS =
            Set.of("yes", "no", "dontKnow", "declined", "notAsked", "notApplicable", "unknown", "answered");

    private final List<CheckedRule> rules;
    private final int items;
    /** Distances seen, by line. */
    private final Map<Line, Set<Integer>> seen = new TreeMap<>();

    /**
     * A line.
     *
     * @param key key of the parameter, or the rule's id for a number that is written in it
     * @param value where it stands
     * @param field what is compared with it
     */
    record Line(String key, int value, String field) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return toString().compareTo(other.toString());
        }
    }

    LinesTested(List<CheckedRule> rules, int items) {
        this.rules = rules;
        this.items = items;
    }

    /** Looks at one case. */
    void look(FactTable facts, Policy policy) {
        for (CheckedRule rule : rules) {
            for (Part part : rule.parts()) {
                for (Clause clause : part.clauses()) {
                    look(rule, part, clause, facts, policy);
                }
                Part.Count count = part.count();
                if (count != null && Truth.value(count.line(), policy, Map.of()) instanceof Integer line) {
                    Line found = line(rule, count.line(), line, "count of " + part.type());
                    // One perpetrator at a time, as the rule counts.
                    Map<Object, Integer> counted = new HashMap<>();
                    facts.of(part.type()).stream()
                            .filter(fact -> meets(part.clauses(), null, fact, policy))
                            .forEach(fact -> counted.merge(
                                    FactTable.value(fact, part.type().equals("Perpetrator") ? "ref" : "perpetrator"),
                                    1,
                                    Integer::sum));
                    if (counted.isEmpty()) {
                        note(found, -line);
                    }
                    counted.values().forEach(size -> note(found, size - line));
                }
            }
        }
    }

    private void look(CheckedRule rule, Part part, Clause clause, FactTable facts, Policy policy) {
        for (Clause.Comparison comparison : comparisons(clause)) {
            // How many items there are is the instrument's to say, and no case can have another number.
            if (!comparison.field().equals("of")
                    && Truth.value(comparison.operand(), policy, Map.of()) instanceof Integer line) {
                Line found = line(rule, comparison.operand(), line, comparison.field());
                note(found, Integer.MAX_VALUE);
                for (Object fact : facts.of(part.type())) {
                    if (meets(part.clauses(), clause, fact, policy)
                            && FactTable.value(fact, comparison.field()) instanceof Number value
                            && value.intValue() >= 0) {
                        note(found, value.intValue() - line);
                    }
                }
            }
        }
    }

    /** Whether a fact meets all conditions but one, and joins aside. */
    private static boolean meets(
            List<Clause> clauses, @org.jspecify.annotations.Nullable Clause except, Object fact, Policy policy) {
        return clauses.stream()
                .filter(clause -> clause != except)
                .filter(clause -> comparisons(clause).stream()
                        .noneMatch(comparison -> comparison.operand() instanceof Operand.Variable))
                .allMatch(clause -> Truth.holds(clause, field -> FactTable.value(fact, field), policy, Map.of()));
    }

    static List<Clause.Comparison> comparisons(Clause clause) {
        List<Clause.Comparison> comparisons = new ArrayList<>();
        if (clause instanceof Clause.AllOf all) {
            all.clauses().forEach(one -> comparisons.addAll(comparisons(one)));
        } else if (clause instanceof Clause.AnyOf any) {
            any.clauses().forEach(one -> comparisons.addAll(comparisons(one)));
        } else if (clause instanceof Clause.Comparison comparison) {
            comparisons.add(comparison);
        }
        return comparisons;
    }

    private static Line line(CheckedRule rule, Operand operand, int value, String field) {
        return operand instanceof Operand.Parameter parameter
                ? new Line(parameter.key(), value, "")
                : new Line(rule.id(), value, field);
    }

    private void note(Line line, int distance) {
        Set<Integer> distances = seen.computeIfAbsent(line, found -> new TreeSet<>());
        if (Math.abs((long) distance) <= 1) {
            distances.add(distance);
        }
        if (line.value() == 0) {
            distances.add(-1);
        }
        if (COUNTS_OF_ITEMS.contains(line.field()) && line.value() == items) {
            distances.add(1);
        }
    }

    /** The lines with the distances at which no case stands, from -1 to 1. */
    Map<Line, List<Integer>> missing() {
        Map<Line, List<Integer>> missing = new TreeMap<>();
        seen.forEach((line, distances) -> {
            List<Integer> left = new ArrayList<>(List.of(-1, 0, 1));
            left.removeAll(distances);
            if (!left.isEmpty()) {
                missing.put(line, left);
            }
        });
        return missing;
    }
}
