package org.risktriage.service.benchmark;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import org.risktriage.service.RiskTriageApplication;
import org.risktriage.service.RiskTriageConfiguration;
import org.risktriage.service.http.StrictJson;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.reading.AssessmentReader;

/**
 * The service with one resource more, for {@code benchmarks/http.sh}: it parses the same JSON into the same records and answers
 * with a decision that was made once. No caller is asked who it is, nothing is checked for sense, and no rule runs. What
 * the full call costs beside it is what this project adds to its framework.
 */
public final class ConstantBeside extends Application<RiskTriageConfiguration> {
    private static final int MOST_BYTES = 65_536;

    private final RiskTriageApplication service = new RiskTriageApplication();

    private ConstantBeside() {}

    /**
     * Runs the server.
     *
     * @param arguments {@code server} and a configuration file
     * @throws Exception if it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        new ConstantBeside().run(arguments);
    }

    @Override
    public void initialize(Bootstrap<RiskTriageConfiguration> bootstrap) {
        service.initialize(bootstrap);
    }

    @Override
    public void run(RiskTriageConfiguration configuration, Environment environment) throws IOException {
        service.run(configuration, environment);
        RiskTriage triage = RiskTriage.bundled();
        byte[] example = Files.readAllBytes(java.nio.file.Path.of("examples/at-the-line.json"));
        environment
                .jersey()
                .register(new Constant(triage.assess(triage.read(StrictJson.parse(example)))
                        .withId("01a20000-0000-7000-8000-000000000000")));
    }

    /** The resource. It stands where nobody is asked who they are: at the address of the description, for another method. */
    @PermitAll
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Constant {
        private final Decision decision;

        Constant(Decision decision) {
            this.decision = decision;
        }

        /**
         * Parses and answers.
         *
         * @param body an assessment
         * @return always the same decision
         */
        @POST
        public Decision decide(InputStream body) {
            Assessment parsed =
                    AssessmentReader.read(StrictJson.parse(StrictJson.bytes(body, MOST_BYTES)), new ArrayList<>());
            if (parsed.answers().isEmpty()) {
                throw new IllegalStateException("The body was not parsed.");
            }
            return decision;
        }
    }
}
