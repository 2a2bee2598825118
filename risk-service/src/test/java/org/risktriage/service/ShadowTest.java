package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.testing.DropwizardTestSupport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.callers.Role;

/** A pack that is tried beside the rules in force: counted, and in no reply. */
class ShadowTest {
    private static final int PATIENCE_S = 30;

    @TempDir
    Path folder;

    private DropwizardTestSupport<RiskTriageConfiguration> service(
            Releases releases, Credentials credentials, Path shadow) throws Exception {
        return new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                credentials
                        .configuration(releases.settings().replace("}", ", shadow: '" + shadow + "'}"))
                        .toString(),
                null,
                "shadow");
    }

    @Test
    void how_often_a_candidate_would_decide_otherwise_is_counted_and_no_reply_shows_it() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 14));
        Path shadow = Files.createDirectories(folder.resolve("shadow"));
        Files.write(shadow.resolve("brackwater-1.1.0.sealed"), releases.sealed("1.1.0", "2030-04-01", 12));
        Credentials credentials = new Credentials(folder);
        DropwizardTestSupport<RiskTriageConfiguration> service = service(releases, credentials, shadow);
        service.before();
        try {
            Caller caller = new Caller(service.getLocalPort());
            for (int yes : new int[] {11, 12, 13, 14}) {
                Reply reply = caller.postWith(
                        Releases.request("2026-11-21", yes),
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        credentials.keyOf(Role.SCORER));
                assertThat(reply.header("rule-pack")).isEqualTo("brackwater@1.0.0");
                assertThat(reply.body()).doesNotContain("1.1.0");
            }

            String counts = "";
            for (int i = 0;
                    i < PATIENCE_S * 10 && !counts.contains("outcome=\"same\",pack=\"brackwater@1.1.0\"} 2.0");
                    i++) {
                Thread.sleep(100);
                counts = new Caller(service.getAdminPort()).get("/metrics").body();
            }
            assertThat(counts)
                    .contains("risktriage_shadow_total{outcome=\"higher\",pack=\"brackwater@1.1.0\"} 2.0")
                    .contains("risktriage_shadow_total{outcome=\"same\",pack=\"brackwater@1.1.0\"} 2.0")
                    .contains("risktriage_shadow_total{outcome=\"lower\",pack=\"brackwater@1.1.0\"} 0.0");
        } finally {
            service.after();
        }
    }

    @Test
    void a_candidate_that_is_not_sealed_is_not_tried_in_a_production() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.draft("1.1.0", "2025-04-01", 12);
        DropwizardTestSupport<RiskTriageConfiguration> service =
                service(releases, new Credentials(folder), releases.drafts("1.1.0"));
        assertThatThrownBy(service::before).hasStackTraceContaining("Only sealed packs are used here");
        service.after();
    }

    @Test
    void an_empty_folder_is_named() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        DropwizardTestSupport<RiskTriageConfiguration> service =
                service(releases, new Credentials(folder), Files.createDirectories(folder.resolve("shadow")));
        assertThatThrownBy(service::before).hasStackTraceContaining("has to hold one version of one pack");
        service.after();
    }
}
