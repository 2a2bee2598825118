package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples are answered by the running service exactly as {@code examples/replies} says.
 *
 * <p>After a change that is meant, {@code -Dexamples.update=true} writes the replies anew; then read them.
 */
class ExamplesTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final boolean UPDATE = Boolean.getBoolean("examples.update");
    private static final String BROKEN = "broken";

    private static List<String> examples() {
        return ExampleFiles.names();
    }

    private static List<String> decided() {
        return examples().stream().filter(name -> !name.equals(BROKEN)).toList();
    }

    private static Reply post(String name) {
        return new Caller(SERVICE.getLocalPort()).post(ExampleFiles.request(name));
    }

    @Test
    void there_is_a_reply_for_each_example_and_no_other() {
        assumeFalse(UPDATE);
        assertThat(ExampleFiles.namesOfReplies()).isEqualTo(examples());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_reply_is_the_one_written_down(String name) throws IOException {
        JsonNode reply = ExampleFiles.withoutId(post(name).json());
        if (UPDATE) {
            ExampleFiles.write(name, reply);
        }
        assertThat(reply).isEqualTo(ExampleFiles.reply(name));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_reply_has_its_names_in_the_order_written_down(String name) throws IOException {
        assertThat(ExampleFiles.pretty(ExampleFiles.withoutId(post(name).json())))
                .isEqualTo(ExampleFiles.pretty(ExampleFiles.reply(name)));
    }

    @ParameterizedTest
    @MethodSource("decided")
    void the_names_stand_in_the_order_of_the_contract(String name) {
        for (Map.Entry<String, List<List<String>>> place :
                ContractAnswer.namesIn(post(name).json()).entrySet()) {
            assertThat(place.getValue())
                    .as("names at %s", place.getKey())
                    .allSatisfy(names ->
                            assertThat(names).containsExactlyElementsOf(ContractAnswer.allowedAt(place.getKey())));
        }
    }

    @ParameterizedTest
    @MethodSource("decided")
    void an_example_is_decided(String name) {
        assertThat(post(name).status()).isEqualTo(200);
    }

    @Test
    void the_broken_example_is_refused_with_all_its_faults_at_once() {
        assertThat(post(BROKEN).json().path("errors").size()).isGreaterThan(20);
    }
}
