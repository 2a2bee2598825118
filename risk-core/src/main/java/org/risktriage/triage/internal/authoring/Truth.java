package org.risktriage.triage.internal.authoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.authoring.Vocabulary.Kind;

/** Whether a condition holds: what the compiled rule asks, asked of single values. */
final class Truth {
    private Truth() {}

    /**
     * Whether a condition holds.
     *
     * @param clause the condition
     * @param field the value of a field of the fact
     * @param policy the parameters in force
     * @param variables what variables hold
     * @return true if so
     */
    static boolean holds(Clause clause, Function<String, Object> field, Policy policy, Map<String, Object> variables) {
        if (clause instanceof Clause.AllOf all) {
            return all.clauses().stream().allMatch(one -> holds(one, field, policy, variables));
        }
        if (clause instanceof Clause.AnyOf any) {
            return any.clauses().stream().anyMatch(one -> holds(one, field, policy, variables));
        }
        if (clause instanceof Clause.Choice choice) {
            return choice.sign().equals("==") == policy.text(choice.key()).equals(choice.word());
        }
        Clause.Comparison comparison = (Clause.Comparison) clause;
        return compares(
                field.apply(comparison.field()), comparison.sign(), value(comparison.operand(), policy, variables));
    }

    /** Whether all of several conditions hold. */
    static boolean hold(
            List<Clause> clauses, Function<String, Object> field, Policy policy, Map<String, Object> variables) {
        return clauses.stream().allMatch(clause -> holds(clause, field, policy, variables));
    }

    /** Whether one value stands to another as a sign says. */
    static boolean compares(@Nullable Object one, String sign, @Nullable Object other) {
        if (one == null || other == null) {
            return false;
        }
        return switch (sign) {
            case "==" -> same(one, other);
            case "!=" -> !same(one, other);
            case "contains" -> ((Collection<?>) one).contains(other);
            case "memberOf" -> ((Collection<?>) other).contains(one);
            default -> {
                long left = ((Number) one).longValue();
                long right = ((Number) other).longValue();
                yield switch (sign) {
                    case "<" -> left < right;
                    case "<=" -> left <= right;
                    case ">" -> left > right;
                    default -> left >= right;
                };
            }
        };
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return left.longValue() == right.longValue();
        }
        return one.equals(other);
    }

    /** What an operand stands for; null where a variable holds nothing. */
    static @Nullable Object value(Operand operand, Policy policy, Map<String, Object> variables) {
        if (operand instanceof Operand.Word word) {
            return word.text();
        }
        if (operand instanceof Operand.Whole whole) {
            return whole.value();
        }
        if (operand instanceof Operand.Words words) {
            return words.texts();
        }
        if (operand instanceof Operand.Parameter parameter) {
            return parameter.kind() == Kind.NUMBER
                    ? (Object) policy.number(parameter.key())
                    : parameter.kind() == Kind.WORDS ? policy.list(parameter.key()) : policy.text(parameter.key());
        }
        return variables.get(((Operand.Variable) operand).variable());
    }
}
