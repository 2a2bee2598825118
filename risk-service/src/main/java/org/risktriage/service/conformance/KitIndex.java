package org.risktriage.service.conformance;

import java.util.List;
import org.risktriage.triage.Decision.PackId;

/**
 * What a kit holds: its {@code kit.json}.
 *
 * @param format version of the kit's own format
 * @param version version of the project that made it
 * @param cases how many cases there are in all
 * @param packs the rule packs whose cases they are
 */
public record KitIndex(int format, String version, int cases, List<Pack> packs) {
    /** The format that is written and read here. */
    static final int FORMAT = 1;

    /**
     * One version of a rule pack.
     *
     * @param id id of the pack
     * @param version its version
     * @param sha256 digest of everything in it
     * @param cases how many of its cases are in the kit
     * @param leftOut how many are not, because no request reaches this version on their day
     * @param lastDay the latest day on which a case is assessed; a server refuses days after today unless it rehearses
     * @param files the files with its cases, as paths beside {@code kit.json}
     */
    public record Pack(
            String id, String version, String sha256, int cases, int leftOut, String lastDay, List<String> files) {
        /**
         * The identity of the pack.
         *
         * @return id, version and digest
         */
        public PackId identity() {
            return new PackId(id, version, sha256);
        }
    }
}
