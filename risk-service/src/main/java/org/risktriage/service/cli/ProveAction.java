package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.desk.PackProof;
import org.risktriage.triage.desk.ProofReport;

/** {@code rules prove}: whether more evidence could ever lower what a pack decides. */
final class ProveAction implements RulesAction {
    @Override
    public String name() {
        return "prove";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser prove = actions.addParser(name())
                .help("proves that more evidence never lowers what a pack decides")
                .description(
                        "Proves that no yes, no incident, no referral and no judgement lowers a level, leaves a criterion"
                                + " unmet that was met, or takes a referral away. What refutes it is shown as two short cases"
                                + " beside each other.")
                .epilog(EXIT);
        PackArgument.addTo(prove);
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        PackArgument pack = PackArgument.of(namespace);
        long start = System.nanoTime();
        ProofReport report = watched(pack);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            document.set("findings", FindingsJson.of(report.findings()));
            document.set("packs", json.valueToTree(report.packs()));
            document.put("seconds", time.toMillis() / 1_000.0);
            System.out.println(json.writeValueAsString(document));
        } else {
            ProofText.print(report, time, pack.beside(), System.out);
        }
        return report.passed();
    }

    private static ProofReport watched(PackArgument pack) throws IOException {
        if (!Terminal.isWatched()) {
            return prove(pack, decided -> {});
        }
        try (Progress progress = new Progress("kinds of evidence", -1)) {
            return prove(pack, progress::stepBy);
        }
    }

    private static ProofReport prove(PackArgument pack, LongConsumer watch) throws IOException {
        Path folder = pack.folder();
        return folder == null ? PackProof.bundled(pack.id(), watch) : PackProof.folder(folder, watch);
    }
}
