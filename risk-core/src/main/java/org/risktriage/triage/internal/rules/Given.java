package org.risktriage.triage.internal.rules;

import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Fact;
import org.risktriage.rules.History;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Support;
import org.risktriage.rules.Victim;

/**
 * Everything of which an assessment has exactly one, as one fact: conditions on several of them are then one match, and
 * most rules need no join. Rules that decide match this.
 */
public final class Given extends Fact {
    private final Checklist checklist;
    private final Judgement judgement;
    private final Victim victim;
    private final Children children;
    private final Circumstances circumstances;
    private final History history;
    private final Support support;

    /**
     * Creates the fact.
     *
     * @param policy the parameters in force
     * @param checklist the checklist
     * @param judgement the practitioner's judgement
     * @param victim the victim
     * @param children the children
     * @param circumstances the circumstances
     * @param history what is known of the history as a whole
     * @param support what decides which service takes somebody
     */
    public Given(
            Policy policy,
            Checklist checklist,
            Judgement judgement,
            Victim victim,
            Children children,
            Circumstances circumstances,
            History history,
            Support support) {
        super(policy);
        this.checklist = checklist;
        this.judgement = judgement;
        this.victim = victim;
        this.children = children;
        this.circumstances = circumstances;
        this.history = history;
        this.support = support;
    }

    /**
     * The same with another checklist.
     *
     * @param other the checklist
     * @return a copy with that checklist
     */
    public Given with(Checklist other) {
        return new Given(getPolicy(), other, judgement, victim, children, circumstances, history, support);
    }

    /** The checklist. */
    public Checklist getChecklist() {
        return checklist;
    }

    /** The practitioner's judgement. */
    public Judgement getJudgement() {
        return judgement;
    }

    /** The victim. */
    public Victim getVictim() {
        return victim;
    }

    /** The children. */
    public Children getChildren() {
        return children;
    }

    /** The circumstances. */
    public Circumstances getCircumstances() {
        return circumstances;
    }

    /** What is known of the history as a whole. */
    public History getHistory() {
        return history;
    }

    /** What decides which service takes somebody. */
    public Support getSupport() {
        return support;
    }
}
