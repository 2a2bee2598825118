package org.risktriage.service.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Writes a file whole or not at all: beside its place, and then to it in one step. Who reads the place sees what was there or
 * what is there now, and nothing between.
 */
public final class WholeFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> EVERYBODY = PosixFilePermissions.fromString("rw-r--r--");

    private WholeFile() {}

    /**
     * Writes a file that is no secret. It has the permissions of the one that it replaces, and its owner and group where whoever
     * writes it may give them; a new one can be read by everybody. A link stays, and what is behind it is replaced.
     *
     * @param file the file
     * @param bytes what it is to hold
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path place = behind(file);
        place(place, bytes, beside -> keep(place, beside));
    }

    /**
     * Writes a file that its owner alone may read, from its first byte on, whatever the permissions of the one that it replaces.
     *
     * @param file the file
     * @param bytes what it is to hold
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void writeForOwner(Path file, byte[] bytes) throws IOException {
        place(file, bytes, beside -> {
            if (isPosix(beside)) {
                Files.setPosixFilePermissions(beside, OWNER);
            }
        });
    }

    private interface Permitting {
        void permit(Path beside) throws IOException;
    }

    private static void place(Path file, byte[] bytes, Permitting permissions) throws IOException {
        // What is made here can be read by its owner alone, until it may be by others.
        Path beside = Files.createTempFile(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), ".whole", "");
        try {
            Files.write(beside, bytes);
            permissions.permit(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path behind(Path file) throws IOException {
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            return file;
        }
    }

    private static void keep(Path before, Path beside) throws IOException {
        if (!isPosix(beside)) {
            return;
        }
        if (Files.notExists(before)) {
            Files.setPosixFilePermissions(beside, EVERYBODY);
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(before, PosixFileAttributes.class);
        PosixFileAttributeView view =
                Objects.requireNonNull(Files.getFileAttributeView(beside, PosixFileAttributeView.class));
        // In this order: who has given a file away may no longer say who reads it.
        view.setPermissions(kept.permissions());
        give(() -> view.setGroup(kept.group()));
        give(() -> view.setOwner(kept.owner()));
    }

    private interface Giving {
        void give() throws IOException;
    }

    /** Only the superuser gives files away, and only to a group of one's own may one give them otherwise. */
    private static void give(Giving giving) {
        try {
            giving.give();
        } catch (IOException e) {
            // The permissions are kept all the same.
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }
}
