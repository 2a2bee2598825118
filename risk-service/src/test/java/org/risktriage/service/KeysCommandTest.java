package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that keeps the file of API keys, in a process of its own. */
class KeysCommandTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void no_keys_yet() {
        file = folder.resolve("keys.json");
    }

    private Program.Run keys(String action, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "keys";
        arguments[1] = action;
        arguments[2] = "--file";
        arguments[3] = file.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new Program(folder).run(arguments);
    }

    private JsonNode made() throws IOException, InterruptedException {
        Program.Run run =
                keys("make", "--agency", "leicester-test", "--caller", "case-system", "--role", "scorer", "--json");
        assertThat(run.status()).as(run.err()).isZero();
        return run.documents().get(0);
    }

    @Test
    void a_key_is_shown_once_kept_as_a_digest_rotated_and_revoked() throws Exception {
        JsonNode first = made();
        String key = first.path("key").asText();
        assertThat(key).matches("rt_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file)).contains(first.path("id").asText()).doesNotContain(key.substring(16));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys("list").out())
                .contains(first.path("id").asText() + "  active  leicester-test/case-system  scorer  until ")
                .doesNotContain(key.substring(16));

        Program.Run rotated = keys("rotate", "--overlap", "0", first.path("id").asText());
        assertThat(rotated.out()).startsWith("Key: rt_").contains("shown this once");
        assertThat(keys("list", "--json").documents())
                .extracting(entry -> entry.path("status").asText())
                .containsExactly("expired", "active");

        String second = rotated.out().substring(8, 20);
        assertThat(keys("revoke", second).status()).isZero();
        assertThat(keys("list").out()).contains(second + "  revoked  ");
    }

    @Test
    void a_key_that_is_not_there_cannot_be_revoked() throws Exception {
        made();
        Program.Run run = keys("revoke", "000000000000");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("There is no key with this id.");
    }

    @Test
    void a_wrong_use_is_told_from_a_finding() throws Exception {
        assertThat(keys("make", "--agency", "Some Body", "--caller", "x", "--role", "scorer")
                        .status())
                .isEqualTo(2);
        assertThat(keys("make", "--agency", "a", "--caller", "x", "--role", "admin")
                        .status())
                .isEqualTo(2);
        assertThat(keys("list").status()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
