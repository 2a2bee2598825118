package org.risktriage.service.front;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.service.callers.CallerFilter;
import org.risktriage.service.callers.Gate;
import org.risktriage.service.callers.RoleFeature;
import org.risktriage.service.http.ProblemReply;
import org.risktriage.service.limits.LimitsSettings;
import org.risktriage.service.limits.Overload;
import org.risktriage.service.limits.PatienceFilter;
import org.risktriage.service.limits.RateFilter;
import org.risktriage.service.pages.PageAssets;
import org.risktriage.service.pages.PageFile;
import org.risktriage.service.pages.PageServlet;

/** What stands before the resources, in this order: how much there is to do, how slowly a body comes, who calls, how often, and in which roles. */
public final class FrontDoor {
    private FrontDoor() {}

    /**
     * Puts everything in its place.
     *
     * @param configuration the settings
     * @param environment where to put it
     * @throws IOException if a file of keys cannot be read
     */
    public static void install(RiskTriageConfiguration configuration, Environment environment) throws IOException {
        LimitsSettings limits = configuration.getLimits();
        ProblemReply problems = new ProblemReply(environment.getObjectMapper());
        Gate gate = Gate.of(configuration.getCallers(), Clock.systemUTC());
        filter(environment, "patience", new PatienceFilter(limits.bodyWithin().toJavaDuration()));
        filter(environment, "callers", new CallerFilter(gate, problems));
        filter(environment, "rate", new RateFilter(limits, problems));
        environment.getApplicationContext().insertHandler(new Overload(limits));
        if (configuration.getServerFactory() instanceof DefaultServerFactory server) {
            server.getApplicationConnectors().forEach(connector -> holdToTime(connector, limits));
        }
        environment
                .servlets()
                .addServlet("docs", new PageServlet(DocsPages.POLICY, DocsPages.files(), problems))
                .addMapping("/docs", "/docs/*");
        environment
                .servlets()
                .addServlet("assets", new PageServlet(PageServlet.STYLES_ONLY, assets(), problems))
                .addMapping("/assets/*");
        environment.jersey().register(new RoleFeature());
    }

    private static Map<String, PageFile> assets() throws IOException {
        Map<String, PageFile> files = new HashMap<>();
        PageAssets.shell().forEach((name, file) -> files.put("/" + name, file));
        PageAssets.charts().forEach((name, file) -> files.put("/" + name, file));
        return files;
    }

    /** A connector that says nothing of slow bodies waits for them for ever. */
    private static void holdToTime(ConnectorFactory connector, LimitsSettings limits) {
        if (connector instanceof HttpConnectorFactory http
                && http.getMinRequestDataPerSecond().toBytes() == 0) {
            http.setMinRequestDataPerSecond(limits.bodyPerSecond());
        }
    }

    private static void filter(Environment environment, String name, Filter filter) {
        environment
                .servlets()
                .addFilter(name, filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
}
