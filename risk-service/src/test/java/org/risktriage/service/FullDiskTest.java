package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.Operator;
import org.risktriage.service.ledger.store.Database;

/** A disk of four megabytes that is really full. It takes the right to mount one; elsewhere this is left out. */
class FullDiskTest {
    private static final Path DISK = folder();
    private static final boolean MOUNTED = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", DISK.toString());
    private static final Database.Address ADDRESS =
            new Database.Address("jdbc:sqlite:" + DISK.resolve("ledger.sqlite"), null, null);

    @RegisterExtension
    static final GuardedService SERVICE =
            new GuardedService("limits: {requestsPerSecond: 100000}", LedgerSettingsText.on(ADDRESS));

    private static Path folder() {
        try {
            return Files.createTempDirectory("disk");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @AfterAll
    static void unmount() {
        if (MOUNTED) {
            assertThat(run("umount", "-l", DISK.toString())).isTrue();
        }
    }

    private static Reply post() {
        return SERVICE.caller()
                .postWith(
                        "{\"assessedOn\":\"2026-01-01\",\"answers\":{\"q1\":\"yes\"}}",
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        SERVICE.credentials().keyOf(Role.SCORER));
    }

    /** Takes what room there is. */
    private static void fill(Path filler) throws IOException {
        FileStore disk = Files.getFileStore(DISK);
        Files.write(filler, new byte[Math.toIntExact(disk.getUsableSpace())]);
        assertThat(disk.getUsableSpace()).isZero();
    }

    @Test
    void while_the_disk_is_full_there_is_no_decision_and_when_there_is_room_again_nothing_is_lost() throws Exception {
        assumeTrue(MOUNTED, "mount needs a right that this user does not have");
        List<String> acknowledged = new ArrayList<>();
        acknowledged.add(post().header("location"));
        Path filler = DISK.resolve("filler");
        fill(filler);
        Reply reply = post();
        for (int i = 0; i < 1_000 && reply.status() == 201; i++) {
            acknowledged.add(reply.header("location"));
            reply = post();
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.json().path("code").asText()).isEqualTo("ledger-unavailable");
        assertThat(reply.json().path("detail").asText()).isEqualTo(ProblemMapper.SAFETY_TEXT);
        assertThat(reply.body()).doesNotContain("\"level\"");
        assertThat(SERVICE.operator().get("/healthcheck").status()).isEqualTo(500);

        Files.delete(filler);
        assertThat(SERVICE.readyAtLast().status()).isEqualTo(200);
        Reply after = post();
        assertThat(after.status()).as(after.body()).isEqualTo(201);
        acknowledged.add(after.header("location"));
        assertThat(SERVICE.operator().get("/healthcheck").status()).isEqualTo(200);
        for (String location : acknowledged) {
            assertThat(SERVICE.caller()
                            .get(location, "X-API-Key", SERVICE.credentials().keyOf(Role.SCORER))
                            .status())
                    .isEqualTo(200);
        }
        try (Operator operator = Operator.of(ADDRESS, Clock.systemUTC())) {
            assertThat(operator.verify(List.of(), seq -> {}).findings()).isEmpty();
        }
    }
}
