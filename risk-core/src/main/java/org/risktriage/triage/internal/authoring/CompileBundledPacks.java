package org.risktriage.triage.internal.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.InstrumentReader;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

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
        Content bundled = Content.bundled();
        PackReader.Read read = PackReader.read(List.of(bundled));
        Map<String, byte[]> files = compile(read);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        CalendarReach.warnings(read.packs(), bundled, LocalDate.now(ZoneOffset.UTC))
                .forEach(warning -> System.out.println("WARNING: " + warning));
        System.out.println("Compiled the rules of the bundled packs: " + files.size() + " files");
    }

    /**
     * Checks and compiles the rules that packs bring.
     *
     * @param read the packs
     * @return files by path
     * @throws org.risktriage.triage.RulesFaultException naming everything that is wrong with any of them
     */
    static Map<String, byte[]> compile(PackReader.Read read) {
        Map<String, PackFaults> faults = new TreeMap<>();
        read.refused().forEach(pack -> {
            PackFaults found = new PackFaults();
            found.addAll(pack.faults());
            faults.put(pack.pack(), found);
        });
        Map<WrittenPack, List<CheckedRule>> checked = new LinkedHashMap<>();
        Stream.concat(read.packs().stream(), read.drafts().stream()).forEach(pack -> {
            PackFaults found = faults.computeIfAbsent(
                    pack.identity().id() + "@" + pack.identity().version(), name -> new PackFaults());
            checked.put(pack, check(pack, found));
        });
        faults.values().removeIf(found -> found.found().isEmpty());
        if (!faults.isEmpty()) {
            throw PackReader.refusal(faults.entrySet().stream()
                    .map(entry ->
                            new RefusedPack(entry.getKey(), entry.getValue().found()))
                    .toList());
        }
        Map<String, byte[]> files = new TreeMap<>();
        checked.forEach((pack, rules) -> {
            if (!rules.isEmpty()) {
                files.putAll(RuleCompiler.compile(
                        pack.identity().id(),
                        pack.identity().version(),
                        pack.identity().sha256(),
                        rules));
            }
        });
        return files;
    }

    static List<CheckedRule> check(WrittenPack pack, PackFaults faults) {
        Instrument instrument = InstrumentReader.read(Content.bundled(), pack.instrument());
        RuleProfile profile = new RuleProfile(PackWords.of(pack, instrument), faults);
        List<CheckedRule> rules = new ArrayList<>();
        for (String file : pack.ruleFiles()) {
            rules.addAll(profile.check(file, pack.content().text(file)));
        }
        if (rules.size() != pack.manifest().rules()) {
            faults.add(
                    pack.folder() + "pack.yaml",
                    "/rules",
                    "The manifest counts " + pack.manifest().rules() + " rules; " + rules.size() + " passed.");
        }
        if (rules.stream().map(CheckedRule::id).distinct().count() != rules.size()) {
            faults.add(pack.folder() + "rules/", "", "Two rules of one file have the same name.");
        }
        return rules;
    }
}
