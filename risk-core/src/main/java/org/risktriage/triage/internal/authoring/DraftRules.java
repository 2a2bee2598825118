package org.risktriage.triage.internal.authoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.WrittenPack;
import org.risktriage.triage.internal.rules.CompiledClasses;

/** The rules of packs that are still being written: checked against the rule profile, and compiled in memory. */
public final class DraftRules {
    private DraftRules() {}

    /**
     * Checks the rules that a pack brings. Nothing of them is compiled or run.
     *
     * @param pack the pack
     * @param faults where faults go
     */
    public static void check(WrittenPack pack, PackFaults faults) {
        CompileBundledPacks.check(pack, faults);
    }

    /**
     * Compiles the rules that packs bring, from the pieces that passed the rule profile.
     *
     * @param packs the packs
     * @return where their compiled rules are, and all that was compiled in the build
     * @throws org.risktriage.triage.RulesFaultException if the profile refuses any of them
     */
    public static ClassLoader compile(Collection<WrittenPack> packs) {
        Map<String, byte[]> files = new TreeMap<>();
        packs.forEach(pack -> files.putAll(compiled(pack)));
        return new CompiledClasses(files);
    }

    /**
     * What the rules of a pack are compiled to, so that the same rules give the same bytes. No rules may be loaded or compiled
     * by another thread meanwhile.
     *
     * @param pack the pack
     * @return the classes and their index, by path; empty where it has no rules of its own
     * @throws org.risktriage.triage.RulesFaultException if the profile refuses any of them
     */
    public static Map<String, byte[]> sealable(WrittenPack pack) {
        // The engine numbers what has no name, from where it stopped the last time.
        NamesAnew.begin();
        return compiled(pack);
    }

    private static Map<String, byte[]> compiled(WrittenPack pack) {
        PackFaults faults = new PackFaults();
        List<CheckedRule> rules = CompileBundledPacks.check(pack, faults);
        faults.refuseIfAny("The rule pack " + pack.identity().id());
        return rules.isEmpty()
                ? Map.of()
                : RuleCompiler.compile(
                        pack.identity().id(),
                        pack.identity().version(),
                        pack.identity().sha256(),
                        rules);
    }
}
