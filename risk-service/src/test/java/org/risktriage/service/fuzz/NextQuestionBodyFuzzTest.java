package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a contact that goes on: what to ask next, or a refusal. */
class NextQuestionBodyFuzzTest {
    static Stream<byte[]> examples() {
        return RunningService.examples();
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_a_contact(byte[] input) throws JsonProcessingException {
        JsonNode said = AnyBytes.answered("/v1/next-question", input);
        if (!said.has("code")) {
            assertThat(said.path("next").isArray()).isTrue();
        }
    }
}
