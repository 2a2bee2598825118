package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.PackLint;

/** {@code rules lint}: what to look at in a pack with which nothing is wrong. */
final class LintAction implements RulesAction {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser lint = actions.addParser(name())
                .help("says what to look at in a pack with which nothing is wrong")
                .description(
                        "Says what to look at in a pack with which nothing is wrong: lines without cases around them,"
                                + " rules that never fire or never make a difference, bands with a gap, a review that is due.")
                .epilog(EXIT);
        PackArgument.addTo(lint);
        lint.addArgument("--on").metavar("DAY").help("the day on which to look, as in 2026-11-21; today unless given");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        PackArgument pack = PackArgument.of(namespace);
        LocalDate day = day(namespace.getString("on"));
        Path folder = pack.folder();
        CheckReport report = folder == null ? PackLint.bundled(pack.id(), day) : PackLint.folder(folder, day);
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

    private static LocalDate day(@Nullable String written) {
        try {
            return written == null ? LocalDate.now(Clock.system(LONDON)) : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw PlainCommand.unusable("A day is written as in 2026-11-21.");
        }
    }
}
