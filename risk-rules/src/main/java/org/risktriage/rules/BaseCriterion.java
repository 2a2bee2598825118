package org.risktriage.rules;

/**
 * A criterion that would be met under the base rules and is not met under the area's: what the area's rules take away is
 * never taken away in silence.
 */
public final class BaseCriterion extends Fact {
    private final String id;
    private final String says;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param id id of the criterion
     * @param says why it would be met, in the words of the base rules
     */
    public BaseCriterion(Policy policy, String id, String says) {
        super(policy);
        this.id = id;
        this.says = says;
    }

    /** Id of the criterion. */
    public String getId() {
        return id;
    }

    /** Why it would be met, in the words of the base rules. */
    public String getSays() {
        return says;
    }
}
