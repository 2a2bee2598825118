package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What holds of every body that is posted, whatever it is. */
final class AnyBytes {
    /** Stands for a value that must never come back. No name of a field has a plus sign, so no pointer may hold it. */
    private static final String SENTINEL = "ZEBRA+7781";

    /** Written in inputs in place of the sentinel, so that no change to an input breaks it. */
    private static final String MARK = "^";

    private static final Set<Integer> DOCUMENTED = Set.of(200, 400, 404, 413, 422);
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnyBytes() {}

    /**
     * Posts an input: the reply is one that is documented, comes within a second, and holds nothing of what was sent. A
     * refusal is a whole problem, and never a level.
     *
     * @return what was answered
     */
    static JsonNode answered(String path, byte[] input) throws JsonProcessingException {
        HttpResponse<String> reply = RunningService.replyWithinASecond(path, body(input));
        assertThat(reply.statusCode()).isIn(DOCUMENTED);
        assertThat(reply.headers().map() + reply.body()).doesNotContainIgnoringCase(SENTINEL);
        JsonNode said = JSON.readTree(reply.body());
        if (reply.statusCode() != 200) {
            assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(said.path("status").asInt()).isEqualTo(reply.statusCode());
            assertThat(said.path("code").asText()).isNotEmpty();
            assertThat(said.findValue("level")).isNull();
        }
        return said;
    }

    /** The bytes as they are, but for the mark. */
    private static byte[] body(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return text.replace(MARK, SENTINEL).getBytes(StandardCharsets.ISO_8859_1);
    }
}
