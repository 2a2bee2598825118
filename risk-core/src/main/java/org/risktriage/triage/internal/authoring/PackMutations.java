package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.ChangedRules.Checked;
import org.risktriage.triage.internal.authoring.Mutation.ChangedRule;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.WrittenPack;

/** Every way in which one pack is mutated, and what the rule profile says to it. */
final class PackMutations {
    private final PackWords words;
    private final List<Mutation> all = new ArrayList<>();
    /** Paths of the rules' files. */
    private final Map<String, String> files = new HashMap<>();

    private final Map<String, Integer> places = new HashMap<>();

    PackMutations(LoadedPack pack) {
        WrittenPack written = pack.written();
        this.words = PackWords.of(written, pack.instrument());
        all.addAll(ParameterMutations.of(pack.parameters()));
        all.addAll(ServiceMutations.of(pack.services()));
        written.ruleFiles()
                .forEach(file -> file(file, written.folder(), written.content().text(file)));
    }

    private void file(String file, String folder, String text) {
        List<CheckedRule> rules = check(file, text);
        List<RuleText> written = RuleText.of(text);
        if (!rules.stream()
                .map(rule -> rule.id().substring(rule.id().lastIndexOf('/') + 1))
                .toList()
                .equals(written.stream().map(RuleText::name).toList())) {
            throw new IllegalStateException("The rule profile and the reader of rule texts see the same rules.");
        }
        Exchange exchange = new Exchange(words.details(), words.services());
        for (int i = 0; i < rules.size(); i++) {
            CheckedRule rule = rules.get(i);
            places.put(rule.id(), places.size());
            files.put(rule.id(), file);
            all.addAll(RuleMutations.of(exchange, file.substring(folder.length()), rule, written.get(i)));
        }
    }

    private List<CheckedRule> check(String file, String text) {
        PackFaults faults = new PackFaults();
        List<CheckedRule> rules = new RuleProfile(words, faults).check(file, text);
        faults.refuseIfAny("The change");
        return rules;
    }

    /** The mutations: parameters and services in the order of their tables, then rules in the order of their files. */
    List<Mutation> all() {
        return all;
    }

    /**
     * Shows a changed rule to the rule profile.
     *
     * @param change the change
     * @return the change with the rule that passed
     * @throws RulesFaultException if the profile refuses the rule, saying why
     */
    Checked check(ChangedRule change) {
        String file = files.getOrDefault(change.rule(), "");
        List<CheckedRule> rules = check(file, change.text());
        return new Checked(change, places.getOrDefault(change.rule(), 0), rules.get(0));
    }
}
