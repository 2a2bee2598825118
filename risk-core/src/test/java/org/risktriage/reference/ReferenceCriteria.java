package org.risktriage.reference;

import java.time.LocalDate;
import java.util.List;

/** The four base criteria, judged apart from the victim's age. */
final class ReferenceCriteria {

    private static final int VISIBLE_HIGH_RISK_FROM = 14;
    private static final int ESCALATION_FROM = 3;

    private ReferenceCriteria() {}

    static List<ReferenceCriterion> judge(Facts request, ReferenceScore score) {
        LocalDate assessedOn = request.day("assessedOn");
        List<History> histories = History.ofEachPerpetrator(request);
        return List.of(
                visibleHighRisk(score),
                professionalJudgement(request.part("judgement")),
                potentialEscalation(histories, assessedOn),
                repeat(histories, assessedOn));
    }

    private static ReferenceCriterion visibleHighRisk(ReferenceScore score) {
        return ReferenceCriterion.of(
                ReferenceCriterion.VISIBLE_HIGH_RISK,
                score.yes() >= VISIBLE_HIGH_RISK_FROM,
                score.atMost() >= VISIBLE_HIGH_RISK_FROM,
                Math.max(0, VISIBLE_HIGH_RISK_FROM - score.yes()));
    }

    /** Never could-be-met: it is a person's decision, not an unknown. */
    private static ReferenceCriterion professionalJudgement(Facts judgement) {
        boolean highRisk = judgement.isTrue("highRisk");
        return ReferenceCriterion.of(ReferenceCriterion.PROFESSIONAL_JUDGEMENT, highRisk, false, highRisk ? 0 : 1);
    }

    private static ReferenceCriterion potentialEscalation(List<History> histories, LocalDate assessedOn) {
        int most = 0;
        int mostWithUndated = 0;
        for (History history : histories) {
            int dated = history.incidentsInTheYearUpTo(assessedOn);
            most = Math.max(most, dated);
            mostWithUndated = Math.max(mostWithUndated, dated + history.undated());
        }
        return ReferenceCriterion.of(
                ReferenceCriterion.POTENTIAL_ESCALATION,
                most >= ESCALATION_FROM,
                mostWithUndated >= ESCALATION_FROM,
                Math.max(0, ESCALATION_FROM - most));
    }

    private static ReferenceCriterion repeat(List<History> histories, LocalDate assessedOn) {
        boolean met = histories.stream().anyMatch(History::hasIncidentInTheYearAfterAReferral);
        boolean couldBeMet =
                histories.stream().anyMatch(history -> history.couldHaveIncidentAfterAReferral(assessedOn));
        boolean referred =
                histories.stream().anyMatch(history -> !history.referrals().isEmpty());
        int missing = referred ? 1 : 2;
        return ReferenceCriterion.of(ReferenceCriterion.REPEAT, met, couldBeMet, met ? 0 : missing);
    }
}
