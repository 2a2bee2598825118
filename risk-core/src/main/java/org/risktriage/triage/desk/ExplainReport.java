package org.risktriage.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why cases come out as they do, and why not otherwise.
 *
 * @param findings what is wrong with the pack or the file of cases, so that nothing could be explained
 * @param pack the pack, as {@code id@version}
 * @param cases the cases
 */
public record ExplainReport(List<Finding> findings, String pack, List<ExplainedCase> cases) {
    /**
     * Whether everything could be explained.
     *
     * @return false where something is wrong, or a case is refused
     */
    public boolean passed() {
        return findings.isEmpty() && cases.stream().noneMatch(one -> one.parts().isEmpty());
    }

    /**
     * A case.
     *
     * @param name its name
     * @param parts each criterion, then the level; empty where the case is refused or cannot be decided
     */
    public record ExplainedCase(String name, List<ExplainedPart> parts) {}

    /**
     * One part of a decision.
     *
     * @param what id of a criterion, or {@code level}
     * @param status how it stands: the criterion's status, or the level
     * @param because the words of the rules that say so
     * @param rules the rules that could raise it
     * @param least the fewest additions that would raise it; null where none would
     */
    public record ExplainedPart(
            String what,
            String status,
            String because,
            List<ExplainedRule> rules,
            @Nullable LeastChange least) {}

    /**
     * A rule that could raise it.
     *
     * @param id pack, topic and name
     * @param states what it states: {@code met}, a level, or {@code out of scope}
     * @param fires whether it fired
     * @param conditions its conditions
     */
    public record ExplainedRule(String id, String states, boolean fires, List<ExplainedCondition> conditions) {}

    /**
     * A condition.
     *
     * @param words the condition in words
     * @param holds whether it holds
     * @param found what was found
     */
    public record ExplainedCondition(String words, boolean holds, String found) {}

    /**
     * The fewest additions that would raise something, of the kinds of evidence that its rules ask for.
     *
     * @param to what it would be
     * @param additions each in words
     */
    public record LeastChange(String to, List<String> additions) {}
}
