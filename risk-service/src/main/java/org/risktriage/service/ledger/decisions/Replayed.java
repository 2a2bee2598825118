package org.risktriage.service.ledger.decisions;

import java.util.List;

/**
 * What came of deciding once more what was decided before.
 *
 * @param decision the id of the decision
 * @param identical whether the same came out, to the letter
 * @param differences where something else did, as JSON pointers into the decision; empty if nothing else did
 * @param then the rules of then
 * @param now the rules of now
 */
public record Replayed(
        String decision, boolean identical, List<String> differences, List<PackUsed> then, List<PackUsed> now) {

    /**
     * A rule pack that decided.
     *
     * @param id its id
     * @param version its version
     * @param sha256 its digest
     */
    public record PackUsed(String id, String version, String sha256) {}
}
