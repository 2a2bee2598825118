package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.testing.DropwizardTestSupport;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.callers.Role;

/** A production uses sealed packs and no others; it needs no compiler for their rules. */
class SealedServiceTest {
    private static final int PATIENCE_S = 120;

    @TempDir
    Path folder;

    private DropwizardTestSupport<RiskTriageConfiguration> production(Credentials credentials, String... more)
            throws IOException {
        return new DropwizardTestSupport<>(
                RiskTriageApplication.class, credentials.configuration(more).toString(), null, "sealed");
    }

    @Test
    void a_production_answers_by_a_sealed_pack_and_by_the_day_of_the_assessment() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 14));
        releases.release("1.1.0", releases.sealed("1.1.0", "2027-04-01", 12));
        Credentials credentials = new Credentials(folder);
        DropwizardTestSupport<RiskTriageConfiguration> service = production(credentials, releases.settings());
        service.before();
        try {
            Caller caller = new Caller(service.getLocalPort());
            Reply before = post(caller, credentials, "2027-03-31");
            Reply after = post(caller, credentials, "2027-04-01");

            assertThat(before.header("rule-pack")).isEqualTo("brackwater@1.0.0");
            assertThat(before.json().at("/marac/refer").asBoolean()).isFalse();
            assertThat(before.json().at("/rules/later/0/from").asText()).isEqualTo("2027-04-01");
            assertThat(before.json().at("/rules/later/0/refer").asBoolean()).isTrue();
            assertThat(after.header("rule-pack")).isEqualTo("brackwater@1.1.0");
            assertThat(after.json().at("/marac/refer").asBoolean()).isTrue();
            assertThat(after.json().path("prompts").findValuesAsText("id")).contains("brackwater-line-12");
        } finally {
            service.after();
        }
    }

    private static Reply post(Caller caller, Credentials credentials, String day) {
        Reply reply = caller.postWith(
                Releases.request(day, 12),
                "Content-Type",
                "application/json",
                "X-API-Key",
                credentials.keyOf(Role.SCORER));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    @Test
    void a_production_does_not_start_with_a_pack_that_is_not_sealed() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.draft("1.0.0", "2025-04-01", 14);
        String settings = releases.settings()
                .replace(releases.packs().toString(), releases.drafts("1.0.0").toString());
        DropwizardTestSupport<RiskTriageConfiguration> service = production(new Credentials(folder), settings);
        assertThatThrownBy(service::before)
                .hasStackTraceContaining(
                        "Only sealed packs are used here, in files that end with .sealed: brackwater.");
        service.after();
    }

    @Test
    void a_production_does_not_start_with_a_pack_whose_author_is_revoked() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 14));
        releases.revokeTheAuthor();
        DropwizardTestSupport<RiskTriageConfiguration> service =
                production(new Credentials(folder), releases.settings());
        assertThatThrownBy(service::before)
                .hasStackTraceContaining("The rule pack brackwater-1.0.0.sealed is refused.")
                .hasStackTraceContaining("The key writer of the author is revoked.");
        service.after();
    }

    @Test
    void a_server_without_any_compiler_answers_by_a_pack_with_rules_of_its_own() throws Exception {
        Releases releases = new Releases(folder.resolve("rules"));
        releases.release("1.0.0", releases.sealed("1.0.0", "2025-04-01", 12));
        Credentials credentials = new Credentials(folder);
        int port = freePort();
        Path settings = credentials.configuration(releases.settings());
        Files.writeString(settings, Files.readString(settings).replaceFirst("port: 0", "port: " + port));
        Path said = folder.resolve("said");
        List<String> without = List.of(
                "drools-model-codegen",
                "drools-drl",
                "drools-ecj",
                "/ecj-",
                "/ecj/",
                "javaparser",
                "antlr",
                "mvel",
                "drools-xml",
                "kie-util-maven");
        String classPath = Arrays.stream(
                        System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(jar -> !jar.endsWith(".jar") || without.stream().noneMatch(jar::contains))
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
        assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(Program.command());
        command.set(command.indexOf("-cp") + 1, classPath);
        command.addAll(List.of("server", settings.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            awaitListening(process, port, said);
            Reply reply = post(new Caller(port), credentials, "2026-11-21");
            assertThat(reply.json().path("prompts").findValuesAsText("id")).contains("brackwater-line-12");
            assertThat(reply.json().at("/marac/refer").asBoolean()).isTrue();
        } finally {
            process.destroy();
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaitListening(Process process, int port, Path said) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_S * 10; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(process.isAlive())
                        .as("It ended: %s", Files.readString(said))
                        .isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError("It does not listen: " + Files.readString(said));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
