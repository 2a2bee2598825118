package org.risktriage.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to ask next, and where the assessment stands. Unknown is never a no: a question without an answer stays open.
 *
 * @param callEnded whether the contact is over
 * @param next up to three questions to put now, the first first; empty where the contact is over
 * @param open every question without an answer, those of {@code next} too, in the order in which to put them
 * @param actions what this contact calls for now, beside the actions of the decision, most urgent first
 * @param warnings what the person who asks must know now, beside the warnings of the decision
 * @param decision the decision on what is known so far, the same as {@link RiskTriage#assess} gives
 */
public record NextQuestions(
        boolean callEnded,
        List<Question> next,
        List<Open> open,
        List<Decision.Action> actions,
        List<Decision.Warning> warnings,
        Decision decision) {

    @Override
    public String toString() {
        return "NextQuestions[values withheld]";
    }

    /**
     * A question to put now.
     *
     * @param question id of the item, or of the question about safety
     * @param label what it is about, in this project's own words
     * @param prompt a neutral way to ask it
     * @param answerIn JSON pointer of the field of the request that takes the answer
     * @param matters why it matters now
     * @param why why it matters at all, in words
     * @param source id of the source of those words
     * @param confidence how well that source is known
     * @param couldChange what an answer could change: {@code level}, {@code marac}, {@code advice}
     * @param criteria the criteria that a yes could help to meet, with how they stand
     * @param brings what one yes, or the highest grade of a row, brings now, beside what is there already
     */
    public record Question(
            String question,
            String label,
            String prompt,
            String answerIn,
            Matters matters,
            String why,
            String source,
            Confidence confidence,
            List<String> couldChange,
            List<OpenCriterion> criteria,
            Brings brings) {}

    /**
     * A criterion that is not met yet.
     *
     * @param id id of the criterion
     * @param distance how many more of what it counts would meet it
     * @param because how it stands, in the words of its rule
     */
    public record OpenCriterion(String id, int distance, String because) {}

    /**
     * What one yes to a question would bring, or the highest grade of a row.
     *
     * @param level the level then, or null where there is none
     * @param criteria ids of the criteria that would be met then and are not now
     * @param prompts ids of the prompts that there would be then and are not now
     * @param actions ids of the actions that there would be then and are not now
     */
    public record Brings(@Nullable Level level, List<String> criteria, List<String> prompts, List<String> actions) {}

    /**
     * A question without an answer.
     *
     * @param question id of the item, or of the question about safety
     * @param state {@code not-asked}, {@code dont-know} or {@code declined}
     * @param matters why it matters now
     * @param couldChange what an answer could change: {@code level}, {@code marac}, {@code advice}; empty where it can no
     *     longer change anything
     */
    public record Open(String question, Answer state, Matters matters, List<String> couldChange) {}
}
