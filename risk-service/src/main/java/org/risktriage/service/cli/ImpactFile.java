package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.desk.ImpactReport;

/** The file that {@code rules impact --out} writes, as far as a release rests on it. */
final class ImpactFile {
    /** The name under which it is sealed with the pack. */
    static final String NOTE = "impact.json";

    private final JsonNode report;

    private ImpactFile(JsonNode report) {
        this.report = report;
    }

    static ImpactFile read(byte[] bytes) {
        try {
            JsonNode report = new ObjectMapper().readTree(bytes);
            if (report.path("format").asText().equals(ImpactReport.FORMAT)) {
                return new ImpactFile(report);
            }
        } catch (IOException e) {
            // Not JSON: said below.
        }
        throw PlainCommand.unusable("The report of the impact is none. rules impact --out writes one.");
    }

    /** What is wrong with the report itself, as one about a pack; empty where nothing is. */
    List<String> refusals(PackId pack) {
        List<String> refusals = new ArrayList<>();
        if (!id(report.path("after")).equals(pack)) {
            refusals.add(
                    "The report of the impact is of another pack, or of this one before it was changed. Make it anew:"
                            + " rules impact.");
        }
        JsonNode caseload = report.path("caseload");
        if (caseload.path("cases").asLong() < 1) {
            refusals.add(
                    "No case was scored for the report of the impact. Make it anew, with a caseload: rules impact.");
        }
        // A small number is held back, and is a number.
        if (caseload.path("refused").asLong(1) != 0) {
            refusals.add(
                    "Cases of the caseload could not be scored, and may be those that move. Put them right, or take"
                            + " them out, and make the report of the impact anew: rules impact.");
        }
        if (!report.path("moved").path("anyDown").isBoolean()) {
            refusals.add("The report of the impact does not say whether any case moves down.");
        }
        return refusals;
    }

    private static PackId id(JsonNode pack) {
        return new PackId(
                pack.path("id").asText(),
                pack.path("version").asText(),
                pack.path("sha256").asText());
    }

    boolean movesDown() {
        return report.path("moved").path("anyDown").asBoolean();
    }

    PackId before() {
        return id(report.path("before"));
    }

    /** The step that the report says the change demands. */
    String demanded() {
        return report.path("demanded").asText("");
    }

    String acceptedBy() {
        return report.path("acceptance").path("name").asText("");
    }

    String reason() {
        return report.path("acceptance").path("reason").asText("");
    }

    /** What was scored, in words. */
    String caseload() {
        JsonNode caseload = report.path("caseload");
        return caseload.path("cases").asLong()
                + (caseload.path("synthetic").asBoolean()
                        ? " synthetic cases (seed " + caseload.path("seed").asText() + ")"
                        : " cases of a file")
                + ", with the values of " + report.path("on").asText();
    }

    /** How many moved, in words; a small count is held back in the report, and so here. */
    String moved(String where) {
        JsonNode count = report.path("moved").path(where);
        return count.isIntegralNumber() ? String.valueOf(count.asLong()) : "a number that is held back";
    }
}
