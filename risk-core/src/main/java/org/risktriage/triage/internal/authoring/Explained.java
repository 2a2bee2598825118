package org.risktriage.triage.internal.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one part of a decision came out as it did, and why not otherwise.
 *
 * @param what id of a criterion, or {@code level}
 * @param status how it stands: the criterion's status, or the level
 * @param because the words of the rules that say so
 * @param rules the rules that could raise it, with their conditions
 * @param least the fewest additions that would raise it; null where it cannot be raised further, or by no addition
 */
public record Explained(
        String what,
        String status,
        String because,
        List<Rule> rules,
        @Nullable Least least) {

    /**
     * A rule that could raise it.
     *
     * @param id pack, topic and name
     * @param states what it states
     * @param fires whether it fired
     * @param conditions its conditions
     */
    public record Rule(String id, String states, boolean fires, List<Condition> conditions) {}

    /**
     * One condition.
     *
     * @param words the condition in words
     * @param holds whether it holds
     * @param found what was found
     */
    public record Condition(String words, boolean holds, String found) {}

    /**
     * The fewest additions that would raise it. A decision on the case with these added shows it.
     *
     * @param to what it would be
     * @param additions each in words
     */
    public record Least(String to, List<String> additions) {}
}
