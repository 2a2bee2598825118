package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dropwizard.jackson.Jackson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.service.batch.BatchAnswer;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.triage.RiskTriage;

/** Any bytes as a batch: each line has its own answer, decided whole or refused, a summary stands last, and nothing comes back. */
class BatchBodyFuzzTest {
    /** Stands for a value that must never come back. No name of a field has a plus sign, so no pointer may hold it. */
    private static final String SENTINEL = "ZEBRA+7781";

    private static final String MARK = "^";
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER =
            ReplyJson.configure(Jackson.newObjectMapper()).writer();

    static Stream<byte[]> examples() {
        String good = "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}";
        return Stream.of(
                        "",
                        "\n",
                        "\n\n^\n",
                        good,
                        good + "\n" + good + "\r\n",
                        good + "\n{\"^\":1}\n[[[[[[[[[[[[[[[[[\n" + good.replace("yes", "^"),
                        "{\"x\":\"" + "a".repeat(70_000) + "\"}\n" + good)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_a_batch(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.ISO_8859_1).replace(MARK, SENTINEL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BatchAnswer(TRIAGE, WRITER, 64 * 1024, null, (assessment, decision) -> {}, null)
                .write(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), out);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(said).doesNotContainIgnoringCase(SENTINEL).endsWith("\n");
        List<String> lines = said.lines().toList();
        int asked = (int) text.chars().filter(c -> c == '\n').count() + (text.isEmpty() || text.endsWith("\n") ? 0 : 1);
        assertThat(lines).hasSize(asked + 1);
        for (String line : lines.subList(0, asked)) {
            JsonNode answer = JSON.readTree(line);
            assertThat(answer.has("level")).isNotEqualTo(answer.has("code"));
        }
        assertThat(JSON.readTree(lines.get(asked)).at("/summary/lines").asInt()).isEqualTo(asked);
        assertThat(JSON.readTree(lines.get(asked)).at("/summary/failed").asInt())
                .isZero();
    }
}
