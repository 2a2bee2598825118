package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The good pack in two versions, in folders of their own: as it is, and as it is edited. */
final class TwoVersions {
    private final Path before;
    private final Path after;

    private TwoVersions(Path before, Path after) {
        this.before = before;
        this.after = after;
    }

    static TwoVersions of(Path folder, String version) throws IOException {
        Path before = GoodPack.write(folder.resolve("before"));
        Path after = folder.resolve("after/northvale/" + version);
        for (Map.Entry<String, String> file : GoodPack.files().entrySet()) {
            Path path = after.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new TwoVersions(before, after).edit("pack.yaml", "version: 1.0.0", "version: " + version);
    }

    /** Changes words in a file of the later version. */
    TwoVersions edit(String file, String words, String others) throws IOException {
        String text = Files.readString(after.resolve(file));
        assertThat(text).contains(words);
        Files.writeString(after.resolve(file), text.replace(words, others));
        return this;
    }

    /** Another line for the checklist. */
    TwoVersions line(int yes) throws IOException {
        return edit("parameters.csv", "line,12,", "line," + yes + ",");
    }

    NamedPack before() {
        return NamedPack.in(before);
    }

    NamedPack after() {
        return NamedPack.in(after);
    }

    DiffReport diff() throws IOException {
        return PackDiff.between(before(), after(), decided -> {});
    }
}
