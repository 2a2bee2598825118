package org.risktriage.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.AssessmentChecks;

/**
 * One version of a pack as if it were in force on every day, with the values that it comes to in the end: to see what it would
 * decide before it does. Nothing rests on what it says. Immutable, and safe for use by many threads.
 */
public final class Candidate {
    private final Decider decider;
    private final LoadedPack pack;
    private final LocalDate asOn;

    private Candidate(Decider decider, LoadedPack pack, LocalDate asOn) {
        this.decider = decider;
        this.pack = pack;
        this.asOn = asOn;
    }

    static Candidate of(Decider decider, LoadedPack pack) {
        LocalDate last = pack.written().from();
        for (LocalDate change : pack.parameters().changesAfter(last)) {
            last = pack.written().inForceOn(change) ? change : last;
        }
        return new Candidate(decider, pack.with(pack.parameters().asOn(last), pack.rules()), last);
    }

    /**
     * Which pack it is.
     *
     * @return its id, version and digest
     */
    public Decision.PackId pack() {
        return pack.identity();
    }

    /**
     * The day whose values it decides by: the last on which the pack changes any.
     *
     * @return the day
     */
    public LocalDate asOn() {
        return asOn;
    }

    /**
     * What the pack would decide.
     *
     * @param assessment an assessment of any day
     * @return the decision
     * @throws InvalidAssessmentException if the pack takes no such assessment
     * @throws RulesFaultException if the rules cannot be evaluated
     */
    public Decision assess(Assessment assessment) {
        List<Problem> problems = new ArrayList<>();
        AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidAssessmentException(problems);
        }
        return decider.decide(assessment, Choice.of(pack));
    }
}
