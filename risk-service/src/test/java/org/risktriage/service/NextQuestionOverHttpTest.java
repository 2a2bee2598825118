package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call handler's software is told to ask next, over a real port. */
class NextQuestionOverHttpTest {
    @RegisterExtension
    static final DropwizardAppExtension<RiskTriageConfiguration> SERVICE = Services.rehearsing();

    private static final String PATH = "/v1/next-question";
    private static final String SAFE = "\"circumstances\":{\"safeToTalk\":true,\"perpetratorPresent\":false,"
            + "\"seenAlone\":true,\"perpetratorIs\":\"away\",\"childrenAre\":\"no-children\"}";

    private final Caller caller = new Caller(SERVICE.getLocalPort());

    private static String request(String answers, String... more) {
        List<String> fields = new ArrayList<>(List.of("\"assessedOn\":\"2026-11-20\"", "\"answers\":" + answers));
        fields.addAll(List.of(more));
        return "{" + String.join(",", fields) + "}";
    }

    private JsonNode next(String answers, String... more) {
        Reply reply = caller.post(PATH, request(answers, more));
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> ids(JsonNode questions, String name) {
        List<String> ids = new ArrayList<>();
        questions.forEach(question -> ids.add(question.path(name).asText()));
        return ids;
    }

    private static JsonNode open(JsonNode reply, String id) {
        for (JsonNode open : reply.path("open")) {
            if (open.path("question").asText().equals(id)) {
                return open;
            }
        }
        throw new AssertionError(id + " is not open");
    }

    private static String run(int from, int to, String answer) {
        List<String> fields = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            fields.add("\"q" + i + "\":\"" + answer + "\"");
        }
        return String.join(",", fields);
    }

    @Test
    void safety_comes_first_and_outside_the_score() {
        JsonNode reply = next("{}");
        assertThat(ids(reply.path("next"), "question"))
                .containsExactly("safe-to-talk", "perpetrator-present", "seen-alone");
        assertThat(ids(reply.path("next"), "matters")).containsOnly("safety");
        assertThat(ids(reply.path("open"), "question"))
                .hasSize(29)
                .startsWith(
                        "safe-to-talk",
                        "perpetrator-present",
                        "seen-alone",
                        "perpetrator-place",
                        "children-place",
                        "q15");
        assertThat(reply.path("decision").path("score").path("of").asInt()).isEqualTo(24);
    }

    @Test
    void a_safety_question_without_an_answer_is_not_put_again_and_stays_open() {
        JsonNode reply = next("{}", "\"asked\":[\"safe-to-talk\",\"seen-alone\"]");
        assertThat(ids(reply.path("next"), "question"))
                .containsExactly("perpetrator-present", "perpetrator-place", "children-place");
        assertThat(open(reply, "safe-to-talk").path("state").asText()).isEqualTo("dont-know");
    }

    @Test
    void an_empty_list_of_children_answers_where_they_are() {
        assertThat(ids(next("{}", "\"children\":[]").path("open"), "question")).doesNotContain("children-place");
        assertThat(ids(next("{}").path("open"), "question")).contains("children-place");
    }

    @Test
    void then_come_questions_about_danger_to_life_with_what_a_yes_would_bring() {
        JsonNode first = next("{\"q1\":\"no\"}", SAFE).path("next").get(0);
        assertThat(first.path("question").asText()).isEqualTo("q15");
        assertThat(first.path("answerIn").asText()).isEqualTo("/answers/q15");
        assertThat(first.path("matters").asText()).isEqualTo("danger-to-life");
        assertThat(first.path("why").asText()).contains("without leaving a mark");
        assertThat(first.path("couldChange").toString()).isEqualTo("[\"level\",\"marac\",\"advice\"]");
        assertThat(ids(first.path("criteria"), "id")).containsExactly("visible-high-risk");
        assertThat(first.path("criteria").get(0).path("distance").asInt()).isEqualTo(14);
        assertThat(first.path("brings").path("prompts").toString()).isEqualTo("[\"strangulation\"]");
        assertThat(first.path("brings").path("actions").toString()).isEqualTo("[\"clinical-assessment\"]");
    }

    @Test
    void one_short_of_the_line_each_question_decides() {
        JsonNode reply = next("{" + run(1, 13, "yes") + "}", SAFE);
        assertThat(ids(reply.path("next"), "matters")).containsOnly("decides");
        JsonNode brings = reply.path("next").get(0).path("brings");
        assertThat(brings.path("level").asText()).isEqualTo("high");
        assertThat(brings.path("criteria").toString()).isEqualTo("[\"visible-high-risk\"]");
    }

    @Test
    void a_question_that_can_no_longer_change_anything_is_marked_and_not_put() {
        JsonNode reply = next("{" + run(1, 18, "yes") + "}", SAFE);
        assertThat(open(reply, "q19").path("matters").asText()).isEqualTo("nothing");
        assertThat(open(reply, "q19").path("couldChange")).isEmpty();
        assertThat(open(reply, "q22").path("matters").asText()).isEqualTo("advice");
        assertThat(ids(reply.path("next"), "question")).containsExactly("q22", "q23", "q24");
    }

