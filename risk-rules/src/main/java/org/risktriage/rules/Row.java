package org.risktriage.rules;

/**
 * One row of a profile: a kind of abuse with the grade that a practitioner gave it. Only advice rules see rows: a profile is
 * shown, it is never summed, and no row raises or lowers a level.
 */
public final class Row extends Fact {
    private final String item;
    private final String label;
    private final String grade;
    private final String frequencyRose;
    private final String severityRose;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force on the day of the assessment
     * @param item id of the row
     * @param label what the row is about
     * @param grade {@code none}, {@code standard}, {@code moderate}, {@code high}, or {@code unknown} where there is none
     * @param frequencyRose {@code yes}, {@code no} or {@code unknown}
     * @param severityRose {@code yes}, {@code no} or {@code unknown}
     */
    public Row(Policy policy, String item, String label, String grade, String frequencyRose, String severityRose) {
        super(policy);
        this.item = item;
        this.label = label;
        this.grade = grade;
        this.frequencyRose = frequencyRose;
        this.severityRose = severityRose;
    }

    /** Id of the row. */
    public String getItem() {
        return item;
    }

    /** What the row is about. */
    public String getLabel() {
        return label;
    }

    /** {@code none}, {@code standard}, {@code moderate}, {@code high}, or {@code unknown} where no grade is given. */
    public String getGrade() {
        return grade;
    }

    /** Whether it became more frequent in the recent window: {@code yes}, {@code no} or {@code unknown}. */
    public String getFrequencyRose() {
        return frequencyRose;
    }

    /** Whether it became more severe in the recent window: {@code yes}, {@code no} or {@code unknown}. */
    public String getSeverityRose() {
        return severityRose;
    }
}
