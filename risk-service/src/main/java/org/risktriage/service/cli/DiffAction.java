package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.util.function.LongConsumer;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.triage.desk.DiffReport;
import org.risktriage.triage.desk.PackDiff;

/** {@code rules diff}: how two versions of a pack differ, and which step of the version number that demands. */
final class DiffAction implements RulesAction {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser diff = actions.addParser(name())
                .help("says how two versions of a pack differ, and which version step that demands")
                .description(
                        "Says in sentences how two versions of a pack differ. Proves over all evidence which way cases can"
                                + " move, and refuses a version number that says less.")
                .epilog(EXIT);
        TwoPacks.addTo(diff);
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        TwoPacks packs = TwoPacks.of(namespace);
        DiffReport report = watched(packs);
        if (namespace.getBoolean("json")) {
            ObjectMapper json = ReplyJson.configure(Jackson.newObjectMapper());
            ObjectNode document = json.createObjectNode().put("passed", report.passed());
            document.setAll(json.<ObjectNode>valueToTree(report));
            document.set("findings", FindingsJson.of(report.findings()));
            System.out.println(json.writeValueAsString(document));
        } else {
            DiffText.print(report, System.out);
        }
        return report.passed();
    }

    static DiffReport watched(TwoPacks packs) throws IOException {
        if (!Terminal.isWatched()) {
            return diff(packs, decided -> {});
        }
        try (Progress progress = new Progress("kinds of evidence", -1)) {
            return diff(packs, progress::stepBy);
        }
    }

    private static DiffReport diff(TwoPacks packs, LongConsumer watch) throws IOException {
        return PackDiff.between(packs.before(), packs.after(), watch);
    }
}
