package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as it is run from a shell, in a process of its own. */
final class Program {
    private static final int PATIENCE_S = 60;
    private static final Pattern LISTENS = Pattern.compile("application listens on 127.0.0.1:(\\d+)");

    private final Path folder;

    /** Runs it with a folder for what it leaves behind. */
    Program(Path folder) {
        this.folder = folder;
    }

    /** What a run left behind. */
    record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        List<JsonNode> documents() {
            return out.lines().map(Reply::parse).toList();
        }
    }

    /** The beginning of a command line, which stands for {@code java -jar risk-service.jar}. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path", ""),
                RiskTriageApplication.class.getName());
    }

    /** The port on which a service that was started as a process listens, as its log says; waits for it. */
    static int portOf(Process service, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 3_600; i++) {
            Matcher found = LISTENS.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError("It did not start.");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return runWith("", arguments);
    }

    Run runWith(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        return start(input, new ProcessBuilder(command));
    }

    /** Runs a line of a shell in the folder. */
    Run shell(String line) throws IOException, InterruptedException {
        return start("", new ProcessBuilder("sh", "-c", line).directory(folder.toFile()));
    }

    private Run start(String input, ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It did not want the input: what it says and its status are what matters.
            assertThat(e).isNotNull();
        }
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end.");
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
