package org.risktriage.reference;

import org.jspecify.annotations.Nullable;

/**
 * How the items were answered. Only {@code yes} scores, and an unknown is never a {@code no}. Written from the
 * published facts, shares no code with the engine.
 *
 * @param notAsked items answered {@code not-asked} and items left out
 * @param of how many items the checklist has
 * @param atMost the score if every unknown item turned out to be a yes
 */
public record ReferenceScore(int yes, int no, int dontKnow, int declined, int notAsked, int of, int atMost) {

    private static final int ITEMS = 24;

    static ReferenceScore of(Facts answers) {
        int yes = 0;
        int no = 0;
        int dontKnow = 0;
        int declined = 0;
        int notAsked = 0;
        for (int item = 1; item <= ITEMS; item++) {
            String state = state(answers.value("q" + item));
            switch (state) {
                case "yes" -> yes++;
                case "no" -> no++;
                case "dont-know" -> dontKnow++;
                case "declined" -> declined++;
                case "not-asked" -> notAsked++;
                default -> throw new IllegalArgumentException("q" + item + " has no such answer");
            }
        }
        return new ReferenceScore(yes, no, dontKnow, declined, notAsked, ITEMS, yes + dontKnow + declined + notAsked);
    }

    boolean isAnythingAnswered() {
        return yes + no > 0;
    }

    boolean isComplete() {
        return isAnythingAnswered() && notAsked == 0;
    }

    private static String state(@Nullable Object answer) {
        if (answer == null) {
            return "not-asked";
        }
        return answer instanceof String word ? word : Facts.of(answer).word("answer");
    }
}
