package org.risktriage.service.ledger.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** A new file for what the ledger holds, which nobody but its owner may read, from its first byte on. */
public final class OwnersFile {
    private OwnersFile() {}

    /**
     * Makes a file for bytes.
     *
     * @param file the file
     * @return writes to it
     * @throws IOException if it is there already, or cannot be made
     */
    static OutputStream bytes(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        FileAttribute<?>[] owner = Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner));
    }

    /**
     * Makes a file for text.
     *
     * @param file the file
     * @return writes to it, in UTF-8
     * @throws IOException if it is there already, or cannot be made
     */
    public static BufferedWriter text(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(bytes(file), StandardCharsets.UTF_8));
    }
}
