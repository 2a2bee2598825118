package org.risktriage.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.rules.FolderTick;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.triage.RiskTriage;

/** Rules that are not renewed any longer do not look as if they were. */
class ReloadHealthCheckTest {
    private static final int PATIENCE_S = 60;

    @TempDir
    Path folder;

    @Test
    void it_says_so_when_nothing_looks_for_changes_any_longer() throws Exception {
        RiskTriage bundled = RiskTriage.bundled();
        FolderTick tick = new FolderTick(
                List.of(folder),
                Duration.ofMillis(100),
                Clock.systemUTC(),
                () -> new RulesInForce(bundled, () -> {
                    throw new AssertionError("A fault that nobody expects.");
                }));
        ReloadHealthCheck check = new ReloadHealthCheck(tick);
        assertThat(check.execute().isHealthy()).isTrue();
        tick.start();
        assertThat(check.execute().isHealthy()).isTrue();

        Files.writeString(folder.resolve("pack"), "other");
        for (int i = 0; i < PATIENCE_S * 20 && !tick.hasEnded(); i++) {
            Thread.sleep(50);
        }

        Result result = check.execute();
        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage()).startsWith("Changes of rule packs are not looked for any longer");
        assertThat(result.getDetails()).containsEntry("generation", 1L);
        tick.stop();
    }
}
