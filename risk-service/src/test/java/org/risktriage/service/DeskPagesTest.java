package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;

/** The pages on mutants, advice, proofs and explanations: each command is run, and prints what the page shows. */
class DeskPagesTest {
    private static final Path PAGES = Path.of("../docs/how-to");
    private static final String JAR = "java -jar risk-service/target/risk-service.jar ";
    private static final Pattern BLOCK = Pattern.compile("```([a-z]*)\n(.*?)```", Pattern.DOTALL);
    private static final String MANIFEST = """
            id: northvale
            version: 1.0.0
            kind: area
            extends:
              id: england-wales
            title: Northvale
            owner: Northvale MARAC, chair
            inForce:
              from: 2025-01-01
            usable:
              from: 2025-01-01
            reviewBy: 2027-01-01
            rules: 2
            off:
              - {rule: level/standard, because: Ours is another., source: northvale-protocol}
              - {rule: level/medium, because: Ours is another., source: northvale-protocol}
              - {rule: level/high, because: Ours is another., source: northvale-protocol}
            sources:
              - id: northvale-protocol
                title: Northvale MARAC, operating protocol of 2025
                confidence: A
            changes:
              - 1.0.0, the first version.
            """;
    private static final String CASES = """
            given: {area: northvale, assessedOn: 2026-03-03, incidents: [], maracs: []}
            cases:
              - name: no to every question
                given: {answers: {rest: no}}
                expect: {level: standard}
            """;

    @TempDir
    Path folder;

    /** A block of a page. */
    private record Block(String kind, String text) {}

    private static List<Block> blocks(String page) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(PAGES.resolve(page)));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Run run(String command) throws IOException, InterruptedException {
        return new Program(folder).run(command.strip().split(" ", -1));
    }

    /** How long it took is another every time. */
    private static String untimed(String text) {
        return text.replaceAll("(?m)^\\d+\\.\\d s\\.$", "0.0 s.");
    }

    @Test
    void the_commands_of_the_page_on_proofs_print_what_it_shows() throws IOException, InterruptedException {
        int run = 0;
        String command = "";
        for (Block block : blocks("prove-your-rules.md")) {
            if (block.kind().equals("sh")) {
                command = block.text().substring(JAR.length());
            } else if (block.kind().equals("drl")) {
                write("my-area/packs/northvale/1.0.0/pack.yaml", MANIFEST);
                write(
                        "my-area/packs/northvale/1.0.0/parameters.csv",
                        "key,value,from,to,source,confidence,note,allowed\n");
                write("my-area/packs/northvale/1.0.0/rules/bands.drl", block.text());
                write("my-area/packs/northvale/1.0.0/cases/bands.yaml", CASES);
            } else {
                Run came = run(command.replace(
                        "my-area/packs", folder.resolve("my-area/packs").toString()));
                assertThat(untimed(came.out())).as(command).isEqualTo(untimed(block.text()));
                run++;
            }
        }
        assertThat(run).isEqualTo(4);
    }

    @Test
    void the_command_of_the_page_on_explanations_prints_what_it_shows() throws IOException, InterruptedException {
        List<Block> blocks = blocks("explain-a-case.md");
        Path cases = write("contact.yaml", blocks.get(0).text());

        Run run = run(blocks.get(1).text().substring(JAR.length()).replace("contact.yaml", cases.toString()));

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(blocks.get(2).text());
        assertThat(run.out())
                .startsWith("five incidents, nobody asked about the trend (kingston@1.0.0)\n\nvisible-high-risk:");
    }

    @Test
    void the_status_says_whether_something_was_found() throws IOException, InterruptedException {
        Path cases = write("cases.yaml", CASES);
        assertThat(run("rules prove plymouth").status()).isZero();
        assertThat(run("rules lint newham --on 2026-11-21").status()).isEqualTo(1);
        assertThat(run("rules lint newham --on yesterday").status()).isEqualTo(2);
        assertThat(run("rules prove nowhere").status()).isEqualTo(2);
        assertThat(run("rules explain plymouth --case " + folder.resolve("absent.yaml"))
                        .status())
                .isEqualTo(2);
        assertThat(run("rules explain plymouth --name absent --case " + cases).status())
                .isEqualTo(2);
        assertThat(run("rules explain plymouth --case " + write("broken.yaml", "cases: no"))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void each_prints_one_document_for_machines() throws IOException, InterruptedException {
        Path cases = write("cases.yaml", CASES.replace("area: northvale, ", ""));

        assertThat(run("rules prove kingston --json").documents())
                .singleElement()
                .satisfies(document -> assertThat(
                                document.at("/packs/0/parts/0/kinds").asInt())
                        .isPositive());
        assertThat(run("rules lint newham --on 2026-11-21 --json").documents())
                .singleElement()
                .satisfies(document ->
                        assertThat(document.at("/findings/0/code").asText()).isEqualTo("R701"));
        assertThat(run("rules explain england-wales@1.0.0 --json --case " + cases)
                        .documents())
                .singleElement()
                .satisfies(document -> assertThat(document.at("/cases/0/parts/0/least/additions/0")
                                .asText())
                        .isEqualTo("14 more yes answers"));
    }
}
