package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.Program.Run;

/** The program as it is run from a shell, in a process of its own. */
class ScoreCommandTest {
    private static final String GOOD = "{\"assessedOn\":\"2026-11-21\",\"answers\":{\"q1\":\"yes\"}}";
    private static final String NO_RATIONALE =
            "{\"assessedOn\":\"2026-11-21\",\"answers\":{},\"judgement\":{\"highRisk\":true}}";
    private static final String NO_SUCH_AREA = "{\"assessedOn\":\"2026-11-21\",\"answers\":{},\"area\":\"ZEBRA-7781\"}";
    private static final String NOT_JSON = "{\"assessedOn\": ZEBRA-7781";

    @TempDir
    private Path folder = Path.of("");

    private Run run(String... arguments) throws IOException, InterruptedException {
        return new Program(folder).run(arguments);
    }

    private Run runWith(String input, String... arguments) throws IOException, InterruptedException {
        return new Program(folder).runWith(input, arguments);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("assessments"), content).toString();
    }

    @Test
    void a_file_with_one_assessment_is_scored() throws Exception {
        Run run = run("score", file(ExampleFiles.request("at-the-line")));
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.documents())
                .singleElement()
                .satisfies(decision ->
                        assertThat(ExampleFiles.withoutId(decision)).isEqualTo(ExampleFiles.reply("at-the-line")));
    }

    @Test
    void a_file_in_one_line_is_scored_like_one_in_many() throws Exception {
        String oneLine = Reply.parse(ExampleFiles.request("repeat")).toString();
        assertThat(ExampleFiles.withoutId(
                        run("score", file(oneLine)).documents().get(0)))
                .isEqualTo(ExampleFiles.reply("repeat"));
    }

    @Test
    void standard_input_is_scored() throws Exception {
        Run run = runWith(ExampleFiles.request("escalation"), "score", "-");
        assertThat(run.status()).isZero();
        assertThat(ExampleFiles.withoutId(run.documents().get(0))).isEqualTo(ExampleFiles.reply("escalation"));
    }

    @Test
    void a_refused_assessment_is_answered_by_its_problem_and_status_1() throws Exception {
        Run run = run("score", "--json", file(ExampleFiles.request("broken")));
        assertThat(run.status() + run.err()).isEqualTo("1");
        assertThat(run.documents().get(0).path("errors"))
                .isEqualTo(ExampleFiles.reply("broken").path("errors"));
    }

    @Test
    void each_line_is_answered_in_its_place() throws Exception {
        String lines = String.join("\n", GOOD, NOT_JSON, "", NO_RATIONALE, NO_SUCH_AREA, "[]", GOOD) + "\n";
        List<JsonNode> answers = run("score", file(lines)).documents();
        assertThat(answers.stream()
                        .map(answer -> answer.path("code")
                                .asText(answer.path("level").path("value").asText()))
                        .toList())
                .containsExactly(
                        "standard", "not-json", "invalid-assessment", "not-found", "invalid-assessment", "standard");
    }

    @Test
    void one_refused_line_among_many_gives_status_1() throws Exception {
        assertThat(run("score", file(GOOD + "\n" + NO_RATIONALE + "\n" + GOOD)).status())
                .isEqualTo(1);
    }

    @Test
    void lines_that_are_all_decided_give_status_0() throws Exception {
        assertThat(run("score", file((GOOD + "\r\n").repeat(5))))
                .satisfies(run -> assertThat(run.status()).isZero())
                .satisfies(run -> assertThat(run.lines()).hasSize(5));
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_next_is_answered() throws Exception {
        String lines = GOOD + "\n" + "[" + " ".repeat(70_000) + "]\n" + GOOD + "\n";
        assertThat(run("score", file(lines)).documents().stream()
                        .map(answer -> answer.path("code").asText("decided"))
                        .toList())
                .containsExactly("decided", "body-too-large", "decided");
    }

    @Test
    void nothing_that_was_submitted_is_repeated() throws Exception {
        Run run = run("score", file(String.join("\n", GOOD, NOT_JSON, NO_SUCH_AREA)));
        assertThat(run.out() + run.err()).doesNotContain(Caller.SENTINEL);
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        Run run = run("score", file(""));
        assertThat(run.status() + run.documents().get(0).path("code").asText()).isEqualTo("1empty-body");
    }

    @Test
    void a_missing_file_is_a_wrong_use() throws Exception {
        Run run = run("score", folder.resolve("missing").toString());
        assertThat(run.status() + run.out()).isEqualTo("2");
        assertThat(run.err().lines()).containsExactly("The file cannot be read.");
    }

    @Test
    void score_without_a_file_is_a_wrong_use() throws Exception {
        Run run = run("score");
        assertThat(run.status() + run.out()).isEqualTo("2");
        assertThat(run.err()).contains("too few arguments", "score [--to FILE] [--json] [-h] FILE|-");
    }

    @Test
    void an_unknown_option_is_a_wrong_use() throws Exception {
        assertThat(run("score", "--fast", "-").status()).isEqualTo(2);
    }

    @Test
    void an_unknown_command_is_a_wrong_use() throws Exception {
        Run run = run("predict");
        assertThat(run.status() + run.out()).isEqualTo("2");
        assertThat(run.err()).contains("'server', 'check', 'score', 'conformance', 'keys'");
    }

    @Test
    void without_arguments_the_program_prints_its_commands() throws Exception {
        Run run = run();
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.out()).contains("{server,check,score,conformance,keys,pack-keys,rules,ledger}");
    }

    @Test
    void help_prints_the_commands() throws Exception {
        Run run = run("--help");
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.out()).contains("{server,check,score,conformance,keys,pack-keys,rules,ledger}");
    }

    @Test
    void the_command_explains_itself() throws Exception {
        Run run = run("score", "--help");
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.out()).contains("FILE|-", "standard input", "--json");
    }

    @Test
    void a_server_whose_configuration_is_missing_says_so_and_fails() throws Exception {
        Run run = run("server", folder.resolve("missing.yml").toString());
        assertThat(run.status()).isPositive();
        assertThat(run.err()).contains("missing.yml not found").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "check"})
    void a_configuration_with_variables_that_are_not_set_names_them_all(String command) throws Exception {
        Run run = run(
                command,
                file("purpose: ${NOT_SET_ONE}\nrehearsal: ${NOT_SET_TWO}\nbodyLimit: ${NOT_SET_THREE:-64KiB}\n"));
        assertThat(run.status()).isPositive();
        assertThat(run.err()).contains("not set: NOT_SET_ONE, NOT_SET_TWO.").doesNotContain("THREE", "\tat ");
    }

    @Test
    void a_server_whose_configuration_has_an_unknown_field_names_it_and_fails() throws Exception {
        Run run = run("server", file("rehersal: true\n"));
        assertThat(run.status()).isPositive();
        assertThat(run.err()).contains("Unrecognized field at: rehersal", "rehearsal");
    }

    @Test
    void a_body_limit_beyond_what_is_allowed_is_refused() throws Exception {
        Run run = run("server", file("bodyLimit: 2MiB\n"));
        assertThat(run.status()).isPositive();
        assertThat(run.err()).contains("bodyLimit must be less than or equal to 1 MEBIBYTES");
    }

    @Test
    void the_demo_configuration_is_valid() throws Exception {
        assertThat(run("check", RiskTriageApplication.DEMO).status()).isZero();
    }
}
