package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;

/** A batch is answered line by line, in order, as it comes in; what is wrong with one line is no harm to another. */
class BatchOverHttpTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService("limits: {batchesAtOnce: 1}");

    private static final String BATCH = "/v1/assessments/batch";
    private static final String NDJSON = "application/x-ndjson";
    private static final String GOOD = "{\"assessedOn\":\"2026-11-20\",\"answers\":{\"q1\":\"yes\"}}";

    private final Caller caller = SERVICE.caller();

    private Reply post(String body, String type) {
        return caller.postTo(
                BATCH,
                body,
                "Content-Type",
                type,
                "X-API-Key",
                SERVICE.credentials().keyOf(Role.SCORER));
    }

    private List<JsonNode> answers(String body) {
        Reply reply = post(body, NDJSON);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo(NDJSON);
        assertThat(reply.body().lines())
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        return reply.body().lines().map(Reply::parse).toList();
    }

    private static void assertProblem(JsonNode answer, int line, int status, String code) {
        assertThat(answer.path("line").asInt()).isEqualTo(line);
        assertThat(answer.path("status").asInt()).isEqualTo(status);
        assertThat(answer.path("code").asText()).isEqualTo(code);
        assertThat(answer.path("type").asText()).isEqualTo("urn:risktriage:problem:" + code);
        assertThat(answer.has("level")).isFalse();
    }

    private static void assertSummary(JsonNode answer, int lines, int decided) {
        assertThat(answer.toString())
                .isEqualTo("{\"summary\":{\"lines\":" + lines + ",\"decided\":" + decided + ",\"refused\":"
                        + (lines - decided) + ",\"failed\":0}}");
    }

    @Test
    void each_line_has_its_answer_in_the_same_order_and_a_summary_stands_last() {
        List<JsonNode> answers = answers(String.join(
                "\n",
                GOOD,
                "ZEBRA-7781",
                GOOD.replace("\"q1\"", "\"q25\""),
                "",
                GOOD.replace("{\"assessedOn\"", "{\"area\":\"nowhere\",\"assessedOn\""),
                "{\"x\":\"" + "a".repeat(70_000) + "\"}",
                "[".repeat(20),
                GOOD.replace("\"q1\"", "\"q15\""),
                ""));
        assertThat(answers).hasSize(9);
        assertThat(answers.get(0).path("score").path("yes").asInt()).isEqualTo(1);
        assertThat(answers.get(0).path("id").asText()).hasSize(36);
        assertProblem(answers.get(1), 2, 400, "not-json");
        assertProblem(answers.get(2), 3, 422, "invalid-assessment");
        assertThat(answers.get(2).path("errors").path(0).path("pointer").asText())
                .isEqualTo("/answers/q25");
        assertProblem(answers.get(3), 4, 400, "empty-body");
        assertProblem(answers.get(4), 5, 404, "not-found");
        assertProblem(answers.get(5), 6, 413, "body-too-large");
        assertProblem(answers.get(6), 7, 400, "too-deep");
        assertThat(answers.get(7).path("prompts").toString()).contains("strangulation");
        assertSummary(answers.get(8), 8, 2);
        assertThat(answers.toString()).doesNotContain("ZEBRA");
    }

    @Test
    void an_empty_batch_has_a_summary_alone() {
        List<JsonNode> answers = answers("");
        assertThat(answers).hasSize(1);
        assertSummary(answers.get(0), 0, 0);
    }

    @Test
    void a_last_line_needs_no_line_feed_and_a_carriage_return_is_no_part_of_a_line() {
        assertSummary(answers(GOOD + "\r\n" + GOOD).get(2), 2, 2);
    }

    @Test
    void a_text_that_tells_who_somebody_is_is_refused_in_a_batch_too() {
        JsonNode answer = answers(
                        GOOD.replace("\"answers\"", "\"references\":{\"case\":\"a.person@example.org\"},\"answers\""))
                .get(0);
        assertThat(answer.path("errors").path(0).path("code").asText()).isEqualTo("looks-like-an-identifier");
    }

    @Test
    void another_type_is_refused() {
        assertThat(post(GOOD, "application/json").status()).isEqualTo(415);
        assertThat(post(GOOD, NDJSON + "; charset=utf-16").status()).isEqualTo(400);
        assertThat(post(GOOD, NDJSON + "; charset=UTF-8").status()).isEqualTo(200);
    }

    @Test
    void an_answer_comes_before_the_next_line_is_sent_and_a_second_batch_at_once_is_refused() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            write(
                    out,
                    "POST " + BATCH + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: " + NDJSON
                            + "\r\nTransfer-Encoding: chunked\r\nX-API-Key: "
                            + SERVICE.credentials().keyOf(Role.SCORER) + "\r\n\r\n");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> read = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                write(out, Integer.toHexString(GOOD.length() + 1) + "\r\n" + GOOD + "\n\r\n");
                read.add(nextDocument(in));
            }
            assertThat(read).allSatisfy(line -> assertThat(line).contains("\"level\""));

            Reply second = post(GOOD, NDJSON);
            Refusals.assertRefused(
                    second, 429, "too-many-requests", "Too many requests", "At most 1 batches at once are allowed.");
            assertThat(second.header("retry-after")).isNotEmpty();

            write(out, "0\r\n\r\n");
            assertThat(nextDocument(in))
                    .isEqualTo("{\"summary\":{\"lines\":3,\"decided\":3,\"refused\":0,\"failed\":0}}");
        }
        assertSummary(answers(GOOD).get(1), 1, 1);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The next line that is a document, past headers and the lengths of chunks. */
    private static String nextDocument(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return line;
            }
        }
        return "";
    }

    @Test
    void a_batch_far_larger_than_the_limit_of_a_body_is_answered_to_its_end() {
        List<JsonNode> answers = answers((GOOD + "\n").repeat(3_000));
        assertThat(answers).hasSize(3_001);
        assertSummary(answers.get(3_000), 3_000, 3_000);
    }

    @Test
    void a_reader_of_lines_takes_lines_of_every_length() throws IOException {
        StringBuilder text = new StringBuilder();
        List<Integer> lengths = List.of(0, 1, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537, 200_000, 3);
        lengths.forEach(length -> text.append("x".repeat(length)).append('\n'));
        try (InputStream in = new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII))) {
            var reader = new org.risktriage.service.batch.LineReader(in, 65_536);
            for (int length : lengths) {
                byte[] line = reader.next();
                assertThat(line).isNotNull().hasSize(Math.min(length, 65_537));
            }
            assertThat(reader.next()).isNull();
        }
    }
}
