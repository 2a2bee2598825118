package org.risktriage.rules;

/**
 * The person at risk. No name, address or date of birth.
 */
public final class Victim {
    private final String ageGiven;
    private final int age;
    private final String pregnant;
    private final String careAndSupportNeeds;

    /**
     * Creates the fact.
     *
     * @param ageGiven {@code yes} where the age is known, else {@code no}
     * @param age age in completed years; -1 where it is not known
     * @param pregnant {@code yes}, {@code no} or {@code unknown}
     * @param careAndSupportNeeds {@code yes}, {@code no} or {@code unknown}
     */
    public Victim(String ageGiven, int age, String pregnant, String careAndSupportNeeds) {
        this.ageGiven = ageGiven;
        this.age = age;
        this.pregnant = pregnant;
        this.careAndSupportNeeds = careAndSupportNeeds;
    }

    /** {@code yes} where the age is known, else {@code no}. */
    public String getAgeGiven() {
        return ageGiven;
    }

    /** Age in completed years; -1 where it is not known. */
    public int getAge() {
        return age;
    }

    /** {@code yes}, {@code no} or {@code unknown}. */
    public String getPregnant() {
        return pregnant;
    }

    /** {@code yes}, {@code no} or {@code unknown}. */
    public String getCareAndSupportNeeds() {
        return careAndSupportNeeds;
    }
}
