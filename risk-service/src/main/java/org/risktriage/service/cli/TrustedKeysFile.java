package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.risktriage.service.folders.WholeFile;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.TrustedKey;

/** The file of trusted keys. */
final class TrustedKeysFile {
    private TrustedKeysFile() {}

    static SealPolicy read(Path file) {
        try {
            return SealPolicy.trusting(Files.readString(file));
        } catch (IOException e) {
            throw PlainCommand.unusable("The file of trusted keys cannot be read.");
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Writes it, whole or not at all, and only if it is right. Whoever could read it still can: a service may be another user. */
    static void write(Path file, List<TrustedKey> keys) {
        String table = SealPolicy.table(keys);
        try {
            SealPolicy.trusting(table);
            WholeFile.write(file, table.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw PlainCommand.unusable("The file of trusted keys cannot be written.");
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
    }
}
