package org.risktriage.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The command's own work, in this process; the whole program is run by {@code ScoreCommandTest}. */
@Isolated("The program's own streams are exchanged.")
class ScoringTest {
    private static final String GOOD = "{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"yes\"}}";
    private static final String BAD = "{\"assessedOn\":\"2026-11-21\"}";
    private static final String ELSEWHERE = "{\"assessedOn\":\"2026-11-21\",\"answers\":{},\"area\":\"nowhere\"}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64 * 1024;

    @TempDir
    private Path folder = Path.of("");

    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final InputStream inBefore = System.in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void exchange_the_streams() {
        // As the program does before anything else; or the engine's details would stand between the answers.
        BootstrapLogging.bootstrap();
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void put_the_streams_back() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        System.setIn(inBefore);
    }

    @Test
    void one_decided_assessment_is_one_line_and_no_failure() throws IOException {
        score(GOOD);

        assertThat(codes()).containsExactly("standard");
    }

    @Test
    void one_refused_assessment_fails_with_status_1() throws IOException {
        assertThat(failure(BAD).exitStatus()).isEqualTo(1);
        assertThat(codes()).containsExactly("invalid-assessment");
    }

    @Test
    void rules_that_are_not_there_are_refused() throws IOException {
        assertThat(failure(ELSEWHERE).exitStatus()).isEqualTo(1);
        assertThat(codes()).containsExactly("not-found");
    }

    @Test
    void each_line_is_answered_and_blank_ones_are_passed_over() throws IOException {
        assertThat(failure(GOOD + "\n \r\n" + BAD + "\n\n{\n" + GOOD).exitStatus())
                .isEqualTo(1);
        assertThat(codes()).containsExactly("standard", "invalid-assessment", "not-json", "standard");
    }

    @Test
    void lines_that_are_all_decided_do_not_fail() throws IOException {
        score(GOOD + "\n" + GOOD + "\n");

        assertThat(codes()).containsExactly("standard", "standard");
    }

    @Test
    void an_assessment_over_many_lines_is_one() throws IOException {
        score(GOOD.replace(",", ",\n"));

        assertThat(codes()).containsExactly("standard");
    }

    @Test
    void a_broken_assessment_over_many_lines_is_refused_once() throws IOException {
        failure("{\n\"assessedOn\":\n");

        assertThat(codes()).containsExactly("not-json");
    }

    @Test
    void a_list_over_many_lines_is_one_document() throws IOException {
        failure("[\n{}\n]");

        assertThat(codes()).containsExactly("invalid-assessment");
    }

    @Test
    void an_assessment_as_long_as_allowed_is_decided() throws IOException {
        score(padded(LARGEST));

        assertThat(codes()).containsExactly("standard");
    }

    @Test
    void an_assessment_over_the_limit_is_refused() throws IOException {
        failure(padded(LARGEST + 1));

        assertThat(codes()).containsExactly("body-too-large");
    }

    @Test
    void a_line_as_long_as_allowed_is_decided_and_a_longer_one_is_refused() throws IOException {
        failure(padded(LARGEST) + "\n" + padded(LARGEST + 1) + "\n" + GOOD);

        assertThat(codes()).containsExactly("standard", "body-too-large", "standard");
    }

    @Test
    void standard_input_is_read() throws IOException {
        System.setIn(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)));
        run("-");

        assertThat(codes()).containsExactly("standard");
    }

    @Test
    void a_file_that_is_missing_or_a_folder_fails_with_status_2() {
        for (String path : List.of(folder.resolve("missing").toString(), folder.toString(), "\0")) {
            assertThat(catchThrowableOfType(CommandFailedException.class, () -> run(path))
                            .exitStatus())
                    .isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3).containsOnly("The file cannot be read.");
    }

    private static String padded(int length) {
        return GOOD.replace("{\"assessedOn\"", "{" + " ".repeat(length - GOOD.length()) + "\"assessedOn\"");
    }

    private CommandFailedException failure(String content) throws IOException {
        String file = file(content);
        return catchThrowableOfType(CommandFailedException.class, () -> run(file));
    }

    private void score(String content) throws IOException {
        run(file(content));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("assessments"), content).toString();
    }

    private static void run(String file) throws IOException {
        new ScoreCommand().run(null, new Namespace(Map.of("file", file, "json", true)));
    }

    /** For each line written, its level, or the code of its problem. */
    private List<String> codes() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(ScoringTest::code)
                .toList();
    }

    private static String code(String line) {
        try {
            JsonNode answer = JSON.readTree(line);
            return answer.path("code").asText(answer.path("level").path("value").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError("A line is one JSON document.", e);
        }
    }
}
