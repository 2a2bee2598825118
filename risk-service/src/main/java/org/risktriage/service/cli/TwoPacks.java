package org.risktriage.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.risktriage.triage.desk.NamedPack;

/**
 * Two versions of a pack, for actions that compare.
 *
 * @param before the version that is replaced
 * @param after the version that replaces it
 */
record TwoPacks(NamedPack before, NamedPack after) {
    private static final String ONE = "a folder with one version of a pack, or a pack in this jar as id@version";

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
        return Files.isDirectory(Path.of(written)) ? NamedPack.in(Path.of(written)) : NamedPack.bundled(written);
    }
}
