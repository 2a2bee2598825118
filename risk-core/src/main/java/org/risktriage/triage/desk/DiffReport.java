package org.risktriage.triage.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.desk.ProofReport.ProvedPart;
import org.risktriage.triage.desk.ProofReport.Shown;

/**
 * How two versions of a pack differ, and what step from one to the other that demands.
 *
 * @param findings what is wrong with either, so that nothing could be compared; empty where they were
 * @param before the pack that is replaced; null where nothing could be compared
 * @param after the pack that replaces it; null with it
 * @param declared the step that the two version numbers say; null where they are of two packs, or the second is not later
 * @param demanded the step that the change demands
 * @param differences what differs, in sentences: by kind, then in the order of the packs
 * @param parts what was walked for the proof, part by part
 * @param shown cases that move, each as it comes out before and after: downwards first
 * @param unproved for which parts there is no proof, and why; they count as a case that moves down
 */
public record DiffReport(
        List<Finding> findings,
        @Nullable PackId before,
        @Nullable PackId after,
        @Nullable VersionStep declared,
        VersionStep demanded,
        List<Difference> differences,
        List<ProvedPart> parts,
        List<Shown> shown,
        List<String> unproved) {

    /**
     * Whether the version number says as much as the change does.
     *
     * @return false where it says less, or nothing could be compared; true where the two are of different packs
     */
    public boolean passed() {
        return findings.isEmpty() && before != null && after != null && !isTooSmall(before, after);
    }

    private boolean isTooSmall(PackId one, PackId other) {
        return one.id().equals(other.id())
                && demanded != VersionStep.NONE
                && (declared == null || declared.compareTo(demanded) < 0);
    }

    /** What a sentence is about. */
    public enum Kind {
        /** What comes out for people. */
        OUTCOME("outcome", "What changes for people"),
        /** A dated value. */
        PARAMETER("parameter", "Values"),
        /** A rule. */
        RULE("rule", "Rules"),
        /** A worked case. */
        CASE("case", "Worked cases"),
        /** A source. */
        SOURCE("source", "Sources"),
        /** A day on which the pack applies, or has to be reviewed. */
        DATE("date", "Days"),
        /** A service that rules may offer. */
        SERVICE("service", "Services"),
        /** Anything else that the pack says. */
        TEXT("text", "Words");

        private final String code;
        private final String heading;

        Kind(String code, String heading) {
            this.code = code;
            this.heading = heading;
        }

        /**
         * What stands above the sentences.
         *
         * @return a few words
         */
        public String heading() {
            return heading;
        }

        /** {@inheritDoc} The code that reports have, in lower case. */
        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * One difference.
     *
     * @param kind what it is about
     * @param id the key of the value, the id of the rule, the name of the case, and so on
     * @param from the first day on which it makes a difference; null where it has none of its own
     * @param to the last such day; null where none is set
     * @param says the sentence
     * @param step the step that it demands by itself; what a proof says of the outcome is in the sentences on outcomes
     */
    public record Difference(
            Kind kind,
            String id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String says,
            VersionStep step) {}
}
