package org.risktriage.triage.internal.seal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.Table;

/** The table of releases: which seal each version has. Lines are only added. */
public final class ReleaseTable {
    /** The first row. */
    public static final String HEADER = "id,version,sha256,seal";

    private static final String NAME = "the releases";
    private static final String DIGEST = "[0-9a-f]{64}";

    private ReleaseTable() {}

    /**
     * Reads it.
     *
     * @param text the table
     * @return the digest of each seal, by {@code id@version}
     * @throws RulesFaultException with everything that is wrong
     */
    public static Map<String, String> read(String text) {
        PackFaults faults = new PackFaults();
        Map<String, String> seals = new TreeMap<>();
        for (Table.Row row : Table.read(NAME, text, List.of(HEADER.split(",", -1)), faults)) {
            String place = "row " + row.number();
            if (!row.get("sha256").matches(DIGEST) || !row.get("seal").matches(DIGEST)) {
                faults.add(NAME, place, "A digest is 64 hexadecimal digits.");
            }
            if (seals.put(row.get("id") + "@" + row.get("version"), row.get("seal")) != null) {
                faults.add(NAME, place, "This version stands in another row: a version is released once.");
            }
        }
        if (!faults.found().isEmpty()) {
            throw new RulesFaultException(String.join("\n", faults.found()));
        }
        return Map.copyOf(seals);
    }
}
