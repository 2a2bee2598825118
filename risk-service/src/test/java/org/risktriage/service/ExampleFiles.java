package org.risktriage.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The requests of {@code examples/} and the replies that go with them. */
final class ExampleFiles {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "..", "examples").normalize();
    private static final String ENDING = ".json";

    private ExampleFiles() {}

    /** Their names, without ending. */
    static List<String> names() {
        return jsonIn(FOLDER);
    }

    static List<String> namesOfReplies() {
        return jsonIn(FOLDER.resolve("replies"));
    }

    private static List<String> jsonIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String request(String name) {
        return read(FOLDER.resolve(name + ENDING));
    }

    static JsonNode reply(String name) {
        return Reply.parse(read(replyFile(name)));
    }

    private static Path replyFile(String name) {
        return FOLDER.resolve("replies").resolve(name + ENDING);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a reply down as the one to expect from now on. */
    static void write(String name, JsonNode reply) throws IOException {
        Files.writeString(replyFile(name), pretty(reply) + "\n");
    }

    static String pretty(JsonNode json) throws JsonProcessingException {
        DefaultIndenter two = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(two)
                .withArrayIndenter(two);
        return new ObjectMapper().writer(printer).writeValueAsString(json);
    }

    /** The same reply without the id, which is new each time. */
    static JsonNode withoutId(JsonNode reply) {
        ObjectNode copy = reply.deepCopy();
        copy.remove("id");
        return copy;
    }
}
