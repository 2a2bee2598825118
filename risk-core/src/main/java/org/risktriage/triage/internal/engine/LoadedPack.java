package org.risktriage.triage.internal.engine;

import java.util.List;
import java.util.Set;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackDigest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.WorkingDays;
import org.risktriage.triage.internal.rules.CompiledRules;
import org.risktriage.triage.internal.rules.Sentence;

/**
 * One version of a pack, whole and ready to decide.
 *
 * @param manifest its manifest
 * @param identity its id, version and digest
 * @param parameters its dated values
 * @param instrument the instrument that it scores
 * @param workingDays the working days of its nation
 * @param rules its compiled rules
 * @param chosen the sentence that says why this version applies
 */
public record LoadedPack(
        Manifest manifest,
        PackId identity,
        ParameterTable parameters,
        Instrument instrument,
        WorkingDays workingDays,
        CompiledRules rules,
        Sentence chosen) {

    /**
     * Loads a pack.
     *
     * @param content where its files are
     * @param folder its folder
     * @param loader where its compiled rules are
     * @return the pack
     * @throws org.risktriage.triage.RulesFaultException if anything is missing or wrong, naming everything
     */
    public static LoadedPack load(Content content, String folder, ClassLoader loader) {
        PackFaults faults = new PackFaults();
        String manifestFile = folder + "pack.yaml";
        Manifest manifest = Manifest.read(manifestFile, content.text(manifestFile), faults);
        if (manifest == null) {
            faults.refuseIfAny("The rule pack in " + folder);
            throw new IllegalStateException("A manifest without faults is whole.");
        }
        if (!folder.equals("rulepacks/" + manifest.id() + "/" + manifest.version() + "/")) {
            faults.add(manifestFile, "/id", "id and version have to be the names of the pack's folders.");
        }
        String table = folder + "parameters.csv";
        ParameterTable parameters = ParameterTable.read(table, content.text(table), manifest, faults);
        Set<String> keys = parameters.keysThroughout(manifest.inForceFrom(), manifest.inForceTo());
        for (String key : List.of(Decider.DANGER_TO_LIFE, Evidence.CHILD_BELOW)) {
            if (!keys.contains(key)) {
                faults.add(table, "", key + " is needed on every day on which the pack is in force.");
            }
        }
        faults.refuseIfAny("The rule pack " + manifest.id() + " " + manifest.version());
        String sha256 = PackDigest.of(content, folder);
        return new LoadedPack(
                manifest,
                new PackId(manifest.id(), manifest.version(), sha256),
                parameters,
                InstrumentReader.read(content, manifest.instrument()),
                WorkingDays.read(content, manifest.calendar()),
                CompiledRules.load(loader, manifest.id(), manifest.version(), sha256, manifest.rules()),
                Sentence.of(manifest.chosen()));
    }
}
