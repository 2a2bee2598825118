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

/** Follows the page for somebody who adds an area, block by block: what it says to save, to run and to see. */
class AddYourAreaTest {
    private static final Path PAGE = Path.of("../docs/how-to/add-your-area.md");
    private static final Pattern BLOCK = Pattern.compile("(.*?)\n```(\\w+)\n(.*?)\n```(?=\n|$)", Pattern.DOTALL);
    private static final Pattern SAVE = Pattern.compile("`(my-area/[^`]+)`[^`]*:\\s*$");
    private static final String JAR = "java -jar risk-service/target/risk-service.jar ";
    private static final String URL = "http://127.0.0.1:8080";
    private static final int PATIENCE_S = 60;

    @TempDir
    Path folder;

    private final int port = freePort();
    private final int adminPort = freePort();
    private final List<String> seen = new ArrayList<>();
    private @Nullable Process service;
    private @Nullable Reply reply;

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroy();
            if (!service.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    @Test
    void each_step_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            Matcher save = SAVE.matcher(blocks.group(1));
            String text = blocks.group(3);
            if (save.find()) {
                save(save.group(1), text);
            } else {
                switch (blocks.group(2)) {
                    case "sh" -> run(text);
                    case "json" -> assertShows(text);
                    case "text" -> assertEndsSaying(text);
                    default -> throw new AssertionError("The page does not say where to save this: " + text);
                }
            }
            seen.add(blocks.group(2));
        }

        assertThat(seen).contains("sh", "json", "text", "yaml", "csv");
    }

    private void assertShows(String text) {
        Reply last = Objects.requireNonNull(reply, "the page shows a reply before a request");
        assertThat(shows(last.json(), shown(text)))
                .as("the page shows:\n%s\nthe reply is:\n%s", text, last.body())
                .isTrue();
    }

    private Process service() {
        return Objects.requireNonNull(service, "the page asks the service before it starts it");
    }

    private void save(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        assertThat(file.getParent())
                .as("the page makes the folder of %s before", name)
                .isDirectory();
        Files.writeString(file, text + "\n");
    }

    private void run(String lines) throws IOException, InterruptedException {
        for (String line : lines.split("\n", -1)) {
            if (line.startsWith("mkdir -p ")) {
                Files.createDirectories(folder.resolve(line.substring("mkdir -p ".length())));
            } else if (line.startsWith(JAR)) {
                stop();
                start(line.substring(JAR.length()).split(" ", -1));
            } else if (line.startsWith("curl -s ")) {
                awaitListening();
                Reply answer = call(line);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                reply = answer;
            } else {
                // The jar is what this very build is about to make.
                assertThat(line).isEqualTo("mvn -q -DskipTests package");
            }
        }
    }

    private void start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said().toFile());
        builder.environment()
                .putAll(Map.of(
                        "RISK_TRIAGE_PORT", String.valueOf(port), "RISK_TRIAGE_ADMIN_PORT", String.valueOf(adminPort)));
        service = builder.start();
    }

    private Path said() {
        return folder.resolve("said");
    }

    private Reply call(String line) throws IOException {
        Matcher post = Pattern.compile(
                        "curl -s -X POST " + URL + "(\\S+) -H 'Content-Type: application/json' -d @(\\S+)")
                .matcher(line);
        if (post.matches()) {
            return new Caller(port).post(post.group(1), Files.readString(folder.resolve(post.group(2))));
        }
        assertThat(line).startsWith("curl -s " + URL + "/").hasSizeLessThan(100);
        return new Caller(port).get(line.substring(("curl -s " + URL).length()));
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_S * 10; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(service().isAlive())
                        .as("It ended: %s", Files.readString(said()))
                        .isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError("It does not listen: " + Files.readString(said()));
    }

    private void assertEndsSaying(String text) throws IOException, InterruptedException {
        assertThat(service().waitFor(PATIENCE_S, TimeUnit.SECONDS))
                .as("It did not end.")
                .isTrue();
        assertThat(service().exitValue()).isNotZero();
        assertThat(Files.readString(said())).contains(text.split("\n", -1));
    }

    /** What a block shows: an object, or some fields of one. */
    private static JsonNode shown(String text) {
        return Reply.parse(text.startsWith("{") ? text : "{" + text + "}");
    }

    /** Whether a document has an object with these fields somewhere; it may have others too. */
    private static boolean shows(JsonNode document, JsonNode fields) {
        if (has(document, fields)) {
            return true;
        }
        for (JsonNode part : document) {
            if (shows(part, fields)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode object, JsonNode fields) {
        return object.isObject()
                && fields.properties().stream()
                        .allMatch(field -> field.getValue().equals(object.get(field.getKey())));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("There is no free port.", e);
        }
    }
}
