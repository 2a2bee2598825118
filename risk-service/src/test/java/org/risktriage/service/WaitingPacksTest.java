package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.rules.FolderTick;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.SealPolicy;

/** A pack whose first usable day has not come is taken up on that day, though no file changes. */
class WaitingPacksTest {
    private static final LocalDate FIRST = LocalDate.of(2099, 1, 1);

    @TempDir
    Path folder;

    @Test
    void what_waits_is_looked_at_again_on_another_day_and_on_no_other_occasion() throws Exception {
        Releases releases = new Releases(folder);
        releases.release("1.1.0", releases.early("1.1.0", "2026-04-01", 12));
        SealPolicy policy = SealPolicy.trusting(Files.readString(releases.trusted()));
        Days days = new Days(FIRST.minusDays(2));
        AtomicInteger loads = new AtomicInteger();
        RulesInForce rules = new RulesInForce(load(releases, policy, days), () -> {
            loads.incrementAndGet();
            return load(releases, policy, days);
        });
        assertThat(rules.triage().waiting()).hasSize(1);
        FolderTick tick = new FolderTick(List.of(releases.packs()), Duration.ofMillis(100), days, () -> rules);
        tick.start();
        Thread.sleep(1_500);
        assertThat(loads).hasValue(0);

        days.pass();
        await(rules, 1);
        assertThat(rules.triage().waiting()).hasSize(1);
        days.pass();
        await(rules, 2);
        assertThat(rules.triage().waiting()).isEmpty();
        assertThat(rules.triage().areas()).anyMatch(area -> area.id().equals(Releases.AREA));

        days.pass();
        Thread.sleep(1_500);
        tick.stop();
        assertThat(loads).hasValue(2);
    }

    private static RiskTriage load(Releases releases, SealPolicy policy, Clock clock) {
        return RiskTriage.sealed(policy.on(LocalDate.now(clock)), releases.packs());
    }

    private static void await(RulesInForce rules, long taken) throws InterruptedException {
        for (int i = 0; i < 1_200 && rules.taken() < taken; i++) {
            Thread.sleep(50);
        }
        assertThat(rules.taken()).isEqualTo(taken);
    }

    /** A clock whose days pass when they are told to. */
    private static final class Days extends Clock {
        private volatile Instant now;

        Days(LocalDate first) {
            now = first.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        void pass() {
            now = now.plus(Duration.ofDays(1));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
