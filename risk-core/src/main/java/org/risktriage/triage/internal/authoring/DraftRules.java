package org.risktriage.triage.internal.authoring;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.WrittenPack;

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
        for (WrittenPack pack : packs) {
            PackFaults faults = new PackFaults();
            var rules = CompileBundledPacks.check(pack, faults);
            faults.refuseIfAny("The rule pack " + pack.identity().id());
            if (!rules.isEmpty()) {
                files.putAll(RuleCompiler.compile(
                        pack.identity().id(),
                        pack.identity().version(),
                        pack.identity().sha256(),
                        rules));
            }
        }
        return new CompiledClasses(files);
    }
}
