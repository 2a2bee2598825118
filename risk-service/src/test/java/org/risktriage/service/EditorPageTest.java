package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the page for editors shows name files that are there, and read what the check prints. */
class EditorPageTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path PACKS = REPOSITORY.resolve("risk-rules/src/main/resources/rulepacks");
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<JsonNode> blocks() throws IOException {
        List<JsonNode> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(REPOSITORY.resolve("docs/how-to/edit-packs-in-vs-code.md")));
        while (block.find()) {
            blocks.add(Reply.parse(block.group(1)));
        }
        assertThat(blocks).hasSize(2);
        return blocks;
    }

    @Test
    void each_schema_is_there_and_is_for_files_that_packs_have() throws IOException {
        JsonNode schemas = blocks().get(0).get("yaml.schemas");

        assertThat(schemas.properties()).hasSize(2).allSatisfy(entry -> {
            assertThat(REPOSITORY.resolve(entry.getKey())).isRegularFile();
            var files = FileSystems.getDefault()
                    .getPathMatcher("glob:" + entry.getValue().textValue());
            try (var found = Files.walk(PACKS)) {
                assertThat(found.filter(files::matches)).isNotEmpty();
            }
        });
    }

    @Test
    void the_problem_matcher_reads_each_finding() throws IOException, InterruptedException {
        Path pack = folder.resolve("packs/northvale/1.0.0");
        Files.createDirectories(pack.resolve("cases"));
        Files.writeString(
                pack.resolve("pack.yaml"),
                Files.readString(PACKS.resolve("plymouth/1.0.0/pack.yaml"))
                        .replace("id: plymouth\n", "id: northvale\n")
                        .replace("owner:", "ower:"));
        Files.writeString(
                pack.resolve("parameters.csv"),
                "key,value,from,to,source,confidence,note\nvisible-high-risk.lime,12%,2024-01-01,,x,A\n");
        Files.writeString(pack.resolve("cases/line.yaml"), "given: {}\ncases: []\nother: 1\n");
        JsonNode pattern = blocks().get(1).at("/tasks/0/problemMatcher/pattern");
        Pattern first = Pattern.compile(pattern.get(0).get("regexp").textValue());
        Pattern second = Pattern.compile(pattern.get(1).get("regexp").textValue());

        List<String> lines =
                new Program(folder).run("rules", "check", pack.toString()).lines();

        List<String> files = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher finding = first.matcher(lines.get(i));
            if (finding.find()) {
                files.add(Path.of(finding.group(pattern.get(0).get("file").intValue()))
                        .getFileName()
                        .toString());
                assertThat(finding.group(pattern.get(0).get("code").intValue())).matches("R\\d{3}");
                assertThat(second.matcher(lines.get(i + 1)).matches()).isTrue();
            }
        }
        assertThat(files).contains("pack.yaml", "parameters.csv", "line.yaml");
    }

    @Test
    void the_command_of_the_task_is_one_that_there_is() throws IOException, InterruptedException {
        String command = blocks().get(1).at("/tasks/0/command").textValue();

        assertThat(command).startsWith("java -jar risk-service/target/risk-service.jar rules check ");
        assertThat(new Program(folder).run("rules", "check", "plymouth").status())
                .isZero();
    }
}
