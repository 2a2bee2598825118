package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.callers.Role;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.triage.RiskTriage;

/** Packs that change while the service runs: taken whole, or refused whole, and the service goes on. */
class ReloadTest {
    private static final String DAY = "2026-11-21";
    private static final int PATIENCE_S = 90;

    @TempDir
    Path folder;

    private Releases releases;
    private Credentials credentials;
    private DropwizardTestSupport<RiskTriageConfiguration> service;

    @BeforeEach
    void a_service_with_one_version() throws Exception {
        releases = new Releases(folder.resolve("rules"));
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 14));
        credentials = new Credentials(folder);
        service = new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                credentials.configuration(releases.settings()).toString(),
                null,
                "reload");
        service.before();
    }

    @AfterEach
    void stop() {
        service.after();
    }

    private RulesInForce rules() {
        return ((RiskTriageApplication) service.getApplication()).inForce();
    }

    private Reply post(int yes) {
        return new Caller(service.getLocalPort())
                .postWith(
                        Releases.request(DAY, yes),
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        credentials.keyOf(Role.SCORER));
    }

    private Reply admin(String page) {
        return new Caller(service.getAdminPort()).get(page);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < PATIENCE_S * 20 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void a_version_that_comes_is_used_and_one_that_goes_is_not() throws Exception {
        assertThat(post(12).json().at("/marac/refer").asBoolean()).isFalse();

        releases.release("1.1.0", releases.sealed("1.1.0", "2026-04-01", 12));
        await(() -> rules().taken() == 1);

        Reply reply = post(12);
        assertThat(reply.header("rule-pack")).isEqualTo("brackwater@1.1.0");
        assertThat(reply.json().at("/marac/refer").asBoolean()).isTrue();
        assertThat(admin("/metrics").body())
                .contains("risktriage_rules_generation 2.0", "risktriage_reloads_total{outcome=\"taken\"} 1.0");
        assertThat(admin("/healthcheck").status()).isEqualTo(200);

        releases.withdraw("1.1.0");
        await(() -> rules().taken() == 2);
        assertThat(post(12).header("rule-pack")).isEqualTo("brackwater@1.0.0");
    }

    @Test
    void one_that_is_refused_changes_nothing_and_health_and_a_count_say_so() throws Exception {
        byte[] broken = releases.sealed("1.1.0", "2026-04-01", 12);
        broken[broken.length / 2] ^= 1;
        releases.release("1.1.0", broken);
        await(() -> rules().refused() == 1);

        assertThat(post(12).header("rule-pack")).isEqualTo("brackwater@1.0.0");
        Reply health = admin("/healthcheck");
        assertThat(health.status()).isEqualTo(500);
        assertThat(health.json().at("/reload/message").asText())
                .contains("earlier ones are in use", "The rule pack brackwater-1.1.0.sealed is refused.");
        assertThat(admin("/ready").status()).isEqualTo(200);
        assertThat(admin("/metrics").body())
                .contains("risktriage_rules_refused 1.0", "risktriage_reloads_total{outcome=\"refused\"} 1.0");

        releases.withdraw("1.1.0");
        await(() -> rules().taken() == 1);
        assertThat(admin("/healthcheck").status()).isEqualTo(200);
    }

    @Test
    void a_version_in_use_does_not_become_another() throws Exception {
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 12));
        assertThat(rules().renew(() -> true)).isFalse();

        assertThat(rules().refusal()).contains("brackwater@1.0.0", "a version in use does not change");
        assertThat(post(12).json().at("/marac/refer").asBoolean()).isFalse();
    }

    @Test
    void a_key_that_is_revoked_shows_in_health_and_the_rules_stay() throws Exception {
        releases.revokeTheAuthor();
        await(() -> rules().refused() == 1);
        assertThat(rules().refusal()).contains("The key writer of the author is revoked.");
        assertThat(post(14).json().at("/marac/refer").asBoolean()).isTrue();
    }

    @Test
    void one_that_may_not_be_used_yet_waits_and_health_says_until_when() throws Exception {
        releases.release("1.1.0", releases.early("1.1.0", "2026-04-01", 12));
        await(() -> rules().taken() == 1);

        Reply health = admin("/healthcheck");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/rules/waiting/0/pack").asText()).isEqualTo("brackwater@1.1.0");
        assertThat(health.json().at("/rules/waiting/0/from").asText()).isEqualTo("2099-01-01");
        assertThat(post(12).header("rule-pack")).isEqualTo("brackwater@1.0.0");
    }

    @Test
    void a_folder_that_goes_changes_nothing() throws IOException, InterruptedException {
        Files.move(releases.packs(), folder.resolve("away"));
        await(() -> rules().refused() == 1);
        assertThat(post(12).header("rule-pack")).isEqualTo("brackwater@1.0.0");
        Files.move(folder.resolve("away"), releases.packs());
        await(() -> rules().taken() == 1);
    }

    @Test
    void what_began_under_earlier_rules_ends_under_them() throws Exception {
        RiskTriage before = rules().triage();
        releases.release("1.1.0", releases.sealed("1.1.0", "2026-04-01", 12));
        assertThat(rules().renew(() -> true)).isTrue();

        assertThat(before.assess(before.read(tree(12))).rules().pack().version())
                .isEqualTo("1.0.0");
        assertThat(rules().triage()
                        .assess(rules().triage().read(tree(12)))
                        .rules()
                        .pack()
                        .version())
                .isEqualTo("1.1.0");
    }

    private static Object tree(int yes) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(Reply.parse(Releases.request(DAY, yes)), Object.class);
    }
}
