package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.Mutation.ChangedRule;
import org.risktriage.triage.internal.rules.CompiledClasses;
import org.risktriage.triage.internal.rules.RuleModels;

/**
 * Compiles changed rules, many at a time: a batch holds at most one change of each rule, and compiles as a pack of those
 * rules alone.
 */
final class ChangedRules {
    private final PackId pack;

    ChangedRules(PackId pack) {
        this.pack = pack;
    }

    /**
     * A change that passed the rule profile.
     *
     * @param change the change
     * @param place the place of the rule in its pack
     * @param rule the changed rule
     */
    record Checked(ChangedRule change, int place, CheckedRule rule) {}

    /** Deals changes into as few batches as there are changes of the rule that has most. */
    static List<List<Checked>> batches(List<Checked> changes) {
        List<List<Checked>> batches = new ArrayList<>();
        Map<Integer, Integer> dealt = new HashMap<>();
        for (Checked change : changes) {
            int batch = dealt.merge(change.place(), 1, Integer::sum) - 1;
            if (batch == batches.size()) {
                batches.add(new ArrayList<>());
            }
            batches.get(batch).add(change);
        }
        return batches;
    }

    /**
     * Compiles a batch; if that fails, each of its changes alone.
     *
     * @param batch the changes
     * @return the compiled rules of each change that compiles
     */
    Map<Checked, RuleModels> compile(List<Checked> batch) {
        Map<Checked, RuleModels> compiled = new HashMap<>();
        RuleModels together = tryTo(batch);
        for (Checked change : batch) {
            RuleModels models = together == null ? tryTo(List.of(change)) : together;
            if (models != null) {
                compiled.put(change, models);
            }
        }
        return compiled;
    }

    private @Nullable RuleModels tryTo(List<Checked> batch) {
        SortedMap<Integer, CheckedRule> rules = new TreeMap<>();
        batch.forEach(change -> rules.put(change.place(), change.rule()));
        try {
            Map<String, byte[]> classes = RuleCompiler.compile(pack.id(), pack.version(), pack.sha256(), rules);
            return RuleModels.load(new CompiledClasses(classes), pack.id(), pack.version(), pack.sha256());
        } catch (RulesFaultException e) {
            return null;
        }
    }
}
