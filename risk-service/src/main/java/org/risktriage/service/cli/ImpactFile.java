package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RiskTriage;

/** The file that {@code rules impact --out} writes, as far as a release rests on it. */
final class ImpactFile {
    /** The name under which it is sealed with the pack. */
    static final String NOTE = "impact.json";

    private static final String FORMAT = "risk-triage-impact/1";
    private static final List<String> STEPS = List.of("patch", "minor", "major");

    private final JsonNode report;

    private ImpactFile(JsonNode report) {
        this.report = report;
    }

    static ImpactFile read(byte[] bytes) {
        try {
            JsonNode report = new ObjectMapper().readTree(bytes);
            if (report.path("format").asText().equals(FORMAT)) {
                return new ImpactFile(report);
            }
        } catch (IOException e) {
            // Not JSON: said below.
        }
        throw PlainCommand.unusable("The report of the impact is none. rules impact --out writes one.");
    }

    /** What stands in the way of releasing a pack; empty where nothing does. */
    List<String> refusals(PackId pack) {
        List<String> refusals = new ArrayList<>();
        if (!id(report.path("after")).equals(pack)) {
            refusals.add(
                    "The report of the impact is of another pack, or of this one before it was changed. Make it anew:"
                            + " rules impact.");
        }
        PackId before = id(report.path("before"));
        boolean known = RiskTriage.bundled().rulePacks().stream()
                .anyMatch(one -> one.id().equals(pack.id()) && !one.version().equals(pack.version()));
        if (before.equals(pack) || (known && !before.id().equals(pack.id()))) {
            refusals.add("The report of the impact has to compare with the version that this one takes the place of.");
        }
        String declared = step("declared");
        String demanded = step("demanded");
        if (demanded.isEmpty()) {
            refusals.add("The report of the impact does not say what kind of change it is.");
        } else if (!declared.isEmpty() && STEPS.indexOf(declared) < STEPS.indexOf(demanded)) {
            refusals.add("The version says " + declared + ", and the change is " + demanded
                    + ". Give the pack the version that the change demands.");
        }
        if (!report.path("moved").path("anyDown").isBoolean()) {
            refusals.add("The report of the impact does not say whether any case moves down.");
        } else if (movesDown() && acceptedBy().isEmpty()) {
            refusals.add(
                    "Cases move down or lose a route, and nobody has accepted that. See which with rules impact; who"
                            + " answers for it accepts with --accept-down NAME --reason TEXT.");
        }
        return refusals;
    }

    private static PackId id(JsonNode pack) {
        return new PackId(
                pack.path("id").asText(),
                pack.path("version").asText(),
                pack.path("sha256").asText());
    }

    private String step(String name) {
        String step = report.path(name).asText("").toLowerCase(Locale.ROOT);
        return STEPS.contains(step) ? step : "";
    }

    boolean movesDown() {
        return report.path("moved").path("anyDown").asBoolean();
    }

    String before() {
        PackId before = id(report.path("before"));
        return before.id() + "@" + before.version();
    }

    String kind() {
        return step("demanded");
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
                        : " cases of a file");
    }

    /** How many moved, in words; a small count is held back in the report, and so here. */
    String moved(String where) {
        JsonNode count = report.path("moved").path(where);
        return count.isIntegralNumber() ? String.valueOf(count.asLong()) : "a number that is held back";
    }
}
