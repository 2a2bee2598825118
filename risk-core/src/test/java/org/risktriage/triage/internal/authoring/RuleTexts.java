package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.stream.Stream;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.rules.CompiledClasses;

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

    /**
     * What the compiler would be given of a rule file: the rules that passed, written anew.
     *
     * @param conditions the conditions of each
     * @param consequences the statements of each
     * @param sentences what each says, with its source, its mark and its id
     */
    public record Rewritten(List<String> conditions, List<String> consequences, List<String> sentences) {}

    /** Checks a rule file as one of a pack, and gives what would be compiled of it; nothing where a rule is refused. */
    public static Rewritten rewritten(String text, LoadedPack pack) {
        List<CheckedRule> rules = rules(text, pack);
        return new Rewritten(
                rules.stream().map(CheckedRule::conditions).toList(),
                rules.stream().map(CheckedRule::consequence).toList(),
                rules.stream()
                        .flatMap(rule -> Stream.of(rule.says(), rule.source(), rule.confidence(), rule.id()))
                        .toList());
    }

    /**
     * Compiles what passed of a rule file, as the desk does.
     *
     * @return where the classes are
     */
    public static ClassLoader compile(String text, LoadedPack pack) {
        return new CompiledClasses(RuleCompiler.compile("made-up", "1.0.0", "0", rules(text, pack)));
    }

    private static List<CheckedRule> rules(String text, LoadedPack pack) {
        PackFaults faults = new PackFaults();
        PackWords words = PackWords.of(pack.written(), pack.instrument());
        List<CheckedRule> rules = new RuleProfile(words, faults).check("rules/made-up.drl", text);
        return faults.found().isEmpty() ? rules : List.of();
    }

    /** Checks a rule file as one of a pack. Nothing of it is compiled. */
    public static Checked check(String text, LoadedPack pack) {
        PackFaults faults = new PackFaults();
        PackWords words = PackWords.of(pack.written(), pack.instrument());
        List<CheckedRule> rules = new RuleProfile(words, faults).check("rules/made-up.drl", text);
        return new Checked(rules.size(), faults.found());
    }
}
