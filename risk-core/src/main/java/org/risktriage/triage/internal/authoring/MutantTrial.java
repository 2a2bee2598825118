package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.Notice.By;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;

/** Runs a pack's worked cases against a mutant until one of them notices it. Safe for use by many threads. */
final class MutantTrial {
    private final Decider decider = new Decider("mutation");
    private final List<LoadedPack> packs;
    private final List<WorkedCase> cases;
    /** For each rule the cases in which it fires: they notice soonest that it is another. */
    private final Map<String, List<WorkedCase>> firing = new HashMap<>();

    /**
     * Runs the cases against the pack as it is: each has to hold, or it would notice every mutant.
     *
     * @param packs the pack, over each version of what it extends
     * @param cases its cases
     * @throws RulesFaultException if a case does not hold
     */
    MutantTrial(List<LoadedPack> packs, List<WorkedCase> cases) {
        this.packs = packs;
        this.cases = cases;
        CaseRunner runner = new CaseRunner(packs, decider);
        PackFaults failing = new PackFaults();
        for (WorkedCase worked : cases) {
            CaseRunner.Outcome outcome = runner.run(worked);
            outcome.differences().forEach(difference -> failing.add(worked.file(), worked.name(), difference));
            for (String rule : outcome.fired()) {
                firing.computeIfAbsent(rule, id -> new ArrayList<>()).add(worked);
            }
        }
        failing.refuseIfAny("The rule pack " + packs.get(0).identity().id());
    }

    /** The first case that notices a change of the parameters, in the order of the files. */
    Notice of(LoadedPack mutant) {
        return run(mutant, cases);
    }

    /** The first case that notices a change of a rule; cases in which the rule fires come first. */
    Notice of(LoadedPack mutant, String rule) {
        Set<WorkedCase> ordered = new LinkedHashSet<>(firing.getOrDefault(rule, List.of()));
        ordered.addAll(cases);
        return run(mutant, ordered);
    }

    private Notice run(LoadedPack mutant, Iterable<WorkedCase> ordered) {
        List<LoadedPack> mutated = new ArrayList<>(packs);
        mutated.set(mutated.size() - 1, mutant);
        CaseRunner runner = new CaseRunner(mutated, decider);
        for (WorkedCase worked : ordered) {
            String name = worked.file() + ": " + worked.name() + ": ";
            try {
                List<String> differences = runner.run(worked).differences();
                if (!differences.isEmpty()) {
                    return new Notice(By.CASE, name + differences.get(0));
                }
            } catch (RulesFaultException e) {
                return new Notice(By.UNDECIDED_CASE, name + e.getMessage());
            }
        }
        return Notice.NOBODY;
    }
}
