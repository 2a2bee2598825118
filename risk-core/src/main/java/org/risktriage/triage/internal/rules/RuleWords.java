package org.risktriage.triage.internal.rules;

import java.util.List;

/**
 * A rule in words, as the compiler wrote them. Parameters are named by their keys in square brackets.
 *
 * @param conditions its conditions, in their order; none where it always holds
 * @param states what it states, in its order
 * @param criteria ids of the criteria that it states, as met or otherwise
 */
public record RuleWords(List<String> conditions, List<String> states, List<String> criteria) {
    /** Keeps copies of the lists. */
    public RuleWords {
        conditions = List.copyOf(conditions);
        states = List.copyOf(states);
        criteria = List.copyOf(criteria);
    }
}
