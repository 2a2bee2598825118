package org.risktriage.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.desk.PackSeal;
import org.risktriage.triage.desk.SealedFile;

/** Reports on the impact of a change, in the form that sealing reads. */
final class ImpactReports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImpactReports() {}

    /** A sealed pack, as reports name it. */
    static ObjectNode pack(Path sealed) {
        try {
            return JSON.valueToTree(SealedFile.read(Files.readAllBytes(sealed)).pack());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report on a later version of a bundled pack, in which cases move up alone. */
    static ObjectNode of(Path pack) throws IOException {
        PackId after =
                Objects.requireNonNull(PackSeal.folder(pack, Map.of()).sealed()).pack();
        PackId before = RiskTriage.bundled().rulePacks().stream()
                .filter(known -> known.id().equals(after.id()))
                .findFirst()
                .orElseThrow();
        ObjectNode report = JSON.createObjectNode().put("format", "risk-triage-impact/1");
        report.set("before", JSON.valueToTree(before));
        report.set("after", JSON.valueToTree(after));
        report.put("declared", "minor").put("demanded", "minor");
        report.putObject("caseload")
                .put("synthetic", true)
                .put("seed", 7)
                .put("cases", 10_000)
                .put("refused", 0);
        report.put("on", "2027-04-01");
        report.putObject("moved")
                .put("anyDown", false)
                .put("down", 0)
                .put("up", 412)
                .put("same", 9_588);
        return report;
    }
}
