package org.risktriage.rules;

import java.util.Set;

/**
 * One filled-in checklist: how many items have each answer, and each item's own answer.
 *
 * <p>An item's answer is {@code yes}, {@code no}, {@code dont-know}, {@code declined} or {@code not-asked}. Only yes
 * scores. The last three are unknown, and are never a no. An item that another answer makes pointless is
 * {@code not-applicable}: neither yes, nor no, nor unknown. A row of a profile that has a grade is {@code graded}: answered,
 * and neither yes nor no. Items are numbered in the published order; an item that the instrument does not have is
 * {@code not-asked} and counted nowhere.
 */
public final class Checklist {
    /** The most items that an instrument of this kind may have: the police form of 2009 has 27. */
    public static final int MOST_ITEMS = 27;

    private final String[] answers;
    private final Set<String> details;
    private final int yes;
    private final int no;
    private final int dontKnow;
    private final int declined;
    private final int notAsked;
    private final int notApplicable;
    private final int graded;

    /**
     * Creates the fact.
     *
     * @param answers the answer to each item of the instrument, in order; at most {@link #MOST_ITEMS}. The caller must
     *     not change the array afterwards
     * @param details details of yes answers, each as item and code, for example {@code q18:children}
     * @throws IllegalArgumentException if an answer is none of the states
     */
    public Checklist(String[] answers, Set<String> details) {
        this.answers = answers;
        this.details = details;
        int countYes = 0;
        int countNo = 0;
        int countDontKnow = 0;
        int countDeclined = 0;
        int countNotAsked = 0;
        int countNotApplicable = 0;
        int countGraded = 0;
        for (String answer : answers) {
            switch (answer) {
                case "yes" -> countYes++;
                case "no" -> countNo++;
                case "dont-know" -> countDontKnow++;
                case "declined" -> countDeclined++;
                case "not-asked" -> countNotAsked++;
                case "not-applicable" -> countNotApplicable++;
                case "graded" -> countGraded++;
                default -> throw new IllegalArgumentException("An answer is none of the states.");
            }
        }
        this.yes = countYes;
        this.no = countNo;
        this.dontKnow = countDontKnow;
        this.declined = countDeclined;
        this.notAsked = countNotAsked;
        this.notApplicable = countNotApplicable;
        this.graded = countGraded;
    }

    /** How many items are answered yes: the count. */
    public int getYes() {
        return yes;
    }

    /** How many items are answered no. */
    public int getNo() {
        return no;
    }

    /** How many items are answered don't know. */
    public int getDontKnow() {
        return dontKnow;
    }

    /** How many items the person declined to answer. */
    public int getDeclined() {
        return declined;
    }

    /** How many items were not asked, or left out. */
    public int getNotAsked() {
        return notAsked;
    }

    /** How many items another answer makes pointless. */
    public int getNotApplicable() {
        return notApplicable;
    }

    /** How many rows of a profile have a grade. */
    public int getGraded() {
        return graded;
    }

    /** How many items are unknown: don't know, declined or not asked. */
    public int getUnknown() {
        return dontKnow + declined + notAsked;
    }

    /** How many items are answered: yes, no or with a grade. */
    public int getAnswered() {
        return yes + no + graded;
    }

    /** How many items the instrument has. */
    public int getOf() {
        return answers.length;
    }

    /** Details of yes answers, each as item and code, for example {@code q18:children}. */
    public Set<String> getDetails() {
        return details;
    }

    private String answer(int number) {
        return number <= answers.length ? answers[number - 1] : "not-asked";
    }

    /** The answer to item 1. */
    public String getQ1() {
        return answer(1);
    }

    /** The answer to item 2. */
    public String getQ2() {
        return answer(2);
    }

    /** The answer to item 3. */
    public String getQ3() {
        return answer(3);
    }

    /** The answer to item 4. */
    public String getQ4() {
        return answer(4);
    }

    /** The answer to item 5. */
    public String getQ5() {
        return answer(5);
    }

    /** The answer to item 6. */
    public String getQ6() {
        return answer(6);
    }

    /** The answer to item 7. */
    public String getQ7() {
        return answer(7);
    }

    /** The answer to item 8. */
    public String getQ8() {
        return answer(8);
    }

    /** The answer to item 9. */
    public String getQ9() {
        return answer(9);
    }

    /** The answer to item 10. */
    public String getQ10() {
        return answer(10);
    }

    /** The answer to item 11. */
    public String getQ11() {
        return answer(11);
    }

    /** The answer to item 12. */
    public String getQ12() {
        return answer(12);
    }

    /** The answer to item 13. */
    public String getQ13() {
        return answer(13);
    }

    /** The answer to item 14. */
    public String getQ14() {
        return answer(14);
    }

    /** The answer to item 15. */
    public String getQ15() {
        return answer(15);
    }

    /** The answer to item 16. */
    public String getQ16() {
        return answer(16);
    }

    /** The answer to item 17. */
    public String getQ17() {
        return answer(17);
    }

    /** The answer to item 18. */
    public String getQ18() {
        return answer(18);
    }

    /** The answer to item 19. */
    public String getQ19() {
        return answer(19);
    }

    /** The answer to item 20. */
    public String getQ20() {
        return answer(20);
    }

    /** The answer to item 21. */
    public String getQ21() {
        return answer(21);
    }

    /** The answer to item 22. */
    public String getQ22() {
        return answer(22);
    }

    /** The answer to item 23. */
    public String getQ23() {
        return answer(23);
    }

    /** The answer to item 24. */
    public String getQ24() {
        return answer(24);
    }

    /** The answer to item 25. */
    public String getQ25() {
        return answer(25);
    }

    /** The answer to item 26. */
    public String getQ26() {
        return answer(26);
    }

    /** The answer to item 27. */
    public String getQ27() {
        return answer(27);
    }
}