    @Test
    void what_was_declined_comes_after_what_was_not_asked_and_is_never_a_no() {
        JsonNode reply = next("{\"q15\":\"declined\",\"q14\":\"dont-know\"}", SAFE);
        assertThat(ids(reply.path("next"), "question")).containsExactly("q13", "q16", "q6");
        assertThat(open(reply, "q15").path("state").asText()).isEqualTo("declined");
        assertThat(open(reply, "q15").path("couldChange")).isNotEmpty();
        assertThat(reply.path("decision").path("score").path("atMost").asInt()).isEqualTo(24);

        JsonNode last = next("{\"q15\":\"declined\"," + run(1, 14, "no") + "," + run(16, 24, "yes") + "}", SAFE);
        assertThat(ids(last.path("next"), "question")).containsExactly("q15");
    }

    @Test
    void the_decision_so_far_is_the_one_that_the_same_assessment_gets() {
        String request = request("{" + run(1, 10, "yes") + "}", "\"circumstances\":{\"safeToTalk\":false}");
        ObjectNode decision = caller.post(request).json().deepCopy();
        decision.putNull("id");
        assertThat(caller.post(PATH, request).json().path("decision")).isEqualTo(decision);
    }

    @Test
    void where_it_is_not_safe_the_questions_stop() {
        JsonNode reply = next("{}", "\"circumstances\":{\"safeToTalk\":false}");
        assertThat(ids(reply.path("warnings"), "id")).containsExactly("stop-questions");
        assertThat(ids(reply.path("actions"), "id")).containsExactly("make-safe-first");
    }

    @Test
    void a_call_that_ended_says_what_to_do_and_asks_nothing() {
        JsonNode nothing = next("{}", "\"callEnded\":true");
        assertThat(nothing.path("next")).isEmpty();
        assertThat(nothing.path("callEnded").asBoolean()).isTrue();
        assertThat(ids(nothing.path("actions"), "id")).containsExactly("try-again");
        assertThat(nothing.path("decision").path("level").path("value").isNull())
                .isTrue();

        JsonNode met = next("{" + run(1, 14, "yes") + "}", "\"callEnded\":true");
        assertThat(ids(met.path("actions"), "id")).containsExactly("act-on-what-is-known", "finish-checklist");
    }

    @Test
    void equal_requests_get_equal_bytes() {
        String request = request("{" + run(1, 10, "yes") + "}");
        assertThat(caller.post(PATH, request).body())
                .isEqualTo(caller.post(PATH, request).body());
    }

    @Test
    void the_reply_says_which_rules_it_comes_from() {
        assertThat(caller.post(PATH, request("{}", "\"area\":\"kingston\"")).header("rule-pack"))
                .isEqualTo("kingston@1.0.0");
    }

    @Test
    void every_problem_is_refused_at_once() {
        Refusals.assertInvalid(
                caller.post(
                        PATH,
                        request(
                                "{\"q25\":\"yes\"}",
                                "\"callEnded\":\"ZEBRA-7781\"",
                                "\"asked\":[\"ZEBRA-7781\"]",
                                "\"circumstances\":{\"perpetratorIs\":\"ZEBRA-7781\",\"childrenAre\":7}",
                                "\"misspelt\":1")),
                "/circumstances/perpetratorIs unknown-code",
                "/circumstances/childrenAre unknown-code",
                "/misspelt unknown-field",
                "/answers/q25 unknown-question",
                "/callEnded wrong-type",
                "/asked/0 unknown-question");
    }

    @Test
    void what_is_no_assessment_is_refused_as_one() {
        Refusals.assertInvalid(caller.post(PATH, "[]"), " wrong-type");
        Refusals.assertInvalid(caller.post(PATH, "{\"callEnded\":true}"), "/assessedOn required", "/answers required");
        assertThat(caller.post(PATH, "{").status()).isEqualTo(400);
        assertThat(caller.post(PATH, "{\"assessedOn\":\"" + "x".repeat(70_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(caller.get(PATH).status()).isEqualTo(405);
        assertThat(caller.post("/v1/assessments", request("{}", "\"callEnded\":true"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_requests_that_the_page_for_call_handlers_shows_are_answered() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/call-handler-software.md"));
        Matcher shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        List<JsonNode> replies = new ArrayList<>();
        while (shown.find()) {
            replies.add(caller.post(PATH, shown.group(1)).json());
        }
        assertThat(replies).hasSize(2);
        assertThat(ids(replies.get(0).path("next"), "question"))
                .containsExactly("perpetrator-place", "children-place", "q14");
        assertThat(ids(replies.get(1).path("actions"), "id")).containsExactly("welfare-check", "finish-checklist");
    }
}
