package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

    /** Writes it, whole or not at all, and only if it is right. */
    static void write(Path file, List<TrustedKey> keys) {
        String table = SealPolicy.table(keys);
        try {
            SealPolicy.trusting(table);
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".keys", ".csv");
            try {
                Files.writeString(beside, table);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw PlainCommand.unusable("The file of trusted keys cannot be written.");
        } catch (RulesFaultException e) {
            throw PlainCommand.unusable(String.valueOf(e.getMessage()));
        }
    }
}
