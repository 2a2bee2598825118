package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.resources.AssessmentsResource;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.ParameterTable;

/** A rule that throws, because the parameter it reads is gone: 503 with the safety text, and no level. */
@ExtendWith(DropwizardExtensionsSupport.class)
class RuleThatThrowsTest {
    private static final String WITHOUT_THE_LINES = """
            key,value,from,to,source,confidence,note
            child.age-below,18,2024-01-01,,project-choice,I,
            next-questions.danger-to-life,q15,2024-01-01,,project-choice,I,
            """;

    private static final RiskTriage BROKEN = brokenRules();

    private static final ResourceExtension SERVICE = ResourceExtension.builder()
            .addProvider(new ProblemMapper())
            .setRegisterDefaultExceptionMappers(false)
            .addResource(new AssessmentsResource(() -> BROKEN, 65_536, null, null, (assessment, decision) -> {}))
            .build();

    @Test
    void a_rule_that_throws_gives_503_and_no_level() {
        try (Response reply = SERVICE.target("/v1/assessments")
                .request()
                .post(Entity.json("{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"yes\"}}"))) {
            assertThat(reply.getStatus()).isEqualTo(503);
            assertThat(reply.readEntity(String.class))
                    .contains("\"code\":\"rules-unavailable\"", "professional judgement")
                    .doesNotContain("level", "standard", "medium", "high", "refer");
        }
    }

    /** The bundled rules as they are, with their lines taken away behind their back. */
    private static RiskTriage brokenRules() {
        try {
            LoadedPack pack = PackShelf.bundled().latest(null);
            ParameterTable.Place place = new ParameterTable.Place(
                    "parameters.csv",
                    pack.identity(),
                    pack.written().manifest().inForceFrom(),
                    Set.of("project-choice"),
                    null,
                    key -> true);
            LoadedPack broken =
                    pack.with(ParameterTable.read(WITHOUT_THE_LINES, place, new PackFaults()), pack.rules());
            Constructor<?> shelf = PackShelf.class.getDeclaredConstructors()[0];
            shelf.setAccessible(true);
            Constructor<RiskTriage> triage = RiskTriage.class.getDeclaredConstructor(PackShelf.class, List.class);
            triage.setAccessible(true);
            return triage.newInstance(
                    shelf.newInstance(
                            List.of(broken), List.of(), broken.identity().id()),
                    List.of());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
