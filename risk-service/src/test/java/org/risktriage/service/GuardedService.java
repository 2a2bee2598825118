package org.risktriage.service;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real service in a production configuration, on free ports of this machine, with callers of its own. */
final class GuardedService implements BeforeAllCallback, AfterAllCallback {
    /** What other services of the same JVM are told by properties is not for this one. */
    private static final String OWN = "guarded";

    private static final int PATIENCE_S = 60;

    private final Path folder;
    private final Credentials credentials;
    private final Path configuration;
    private DropwizardTestSupport<RiskTriageConfiguration> service;

    /** Starts with these lines at the end of the configuration. */
    GuardedService(String... more) {
        try {
            folder = Files.createTempDirectory("guarded");
            credentials = new Credentials(folder);
            configuration = credentials.configuration(more);
            service = of(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DropwizardTestSupport<RiskTriageConfiguration> of(Path configuration) {
        return new DropwizardTestSupport<>(RiskTriageApplication.class, configuration.toString(), null, OWN);
    }

    @Override
    public void beforeAll(@Nullable ExtensionContext context) throws Exception {
        service.before();
    }

    @Override
    public void afterAll(@Nullable ExtensionContext context) throws IOException {
        service.after();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Stops it and starts it anew, with the same configuration. */
    void startAgain() throws Exception {
        service.after();
        service = of(configuration);
        service.before();
    }

    Path configuration() {
        return configuration;
    }

    Credentials credentials() {
        return credentials;
    }

    Environment environment() {
        return service.getEnvironment();
    }

    /** What the probe says once it says that requests may be sent, or after some patience; sends none itself. */
    Reply readyAtLast() throws InterruptedException {
        Reply ready = operator().get("/ready");
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
                ready.status() != 200 && System.nanoTime() < end;
                ready = operator().get("/ready")) {
            Thread.sleep(100);
        }
        return ready;
    }

    Caller caller() {
        return new Caller(service.getLocalPort());
    }

    Caller operator() {
        return new Caller(service.getAdminPort());
    }

    int port() {
        return service.getLocalPort();
    }
}
