package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.CaseExplanation;
import org.risktriage.triage.desk.ExplainReport;

/** {@code rules explain}: why a case comes out as it does, and why not otherwise. */
final class ExplainAction implements RulesAction {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser explain = actions.addParser(name())
                .help("says why a case comes out as it does, and why not otherwise")
                .description(
                        "Says of each criterion and of the level which conditions of its rules hold and which do not,"
                                + " with what was found, and the fewest additions that would raise it.")
                .epilog(EXIT);
        explain.addArgument("pack")
                .metavar("DIR|PACK")
                .help("a folder with a pack, or the id of a pack in this jar, as id or id@version");
        explain.addArgument("--case")
                .dest("cases")
                .metavar("FILE")
                .required(true)
                .help("a file of cases, as packs have them");
        explain.addArgument("--name").metavar("NAME").help("the name of one case; all unless given");
        explain.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        PackArgument pack = PackArgument.of(namespace);
        Path cases = Path.of(namespace.getString("cases"));
        if (!Files.isRegularFile(cases)) {
            throw PlainCommand.unusable("The file of cases cannot be read.");
        }
        String name = namespace.getString("name");
        Path folder = pack.folder();
        ExplainReport report;
        try {
            report = folder == null
                    ? CaseExplanation.bundled(String.valueOf(pack.id()), cases, name)
                    : CaseExplanation.folder(folder, cases, name);
        } catch (UnknownRulesException e) {
            throw PlainCommand.unusable("There is no such folder, pack or case. " + e.getMessage());
        }
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            document.set("findings", FindingsJson.of(report.findings()));
            document.put("pack", report.pack());
            document.set("cases", json.valueToTree(report.cases()));
            System.out.println(json.writeValueAsString(document));
        } else {
            ExplainText.print(report, pack.beside(), System.out);
        }
        return report.passed();
    }
}
