package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a rule states, in words. */
final class ConsequenceWords {
    private static final Set<String> OF_CRITERIA = Set.of("met", "notMet", "notAbove", "outOfScope");

    private ConsequenceWords() {}

    /** Each statement of a rule, in its order. */
    static List<String> of(CheckedRule rule) {
        return rule.statements().stream()
                .map(statement -> words(statement, rule))
                .toList();
    }

    /** Ids of the criteria that a rule states, as met or otherwise. */
    static Set<String> criteria(CheckedRule rule) {
        Set<String> criteria = new TreeSet<>();
        for (Statement statement : rule.statements()) {
            if (OF_CRITERIA.contains(statement.verb()) && !statement.word().isEmpty()) {
                criteria.add(statement.word());
            }
        }
        return criteria;
    }

    private static String words(Statement statement, CheckedRule rule) {
        List<String> named = statement.operands().stream()
                .map(operand -> ConditionWords.named(rule, operand))
                .toList();
        String first = named.isEmpty() ? "" : named.get(0);
        String last = named.isEmpty() ? "" : named.get(named.size() - 1);
        return switch (statement.verb()) {
            case "met" -> "criterion " + first + " is met";
            case "notMet", "notAbove" -> "criterion " + first + " is not met, with the distance that remains";
            case "outOfScope" ->
                first.isEmpty()
                        ? "the MARAC does not apply to this person"
                        : "criterion " + first + " does not apply to this person";
            case "level" -> "level " + first;
            case "noLevel" -> "the answers give no level here";
            case "prompt" -> "prompt " + first + ", " + last;
            case "warning" -> "warning " + first;
            case "action" -> "action " + first + ", by " + named.get(1) + ", reaching " + last;
            case "offer" -> "offers the service " + first;
            case "fallback" -> "offers the service " + first + ", where the area has nobody who is certain";
            case "gap" -> "gap " + first + ": help that is not there";
            case "ask" -> "what to ask first: " + first;
            case "first" -> "that service goes before all others";
            case "meeting" -> "waiting for the next meeting: " + first;
            case "because" -> "called for by " + first;
            case "dueImmediately" -> "due at once";
            case "dueAtThisContact" -> "due at this contact";
            case "dueBeforeTheMeeting" -> "due before the meeting";
            case "dueInHours" -> "due within hours: " + first;
            case "dueInWorkingDays" -> "due within working days: " + first;
            case "dueInWeeks" -> "due after weeks: " + first;
            case "dueWithinDaysOf" -> "due within days of " + first + ": " + last;
            case "neverDiscloseTo" -> "never to be told: " + first;
            case "hideFromPatientOnlineAccess" -> "hidden from a patient's online access";
            default -> statement.verb() + " " + String.join(", ", named);
        };
    }
}
