package org.risktriage.reference;

import java.util.List;

/**
 * What the reference decides: the part of the contract's answer that the base rules alone determine. Written from the
 * published facts, shares no code with the engine.
 *
 * @param settled no unknown answer and no undated incident could change the level or a criterion
 * @param maracStatus the strongest status of the criteria: {@code met}, {@code could-be-met} or {@code not-met}
 * @param criteria always all four, in the contract's order
 */
public record ReferenceDecision(
        ReferenceLevel level,
        boolean settled,
        boolean complete,
        ReferenceScore score,
        String maracStatus,
        boolean refer,
        List<ReferenceCriterion> criteria) {

    public ReferenceDecision {
        criteria = List.copyOf(criteria);
    }

    /** The criterion of this id. */
    public ReferenceCriterion criterion(String id) {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no criterion " + id));
    }
}
