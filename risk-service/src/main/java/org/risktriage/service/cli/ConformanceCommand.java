package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.core.setup.Bootstrap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.conformance.Header;
import org.risktriage.service.conformance.Installation;
import org.risktriage.service.conformance.Kit;
import org.risktriage.service.conformance.KitException;
import org.risktriage.service.conformance.KitRun;
import org.risktriage.service.conformance.Report;
import org.risktriage.service.conformance.UnansweredException;

/**
 * {@code conformance URL}: sends the cases of a conformance kit to an installation and says what comes back otherwise than
 * expected. Exit status 1 for findings, 2 for a wrong use or a service that does not answer.
 */
public final class ConformanceCommand extends PlainCommand {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST_PATIENCE_S = 600;

    /** Creates the command. */
    public ConformanceCommand() {
        super("conformance", "Checks an installation by the cases of the conformance kit");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.epilog(
                "Every case is a made-up assessment that is posted to URL/v1/assessments. Cases dated after today"
                        + " are set aside where the service refuses them for that; switch its setting 'rehearsal' on, in a test"
                        + " installation, to have them decided. Exit status: 0 if all others came back as expected, 1 if any"
                        + " did not or other rules than the kit's answered, 2 for a wrong use or a service that does not answer.");
        subparser.addArgument("url").metavar("URL").help("address of the service, as in http://127.0.0.1:8080");
        subparser.addArgument("--kit").metavar("ZIP").help("a published kit; unless given, the one in this jar");
        subparser
                .addArgument("--header")
                .metavar("'NAME: VALUE'")
                .action(Arguments.append())
                .help("a header to send with each request; may be repeated. Others on this machine can see it:"
                        + " keep secrets in a file");
        subparser
                .addArgument("--header-file")
                .metavar("FILE")
                .help("a file with headers to send, each on a line as 'Name: value'");
        subparser
                .addArgument("--timeout")
                .metavar("SECONDS")
                .type(Integer.class)
                .choices(Arguments.range(1, LONGEST_PATIENCE_S))
                .setDefault(30)
                .help("how long one reply may take, from 1 to " + LONGEST_PATIENCE_S + "; 30 unless given");
        subparser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    @Override
    public void run(@Nullable Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        Report report;
        try {
            Kit kit = kit(namespace.getString("kit"));
            Installation installation = Installation.at(
                    namespace.getString("url"), headers(namespace), Duration.ofSeconds(namespace.getInt("timeout")));
            report = run(kit, installation);
        } catch (KitException | UnansweredException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
        if (namespace.getBoolean("json")) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode document = json.valueToTree(report);
            System.out.println(json.writeValueAsString(document.put("passed", report.passed())));
        } else {
            ReportText.print(report, System.out);
        }
        System.out.flush();
        if (!report.passed()) {
            throw new CommandFailedException("The installation does not do what the kit expects.", FINDINGS);
        }
    }

    private static Report run(Kit kit, Installation installation) throws UnansweredException {
        Clock clock = Clock.system(LONDON);
        if (!Terminal.isWatched()) {
            return KitRun.of(kit, installation, clock, () -> {});
        }
        try (Progress progress = new Progress("cases", kit.index().cases())) {
            return KitRun.of(kit, installation, clock, progress::step);
        }
    }

    private static Kit kit(@Nullable String file) throws KitException {
        if (file == null) {
            return Kit.bundled();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return Kit.read(in);
        } catch (IOException | RuntimeException e) {
            throw unusable("The kit cannot be read.");
        }
    }

    private static List<Header> headers(Namespace namespace) throws KitException {
        List<String> given = namespace.getList("header");
        List<String> lines = new ArrayList<>(given == null ? List.of() : given);
        String file = namespace.getString("header_file");
        if (file != null) {
            try {
                lines.addAll(Files.readAllLines(Path.of(file)));
            } catch (IOException | RuntimeException e) {
                throw unusable("The file with headers cannot be read.");
            }
        }
        return Header.all(lines);
    }
}
