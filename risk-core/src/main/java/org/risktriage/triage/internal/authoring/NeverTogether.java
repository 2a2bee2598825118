package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.risktriage.rules.Policy;

/** Conditions on one fact that cannot all hold, as a count above ten and below five. */
final class NeverTogether {
    private static final int MOST = 50_000;

    private final Policy policy;
    private final Predicate<Clause> standsFast;

    private NeverTogether(Policy policy, Predicate<Clause> standsFast) {
        this.policy = policy;
        this.standsFast = standsFast;
    }

    /** Why a rule can never fire under some values; empty where nothing is seen that would keep it from firing. */
    static String whereValuesStandFast(CheckedRule rule, Policy policy) {
        return new NeverTogether(policy, clause -> !hasChoice(clause)).of(rule);
    }

    /** Why a rule can never fire, whatever the values of parameters. */
    static String whateverTheValues(CheckedRule rule, Policy policy) {
        return new NeverTogether(
                        policy,
                        clause -> !hasChoice(clause)
                                && LinesTested.comparisons(clause).stream()
                                        .noneMatch(comparison -> comparison.operand() instanceof Operand.Parameter))
                .of(rule);
    }

    private String of(CheckedRule rule) {
        Map<String, List<Clause>> ofOne = new TreeMap<>();
        for (Part part : rule.parts()) {
            if (part.how() == Part.How.ONE) {
                ofOne.computeIfAbsent(part.type(), type -> new ArrayList<>()).addAll(part.clauses());
            } else if (part.how() != Part.How.NONE && needsOne(part) && !canHold(part.clauses())) {
                return "No " + part.type() + " can meet all its conditions.";
            }
        }
        for (Map.Entry<String, List<Clause>> one : ofOne.entrySet()) {
            if (!canHold(one.getValue())) {
                return "What it asks of " + one.getKey() + " can never hold together.";
            }
        }
        return "";
    }

    private static boolean needsOne(Part part) {
        Part.Count count = part.count();
        return count == null || count.sign().startsWith(">");
    }

    /** Tries each word that is mentioned and one other, and each number with one less and one more. */
    private boolean canHold(List<Clause> clauses) {
        List<Clause> fixed = clauses.stream()
                .filter(clause -> LinesTested.comparisons(clause).stream()
                        .noneMatch(comparison -> comparison.operand() instanceof Operand.Variable
                                || comparison.sign().equals("contains")))
                .filter(standsFast)
                .toList();
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        for (Clause clause : fixed) {
            for (Clause.Comparison comparison : LinesTested.comparisons(clause)) {
                Set<Object> known = values.computeIfAbsent(
                        comparison.field(), field -> new TreeSet<>(java.util.Comparator.comparing(String::valueOf)));
                Object value = Truth.value(comparison.operand(), policy, Map.of());
                if (value instanceof Integer number) {
                    known.addAll(List.of(Math.max(0, number - 1), number, number + 1));
                } else if (value instanceof List<?> words) {
                    known.addAll(words);
                    known.add("another-word");
                } else if (value != null) {
                    known.addAll(List.of(value, "another-word"));
                }
            }
        }
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Set<Object>> field : values.entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> before : all) {
                for (Object value : field.getValue()) {
                    Map<String, Object> after = new LinkedHashMap<>(before);
                    after.put(field.getKey(), value);
                    more.add(after);
                }
            }
            all = more;
            if (all.size() > MOST) {
                return true;
            }
        }
        return all.stream()
                .anyMatch(one -> Truth.hold(fixed, field -> Objects.requireNonNull(one.get(field)), policy, Map.of()));
    }

    /** What an area may choose otherwise is taken as if it held. */
    private static boolean hasChoice(Clause clause) {
        if (clause instanceof Clause.AllOf all) {
            return all.clauses().stream().anyMatch(NeverTogether::hasChoice);
        }
        if (clause instanceof Clause.AnyOf any) {
            return any.clauses().stream().anyMatch(NeverTogether::hasChoice);
        }
        return clause instanceof Clause.Choice;
    }
}
