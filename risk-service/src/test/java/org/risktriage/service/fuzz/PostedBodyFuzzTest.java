package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an assessment: a whole decision under the rules it names, or a refusal that says nothing of what was sent. */
class PostedBodyFuzzTest {
    static Stream<byte[]> examples() {
        return RunningService.examples();
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_a_request(byte[] input) throws JsonProcessingException {
        JsonNode said = AnyBytes.answered("/v1/assessments", input);
        if (said.has("level")) {
            assertThat(said.path("marac").path("criteria").size())
                    .isEqualTo(RunningService.criteria(said.path("rules")
                            .path(said.path("rules").path("area").isObject() ? "area" : "base")));
        }
    }
}
