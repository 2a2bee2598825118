package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes posted to the real service are decided whole or refused with a documented problem; nothing else, and soon. */
class PostedBodyFuzzTest {
    /** Stands for a value that must never come back. No name of a field has a plus sign, so no pointer may hold it. */
    private static final String SENTINEL = "ZEBRA+7781";

    /** Written in inputs in place of the sentinel, so that no change to an input breaks it. */
    private static final String MARK = "^";

    private static final Set<Integer> DOCUMENTED = Set.of(200, 400, 404, 413, 422);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> examples() {
        return RunningService.examples();
    }

    @AfterAll
    static void stop() {
        RunningService.stop();
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_a_request(byte[] input) throws JsonProcessingException {
        HttpResponse<String> reply = RunningService.replyWithinASecond(body(input));
        assertThat(reply.statusCode()).isIn(DOCUMENTED);
        assertThat(reply.headers().map() + reply.body()).doesNotContainIgnoringCase(SENTINEL);
        JsonNode said = JSON.readTree(reply.body());
        if (reply.statusCode() == 200) {
            assertThat(said.path("marac").path("criteria").size())
                    .isEqualTo(RunningService.criteria(said.path("rules")
                            .path(said.path("rules").path("area").isObject() ? "area" : "base")));
        } else {
            assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(said.path("status").asInt()).isEqualTo(reply.statusCode());
            assertThat(said.path("code").asText()).isNotEmpty();
            assertThat(said.has("level")).isFalse();
        }
    }

    /** The bytes as they are, but for the mark. */
    private static byte[] body(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return text.replace(MARK, SENTINEL).getBytes(StandardCharsets.ISO_8859_1);
    }
}
