package org.risktriage.service.api;

import java.util.List;
import org.risktriage.triage.Comparison;

/**
 * Reply of {@code POST /v1/assessments/compare}.
 *
 * @param differs whether the areas decide differently
 * @param areas what each area's rules say
 * @param notice what this is and is not
 */
public record AssessmentComparison(boolean differs, List<Comparison.UnderArea> areas, String notice) {
    private static final String NOTICE =
            "This compares rules. It is no decision: only the rules of the area in which the" + " victim lives decide.";

    /**
     * The reply for a comparison.
     *
     * @param comparison the comparison
     * @return the reply
     */
    public static AssessmentComparison of(Comparison comparison) {
        return new AssessmentComparison(comparison.differs(), comparison.areas(), NOTICE);
    }

    @Override
    public String toString() {
        return "AssessmentComparison[values withheld]";
    }
}
