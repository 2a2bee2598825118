package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.desk.NamedPack;
import org.risktriage.triage.desk.SealedFile;

/**
 * Two versions of a pack, for actions that compare.
 *
 * @param before the version that is replaced
 * @param after the version that replaces it
 */
record TwoPacks(NamedPack before, NamedPack after) {
    private static final String ONE =
            "a folder with one version of a pack, a sealed pack, or a pack in this jar as id@version";

    /** Adds the two arguments, and {@code --json}. */
    static void addTo(Subparser parser) {
        parser.addArgument("before").metavar("A").help("the version that is replaced: " + ONE);
        parser.addArgument("after").metavar("B").help("the version that replaces it: " + ONE);
        parser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    static TwoPacks of(Namespace namespace) {
        return new TwoPacks(named(namespace.getString("before")), named(namespace.getString("after")));
    }

    private static NamedPack named(String written) {
        Path path = Path.of(written);
        if (Files.isRegularFile(path)) {
            return NamedPack.sealed(sealed(path));
        }
        return Files.isDirectory(path) ? NamedPack.in(path) : NamedPack.bundled(written);
    }

    /** A sealed pack, whole; whether it can be believed is not asked. */
    static SealedFile sealed(Path file) {
        try {
            return SealedFile.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw PlainCommand.unusable("The file " + file + " cannot be read.");
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(
                    "The file " + file + " is no sealed pack, or not as it was sealed. " + e.getMessage());
        }
    }
}
