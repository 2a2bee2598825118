package org.risktriage.service.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.RulePack.Rule;

/** What one version of a pack says otherwise than the one before it: values, and rules. */
final class Differences {
    private Differences() {}

    static List<String> between(RulePack before, RulePack after) {
        List<String> differences = new ArrayList<>();
        LocalDate lastDay = after.inForceFrom().minusDays(1);
        Map<String, String> old = values(before, lastDay);
        Map<String, String> now = values(after, after.inForceFrom());
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            String then = old.get(key);
            String value = now.get(key);
            if (then == null) {
                differences.add("Parameter " + key + " is new: " + value + ".");
            } else if (value == null) {
                differences.add("Parameter " + key + " is gone; it was " + then + ".");
            } else if (!value.equals(then)) {
                differences.add("Parameter " + key + " is " + value + "; it was " + then + ".");
            }
        }
        Map<String, Rule> oldRules = rules(before);
        Map<String, Rule> newRules = rules(after);
        newRules.forEach((id, rule) -> {
            Rule other = oldRules.get(id);
            if (other == null) {
                differences.add("Rule " + id + " is new.");
            } else if (!other.equals(rule)) {
                differences.add("Rule " + id + " is changed.");
            }
        });
        oldRules.keySet().stream()
                .filter(id -> !newRules.containsKey(id))
                .forEach(id -> differences.add("Rule " + id + " no longer applies."));
        return differences;
    }

    private static Map<String, String> values(RulePack pack, LocalDate day) {
        Map<String, String> values = new TreeMap<>();
        for (Parameter row : pack.parameters()) {
            if (row.appliesOn(day)) {
                values.put(row.key(), row.value());
            }
        }
        return values;
    }

    private static Map<String, Rule> rules(RulePack pack) {
        Map<String, Rule> rules = new TreeMap<>();
        pack.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }
}
