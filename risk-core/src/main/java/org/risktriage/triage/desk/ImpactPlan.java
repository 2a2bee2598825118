package org.risktriage.triage.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.ImpactReport.Acceptance;

/**
 * What to look at beside the cases themselves.
 *
 * @param on the day whose values are taken; null for the last day on which any of them changes
 * @param assessmentsAYear how many assessments a year the caseload stands for; null where that is not known
 * @param adultWomen how many adult women live in the area; null where that is not known
 * @param acceptance who accepts that cases move down; null where nobody does
 */
public record ImpactPlan(
        @Nullable LocalDate on,
        @Nullable Long assessmentsAYear,
        @Nullable Long adultWomen,
        @Nullable Acceptance acceptance) {
    /** Nothing beside. */
    public static final ImpactPlan PLAIN = new ImpactPlan(null, null, null, null);
}
