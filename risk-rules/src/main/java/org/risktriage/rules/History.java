package org.risktriage.rules;

/**
 * What is known of the history as a whole.
 */
public final class History {
    private final String given;
    private final int undated;
    private final int crimeReports;
    private final int reversed;

    /**
     * Creates the fact.
     *
     * @param given {@code yes} where both incidents and MARAC referrals were given, even as empty lists, else {@code no}
     * @param undated how many incidents have no date
     * @param crimeReports how many incidents against the victim, dated or not, are crime reports or marked as crimes
     * @param reversed how many incidents, dated or not, are recorded with the roles swapped
     */
    public History(String given, int undated, int crimeReports, int reversed) {
        this.given = given;
        this.undated = undated;
        this.crimeReports = crimeReports;
        this.reversed = reversed;
    }

    /** {@code yes} where both incidents and MARAC referrals were given, even as empty lists, else {@code no}. */
    public String getGiven() {
        return given;
    }

    /** How many incidents have no date. */
    public int getUndated() {
        return undated;
    }

    /** How many incidents against the victim, dated or not, are crime reports or marked as crimes. */
    public int getCrimeReports() {
        return crimeReports;
    }

    /** How many incidents, dated or not, are recorded with the roles swapped. */
    public int getReversed() {
        return reversed;
    }
}
