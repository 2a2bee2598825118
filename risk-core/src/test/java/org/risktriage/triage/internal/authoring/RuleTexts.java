package org.risktriage.triage.internal.authoring;

import java.util.List;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;

/** Lets tests in other packages check the text of a rule file. */
public final class RuleTexts {
    private RuleTexts() {}

    /**
     * What came of it.
     *
     * @param rules how many rules passed
     * @param faults what is wrong
     */
    public record Checked(int rules, List<String> faults) {}

    /** Checks a rule file as one of a pack. Nothing of it is compiled. */
    public static Checked check(String text, LoadedPack pack) {
        PackFaults faults = new PackFaults();
        PackWords words = PackWords.of(pack.written(), pack.instrument());
        List<CheckedRule> rules = new RuleProfile(words, faults).check("rules/made-up.drl", text);
        return new Checked(rules.size(), faults.found());
    }
}
