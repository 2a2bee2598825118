package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.Scaffold;

/** {@code rules new}: begins a pack for an area, and never writes over a file. */
final class NewAction implements RulesAction {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public String name() {
        return "new";
    }

    @Override
    public void addTo(Subparsers actions) {
        Subparser begin = actions.addParser(name())
                .help("begins a pack for an area")
                .description("Writes a pack for an area whose comments teach, with blanks to fill in.")
                .epilog(
                        "Exit status: 0 if it was written, 2 for a wrong use. A file that is there is never written over.");
        begin.addArgument("area").metavar("AREA").help("id of the area: lower-case words joined by hyphens");
        begin.addArgument("--from")
                .metavar("PACK")
                .setDefault("england-wales")
                .help("id of the base pack that it is laid over, or of an area whose values are taken over as a"
                        + " beginning; england-wales unless given");
        begin.addArgument("--in")
                .metavar("DIR")
                .setDefault(".")
                .help("the folder that holds all packs; the current one unless given");
        begin.addArgument("--first-day")
                .metavar("DAY")
                .help("the first day on which the pack applies, as in 2026-11-21; today unless given");
    }

    @Override
    public boolean run(Namespace namespace) throws IOException {
        Path folder = Path.of(namespace.getString("in"));
        Map<String, String> files = files(namespace);
        for (String name : files.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw PlainCommand.unusable("There is a file " + name + " already; nothing was written.");
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
            System.out.println(path);
        }
        System.out.println("Fill in each FILL IN. This names those that are left: rules check "
                + folder.resolve(namespace.getString("area")));
        return true;
    }

    private static Map<String, String> files(Namespace namespace) {
        try {
            return Scaffold.of(
                    namespace.getString("area"), namespace.getString("from"), day(namespace.getString("first_day")));
        } catch (DateTimeException e) {
            throw PlainCommand.unusable("A day is written as in 2026-11-21.");
        } catch (UnknownRulesException e) {
            throw PlainCommand.unusable("There is no such pack to begin from. " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate day(@Nullable String written) {
        return written == null ? LocalDate.now(Clock.system(LONDON)) : LocalDate.parse(written);
    }
}
