package org.risktriage.service.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;

/** What changes while it is read is neither taken nor refused. */
class FolderTickTest {
    private static final long PATIENCE_S = 60;

    private final RiskTriage bundled = RiskTriage.bundled();

    @TempDir
    Path folder;

    @Test
    void files_that_change_while_they_are_read_are_read_again() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        RulesInForce rules = new RulesInForce(bundled, () -> {
            if (loads.incrementAndGet() == 1) {
                save("second");
            }
            second.countDown();
            return bundled;
        });
        FolderTick tick = new FolderTick(List.of(folder), Duration.ofMillis(200), Clock.systemUTC(), () -> rules);
        tick.start();
        save("first");
        assertThat(second.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        await(() -> rules.taken() > 0);
        tick.stop();

        assertThat(loads).hasValue(2);
        assertThat(rules.taken()).isEqualTo(1);
        assertThat(rules.generation().number()).isEqualTo(2);
    }

    @Test
    void half_of_a_change_is_not_held_against_it() {
        RulesInForce rules = new RulesInForce(bundled, () -> {
            throw new RulesFaultException("Half of it is missing.");
        });

        assertThat(rules.renew(() -> false)).isFalse();
        assertThat(rules.refusal()).isNull();
        assertThat(rules.refused()).isZero();

        assertThat(rules.renew(() -> true)).isFalse();
        assertThat(rules.refusal()).isEqualTo("Half of it is missing.");
        assertThat(rules.refused()).isEqualTo(1);
    }

    @Test
    void what_changes_while_the_first_rules_are_loaded_is_loaded_too() throws Exception {
        FolderTick tick = new FolderTick(List.of(folder), Duration.ofMillis(100), Clock.systemUTC(), () -> {
            RulesInForce first = new RulesInForce(bundled, () -> bundled);
            save("in between");
            return first;
        });
        tick.start();
        await(() -> tick.rules().taken() == 1);
        tick.stop();
    }

    @Test
    void a_file_behind_a_link_is_exchanged() throws Exception {
        Path behind = Files.writeString(folder.resolve("behind.csv"), "first");
        Path link = Files.createSymbolicLink(folder.resolve("trusted.csv"), behind);
        RulesInForce rules = new RulesInForce(bundled, () -> bundled);
        FolderTick tick = new FolderTick(List.of(link), Duration.ofMillis(100), Clock.systemUTC(), () -> rules);
        tick.start();
        Files.move(
                Files.writeString(folder.resolve("beside"), "other"),
                behind,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        await(() -> rules.taken() == 1);

        Files.writeString(behind, "again");
        await(() -> rules.taken() == 2);
        tick.stop();
    }

    @Test
    void a_folder_of_packs_behind_a_link_is_looked_at_too() throws Exception {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), packs);
        RulesInForce rules = new RulesInForce(bundled, () -> bundled);
        FolderTick tick = new FolderTick(List.of(link), Duration.ofMillis(100), Clock.systemUTC(), () -> rules);
        tick.start();
        Files.writeString(packs.resolve("pack"), "first");
        await(() -> rules.taken() == 1);
        tick.stop();
    }

    @Test
    void a_file_that_becomes_readable_is_a_change() throws Exception {
        Path file = Files.writeString(folder.resolve("trusted.csv"), "first");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        RulesInForce rules = new RulesInForce(bundled, () -> bundled);
        FolderTick tick = new FolderTick(List.of(file), Duration.ofMillis(100), Clock.systemUTC(), () -> rules);
        tick.start();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        await(() -> rules.taken() == 1);
        tick.stop();
    }

    @Test
    void a_file_that_nests_too_deep_is_refused_and_the_next_one_is_taken() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        RulesInForce rules = new RulesInForce(bundled, () -> {
            if (loads.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return bundled;
        });
        FolderTick tick = new FolderTick(List.of(folder), Duration.ofMillis(100), Clock.systemUTC(), () -> rules);
        tick.start();
        save("deep");
        await(() -> rules.refused() == 1);
        assertThat(rules.refusal()).isEqualTo("The rule packs cannot be loaded: StackOverflowError");

        save("good");
        await(() -> rules.taken() == 1);
        assertThat(tick.hasEnded()).isFalse();
        tick.stop();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < PATIENCE_S * 20 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void save(String text) {
        try {
            Files.writeString(folder.resolve("pack"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
