package org.risktriage.service;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.setup.ServletEnvironment;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.risktriage.service.batch.FlushAtOnce;
import org.risktriage.service.cli.CommandFailedException;
import org.risktriage.service.cli.ConformanceCommand;
import org.risktriage.service.cli.KeysCommand;
import org.risktriage.service.cli.LedgerCommand;
import org.risktriage.service.cli.QuietServerCommand;
import org.risktriage.service.cli.RulesCommand;
import org.risktriage.service.cli.ScoreCommand;
import org.risktriage.service.front.FrontDoor;
import org.risktriage.service.health.RulesHealthCheck;
import org.risktriage.service.http.ProblemErrorHandler;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.service.ledger.decisions.RecordedDecisions;
import org.risktriage.service.operation.CountedReplies;
import org.risktriage.service.operation.Counts;
import org.risktriage.service.operation.Operation;
import org.risktriage.service.resources.AreasResource;
import org.risktriage.service.resources.AssessmentsResource;
import org.risktriage.service.resources.BatchResource;
import org.risktriage.service.resources.InstrumentsResource;
import org.risktriage.service.resources.NextQuestionResource;
import org.risktriage.service.resources.OpenApiResource;
import org.risktriage.service.resources.RulePacksResource;
import org.risktriage.service.settings.RequiredVariables;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SelfTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service and its commands. */
public final class RiskTriageApplication extends Application<RiskTriageConfiguration> {
    /** Name that stands for the demo configuration inside the jar. */
    public static final String DEMO = "demo.yml";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int USAGE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(RiskTriageApplication.class);

    /**
     * Runs a command: {@code server} without a configuration file starts the demo.
     *
     * @param arguments the command and its arguments; none to see the commands
     * @throws Exception if the command cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        boolean demo = List.of(arguments).equals(List.of("server"));
        // Also sets up the log.
        RiskTriageApplication application = new RiskTriageApplication();
        if (arguments.length > 0 && arguments[0].equals(RulesCommand.NAME)) {
            System.exit(RulesCommand.alone(arguments));
        }
        application.run(demo ? new String[] {"server", DEMO} : arguments);
    }

    @Override
    public String getName() {
        return "risk-triage";
    }

    @Override
    public void initialize(Bootstrap<RiskTriageConfiguration> bootstrap) {
        ConfigurationSourceProvider files = bootstrap.getConfigurationSourceProvider();
        ConfigurationSourceProvider inside = new ResourceConfigurationSourceProvider();
        bootstrap.setConfigurationSourceProvider(
                new RequiredVariables(path -> (path.equals(DEMO) ? inside : files).open(path)));
        ReplyJson.configure(bootstrap.getObjectMapper());
        bootstrap.addCommand(new ScoreCommand());
        bootstrap.addCommand(new ConformanceCommand());
        bootstrap.addCommand(new KeysCommand(Clock.systemUTC()));
        bootstrap.addCommand(new RulesCommand());
        bootstrap.addCommand(new LedgerCommand(Clock.systemUTC()));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<RiskTriageConfiguration> bootstrap) {
        bootstrap.addCommand(new QuietServerCommand<>(this));
        bootstrap.addCommand(new CheckCommand<>(this));
    }

    @Override
    public void run(RiskTriageConfiguration configuration, Environment environment) throws IOException {
        RiskTriage triage = configuration.getRulePacks().load();
        // Also warms the engine up, so that the first callers do not wait.
        SelfTest selfTest = triage.selfTest();
        if (!selfTest.passed()) {
            throw new RulesFaultException(
                    "The rule packs do not keep their own worked cases: " + String.join("; ", selfTest.failures()));
        }
        triage.refused()
                .forEach(refused ->
                        LOG.error("Rule pack {} is refused: {}", refused.pack(), String.join(" ", refused.faults())));
        environment.healthChecks().register("rules", new RulesHealthCheck(triage, selfTest));
        serve(triage, configuration, environment);
    }

    private static void serve(RiskTriage triage, RiskTriageConfiguration configuration, Environment environment)
            throws IOException {
        if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
            server.setRegisterDefaultExceptionMappers(false);
            // A thread named after its request would carry the URL into logs and dumps.
            server.setEnableThreadNameFilter(false);
        }
        PackId base = triage.baseRules();
        String defaultPack = base.id() + "@" + base.version();

        Counts counts = new Counts(triage, Clock.system(LONDON));
        environment.jersey().register(new CountedReplies(counts));
        Operation.install(environment, counts, configuration.getLeave().toMilliseconds());
        environment.jersey().register(new ProblemMapper());
        RecordedDecisions recorded = LedgerRooms.install(triage, configuration, environment, counts::decided);
        environment
                .jersey()
                .register(new AssessmentsResource(
                        triage,
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.isRehearsal() ? null : Clock.system(LONDON),
                        recorded));
        environment
                .jersey()
                .register(new NextQuestionResource(
                        triage,
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.isRehearsal() ? null : Clock.system(LONDON)));
        environment
                .jersey()
                .register(new BatchResource(
                        triage,
                        environment.getObjectMapper(),
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.getLimits().batchesAtOnce(),
                        configuration.isRehearsal() ? null : Clock.system(LONDON),
                        counts::decided,
                        recorded));
        environment.jersey().register(new FlushAtOnce());
        environment.jersey().register(new AreasResource(triage, Clock.system(LONDON)));
        environment.jersey().register(new InstrumentsResource(triage));
        environment.jersey().register(new RulePacksResource(triage));
        environment.jersey().register(new OpenApiResource());
        ReplyHeadersFilter headers = new ReplyHeadersFilter(defaultPack);
        for (ServletEnvironment servlets : List.of(environment.servlets(), environment.admin())) {
            servlets.addFilter("reply-headers", headers)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
        FrontDoor.install(configuration, environment);
        ProblemErrorHandler errors = new ProblemErrorHandler(environment.getObjectMapper(), defaultPack);
        environment.getApplicationContext().setErrorHandler(errors);
        environment.lifecycle().addServerLifecycleListener(server -> {
            server.setErrorHandler(errors);
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof ServerConnector listening) {
                    LOG.info(
                            "{} listens on {}:{}, rules {}",
                            listening.getName(),
                            listening.getHost() == null ? "every address" : listening.getHost(),
                            listening.getLocalPort(),
                            defaultPack);
                }
            }
        });
    }

    @Override
    protected void onFatalError(Throwable thrown) {
        System.exit(
                thrown instanceof ArgumentParserException
                        ? USAGE
                        : thrown instanceof CommandFailedException failed ? failed.exitStatus() : 1);
    }
}
