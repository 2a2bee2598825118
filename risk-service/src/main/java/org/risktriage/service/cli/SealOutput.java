package org.risktriage.service.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.risktriage.triage.desk.SealedFile;
import org.risktriage.triage.desk.TrialReport;

/** What sealing and approving print: words for a person, or one document for a machine. */
final class SealOutput {
    private final ObjectMapper json = new ObjectMapper();
    private final boolean machine;
    private final ObjectNode document = json.createObjectNode();

    SealOutput(Namespace namespace) {
        this.machine = namespace.getBoolean("json");
        document.put("passed", false);
        document.putArray("refusals");
    }

    static void addTo(Subparser action) {
        action.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    void trial(TrialReport trial, String beside) {
        if (machine) {
            document.set("findings", FindingsJson.of(trial.findings()));
            document.set("packs", json.valueToTree(trial.packs()));
        } else {
            TrialText.print(trial, beside, System.out);
        }
    }

    /** Says what stands in the way, and whether anything does. */
    boolean refused(List<String> refusals) {
        for (String refusal : refusals) {
            if (machine) {
                document.withArray("refusals").add(refusal);
            } else {
                System.out.println("Refused: " + refusal);
            }
        }
        return !refusals.isEmpty();
    }

    void done(SealedFile file, Path written, String words) {
        if (machine) {
            document.put("passed", true)
                    .put("pack", file.pack().id() + "@" + file.pack().version())
                    .put("sha256", file.pack().sha256())
                    .put("seal", file.seal())
                    .put("file", written.toString());
        } else {
            System.out.print(words);
        }
    }

    /** Ends what is printed. */
    void end() {
        if (machine) {
            try {
                System.out.println(json.writeValueAsString(document));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A tree can be written.", e);
            }
        }
    }
}
