package org.risktriage.triage.internal.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements that cannot both be meant. */
final class Opposites {
    private static final Set<String> NOT_MET = Set.of("notMet", "notAbove");

    private Opposites() {}

    /** Whether two rules state what cannot both be meant of one evidence. */
    static boolean are(CheckedRule one, CheckedRule other) {
        return !one.id().equals(other.id())
                && one.statements().stream()
                        .anyMatch(statement -> other.statements().stream().anyMatch(more -> oppose(statement, more)));
    }

    private static boolean oppose(Statement one, Statement other) {
        boolean sameWord = one.word().equals(other.word());
        return switch (one.verb()) {
            case "met" -> sameWord && NOT_MET.contains(other.verb());
            case "notMet", "notAbove" -> sameWord && other.verb().equals("met");
            case "level" ->
                (other.verb().equals("level") && !sameWord) || other.verb().equals("noLevel");
            case "noLevel" -> other.verb().equals("level");
            case "prompt" ->
                other.verb().equals("prompt") && sameWord && !severity(one).equals(severity(other));
            case "meeting" -> other.verb().equals("meeting") && !sameWord;
            default -> false;
        };
    }

    private static List<Operand> severity(Statement statement) {
        return statement.operands().subList(1, statement.operands().size());
    }

    /** Conditions in a form that is the same for the same conditions, whatever the order in which they are written. */
    static Map<Part, Integer> conditions(CheckedRule rule) {
        Map<Part, Integer> conditions = new HashMap<>();
        for (Part part : rule.parts()) {
            List<Clause> sorted = part.clauses().stream()
                    .sorted(java.util.Comparator.comparing(Clause::toString))
                    .toList();
            conditions.merge(new Part(part.how(), part.type(), sorted, Map.of(), part.count()), 1, Integer::sum);
        }
        return conditions;
    }
}
