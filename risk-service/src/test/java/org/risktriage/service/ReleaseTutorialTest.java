package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the page on releasing a change, block by block, beside a service that runs. */
class ReleaseTutorialTest {
    private static final Path PAGE = Path.of("../docs/tutorials/from-edit-to-release.md");
    private static final Pattern BLOCK = Pattern.compile("(.*?)\n```(\\w+)\n(.*?)```(?=\n|$)", Pattern.DOTALL);
    private static final Pattern SAVE = Pattern.compile("as\\s+`(my-change/[^`]+)`:\\s*$");
    private static final Pattern POST = Pattern.compile(
            "curl -s -X POST http://127.0.0.1:8080(\\S+) -H 'Content-Type: application/json' -d @(\\S+)");
    private static final String JAR = "java -jar risk-service/target/risk-service.jar ";
    private static final int PATIENCE_S = 120;

    @TempDir
    Path folder;

    private final int port = freePort();
    private final List<String> seen = new ArrayList<>();
    private String printed = "";
    private String asked = "";
    private int refusals;
    private @Nullable Process service;

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroy();
            assertThat(service.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void each_step_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            Matcher save = SAVE.matcher(blocks.group(1));
            String text = blocks.group(3);
            if (save.find()) {
                Files.writeString(folder.resolve(save.group(1)), text);
            } else {
                switch (blocks.group(2)) {
                    case "sh" -> run(text);
                    case "json" -> awaitShown(Reply.parse("{" + text + "}"));
                    case "text" -> assertThat(printed).isEqualTo(text);
                    default -> throw new AssertionError("The page does not say where to save this: " + text);
                }
            }
            seen.add(blocks.group(2));
        }

        assertThat(refusals).isEqualTo(2);
        assertThat(seen).contains("sh", "json", "text", "yaml", "csv").hasSizeGreaterThan(30);
        assertThat(Files.readString(folder.resolve("my-change/CHANGES.md")))
                .contains(
                        "## plymouth 1.1.0",
                        "Kind of change: minor, against plymouth@1.0.0.",
                        "In force from 2027-04-01.",
                        "Approved by: chair-of-plymouth-marac");
        assertThat(Files.readAllLines(folder.resolve("my-change/released.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("plymouth,1.1.0,");
    }

    private void run(String lines) throws IOException, InterruptedException {
        for (String line : lines.lines().toList()) {
            if (line.startsWith("mkdir -p ")) {
                Files.createDirectories(folder.resolve(line.substring("mkdir -p ".length())));
            } else if (line.startsWith(JAR + "server ")) {
                start(line.substring(JAR.length()));
            } else if (line.startsWith(JAR)) {
                printed = printedBy(line.substring(JAR.length()));
            } else if (line.startsWith("curl ")) {
                asked = line;
            } else {
                // The jar is what this very build is about to make.
                assertThat(line).isEqualTo("mvn -q -DskipTests package");
            }
        }
    }

    private ProcessBuilder program(String arguments) {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(Arrays.asList(arguments.split(" ", -1)));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private String printedBy(String arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = program(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        // What moves cases down is refused; everything else on the page works.
        boolean refused = said.contains("R806") || said.contains("Nobody has accepted this.");
        assertThat(process.exitValue()).as(said + Files.readString(err)).isEqualTo(refused ? 1 : 0);
        refusals += refused ? 1 : 0;
        return said;
    }

    private void start(String arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = program(arguments).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "RISK_TRIAGE_PORT",
                        String.valueOf(port),
                        "RISK_TRIAGE_ADMIN_PORT",
                        String.valueOf(freePort())));
        service = builder.start();
        for (int i = 0; i < PATIENCE_S * 10; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(service.isAlive())
                        .as("It ended: %s", Files.readString(said))
                        .isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError("It does not listen: " + Files.readString(said));
    }

    /** What was asked last is asked again until the reply shows it: the service takes a moment to see a file. */
    private void awaitShown(JsonNode fields) throws IOException, InterruptedException {
        Matcher post = POST.matcher(asked);
        assertThat(post.matches()).isTrue();
        Reply reply = null;
        for (int i = 0; i < PATIENCE_S; i++) {
            reply = new Caller(port).post(post.group(1), Files.readString(folder.resolve(post.group(2))));
            if (shows(reply.json(), fields)) {
                return;
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("The page shows " + fields + ", the reply is "
                + Objects.requireNonNull(reply).body());
    }

    /** What a block shows stands in the decision on the referral, or among the rules. */
    private static boolean shows(JsonNode reply, JsonNode fields) {
        return has(reply.path("marac"), fields) || has(reply.path("rules"), fields);
    }

    private static boolean has(JsonNode part, JsonNode fields) {
        return fields.properties().stream().allMatch(field -> field.getValue().equals(part.get(field.getKey())));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("There is no free port.", e);
        }
    }
}
