package org.risktriage.rules;

/**
 * The children recorded with the assessment, taken together.
 */
public final class Children {
    private final String given;
    private final int recorded;
    private final int inHome;

    /**
     * Creates the fact.
     *
     * @param given {@code yes} where the request lists children, even none, else {@code no}
     * @param recorded how many children under 18 are recorded
     * @param inHome how many of them live, or may live, with the victim or the perpetrator
     */
    public Children(String given, int recorded, int inHome) {
        this.given = given;
        this.recorded = recorded;
        this.inHome = inHome;
    }

    /** {@code yes} where the request lists children, even none, else {@code no}. */
    public String getGiven() {
        return given;
    }

    /** How many children under 18 are recorded. */
    public int getRecorded() {
        return recorded;
    }

    /** How many of them live, or may live, with the victim or the perpetrator. */
    public int getInHome() {
        return inHome;
    }
}
