package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rules fail, the caller is told to use professional judgement, and gets no level of any kind. */
class NoFaultGivesALevelTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing()
            .addListener(new DropwizardAppExtension.ServiceListener<>() {
                @Override
                public void onRun(
                        RiskTriageConfiguration configuration,
                        Environment environment,
                        DropwizardAppExtension<RiskTriageConfiguration> service) {
                    environment.jersey().register(new FaultyRules());
                }
            });

    private static final String SAFETY = "There is no decision, and none may be assumed. Use professional judgement and"
            + " the agency's own procedure; if somebody is in danger now, call 999.";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private Reply fail(String fault) {
        return caller.call("POST", "/v1/test-faults/" + fault);
    }

    private static List<ILoggingEvent> errorsIn(LogWatch log) {
        return log.events().stream()
                .filter(event -> event.getLevel().equals(Level.ERROR))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules-fault",
                "state",
                "null",
                "io",
                "server-error",
                "stack-overflow",
                "out-of-memory",
                "assertion",
                "linkage",
                "half-written"
            })
    void a_fault_is_a_503_with_the_safety_text_and_no_level(String fault) {
        Refusals.assertRefused(fail(fault), 503, "rules-unavailable", "The rules could not be evaluated", SAFETY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules-fault", "state", "stack-overflow", "out-of-memory", "half-written"})
    void a_fault_says_when_to_try_again(String fault) {
        assertThat(fail(fault).header("retry-after")).isEqualTo("30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules-fault",
                "state",
                "null",
                "io",
                "server-error",
                "stack-overflow",
                "out-of-memory",
                "assertion",
                "linkage",
                "half-written"
            })
    void the_log_of_a_fault_repeats_nothing_that_was_submitted(String fault) {
        try (LogWatch log = LogWatch.inDetail()) {
            fail(fault);
            assertThat(log.text()).doesNotContainIgnoringCase(Caller.SENTINEL);
        }
    }

    @Test
    void the_log_of_a_fault_says_what_failed_and_where() {
        try (LogWatch log = LogWatch.asConfigured()) {
            fail("state");
            assertThat(log.text())
                    .contains("java.lang.IllegalStateException")
                    .contains("org.risktriage.service.FaultyRules.decide");
        }
    }

    @Test
    void the_log_of_a_fault_has_the_rules_own_words() {
        try (LogWatch log = LogWatch.asConfigured()) {
            fail("rules-fault");
            assertThat(log.text()).contains("The rules of the base pack cannot be evaluated.");
        }
    }

    @Test
    void a_fault_is_one_error_in_the_log() {
        try (LogWatch log = LogWatch.asConfigured()) {
            fail("state");
            assertThat(errorsIn(log)).hasSize(1);
        }
    }

    @Test
    void the_log_of_a_fault_has_the_id_of_the_request() {
        try (LogWatch log = LogWatch.asConfigured()) {
            String id = fail("state").header("x-request-id");
            assertThat(errorsIn(log))
                    .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).containsEntry("request", id));
        }
    }

    @Test
    void after_a_fault_the_next_assessment_is_answered() {
        fail("stack-overflow");
        assertThat(caller.post(ExampleFiles.request("at-the-line"))
                        .json()
                        .path("level")
                        .path("value")
                        .asText())
                .isEqualTo("high");
    }
}
