package org.risktriage.rules;

/**
 * One perpetrator. There is always at least one: where none is listed, an unnamed one stands for them.
 *
 * <p>Escalation and repeat are judged for each perpetrator apart: join the history to a perpetrator by {@code ref}.
 */
public final class Perpetrator extends Fact {
    private final String ref;
    private final String ageGiven;
    private final int age;
    private final String serial;
    private final String relationship;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param ref the caller's opaque reference; empty for the unnamed one
     * @param ageGiven {@code yes} where the age is known, else {@code no}
     * @param age age in completed years; -1 where it is not known
     * @param serial {@code yes}, {@code no} or {@code unknown}: known to have abused more than one person
     * @param relationship what the perpetrator is to the victim, for example {@code ex-partner}; empty where not given
     */
    public Perpetrator(Policy policy, String ref, String ageGiven, int age, String serial, String relationship) {
        super(policy);
        this.ref = ref;
        this.ageGiven = ageGiven;
        this.age = age;
        this.serial = serial;
        this.relationship = relationship;
    }

    /** The caller's opaque reference; empty for the unnamed one. */
    public String getRef() {
        return ref;
    }

    /** {@code yes} where the age is known, else {@code no}. */
    public String getAgeGiven() {
        return ageGiven;
    }

    /** Age in completed years; -1 where it is not known. */
    public int getAge() {
        return age;
    }

    /** {@code yes}, {@code no} or {@code unknown}: known to have abused more than one person. */
    public String getSerial() {
        return serial;
    }

    /** What the perpetrator is to the victim, for example {@code ex-partner}; empty where not given. */
    public String getRelationship() {
        return relationship;
    }
}
