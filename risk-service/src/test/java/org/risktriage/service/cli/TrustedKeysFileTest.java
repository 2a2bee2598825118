package org.risktriage.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.desk.SigningKeys;

/** The table is public: a service that runs as another user reads it before a key is revoked, and after. */
class TrustedKeysFileTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_new_table_is_for_everybody_and_a_changed_one_for_whom_it_was() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("trusted.csv");
        String text = SigningKeys.text(KeyPairGenerator.getInstance(SigningKeys.ALGORITHM)
                .generateKeyPair()
                .getPublic());
        TrustedKey key = new TrustedKey("writer-1", "writer", SigningRole.AUTHOR, text, FROM, TO, null);

        TrustedKeysFile.write(file, List.of(key));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        TrustedKeysFile.write(file, List.of(key.revokedSince(FROM)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(TrustedKeysFile.read(file).keys()).containsExactly(key.revokedSince(FROM));
    }
}
