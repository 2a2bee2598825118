package org.risktriage.rules;

/**
 * What is known of the history as a whole.
 */
public final class History {
    private final String incidentsGiven;
    private final String referralsGiven;
    private final int undated;
    private final int crimeReports;
    private final int reversed;

    /**
     * Creates the fact.
     *
     * @param incidentsGiven {@code yes} where incidents were given, even as an empty list, else {@code no}
     * @param referralsGiven {@code yes} where MARAC referrals were given, even as an empty list, else {@code no}
     * @param undated how many incidents have no date
     * @param crimeReports how many incidents against the victim, dated or not, are crime reports or marked as crimes
     * @param reversed how many incidents, dated or not, are recorded with the roles swapped
     */
    public History(String incidentsGiven, String referralsGiven, int undated, int crimeReports, int reversed) {
        this.incidentsGiven = incidentsGiven;
        this.referralsGiven = referralsGiven;
        this.undated = undated;
        this.crimeReports = crimeReports;
        this.reversed = reversed;
    }

    /** {@code yes} where incidents were given, even as an empty list, else {@code no}. */
    public String getIncidentsGiven() {
        return incidentsGiven;
    }

    /** {@code yes} where MARAC referrals were given, even as an empty list, else {@code no}. */
    public String getReferralsGiven() {
        return referralsGiven;
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
