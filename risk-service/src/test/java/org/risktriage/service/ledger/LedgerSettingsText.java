package org.risktriage.service.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.risktriage.service.ledger.store.Database;

/** The part of a configuration that turns the ledger on. */
public final class LedgerSettingsText {
    private LedgerSettingsText() {}

    /** Turns it on over a fresh file, with keys of its own and more lines. */
    public static String on(Database.Address address, String... more) {
        try {
            Path keys = java.nio.file.Files.createTempDirectory("keys").resolve("subjects.json");
            SubjectKeys.first().write(keys);
            return "\nledger:\n  on: true\n  url: \"" + address.url() + "\"\n  subjectKeys: " + keys + "\n"
                    + String.join(
                            "",
                            java.util.Arrays.stream(more)
                                    .map(line -> "  " + line + "\n")
                                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
