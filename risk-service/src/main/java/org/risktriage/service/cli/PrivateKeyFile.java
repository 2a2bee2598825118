package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.risktriage.triage.desk.SigningKeys;

/** The file of a private key (PKCS #8 in PEM), which its owner alone may read. */
final class PrivateKeyFile {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private PrivateKeyFile() {}

    static PrivateKey read(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw PlainCommand.unusable(
                        "Others may read the file of the private key. Let its owner alone: chmod 600.");
            }
            String text = Files.readString(file).strip();
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw PlainCommand.unusable("The file of the private key holds none.");
            }
            byte[] key = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return KeyFactory.getInstance(SigningKeys.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (IOException e) {
            throw PlainCommand.unusable("The file of the private key cannot be read.");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw PlainCommand.unusable("The file of the private key holds none that signs packs.");
        }
    }

    /** Writes a file that is not there yet; nobody but its owner can read it, from the first moment on. */
    static void write(Path file, PrivateKey key) {
        String text = BEGIN + "\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n" + END + "\n";
        Path folder = file.toAbsolutePath().getParent();
        try {
            FileAttribute<?>[] owner =
                    folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                            : new FileAttribute<?>[0];
            Files.createFile(file, owner);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw PlainCommand.unusable("The file for the private key is there already, or cannot be written.");
        }
    }
}
