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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.batch.FlushAtOnce;
import org.risktriage.service.cli.CommandFailedException;
import org.risktriage.service.cli.ConformanceCommand;
import org.risktriage.service.cli.KeysCommand;
import org.risktriage.service.cli.LedgerCommand;
import org.risktriage.service.cli.PackKeysCommand;
import org.risktriage.service.cli.QuietServerCommand;
import org.risktriage.service.cli.RulesCommand;
import org.risktriage.service.cli.ScoreCommand;
import org.risktriage.service.front.FrontDoor;
import org.risktriage.service.health.ReloadHealthCheck;
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
import org.risktriage.service.rulebook.ServedBook;
import org.risktriage.service.rules.FolderTick;
import org.risktriage.service.rules.RulePacksSettings;
import org.risktriage.service.rules.RulesInForce;
import org.risktriage.service.rules.Shadow;
import org.risktriage.service.settings.Purpose;
import org.risktriage.service.settings.RequiredVariables;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service and its commands. */
public final class RiskTriageApplication extends Application<RiskTriageConfiguration> {
    /** Name that stands for the demo configuration inside the jar. */
    public static final String DEMO = "demo.yml";

    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/London"));
    private static final int USAGE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(RiskTriageApplication.class);

    private @Nullable RulesInForce inForce;

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
        bootstrap.addCommand(new PackKeysCommand(Clock.systemUTC()));
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
        Purpose purpose = configuration.getPurpose();
        RulePacksSettings packs = configuration.getRulePacks();
        FolderTick tick = new FolderTick(
                packs.watched(),
                packs.look().toJavaDuration(),
                CLOCK,
                () -> new RulesInForce(
                        packs.load(purpose, LocalDate.now(CLOCK)),
                        () -> packs.loadWhole(purpose, LocalDate.now(CLOCK))));
        RulesInForce rules = tick.rules();
        inForce = rules;
        environment.healthChecks().register("rules", new RulesHealthCheck(rules));
        if (!packs.watched().isEmpty()) {
            environment.healthChecks().register(ReloadHealthCheck.NAME, new ReloadHealthCheck(tick));
            environment.lifecycle().manage(tick);
        }
        serve(rules, configuration, environment);
    }

    /** The rules of a service that runs. */
    RulesInForce inForce() {
        return Objects.requireNonNull(inForce, "The service does not run.");
    }

    private static void serve(RulesInForce rules, RiskTriageConfiguration configuration, Environment environment)
            throws IOException {
        if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
            server.setRegisterDefaultExceptionMappers(false);
            // A thread named after its request would carry the URL into logs and dumps.
            server.setEnableThreadNameFilter(false);
        }
        Counts counts = new Counts(rules, CLOCK);
        environment.jersey().register(new CountedReplies(counts));
        BiConsumer<Assessment, Decision> tried = tried(configuration, environment, rules, counts);
        BiConsumer<Assessment, Decision> told = (assessment, decision) -> {
            counts.decided(decision);
            tried.accept(assessment, decision);
        };
        Operation.install(environment, counts, configuration.getLeave().toMilliseconds());
        environment.jersey().register(new ProblemMapper());
        RecordedDecisions recorded = LedgerRooms.install(rules, configuration, environment, told);
        environment
                .jersey()
                .register(new AssessmentsResource(
                        rules::triage,
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.isRehearsal() ? null : CLOCK,
                        recorded,
                        tried));
        environment
                .jersey()
                .register(new NextQuestionResource(
                        rules::triage,
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.isRehearsal() ? null : CLOCK));
        environment
                .jersey()
                .register(new BatchResource(
                        rules::triage,
                        environment.getObjectMapper(),
                        Math.toIntExact(configuration.getBodyLimit().toBytes()),
                        configuration.getLimits().batchesAtOnce(),
                        configuration.isRehearsal() ? null : CLOCK,
                        told,
                        recorded));
        environment.jersey().register(new FlushAtOnce());
        environment.jersey().register(new AreasResource(rules::triage, CLOCK));
        environment.jersey().register(new InstrumentsResource(rules::triage));
        environment.jersey().register(new RulePacksResource(rules::triage));
        environment.jersey().register(new OpenApiResource());
        ReplyHeadersFilter headers = new ReplyHeadersFilter(rules::basePack);
        for (ServletEnvironment servlets : List.of(environment.servlets(), environment.admin())) {
            servlets.addFilter("reply-headers", headers)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
        FrontDoor.install(configuration, environment);
        ServedBook.install(rules::triage, CLOCK, environment);
        ProblemErrorHandler errors = new ProblemErrorHandler(environment.getObjectMapper(), rules::basePack);
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
                            rules.basePack());
                }
            }
        });
    }

    /** Has every decision tried under the pack that is tried beside the others, if there is one. */
    private static BiConsumer<Assessment, Decision> tried(
            RiskTriageConfiguration configuration, Environment environment, RulesInForce rules, Counts counts) {
        if (configuration.getRulePacks().shadow() == null) {
            return (assessment, decision) -> {};
        }
        Shadow shadow = Shadow.load(configuration.getRulePacks(), configuration.getPurpose(), rules);
        environment.lifecycle().manage(shadow);
        counts.watch(shadow);
        LOG.info("{} is tried beside the rules in force, and decides nothing", shadow.pack());
        return shadow::consider;
    }

    @Override
    protected void onFatalError(Throwable thrown) {
        System.exit(
                thrown instanceof ArgumentParserException
                        ? USAGE
                        : thrown instanceof CommandFailedException failed ? failed.exitStatus() : 1);
    }
}
