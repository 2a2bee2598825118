package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A version of a rule pack that is released stays as it is, to the byte: decisions name it by its digest. {@code
 * risk-rules/released-packs.csv} holds the digests; a change of a rule is a new version, and a new line.
 */
class ReleasedPacksTest {
    private static final Path LOCK =
            Path.of(System.getProperty("basedir", "."), "..", "risk-rules", "released-packs.csv");
    private static final String HEADER = "id,version,sha256";

    private static Map<String, String> here() {
        Map<String, String> packs = new TreeMap<>();
        RiskTriage.bundled().rulePacks().forEach(pack -> packs.put(pack.id() + "," + pack.version(), pack.sha256()));
        return packs;
    }

    /** What is wrong with the packs that are here, as the lock has it. */
    private static List<String> faults(List<String> lock, Map<String, String> here) {
        List<String> faults = new ArrayList<>();
        Map<String, String> released = new TreeMap<>();
        for (String line : lock.subList(1, lock.size())) {
            int comma = line.lastIndexOf(',');
            if (released.put(line.substring(0, comma), line.substring(comma + 1)) != null) {
                faults.add(line.substring(0, comma) + " stands twice");
            }
        }
        released.forEach((pack, digest) -> {
            if (!here.containsKey(pack)) {
                faults.add(pack + " is released and gone");
            } else if (!digest.equals(here.get(pack))) {
                faults.add(pack + " is released and changed; it is now " + here.get(pack));
            }
        });
        here.forEach((pack, digest) -> {
            if (!released.containsKey(pack)) {
                faults.add(pack + " is not in the lock; add the line " + pack + "," + digest);
            }
        });
        return faults;
    }

    @Test
    void no_released_version_has_changed_or_gone_and_each_is_in_the_lock() throws IOException {
        if (Boolean.getBoolean("packs.lock")) {
            List<String> lines = new ArrayList<>(List.of(HEADER));
            here().forEach((pack, digest) -> lines.add(pack + "," + digest));
            Files.write(LOCK, lines);
        }
        List<String> lock = Files.readAllLines(LOCK);
        assertThat(lock.get(0)).isEqualTo(HEADER);
        assertThat(faults(lock, here())).isEmpty();
    }

    @Test
    void a_change_a_loss_and_a_new_version_are_seen() {
        List<String> lock = List.of(HEADER, "made-up,1.0.0,aa", "made-up,1.1.0,bb", "gone,1.0.0,cc", "gone,1.0.0,cc");
        assertThat(faults(lock, Map.of("made-up,1.0.0", "aa", "made-up,1.1.0", "ff", "made-up,2.0.0", "dd")))
                .containsExactly(
                        "gone,1.0.0 stands twice",
                        "gone,1.0.0 is released and gone",
                        "made-up,1.1.0 is released and changed; it is now ff",
                        "made-up,2.0.0 is not in the lock; add the line made-up,2.0.0,dd");
    }
}
