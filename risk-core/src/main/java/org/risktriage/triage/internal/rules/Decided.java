package org.risktriage.triage.internal.rules;

import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Fact;
import org.risktriage.rules.History;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Outcome;
import org.risktriage.rules.Support;
import org.risktriage.rules.Victim;

/** What was given, with what was decided on it. Rules that advise match this, and so cannot run before the decision. */
public final class Decided extends Fact {
    private final Given given;
    private final Outcome outcome;

    /**
     * Creates the fact.
     *
     * @param given what was given
     * @param outcome what was decided
     */
    public Decided(Given given, Outcome outcome) {
        super(given.getPolicy());
        this.given = given;
        this.outcome = outcome;
    }

    /** What was decided. */
    public Outcome getOutcome() {
        return outcome;
    }

    /** The checklist. */
    public Checklist getChecklist() {
        return given.getChecklist();
    }

    /** The practitioner's judgement. */
    public Judgement getJudgement() {
        return given.getJudgement();
    }

    /** The victim. */
    public Victim getVictim() {
        return given.getVictim();
    }

    /** The children. */
    public Children getChildren() {
        return given.getChildren();
    }

    /** The circumstances. */
    public Circumstances getCircumstances() {
        return given.getCircumstances();
    }

    /** What is known of the history as a whole. */
    public History getHistory() {
        return given.getHistory();
    }

    /** What decides which service takes somebody. */
    public Support getSupport() {
        return given.getSupport();
    }
}
