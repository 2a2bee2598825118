package org.risktriage.rules;

import java.util.List;

/**
 * What the route rules decided; only advice rules see it.
 */
public final class Outcome {
    private final String level;
    private final String atMost;
    private final String refer;
    private final String inScope;
    private final List<String> criteriaMet;
    private final String requested;
    private final int meetingWait;

    /**
     * Creates the fact.
     *
     * @param level {@code standard}, {@code medium}, {@code high}, or {@code none} where there is no level
     * @param atMost the highest level that the unknown answers allow, named as in {@code level}
     * @param refer {@code yes} where the case goes to the MARAC, else {@code no}
     * @param inScope {@code no} where the instrument and the meeting do not apply to this person, else {@code yes}
     * @param criteriaMet ids of the criteria that are met, in the pack's order
     * @param requested how the level asked for compares: {@code none}, {@code below}, {@code same} or {@code above}
     * @param meetingWait the most days until the MARAC meets next; -1 where that is not known
     */
    public Outcome(
            String level,
            String atMost,
            String refer,
            String inScope,
            List<String> criteriaMet,
            String requested,
            int meetingWait) {
        this.level = level;
        this.atMost = atMost;
        this.refer = refer;
        this.inScope = inScope;
        this.criteriaMet = criteriaMet;
        this.requested = requested;
        this.meetingWait = meetingWait;
    }

    /** {@code standard}, {@code medium}, {@code high}, or {@code none} where there is no level. */
    public String getLevel() {
        return level;
    }

    /** The highest level that the unknown answers allow, named as in {@code level}. */
    public String getAtMost() {
        return atMost;
    }

    /** {@code yes} where the case goes to the MARAC, else {@code no}. */
    public String getRefer() {
        return refer;
    }

    /** {@code no} where the instrument and the meeting do not apply to this person, else {@code yes}. */
    public String getInScope() {
        return inScope;
    }

    /** Ids of the criteria that are met, in the pack's order. */
    public List<String> getCriteriaMet() {
        return criteriaMet;
    }

    /** How the level asked for compares: {@code none}, {@code below}, {@code same} or {@code above}. */
    public String getRequested() {
        return requested;
    }

    /** {@code yes} where it is known by when the MARAC meets next, else {@code no}. */
    public String getMeetingKnown() {
        return meetingWait < 0 ? "no" : "yes";
    }

    /** The most days from the day of the assessment until the MARAC meets next; -1 where that is not known. */
    public int getMeetingWait() {
        return meetingWait;
    }
}
