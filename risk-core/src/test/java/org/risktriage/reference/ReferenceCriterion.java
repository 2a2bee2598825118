package org.risktriage.reference;

/**
 * Where one route to MARAC stands. Written from the published facts, shares no code with the engine.
 *
 * @param status {@code met}, {@code not-met} or {@code could-be-met}
 * @param distance how many further facts would meet it; zero where it is met
 */
public record ReferenceCriterion(String id, String status, int distance) {

    public static final String VISIBLE_HIGH_RISK = "visible-high-risk";
    public static final String PROFESSIONAL_JUDGEMENT = "professional-judgement";
    public static final String POTENTIAL_ESCALATION = "potential-escalation";
    public static final String REPEAT = "repeat";

    public static final String MET = "met";
    public static final String NOT_MET = "not-met";
    public static final String COULD_BE_MET = "could-be-met";

    static ReferenceCriterion of(String id, boolean met, boolean couldBeMet, int distance) {
        String open = couldBeMet ? COULD_BE_MET : NOT_MET;
        return new ReferenceCriterion(id, met ? MET : open, distance);
    }

    boolean met() {
        return status.equals(MET);
    }

    boolean couldBeMet() {
        return status.equals(COULD_BE_MET);
    }

    /** Keeps the distance: the numbers are what they are, only the route is closed. */
    ReferenceCriterion asNotMet() {
        return new ReferenceCriterion(id, NOT_MET, distance);
    }
}
