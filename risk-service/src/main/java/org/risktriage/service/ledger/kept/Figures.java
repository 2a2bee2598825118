package org.risktriage.service.ledger.kept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a decision is counted, and by whom it is found. It follows from the summary on the chain, and stands in a table of
 * its own so that this is fast.
 *
 * @param area the area whose rules decided
 * @param assessedOn the day of the assessment
 * @param level the level; empty if there was none
 * @param refer 1 if a referral was recommended, else 0
 * @param criteria the criteria that were met, each with a comma before and after; empty if none was
 * @param unknown how many questions were not answered by yes or no
 * @param children how many children were named
 * @param subject the id by which the ledger knows whom it is about; empty where nobody was named
 */
public record Figures(
        String area,
        String assessedOn,
        String level,
        int refer,
        String criteria,
        int unknown,
        int children,
        String subject) {

    /**
     * Reads them from a summary.
     *
     * @param summary the summary of a decision
     * @return its figures
     */
    public static Figures of(JsonNode summary) {
        List<String> met = new ArrayList<>();
        summary.path("criteria").forEach(criterion -> met.add(criterion.asText()));
        return new Figures(
                summary.path("area").asText(),
                summary.path("assessedOn").asText(),
                summary.path("level").asText(""),
                summary.path("refer").asBoolean() ? 1 : 0,
                met.isEmpty() ? "" : "," + String.join(",", met) + ",",
                summary.path("unknown").asInt(),
                summary.path("children").asInt(),
                summary.path("subject").asText(""));
    }

    @Override
    public String toString() {
        return "Figures[values withheld]";
    }
}
