package org.risktriage.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was proved of packs, and what was not.
 *
 * @param findings what is wrong with the packs, so that nothing could be proved; empty where it was tried
 * @param packs what came of each pack
 */
public record ProofReport(List<Finding> findings, List<ProvedPack> packs) {

    /**
     * Whether all was proved.
     *
     * @return false also where nothing could be tried
     */
    public boolean passed() {
        return findings.isEmpty()
                && packs.stream()
                        .allMatch(pack ->
                                pack.shown().isEmpty() && pack.unproved().isEmpty());
    }

    /**
     * What came of one pack.
     *
     * @param pack the pack, as {@code id@version}
     * @param parts what was looked at, part by part
     * @param shown cases that show what is wrong
     * @param unproved for which parts there is no proof, and why
     */
    public record ProvedPack(String pack, List<ProvedPart> parts, List<Shown> shown, List<String> unproved) {
        /**
         * The size of the proof.
         *
         * @return how many kinds of evidence were decided
         */
        public long kinds() {
            return parts.stream().mapToLong(ProvedPart::kinds).sum();
        }

        /**
         * The size of the proof.
         *
         * @return how many additions of evidence were looked at
         */
        public long steps() {
            return parts.stream().mapToLong(ProvedPart::steps).sum();
        }
    }

    /**
     * One part of a decision.
     *
     * @param what id of a criterion, {@code level} or {@code scope}
     * @param kinds how many kinds of evidence its rules can tell apart
     * @param steps how many ways there are of adding evidence to one of them
     */
    public record ProvedPart(String what, long kinds, long steps) {}

    /**
     * Two short cases beside each other, or one alone.
     *
     * @param code what kind of finding it is
     * @param what id of a criterion, {@code level} or {@code scope}
     * @param added what is added to the first case to make the second; empty where there is one alone
     * @param before the first case
     * @param after the second; null where there is one alone
     * @param confirmed whether a decision on the cases shows it too; where not, it may be evidence that no request can hold
     */
    public record Shown(
            MessageCode code,
            String what,
            String added,
            ShortCase before,
            @Nullable ShortCase after,
            boolean confirmed) {}

    /**
     * A case.
     *
     * @param given what is given, line by line as a case file has it
     * @param comes what comes of it, line by line
     */
    public record ShortCase(List<String> given, List<String> comes) {}
}
