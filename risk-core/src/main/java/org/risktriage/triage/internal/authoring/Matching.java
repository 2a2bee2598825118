package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.risktriage.rules.Policy;

/**
 * Which parts of a rule's conditions hold on the facts of one decision: read from the same tree from which the rule was
 * compiled, part by part, so that it can be told which part kept a rule from firing.
 */
final class Matching {
    private final FactTable facts;
    private final Policy policy;

    Matching(FactTable facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /**
     * One way in which the parts of a rule were looked for, as far as it came.
     *
     * @param held how many parts held, from the first on
     * @param variables what variables hold
     * @param found for each part that was looked at the facts of its type that met it, or would have
     */
    record Way(int held, Map<String, Object> variables, List<Object> found) {}

    /** Whether a rule fires. */
    boolean fires(CheckedRule rule) {
        return ways(rule.parts()).stream()
                .anyMatch(way -> way.held() == rule.parts().size());
    }

    /** Every way in which parts can be looked for; those that come furthest are first. */
    List<Way> ways(List<Part> parts) {
        List<Way> ways = new ArrayList<>();
        follow(parts, 0, new LinkedHashMap<>(), List.of(), ways);
        ways.sort((one, other) -> Integer.compare(other.held(), one.held()));
        return ways;
    }

    private void follow(List<Part> parts, int at, Map<String, Object> variables, List<Object> found, List<Way> ways) {
        if (at == parts.size()) {
            ways.add(new Way(at, variables, found));
            return;
        }
        Part part = parts.get(at);
        boolean any = false;
        if (part.how() == Part.How.ONE || part.how() == Part.How.EACH) {
            for (Object fact : facts.of(part.type())) {
                Map<String, Object> bound = new LinkedHashMap<>(variables);
                // A rule may compare a variable in the fact that binds it.
                part.bindings().forEach((variable, field) -> bound.put(variable, FactTable.value(fact, field)));
                if (meets(part, fact, bound)) {
                    any = true;
                    follow(parts, at + 1, bound, and(found, fact), ways);
                }
            }
        } else {
            List<Object> met = matching(part, variables);
            Part.Count count = part.count();
            Map<String, Object> bound = new LinkedHashMap<>(variables);
            boolean holds;
            if (count == null) {
                holds = met.isEmpty() == (part.how() == Part.How.NONE);
            } else {
                bound.put(count.variable(), (long) met.size());
                holds = Truth.compares((long) met.size(), count.sign(), Truth.value(count.line(), policy, bound));
            }
            if (holds) {
                any = true;
                follow(parts, at + 1, bound, and(found, met), ways);
            }
        }
        if (!any) {
            ways.add(new Way(at, variables, found));
        }
    }

    /** The facts that meet a part's conditions, whatever variables of facts after it. */
    List<Object> matching(Part part, Map<String, Object> variables) {
        return facts.of(part.type()).stream()
                .filter(fact -> meets(part, fact, variables))
                .toList();
    }

    private boolean meets(Part part, Object fact, Map<String, Object> variables) {
        return Truth.hold(part.clauses(), field -> FactTable.value(fact, field), policy, variables);
    }

    private static List<Object> and(List<Object> found, Object one) {
        List<Object> more = new ArrayList<>(found);
        more.add(one);
        return more;
    }
}
