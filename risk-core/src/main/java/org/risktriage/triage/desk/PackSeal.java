package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.DraftRules;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.WrittenPack;
import org.risktriage.triage.internal.seal.SealedPack;

/**
 * Seals packs: checks one, runs its worked cases, compiles its rules from the pieces that passed the rule profile, and puts
 * all of it into one file, to be signed.
 */
public final class PackSeal {
    private PackSeal() {}

    /**
     * Seals one version of a pack.
     *
     * @param folder the folder of that version
     * @param notes what else is signed, by name
     * @return the sealed pack, if nothing is wrong with it
     * @throws IOException if the folder is not there, or cannot be read
     * @throws RulesFaultException if the folder holds several versions
     */
    public static SealReport folder(Path folder, Map<String, byte[]> notes) throws IOException {
        DraftFiles draft = DraftFiles.read(folder);
        if (draft.scope().size() > 1) {
            throw new RulesFaultException("One version of a pack is sealed at a time: name its folder.");
        }
        return seal(draft, notes);
    }

    /**
     * Does it once more: checks what a sealed pack holds, runs its worked cases, and compiles its rules. An approver who signs
     * what came of that need not believe the author's compiler.
     *
     * @param file the sealed pack
     * @return what came of it; without a sealed pack where anything was found
     * @throws RulesFaultException if the compiled rules in the file are not those of the rules in it
     */
    public static SealReport again(SealedFile file) {
        SealedPack sealed = file.sealed();
        SealReport report = seal(DraftFiles.of(sealed), sealed.notes());
        if (report.sealed() != null && !same(report.sealed().sealed().classes(), sealed.classes())) {
            throw new RulesFaultException(
                    "The compiled rules of " + sealed.name() + " are not what its rules compile to. Do not sign it.");
        }
        return report;
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), other.get(entry.getKey())));
    }

    private static SealReport seal(DraftFiles draft, Map<String, byte[]> notes) {
        DraftShelf drafts = DraftShelf.of(draft);
        TrialReport trial = PackTrial.of(drafts);
        if (!trial.passed()) {
            return new SealReport(trial, null);
        }
        List<LoadedPack> spans =
                Objects.requireNonNull(drafts.packs().get(trial.packs().get(0).pack()));
        WrittenPack pack = spans.get(spans.size() - 1).written();
        Map<String, byte[]> classes = DraftRules.sealable(pack);
        return new SealReport(
                trial, new SealedFile(SealedPack.of(pack.identity(), draft.content(), pack.folder(), classes, notes)));
    }
}
