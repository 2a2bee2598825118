package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every refusal has to be, whatever was wrong. */
final class Refusals {
    private Refusals() {}

    /** A whole problem document of one kind, with the headers of every reply, that repeats nothing. */
    static void assertRefused(Reply reply, int status, String code, String title, String detail) {
        assertQuiet(reply);
        assertThat(reply.status()).as("status").isEqualTo(status);
        assertThat(reply.header("content-type")).as("content type").isEqualTo("application/problem+json");
        assertThat(reply.header("rule-pack")).as("Rule-Pack").isEqualTo("england-wales@1.0.0");
        assertThat(reply.header("x-request-id")).as("X-Request-ID").matches("[0-9a-f-]{36}");
        JsonNode problem = reply.json();
        assertThat(problem.path("type").asText()).as("type").isEqualTo("urn:risktriage:problem:" + code);
        assertThat(problem.path("title").asText()).as("title").isEqualTo(title);
        assertThat(problem.path("status").asInt()).as("status in the body").isEqualTo(status);
        assertThat(problem.path("detail").asText()).as("detail").isEqualTo(detail);
        assertThat(problem.path("code").asText()).as("code").isEqualTo(code);
        assertThat(problem.has("level")).as("has a level").isFalse();
    }

    /** A 422 with exactly these errors, in this order, each as its pointer, a blank and its code. */
    static void assertInvalid(Reply reply, String... errors) {
        assertRefused(
                reply,
                422,
                "invalid-assessment",
                "The assessment is not valid",
                errors.length == 1
                        ? "One thing is wrong; errors says where."
                        : errors.length + " things are wrong; errors says where.");
        assertThat(errorsOf(reply)).containsExactly(errors);
    }

    static List<String> errorsOf(Reply reply) {
        List<String> found = new ArrayList<>();
        for (JsonNode error : reply.json().path("errors")) {
            found.add(error.path("pointer").asText() + " " + error.path("code").asText());
        }
        return found;
    }

    /** Nothing that was sent comes back, neither in the body nor in a header. */
    static void assertQuiet(Reply reply) {
        String everything = (reply.headers() + reply.body()).toLowerCase(Locale.ROOT);
        assertThat(everything).doesNotContain(Caller.SENTINEL.toLowerCase(Locale.ROOT), "zebra");
    }
}
