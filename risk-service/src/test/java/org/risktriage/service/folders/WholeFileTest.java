package org.risktriage.service.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read a file is the same after it was written anew; a secret is for its owner alone. */
class WholeFileTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void a_file_system_with_permissions() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        file = folder.resolve("file");
    }

    private Path there(String permissions) throws IOException {
        Files.writeString(file, "before");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private void assertWritten(String permissions) throws IOException {
        assertThat(file).hasBinaryContent(TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    private void assertNothingBeside(int files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).hasSize(files);
        }
    }

    @Test
    void everybody_may_read_a_new_file() throws IOException {
        WholeFile.write(file, TEXT);
        assertWritten("rw-r--r--");
        assertNothingBeside(1);
    }

    @Test
    void a_file_that_is_replaced_keeps_its_permissions() throws IOException {
        for (String permissions : new String[] {"rw-rw-r--", "rw-r-----", "r--r--r--", "rw-------"}) {
            there("rw-r--r--");
            there(permissions);
            WholeFile.write(file, TEXT);
            assertWritten(permissions);
            Files.delete(file);
        }
    }

    @Test
    void a_file_that_is_replaced_keeps_its_owner_and_group() throws IOException {
        there("rw-r-----");
        Object owner = Files.getAttribute(file, "unix:uid");
        Object group = Files.getAttribute(file, "unix:gid");
        try {
            Files.setAttribute(file, "unix:gid", 65_534);
            Files.setAttribute(file, "unix:uid", 65_534);
            owner = 65_534;
            group = 65_534;
        } catch (IOException e) {
            // Only the superuser can try it with others.
        }
        WholeFile.write(file, TEXT);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
    }

    @Test
    void a_link_stays_and_what_is_behind_it_is_replaced() throws IOException {
        there("rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        WholeFile.write(link, TEXT);
        assertThat(link).isSymbolicLink();
        assertWritten("rw-r--r--");
    }

    @Test
    void a_secret_is_for_its_owner_alone_whatever_was_there() throws IOException {
        WholeFile.writeForOwner(file, TEXT);
        assertWritten("rw-------");
        there("rw-rw-rw-");
        WholeFile.writeForOwner(file, TEXT);
        assertWritten("rw-------");
        assertNothingBeside(1);
    }

    @Test
    void what_cannot_be_placed_leaves_nothing_behind() throws IOException {
        Files.createDirectories(file.resolve("full"));
        assertThatThrownBy(() -> WholeFile.write(file, TEXT)).isInstanceOf(IOException.class);
        assertThat(file.resolve("full")).isDirectory();
        assertNothingBeside(1);
    }
}
