package org.risktriage.service.ledger.kept;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What of a review is counted. It follows from the summary on the chain.
 *
 * @param area the area of the decision
 * @param assessedOn the day of the assessment
 * @param outcome what the person decided
 * @param referredOn the day of the referral; empty if there was none
 */
public record ReviewFigures(String area, String assessedOn, String outcome, String referredOn) {
    /**
     * Reads them from a summary.
     *
     * @param summary the summary of a review
     * @return its figures
     */
    public static ReviewFigures of(JsonNode summary) {
        return new ReviewFigures(
                summary.path("area").asText(),
                summary.path("assessedOn").asText(),
                summary.path("outcome").asText(),
                summary.path("referredOn").asText(""));
    }

    @Override
    public String toString() {
        return "ReviewFigures[values withheld]";
    }
}
