package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.Finding;
import org.risktriage.triage.desk.PackCheck;
import org.risktriage.triage.desk.PackTrial;
import org.risktriage.triage.desk.PackTrial.Also;
import org.risktriage.triage.desk.TrialReport;

/**
 * {@code rules}: the policy lead's desk. Exit status 1 for findings, 2 for a wrong use. Reads folders, writes to none, and
 * opens no port.
 */
public final class RulesCommand extends PlainCommand {
    private static final String ACTION = "action";
    private static final String EXIT = "Exit status: 0 if nothing is wrong, 1 for findings, 2 for a wrong use.";

    /** Creates the command. */
    public RulesCommand() {
        super("rules", "Checks and tests rule packs as they are being written");
    }

    @Override
    public void configure(Subparser subparser) {
        Subparsers actions =
                subparser.addSubparsers().title("what to do").metavar("ACTION").dest(ACTION);
        Subparser check = actions.addParser("check")
                .help("says everything that is wrong with a pack")
                .description("Says everything that is wrong with a pack, and runs none of it.")
                .epilog(EXIT);
        packArgument(check);
        Subparser test = actions.addParser("test")
                .help("runs the worked cases of a pack")
                .description(
                        "Runs the worked cases of a pack, and shows beside each other what was expected and what came.")
                .epilog(EXIT);
        packArgument(test);
        test.addArgument("--mutate")
                .action(Arguments.storeTrue())
                .help("also put small faults into the pack, one at a time, and name each that no case notices");
        test.addArgument("--watch")
                .action(Arguments.storeTrue())
                .help("run again whenever a file of the folder is saved, until interrupted");
    }

    private static void packArgument(Subparser parser) {
        parser.addArgument("pack")
                .nargs("?")
                .metavar("DIR|PACK")
                .help(
                        "a folder with one version of a pack, all versions of one, or all packs; or the id of a pack in this"
                                + " jar, as id or id@version; unless given, all packs in this jar");
        parser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        boolean passed;
        try {
            passed = "test".equals(namespace.getString(ACTION)) ? test(namespace) : check(namespace);
        } catch (UnknownRulesException e) {
            throw unusable("There is no such folder or pack. " + e.getMessage());
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unusable("The folder cannot be read.");
        }
        System.out.flush();
        if (!passed) {
            throw new CommandFailedException("There are findings.", FINDINGS);
        }
    }

    private static boolean check(Namespace namespace) throws IOException {
        String pack = namespace.getString("pack");
        boolean isFolder = pack != null && Files.isDirectory(Path.of(pack));
        CheckReport report = isFolder ? PackCheck.folder(Path.of(pack)) : PackCheck.bundled(pack);
        if (namespace.getBoolean("json")) {
            System.out.println(new ObjectMapper().writeValueAsString(json(report)));
        } else {
            FindingsText.print(report, isFolder ? beside(Path.of(pack)) : "", System.out);
        }
        return report.passed();
    }

    private static boolean test(Namespace namespace) throws IOException {
        String pack = namespace.getString("pack");
        boolean isFolder = pack != null && Files.isDirectory(Path.of(pack));
        if (!namespace.getBoolean("watch")) {
            return testOnce(namespace);
        }
        if (!isFolder) {
            throw unusable("Only a folder can be watched.");
        }
        try (FolderWatch watch = new FolderWatch(Path.of(pack))) {
            while (true) {
                testOnce(namespace);
                System.out.println("Waiting for a file to be saved. Ctrl-C ends.");
                System.out.flush();
                if (!watch.awaitSave()) {
                    return true;
                }
            }
        }
    }

    private static boolean testOnce(Namespace namespace) throws IOException {
        String pack = namespace.getString("pack");
        Also also = namespace.getBoolean("mutate") ? Also.MUTATE : Also.NOTHING;
        boolean isFolder = pack != null && Files.isDirectory(Path.of(pack));
        TrialReport report = isFolder ? PackTrial.folder(Path.of(pack), also) : PackTrial.bundled(pack, also);
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            document.set("findings", findings(report.findings()));
            document.set("packs", json.valueToTree(report.packs()));
            System.out.println(json.writeValueAsString(document));
        } else {
            TrialText.print(report, isFolder ? beside(Path.of(pack)) : "", System.out);
        }
        return report.passed();
    }

    /** What stands before the path of a file, so that it can be opened from where the command was run. */
    private static String beside(Path folder) throws IOException {
        String root = PackCheck.root(folder).toString();
        return root.isEmpty() ? "" : root + "/";
    }

    private static ObjectNode json(CheckReport report) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = json.createObjectNode().put("passed", report.passed());
        ArrayNode packs = document.putArray("packs");
        report.packs().forEach(packs::add);
        document.set("findings", findings(report.findings()));
        return document;
    }

    private static ArrayNode findings(List<Finding> found) {
        ArrayNode findings = new ObjectMapper().createArrayNode();
        for (Finding finding : found) {
            findings.addObject()
                    .put("code", finding.code().name())
                    .put("title", finding.code().title())
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("where", finding.where())
                    .put("message", finding.message())
                    .put("suggestion", finding.suggestion())
                    .put("documentation", finding.documentation());
        }
        return findings;
    }
}
