package org.risktriage.triage.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.risktriage.rules.Policy;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.DiffReport.Kind;
import org.risktriage.triage.internal.authoring.RuleDifferences;
import org.risktriage.triage.internal.authoring.RuleDifferences.Weight;

/** How the dated values of two versions differ, from day to day; and where they come from. */
final class ValuesChanged {
    private ValuesChanged() {}

    static List<Difference> between(List<Stretch> stretches) {
        OverTime values = new OverTime();
        Map<String, VersionStep> steps = new HashMap<>();
        for (Stretch stretch : stretches) {
            Policy one = stretch.beforePolicy();
            Policy other = stretch.afterPolicy();
            TreeSet<String> keys = new TreeSet<>(one.keys());
            keys.addAll(other.keys());
            for (String key : keys) {
                if (!one.keys().contains(key)) {
                    values.add(
                            stretch, Kind.PARAMETER, key, key + " is new: " + other.text(key) + ".", VersionStep.PATCH);
                } else if (!other.keys().contains(key)) {
                    values.add(stretch, Kind.PARAMETER, key, key + " has no value.", step(steps, key, stretch));
                } else if (!one.text(key).equals(other.text(key))) {
                    values.add(
                            stretch,
                            Kind.PARAMETER,
                            key,
                            key + " is " + other.text(key) + " instead of " + one.text(key) + ".",
                            step(steps, key, stretch));
                }
            }
        }
        List<Difference> differences = new ArrayList<>(values.differences());
        Stretch last = stretches.get(stretches.size() - 1);
        sources(last.before().parameters().rows(), last.after().parameters().rows(), differences);
        return differences;
    }

    /** Another value is never wording alone. */
    private static VersionStep step(Map<String, VersionStep> steps, String key, Stretch stretch) {
        return steps.computeIfAbsent(key, one -> {
            boolean lost = RuleDifferences.ofValue(stretch.before(), key) == Weight.HELP_MAY_BE_LOST
                    || RuleDifferences.ofValue(stretch.after(), key) == Weight.HELP_MAY_BE_LOST;
            return lost ? VersionStep.MAJOR : VersionStep.MINOR;
        });
    }

    private static void sources(List<Parameter> before, List<Parameter> after, List<Difference> into) {
        for (Parameter row : after) {
            before.stream()
                    .filter(old -> old.key().equals(row.key())
                            && old.from().equals(row.from())
                            && old.value().equals(row.value()))
                    .findFirst()
                    .ifPresent(old -> {
                        if (!old.source().equals(row.source()) || old.confidence() != row.confidence()) {
                            into.add(new Difference(
                                    Kind.SOURCE,
                                    row.key(),
                                    null,
                                    null,
                                    "The value of " + row.key() + " rests on " + row.source() + " ("
                                            + row.confidence().code() + ") instead of " + old.source() + " ("
                                            + old.confidence().code() + ").",
                                    VersionStep.PATCH));
                        } else if (!old.note().equals(row.note())) {
                            into.add(new Difference(
                                    Kind.TEXT,
                                    row.key(),
                                    null,
                                    null,
                                    "The note on " + row.key() + " is another.",
                                    VersionStep.PATCH));
                        }
                    });
        }
    }
}
