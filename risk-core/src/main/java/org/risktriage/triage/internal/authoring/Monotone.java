package org.risktriage.triage.internal.authoring;

import java.util.Set;
import org.risktriage.triage.internal.authoring.Tokens.Token;
import org.risktriage.triage.internal.authoring.Tokens.Type;

/**
 * Which comparisons stay true however much evidence is added. A rule that raises may use no others: then no answer, no
 * incident, no referral and no judgement can ever lower a result.
 */
final class Monotone {
    private static final Set<String> LARGER = Set.of(">", ">=");
    private static final Set<String> SMALLER = Set.of("<", "<=");
    private static final Set<String> OPEN = Set.of("no", "unknown");

    private Monotone() {}

    /**
     * Whether a comparison stays true when evidence is added.
     *
     * @param type the fact type
     * @param field the field
     * @param operator the sign
     * @param operand what stands beside it
     * @param fixed whether that is a literal or a parameter, and not something that evidence changes
     */
    static boolean holds(String type, String field, Token operator, Token operand, boolean fixed) {
        boolean grows = fixed && LARGER.contains(operator.text());
        boolean isYes = operator.is("==")
                && operand.type() == Type.LITERAL
                && operand.text().equals("yes");
        return switch (type) {
            // A count that grows, an item that is yes, a detail that was given.
            case "Checklist" ->
                operator.is("contains") || (field.equals("yes") && grows) || (Vocabulary.item(field) > 0 && isYes);
            case "History", "Children" -> grows;
            // A grade is what a person recorded, and no evidence changes it.
            case "Judgement" -> isYes || (field.equals("grade") && fixed && operator.is("=="));
            // What a person is does not change with evidence; what is not known of them may not decide.
            case "Victim", "Circumstances", "Perpetrator" ->
                fixed && !operator.is("!=") && !OPEN.contains(operand.text());
            case "Incident", "FurtherIncident", "Referral" -> ofOneRecord(field, operator, operand, fixed);
            default -> false;
        };
    }

    /**
     * One record may be merged with another of the same incident, which makes its direction {@code same} and its crime
     * {@code yes} if either says so; and a referral nearer to an incident may take the place of an earlier one.
     */
    private static boolean ofOneRecord(String field, Token operator, Token operand, boolean fixed) {
        if (!fixed) {
            return operator.is("==") && field.equals("perpetrator");
        }
        return switch (field) {
            // Another referral may be the nearest, and be counted from its meeting.
            case "after", "anchor" -> false;
            case "direction" -> operator.is("==") && operand.is(Type.LITERAL, "same");
            case "crime" -> operator.is("==") && operand.is(Type.LITERAL, "yes");
            case "monthsAfter" -> SMALLER.contains(operator.text());
            default -> true;
        };
    }
}
