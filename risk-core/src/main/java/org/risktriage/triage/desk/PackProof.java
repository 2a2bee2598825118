package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.ProofReport.ProvedPack;
import org.risktriage.triage.desk.ProofReport.ProvedPart;
import org.risktriage.triage.desk.ProofReport.ShortCase;
import org.risktriage.triage.desk.ProofReport.Shown;
import org.risktriage.triage.internal.authoring.MonotonicityProof;
import org.risktriage.triage.internal.authoring.Proof;

/**
 * Proves of packs that more evidence never lowers a decision: no yes, no incident, no referral and no judgement takes a level
 * down, leaves a criterion unmet that was met, or takes a referral away; and that there is a decision on all evidence.
 */
public final class PackProof {
    private PackProof() {}

    /**
     * Proves the packs of a folder.
     *
     * @param folder as for {@link PackCheck#folder}
     * @param watch told how many more kinds of evidence were decided, from several threads
     * @return what was proved; findings alone where anything is wrong with the packs
     * @throws IOException if the folder is not there, or cannot be read
     */
    public static ProofReport folder(Path folder, LongConsumer watch) throws IOException {
        return of(DraftShelf.folder(folder), watch);
    }

    /**
     * Proves packs that come with the library.
     *
     * @param pack as for {@link PackCheck#bundled}
     * @param watch as for {@link #folder}
     * @return what was proved
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static ProofReport bundled(@Nullable String pack, LongConsumer watch) {
        return of(DraftShelf.bundled(pack), watch);
    }

    private static ProofReport of(DraftShelf drafts, LongConsumer watch) {
        List<ProvedPack> packs = new ArrayList<>();
        if (drafts.findings().isEmpty()) {
            drafts.packs().forEach((name, spans) -> packs.add(proved(name, MonotonicityProof.of(spans, watch))));
        }
        return new ProofReport(drafts.findings(), List.copyOf(packs));
    }

    private static ProvedPack proved(String name, Proof proof) {
        List<Shown> shown = new ArrayList<>();
        proof.refuted().forEach(one -> shown.add(shown(MessageCode.R801, one)));
        proof.unstated().forEach(one -> shown.add(shown(MessageCode.R802, one)));
        return new ProvedPack(
                name,
                proof.parts().stream()
                        .map(part -> new ProvedPart(part.what(), part.states(), part.steps()))
                        .toList(),
                List.copyOf(shown),
                proof.unproved());
    }

    static Shown shown(MessageCode code, Proof.Counterexample one) {
        Proof.Case after = one.after();
        return new Shown(
                code,
                one.what(),
                one.added(),
                shortCase(one.before()),
                after == null ? null : shortCase(after),
                one.confirmed());
    }

    private static ShortCase shortCase(Proof.Case one) {
        return new ShortCase(one.given(), one.comes());
    }
}
