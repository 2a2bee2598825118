package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an assessment that two areas are to decide: both answers, or a refusal. */
class ComparedBodyFuzzTest {
    static Stream<byte[]> examples() {
        return RunningService.examples();
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_what_is_compared(byte[] input) throws JsonProcessingException {
        JsonNode said = AnyBytes.answered("/v1/assessments/compare?area=plymouth&area=norfolk", input);
        if (!said.has("code")) {
            assertThat(said.path("areas")).hasSize(2);
        }
    }
}
