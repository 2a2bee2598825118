package org.risktriage.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The base rules for the 24-item checklist and the four MARAC referral criteria, in plain Java: written from the
 * published facts, shares no code with the engine. Area packs are not known here. It takes a valid request and does
 * not check it; what it cannot read it refuses with an exception instead of guessing.
 *
 * <p>Where the published text is silent (level bands, window edges, merging of incidents, several perpetrators), it
 * follows this project's own written decisions.
 */
public final class Reference {

    private static final int ADULT_CHECKLIST_FROM_AGE = 16;

    private Reference() {}

    /** What the base rules decide on a request given as the contract's JSON in maps, lists and plain values. */
    public static ReferenceDecision decide(Map<String, @Nullable Object> request) {
        Facts facts = new Facts(request);
        ReferenceScore score = ReferenceScore.of(facts.part("answers"));
        List<ReferenceCriterion> criteria = ReferenceCriteria.judge(facts, score);
        Integer age = facts.part("victim").number("age");
        return age != null && age < ADULT_CHECKLIST_FROM_AGE ? forChild(score, criteria) : forAdult(score, criteria);
    }

    private static ReferenceDecision forAdult(ReferenceScore score, List<ReferenceCriterion> criteria) {
        ReferenceLevel level = ReferenceLevel.of(score, criteria);
        String status = maracStatus(criteria);
        boolean settled = level.isOneValue() && criteria.stream().noneMatch(ReferenceCriterion::couldBeMet);
        return new ReferenceDecision(
                level, settled, score.isComplete(), score, status, status.equals(ReferenceCriterion.MET), criteria);
    }

    /** The adult checklist and meeting are not for a child: only a person's own judgement says anything here. */
    private static ReferenceDecision forChild(ReferenceScore score, List<ReferenceCriterion> criteria) {
        List<ReferenceCriterion> applicable = criteria.stream()
                .map(criterion -> criterion.id().equals(ReferenceCriterion.PROFESSIONAL_JUDGEMENT)
                        ? criterion
                        : criterion.asNotMet())
                .toList();
        String level = applicable.stream().anyMatch(ReferenceCriterion::met) ? ReferenceLevel.HIGH : null;
        return new ReferenceDecision(
                new ReferenceLevel(level, level, level),
                true,
                score.isComplete(),
                score,
                maracStatus(applicable),
                false,
                applicable);
    }

    private static String maracStatus(List<ReferenceCriterion> criteria) {
        if (criteria.stream().anyMatch(ReferenceCriterion::met)) {
            return ReferenceCriterion.MET;
        }
        return criteria.stream().anyMatch(ReferenceCriterion::couldBeMet)
                ? ReferenceCriterion.COULD_BE_MET
                : ReferenceCriterion.NOT_MET;
    }
}
