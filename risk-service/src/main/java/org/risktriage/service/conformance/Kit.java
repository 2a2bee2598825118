package org.risktriage.service.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A conformance kit: cases with what must come back, in files that any language can read.
 *
 * @param index what it holds
 * @param files the files with cases, by path beside {@code kit.json}
 */
public record Kit(KitIndex index, Map<String, CaseFile> files) {
    /** The folder that everything in the zip stands in. */
    static final String FOLDER = "conformance/";

    private static final String INDEX = "kit.json";
    private static final List<String> WRITTEN_BY_HAND = List.of("README.md", "cases.schema.json", "kit.schema.json");
    private static final String BUNDLED = "/META-INF/risk-triage/conformance.zip";

    /**
     * The kit that comes with the service: made from the rule packs beside it.
     *
     * @return the kit
     * @throws KitException if it is missing
     */
    public static Kit bundled() throws KitException {
        try (InputStream in = Kit.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new KitException("There is no kit in this build.");
            }
            return read(in);
        } catch (IOException e) {
            throw new KitException("The kit of this build cannot be read.");
        }
    }

    /**
     * Reads a kit.
     *
     * @param zip the zip as it is published
     * @return the kit
     * @throws KitException if it is none, or not whole
     * @throws IOException if it cannot be read
     */
    public static Kit read(InputStream zip) throws KitException, IOException {
        Map<String, byte[]> entries = KitZip.read(zip);
        byte[] written = entries.get(FOLDER + INDEX);
        if (written == null) {
            throw new KitException("This is no conformance kit: it has no " + FOLDER + INDEX + ".");
        }
        int format = json(written, INDEX).path("format").asInt();
        if (format != KitIndex.FORMAT) {
            throw new KitException("This kit has another format than " + KitIndex.FORMAT + ", which is read here.");
        }
        KitIndex index = value(written, KitIndex.class, INDEX);
        Map<String, CaseFile> files = new LinkedHashMap<>();
        for (KitIndex.Pack pack : index.packs()) {
            for (String path : pack.files()) {
                byte[] file = entries.get(FOLDER + path);
                if (file == null) {
                    throw new KitException("The kit is not whole: a file that it lists is missing.");
                }
                files.put(path, value(file, CaseFile.class, path));
            }
        }
        Kit kit = new Kit(index, files);
        if (kit.cases() != index.cases() || index.cases() == 0) {
            throw new KitException("The kit is not whole: it does not hold as many cases as it says.");
        }
        return kit;
    }

    private static JsonNode json(byte[] file, String name) throws KitException, IOException {
        try {
            return KitJson.MAPPER.readTree(file);
        } catch (JsonProcessingException e) {
            throw unreadable(name);
        }
    }

    private static <T> T value(byte[] file, Class<T> type, String name) throws KitException, IOException {
        try {
            return KitJson.MAPPER.readValue(file, type);
        } catch (JsonProcessingException e) {
            throw unreadable(name);
        }
    }

    private static KitException unreadable(String name) {
        return new KitException("A file of the kit cannot be read as what it should be: " + name + ".");
    }

    private int cases() {
        return files.values().stream().mapToInt(file -> file.cases().size()).sum();
    }

    /**
     * The files of the zip.
     *
     * @return contents by path, sorted
     */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        WRITTEN_BY_HAND.forEach(name -> contents.put(FOLDER + name, resource(name)));
        contents.put(FOLDER + INDEX, json(index));
        files.forEach((path, file) -> contents.put(FOLDER + path, json(file)));
        return contents;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Kit.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(Object value) {
        try {
            return (KitJson.PRETTY.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
