package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.Notice.By;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;

/** Runs a pack's worked cases against a mutant until one of them notices it. Safe for use by many threads. */
final class MutantTrial {
    private final Decider decider = new Decider("mutation");
    private final Tried own;
    private final List<Tried> above = new ArrayList<>();

    /**
     * Runs the cases against the packs as they are: each has to hold, or it would notice every mutant.
     *
     * @param packs the pack that is mutated, over each version of what it extends; the last of them is
     * @param above packs that extend it
     * @throws RulesFaultException if a case does not hold
     */
    MutantTrial(List<LoadedPack> packs, List<LoadedPack> above) {
        this.own = new Tried(packs, decider);
        Map<PackId, List<LoadedPack>> versions = new LinkedHashMap<>();
        above.forEach(pack -> versions.computeIfAbsent(pack.identity(), id -> new ArrayList<>())
                .add(pack));
        versions.values().forEach(spans -> this.above.add(new Tried(spans, decider)));
    }

    /** One version of a pack, with its cases. */
    private static final class Tried {
        private final List<LoadedPack> spans;
        private final List<WorkedCase> cases;
        /** For each rule the cases in which it fires: they notice soonest that it is another. */
        private final Map<String, List<WorkedCase>> firing = new HashMap<>();

        Tried(List<LoadedPack> spans, Decider decider) {
            this.spans = List.copyOf(spans);
            this.cases = WorkedCases.of(spans.get(spans.size() - 1));
            CaseRunner runner = new CaseRunner(spans, decider);
            PackFaults failing = new PackFaults();
            for (WorkedCase worked : cases) {
                CaseRunner.Outcome outcome = runner.run(worked);
                outcome.differences().forEach(difference -> failing.add(worked.file(), worked.name(), difference));
                for (String rule : outcome.fired()) {
                    firing.computeIfAbsent(rule, id -> new ArrayList<>()).add(worked);
                }
            }
            failing.refuseIfAny("The rule pack " + spans.get(0).identity().id());
        }

        LoadedPack last() {
            return spans.get(spans.size() - 1);
        }

        Set<WorkedCase> ordered(String rule) {
            Set<WorkedCase> ordered = new LinkedHashSet<>(firing.getOrDefault(rule, List.of()));
            ordered.addAll(cases);
            return ordered;
        }
    }

    /** The first case that notices a change of the parameters, in the order of the files. */
    Notice of(LoadedPack mutant) {
        return of(mutant, "");
    }

    /** The first case that notices a change of a rule; cases in which the rule fires come first. */
    Notice of(LoadedPack mutant, String rule) {
        List<LoadedPack> mutated = new ArrayList<>(own.spans);
        mutated.set(mutated.size() - 1, mutant);
        Notice notice = run("", mutated, own.ordered(rule));
        for (Tried pack : above) {
            if (notice.by() == By.NOBODY) {
                notice = run(
                        pack.last().identity().id() + ", ",
                        pack.spans.stream()
                                .map(span -> span.extendsPack(own.last()) ? span.over(mutant) : span)
                                .toList(),
                        pack.ordered(rule));
            }
        }
        return notice;
    }

    private Notice run(String where, List<LoadedPack> mutated, Iterable<WorkedCase> ordered) {
        CaseRunner runner = new CaseRunner(mutated, decider);
        for (WorkedCase worked : ordered) {
            String name = where + worked.file() + ": " + worked.name() + ": ";
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
