package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;

/** The desk as it is used from a shell. */
class RulesCommandTest {
    private static final Path BUNDLED = Path.of("../risk-rules/src/main/resources/rulepacks");

    @TempDir
    Path folder;

    /** A copy of an area of one's own, with its rules. */
    private Path copyOf(String area) throws IOException {
        Path from = BUNDLED.resolve(area).resolve("1.0.0");
        Path to = folder.resolve("packs").resolve(area).resolve("1.0.0");
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    private static void edit(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, others));
    }

    @Test
    void the_bundled_packs_have_nothing_wrong() throws IOException, InterruptedException {
        Run run = new Program(folder).run("rules", "check");

        assertThat(run.out()).endsWith("packs: nothing wrong.\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void everything_wrong_with_a_pack_is_said_at_once_by_line_and_column() throws IOException, InterruptedException {
        Path pack = copyOf("plymouth");
        edit(pack.resolve("parameters.csv"), "visible-high-risk.line,14", "visible-high-risk.lien,14%");
        edit(pack.resolve("pack.yaml"), "kind: area", "kind: areas");
        edit(pack.resolve("cases/bands.yaml"), "noPrompts", "noPromts");

        Run run = new Program(folder).run("rules", "check", pack.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "plymouth/1.0.0/pack.yaml:4:7: R110, /kind\n  Allowed here: base or area.\n  Did you mean: area\n",
                        "plymouth/1.0.0/parameters.csv:2:1: R308, column key",
                        "plymouth/1.0.0/parameters.csv:2:24: R307, column value",
                        "  Did you mean: visible-high-risk.line\n",
                        "  Did you mean: noPrompts\n",
                        "docs/reference/rule-messages.md");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_machine_gets_the_same_as_json() throws IOException, InterruptedException {
        Path pack = copyOf("plymouth");
        edit(pack.resolve("pack.yaml"), "kind: area", "kind: areas");

        Run run = new Program(folder).run("rules", "check", pack.toString(), "--json");

        JsonNode finding = run.documents().get(0).get("findings").get(0);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.documents().get(0).get("passed").booleanValue()).isFalse();
        assertThat(finding.get("code").textValue()).isEqualTo("R110");
        assertThat(finding.get("file").textValue()).isEqualTo("plymouth/1.0.0/pack.yaml");
        assertThat(finding.get("line").intValue()).isEqualTo(4);
        assertThat(finding.get("suggestion").textValue()).isEqualTo("area");
        assertThat(finding.get("documentation").textValue()).endsWith("rule-messages.md#r110");
    }

    @Test
    void what_is_not_there_and_what_cannot_be_asked_is_a_wrong_use() throws IOException, InterruptedException {
        Program program = new Program(folder);

        assertThat(program.run("rules", "check", "nowhere").status()).isEqualTo(2);
        assertThat(program.run("rules", "chekc").status()).isEqualTo(2);
        assertThat(program.run("rules", "test", "--watch").status()).isEqualTo(2);
    }

    @Test
    void a_new_pack_has_blanks_alone_and_is_never_written_over() throws IOException, InterruptedException {
        Program program = new Program(folder);
        String packs = folder.resolve("new").toString();
        String[] begin = {"rules", "new", "northvale", "--from", "england-wales", "--in", packs};

        assertThat(program.run(begin).status()).isZero();
        Run check = program.run("rules", "check", packs, "--json");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.documents().get(0).get("findings"))
                .isNotEmpty()
                .allMatch(finding -> finding.get("code").textValue().equals("R601"));
        Run again = program.run(begin);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("nothing was written");
    }

    @Test
    void a_new_pack_of_no_base_or_of_another_day_is_a_wrong_use() throws IOException, InterruptedException {
        Program program = new Program(folder);
        String packs = folder.resolve("new").toString();

        Run unknown = program.run("rules", "new", "northvale", "--from", "nowhere", "--in", packs);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no such pack to begin from.", "england-wales");
        assertThat(program.run("rules", "new", "northvale", "--first-day", "tomorrow", "--in", packs)
                        .status())
                .isEqualTo(2);
        assertThat(program.run("rules", "new").status()).isEqualTo(2);
        assertThat(Path.of(packs)).doesNotExist();
    }

    @Test
    void cases_that_hold_are_counted() throws IOException, InterruptedException {
        Run run = new Program(folder).run("rules", "test", copyOf("plymouth").toString());

        assertThat(run.out()).isEqualTo("plymouth@1.0.0: 8 of 8 cases hold.\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void rules_of_a_folder_are_compiled_for_its_cases() throws IOException, InterruptedException {
        Path pack = copyOf("leeds");
        edit(pack.resolve("rules/contact.drl"), "dueInWorkingDays( 1 )", "dueInWorkingDays( 3 )");

        Run run = new Program(folder).run("rules", "test", pack.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("leeds/1.0.0/cases/contact.yaml:").contains("cases hold.");
    }

    @Test
    void a_case_that_does_not_hold_shows_expected_and_actual_beside_each_other_with_the_reasons()
            throws IOException, InterruptedException {
        Path pack = copyOf("plymouth");
        edit(pack.resolve("parameters.csv"), "level.medium-from,10", "level.medium-from,11");

        Run run = new Program(folder).run("rules", "test", pack.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("""
                plymouth/1.0.0/cases/bands.yaml:17: ten yes answers are medium
                         expected  came
                  level  medium    standard
                  because  10 of 24 answers are yes, which is below 11; no count here rules out a high risk.
                """).endsWith("plymouth@1.0.0: 7 of 8 cases hold.\n");
    }

    @Test
    void mutants_that_no_case_notices_are_named() throws IOException, InterruptedException {
        Path pack = copyOf("plymouth");
        Files.delete(pack.resolve("cases/line.yaml"));

        Run run = new Program(folder).run("rules", "test", "--mutate", pack.toString());

        assertThat(run.out()).contains("  No case notices: parameters.csv:").contains("mutants, score ");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void a_pack_with_something_wrong_is_not_run() throws IOException, InterruptedException {
        Path pack = copyOf("leeds");
        edit(pack.resolve("rules/contact.drl"), "findings.", "System.out.println( \"ran\" ); findings.");

        Run run = new Program(folder).run("rules", "test", pack.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("No case was run: mend this first.");
        assertThat(run.lines()).doesNotContain("ran");
    }
}
