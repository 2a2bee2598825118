package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows the tutorials for people who write rules, block by block: saves what they say to save, runs what they say to run,
 * and sees to the letter what they show.
 */
class RuleTutorialsTest {
    private static final Path TUTORIALS = Path.of("../docs/tutorials");
    private static final Pattern BLOCK = Pattern.compile("(.*?)\n```(\\w+)\n(.*?)```(?=\n|$)", Pattern.DOTALL);
    private static final Pattern SAVE =
            Pattern.compile("[Ss]ave(?: this)?(?: as)?(?: it right, as)?\\s+`(my-[^`]+)`[^`]*:\\s*$");
    private static final Pattern ALSO = Pattern.compile("as `(my-[^`]+)`[^`]*:\\s*$");
    private static final String JAR = "java -jar risk-service/target/risk-service.jar ";
    private static final int PATIENCE_S = 60;

    @TempDir
    Path folder;

    private String printed = "";

    @ParameterizedTest
    @ValueSource(strings = {"move-a-line.md", "add-a-route.md"})
    void each_step_does_what_the_page_says(String page) throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(TUTORIALS.resolve(page)));
        while (blocks.find()) {
            String kind = blocks.group(2);
            switch (kind) {
                case "sh" -> run(blocks.group(3));
                case "text" -> assertThat(printed).isEqualTo(blocks.group(3));
                default -> save(blocks.group(1), blocks.group(3));
            }
            seen.add(kind);
        }

        assertThat(seen).contains("sh", "text", "yaml", "csv").hasSizeGreaterThan(12);
    }

    private void save(String before, String text) throws IOException {
        Matcher save = SAVE.matcher(before);
        Matcher also = ALSO.matcher(before);
        boolean said = save.find() || also.find();
        assertThat(said).as("the page says where to save this: %s", text).isTrue();
        Path file = folder.resolve(
                save.reset().find() ? save.group(1) : also.reset().find() ? also.group(1) : "");
        assertThat(file.getParent()).as("the page makes the folder before").isDirectory();
        Files.writeString(file, text);
    }

    private void run(String lines) throws IOException, InterruptedException {
        for (String line : lines.lines().toList()) {
            if (line.startsWith("mkdir -p ")) {
                Files.createDirectories(folder.resolve(line.substring("mkdir -p ".length())));
            } else if (line.startsWith("rm ")) {
                Files.delete(folder.resolve(line.substring("rm ".length())));
            } else if (line.startsWith(JAR)) {
                printed = printedBy(line.substring(JAR.length()).split(" ", -1));
            } else {
                // The jar is what this very build is about to make.
                assertThat(line).isEqualTo("mvn -q -DskipTests package");
            }
        }
    }

    private String printedBy(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(Arrays.asList(arguments));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out);
    }
}
