package org.risktriage.service;

import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.http.ProblemReply;
import org.risktriage.service.ledger.Ledger;
import org.risktriage.service.ledger.LedgerSettings;
import org.risktriage.service.ledger.SubjectKeys;
import org.risktriage.service.ledger.decisions.DecisionDesk;
import org.risktriage.service.ledger.decisions.RecordedDecisions;
import org.risktriage.service.pages.PageFile;
import org.risktriage.service.pages.PageServlet;
import org.risktriage.service.pages.PageTemplate;
import org.risktriage.service.resources.DecisionsResource;
import org.risktriage.service.resources.StatisticsResource;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.service.settings.Purpose;
import org.risktriage.service.statistics.StatisticsDesk;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;

/** Puts the ledger in its place, if there is one. */
final class LedgerRooms {
    private LedgerRooms() {}

    /** Opens the ledger and offers what it holds; null, and nothing else, where it is off. */
    static @Nullable RecordedDecisions install(
            RulesInForce rules,
            RiskTriageConfiguration configuration,
            Environment environment,
            BiConsumer<Assessment, Decision> told)
            throws IOException {
        LedgerSettings settings = configuration.getLedger();
        if (!settings.on()) {
            return null;
        }
        if (configuration.getPurpose() == Purpose.DEMO) {
            makeKeys(Path.of(Objects.requireNonNull(settings.subjectKeys())));
        }
        Ledger ledger = Ledger.open(settings, Clock.systemUTC());
        environment.lifecycle().manage(ledger);
        environment.healthChecks().register("ledger", ledger.health());
        // An address is given as it is: the host of a request is whatever its sender wrote.
        environment.jersey().property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        int bodyLimit = Math.toIntExact(configuration.getBodyLimit().toBytes());
        environment
                .jersey()
                .register(new DecisionsResource(
                        new DecisionDesk(
                                rules::triage,
                                ledger,
                                environment.getObjectMapper().writer()),
                        bodyLimit));
        environment.jersey().register(new StatisticsResource(rules::triage, new StatisticsDesk(ledger)));
        String page = new PageTemplate("statistics").page(PageTemplate.ASSETS, Map.of());
        environment
                .servlets()
                .addServlet(
                        "statistics",
                        new PageServlet(
                                PageServlet.OWN_SCRIPTS,
                                Map.of("", new PageFile(PageFile.HTML, page)),
                                new ProblemReply(environment.getObjectMapper())))
                .addMapping("/statistics");
        return new RecordedDecisions(ledger, environment.getObjectMapper().writer(), told);
    }

    /** A demo makes its own keys; anywhere else a person does, and keeps a copy. */
    private static void makeKeys(Path file) throws IOException {
        if (Files.notExists(file)) {
            SubjectKeys.first().write(file);
        }
    }
}
