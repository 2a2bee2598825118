package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.desk.PackCheck;

/**
 * What most actions of {@code rules} are about: a folder, or a pack in the jar.
 *
 * @param folder the folder that was named; null if it was a pack
 * @param id id of a pack in the jar, as {@code id} or {@code id@version}; null if it was a folder, or if none was named and
 *     all are meant
 */
record PackArgument(@Nullable Path folder, @Nullable String id) {
    /** Adds the argument, and {@code --json}. */
    static void addTo(Subparser parser) {
        parser.addArgument("pack")
                .nargs("?")
                .metavar("DIR|PACK")
                .help(
                        "a folder with one version of a pack, all versions of one, or all packs; or the id of a pack in this"
                                + " jar, as id or id@version; unless given, all packs in this jar");
        parser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON");
    }

    /** Reads the argument; a word that is the name of a folder is that folder. */
    static PackArgument of(Namespace namespace) {
        String pack = namespace.getString("pack");
        return pack != null && Files.isDirectory(Path.of(pack))
                ? new PackArgument(Path.of(pack), null)
                : new PackArgument(null, pack);
    }

    /** What stands before the path of a file, so that it can be opened from where the command was run. */
    String beside() throws IOException {
        if (folder == null) {
            return "";
        }
        String root = PackCheck.root(folder).toString();
        return root.isEmpty() ? "" : root + "/";
    }
}
