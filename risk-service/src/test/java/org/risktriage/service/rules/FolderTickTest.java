package org.risktriage.service.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        FolderTick tick = new FolderTick(List.of(folder), Duration.ofMillis(200), Clock.systemUTC(), rules);
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
