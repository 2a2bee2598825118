package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.service.folders.FolderWatch;
import org.risktriage.triage.desk.PackTrial;
import org.risktriage.triage.desk.PackTrial.Also;
import org.risktriage.triage.desk.TrialReport;

/** {@code rules test}: what comes of the worked cases of a pack. */
final class TestAction implements RulesAction {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser test = actions.addParser(name())
                .help("runs the worked cases of a pack")
                .description(
                        "Runs the worked cases of a pack, and shows beside each other what was expected and what came.")
                .epilog(EXIT);
        PackArgument.addTo(test);
        test.addArgument("--mutate")
                .action(Arguments.storeTrue())
                .help("also put small faults into the pack, one at a time, and name each that no case notices");
        test.addArgument("--watch")
                .action(Arguments.storeTrue())
                .help("run again whenever a file of the folder is saved, until interrupted");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        PackArgument pack = PackArgument.of(namespace);
        if (!namespace.getBoolean("watch")) {
            return once(pack, namespace);
        }
        Path folder = pack.folder();
        if (folder == null) {
            throw PlainCommand.unusable("Only a folder can be watched.");
        }
        try (FolderWatch watch = new FolderWatch(folder)) {
            while (true) {
                once(pack, namespace);
                System.out.println("Waiting for a file to be saved. Ctrl-C ends.");
                System.out.flush();
                if (!watch.awaitSave()) {
                    return true;
                }
            }
        }
    }

    private static boolean once(PackArgument pack, Namespace namespace) throws IOException {
        Also also = namespace.getBoolean("mutate") ? Also.MUTATE : Also.NOTHING;
        Path folder = pack.folder();
        TrialReport report;
        try (MutantsProgress progress = new MutantsProgress()) {
            report = folder == null
                    ? PackTrial.bundled(pack.id(), also, progress)
                    : PackTrial.folder(folder, also, progress);
        }
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            document.set("findings", FindingsJson.of(report.findings()));
            document.set("packs", json.valueToTree(report.packs()));
            System.out.println(json.writeValueAsString(document));
        } else {
            TrialText.print(report, pack.beside(), System.out);
        }
        return report.passed();
    }
}
