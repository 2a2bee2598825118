package org.risktriage.service.front;

import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.service.callers.CallerFilter;
import org.risktriage.service.callers.Gate;
import org.risktriage.service.callers.RoleFeature;
import org.risktriage.service.http.ProblemReply;

/** What stands before the resources, in this order: who calls, and in which roles. */
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
        ProblemReply problems = new ProblemReply(environment.getObjectMapper());
        Gate gate = Gate.of(configuration.getCallers(), Clock.systemUTC());
        filter(environment, "callers", new CallerFilter(gate, problems));
        environment.jersey().register(new RoleFeature());
    }

    private static void filter(Environment environment, String name, Filter filter) {
        environment
                .servlets()
                .addFilter(name, filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
}
