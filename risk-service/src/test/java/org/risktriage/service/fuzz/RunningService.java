package org.risktriage.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.risktriage.service.RiskTriageApplication;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.triage.RiskTriage;

/** The real service on a free port, started with the first input, and a client that keeps its connection. */
final class RunningService {
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final int RUNS = 3;
    /** For what waits without working. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final DropwizardTestSupport<RiskTriageConfiguration> SERVICE = start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningService() {}

    /** How many criteria a pack has, and every decision under it therefore. */
    static int criteria(JsonNode pack) {
        return Rules.TRIAGE
                .rulePack(pack.path("id").asText(), pack.path("version").asText())
                .criteria()
                .size();
    }

    private static DropwizardTestSupport<RiskTriageConfiguration> start() {
        DropwizardTestSupport<RiskTriageConfiguration> service = new DropwizardTestSupport<>(
                RiskTriageApplication.class,
                RiskTriageApplication.DEMO,
                ConfigOverride.config("rehearsal", "true"),
                ConfigOverride.config("ledger.on", "false"),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"));
        try {
            service.before();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        // Several tests of one JVM share the service, so it stops with the JVM.
        Runtime.getRuntime().addShutdownHook(new Thread(service::after));
        return service;
    }

    /**
     * Posts a body to a path. Counts the time that this JVM, which holds the service too, was at work, so that a busy machine is no
     * false alarm; what takes over a second is posted again, because the first time may have loaded classes.
     */
    static HttpResponse<String> replyWithinASecond(String path, byte[] body) {
        for (int run = 0; run < RUNS; run++) {
            long before = PROCESS.getProcessCpuTime();
            HttpResponse<String> reply = post(path, body);
            if (PROCESS.getProcessCpuTime() - before <= NANOSECONDS) {
                return reply;
            }
        }
        throw new AssertionError("This body takes over a second.");
    }

    static HttpResponse<String> post(String path, byte[] body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVICE.getLocalPort() + path))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The examples that come with the project. */
    static Stream<byte[]> examples() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir", "."), "..", "examples"))) {
            return files.filter(Files::isRegularFile).sorted().map(RunningService::bytes).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Rules {
        static final RiskTriage TRIAGE = RiskTriage.bundled();
    }
}
