package org.risktriage.service.callers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.folders.WholeFile;

/** The file in which API keys are kept, as digests. Only its owner may read it. */
public final class KeyFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private KeyFile() {}

    private record Content(@Nullable List<ApiKey> keys) {}

    /**
     * Reads a key file.
     *
     * @param file the file
     * @return its keys, in the order of the file
     * @throws IOException if it cannot be read, or is no key file; the message holds nothing of its content
     */
    public static List<ApiKey> read(Path file) throws IOException {
        List<ApiKey> keys;
        try {
            keys = JSON.readValue(Files.readAllBytes(file), Content.class).keys();
        } catch (JsonProcessingException e) {
            throw new IOException("It is no key file.");
        }
        if (keys == null || keys.stream().anyMatch(KeyFile::isIncomplete)) {
            throw new IOException("A key in it is not complete.");
        }
        Set<String> ids = new HashSet<>();
        if (!keys.stream().allMatch(key -> ids.add(key.id()))) {
            throw new IOException("Two keys in it have one id.");
        }
        return List.copyOf(keys);
    }

    /**
     * Writes a key file, whole or not at all.
     *
     * @param file the file
     * @param keys its keys
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<ApiKey> keys) throws IOException {
        WholeFile.writeForOwner(file, JSON.writeValueAsBytes(new Content(keys)));
    }

    // A file may leave out what the record says is there.
    @SuppressWarnings("ConstantValue")
    private static boolean isIncomplete(@Nullable ApiKey key) {
        return key == null
                || key.id() == null
                || key.agency() == null
                || key.caller() == null
                || key.roles() == null
                || key.roles().isEmpty()
                || key.sha256() == null
                || !key.sha256().matches("[0-9a-f]{64}")
                || key.made() == null
                || key.expires() == null;
    }
}
