package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.PackCheck;

/** {@code rules check}: everything that is wrong with a pack, and nothing of it is run. */
final class CheckAction implements RulesAction {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser check = actions.addParser(name())
                .help("says everything that is wrong with a pack")
                .description("Says everything that is wrong with a pack, and runs none of it.")
                .epilog(EXIT);
        PackArgument.addTo(check);
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        PackArgument pack = PackArgument.of(namespace);
        Path folder = pack.folder();
        CheckReport report = folder == null ? PackCheck.bundled(pack.id()) : PackCheck.folder(folder);
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            report.packs().forEach(document.putArray("packs")::add);
            document.set("findings", FindingsJson.of(report.findings()));
            System.out.println(json.writeValueAsString(document));
        } else {
            FindingsText.print(report, pack.beside(), System.out);
        }
        return report.passed();
    }
}
