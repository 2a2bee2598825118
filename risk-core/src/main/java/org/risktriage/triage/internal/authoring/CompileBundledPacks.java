package org.risktriage.triage.internal.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.pack.PackDigest;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackFolders;
import org.risktriage.triage.internal.pack.ParameterTable;

/** Run by the build: checks and compiles every rule pack on the class path. */
public final class CompileBundledPacks {
    private CompileBundledPacks() {}

    /**
     * Compiles the packs.
     *
     * @param arguments the folder into which classes go
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        Content content = Content.bundled();
        for (String folder : PackFolders.in(content)) {
            Map<String, byte[]> files = compile(content, folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            System.out.println("Compiled " + folder + ": " + (files.size() - 1) + " classes");
        }
    }

    /**
     * Checks and compiles one pack.
     *
     * @param content where the files are
     * @param folder the pack's folder
     * @return files by path
     * @throws org.risktriage.triage.RulesFaultException naming everything that is wrong
     */
    static Map<String, byte[]> compile(Content content, String folder) {
        PackFaults faults = new PackFaults();
        Manifest manifest = Manifest.read(folder + "pack.yaml", content.text(folder + "pack.yaml"), faults);
        faults.refuseIfAny("The rule pack in " + folder);
        if (manifest == null) {
            throw new IllegalStateException("A manifest without faults is whole.");
        }
        ParameterTable parameters = ParameterTable.read(
                folder + "parameters.csv", content.text(folder + "parameters.csv"), manifest, faults);
        Instrument instrument = InstrumentReader.read(content, manifest.instrument());
        RuleProfile profile = new RuleProfile(PackWords.of(manifest, parameters, instrument), faults);
        List<CheckedRule> rules = new ArrayList<>();
        for (String file : content.below(folder + "rules/")) {
            rules.addAll(profile.check(file, content.text(file)));
        }
        if (rules.size() != manifest.rules()) {
            faults.add(
                    folder + "pack.yaml",
                    "/rules",
                    "The manifest counts " + manifest.rules() + " rules; " + rules.size() + " passed.");
        }
        if (rules.stream().map(CheckedRule::id).distinct().count() != rules.size()) {
            faults.add(folder + "rules/", "", "Two rules of one file have the same name.");
        }
        faults.refuseIfAny("The rule pack " + manifest.id());
        return RuleCompiler.compile(manifest.id(), manifest.version(), PackDigest.of(content, folder), rules);
    }
}
