package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.rulebook.BookPages;
import org.risktriage.service.rulebook.RuleBook;
import org.risktriage.triage.desk.CheckReport;
import org.risktriage.triage.desk.ReadPacks;

/** {@code rules describe}: the rule book of packs, as pages in a folder. */
final class DescribeAction implements RulesAction {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser describe = actions.addParser(name())
                .help("writes the rule book of packs")
                .description("Writes what packs say into a folder, as pages for a browser or a printer: packs, rules,"
                        + " parameters, sources and worked cases, with those of the packs on which they rest.")
                .epilog(EXIT + " A folder that holds anything is never written into.");
        PackArgument.addTo(describe);
        describe.addArgument("--html")
                .metavar("DIR")
                .required(true)
                .help("the folder for the pages; it may not hold anything yet");
        describe.addArgument("--on")
                .metavar("DAY")
                .help("the day whose values are shown, as in 2026-11-21; today unless given");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        LocalDate day = day(namespace.getString("on"));
        Path to = Path.of(namespace.getString("html"));
        if (Files.exists(to) && !isEmpty(to)) {
            throw PlainCommand.unusable("The folder for the pages holds something already; nothing was written.");
        }
        PackArgument pack = PackArgument.of(namespace);
        Path folder = pack.folder();
        ReadPacks read = folder == null ? ReadPacks.bundled(pack.id()) : ReadPacks.folder(folder);
        boolean passed = read.findings().isEmpty();
        int pages = passed ? BookPages.write(new RuleBook(read.packs(), read.instruments(), day), to) : 0;
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.createObjectNode()
                    .put("passed", passed)
                    .put("on", day.toString())
                    .put("pages", pages);
            document.set("findings", FindingsJson.of(read.findings()));
            System.out.println(json.writeValueAsString(document));
        } else if (passed) {
            System.out.println(pages + " pages as on " + day + ". Begin with " + to.resolve("index.html"));
        } else {
            FindingsText.print(new CheckReport(List.of(), read.findings()), pack.beside(), System.out);
        }
        return passed;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static LocalDate day(@Nullable String written) {
        try {
            return written == null ? LocalDate.now(Clock.system(LONDON)) : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw PlainCommand.unusable("A day is written as in 2026-11-21.");
        }
    }
}
