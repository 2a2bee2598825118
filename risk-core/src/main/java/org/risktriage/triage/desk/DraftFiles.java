package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.seal.SealedPack;

/**
 * The files of packs as their author has them: in a folder that holds all packs, one that holds the versions of one, or one
 * version. Versions of the same pack beside it are read too, for they have to follow one another.
 *
 * @param root the folder that holds all packs
 * @param content the files, as packs
 * @param scope folders of the packs that were asked for, each {@code <id>/<version>/}
 * @param findings what is wrong with the files as such
 */
record DraftFiles(Path root, Content content, Set<String> scope, List<Finding> findings) {
    private static final String MANIFEST = "pack.yaml";
    private static final int DEEPEST = 5;
    private static final int MOST = 5_000;
    private static final long LARGEST = 1024 * 1024;
    private static final String KNOWN =
            "pack\\.yaml|(parameters|services|safety-questions)\\.csv|rules/[^/]+\\.drl|cases/[^/]+\\.yaml";

    /** The files that are sealed in one pack. */
    static DraftFiles of(SealedPack sealed) {
        String scope = sealed.pack().id() + "/" + sealed.pack().version() + "/";
        return new DraftFiles(Path.of(""), sealed.content(), Set.of(scope), List.of());
    }

    static DraftFiles read(Path asked) throws IOException {
        Path folder = asked.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(asked.toString());
        }
        List<Path> versions = new ArrayList<>();
        if (looksLikeAPack(folder)) {
            versions.add(folder);
        } else {
            for (Path child : folders(folder)) {
                if (looksLikeAPack(child)) {
                    versions.add(child);
                } else {
                    folders(child).stream().filter(DraftFiles::looksLikeAPack).forEach(versions::add);
                }
            }
        }
        if (versions.isEmpty()) {
            return new DraftFiles(
                    folder,
                    Content.of(Map.of()),
                    Set.of(),
                    List.of(new Finding(
                            MessageCode.R001,
                            ".",
                            0,
                            0,
                            "",
                            "There is no pack.yaml here, nor in the folders below.",
                            null)));
        }
        Path root = parent(parent(versions.get(0)));
        Reading reading = new Reading(root);
        for (Path version : versions) {
            reading.scope.add(root.relativize(version).toString().replace('\\', '/') + "/");
        }
        for (Path id : new TreeSet<>(versions.stream().map(DraftFiles::parent).toList())) {
            for (Path version : folders(id)) {
                if (looksLikeAPack(version)) {
                    reading.pack(version);
                }
            }
        }
        return new DraftFiles(
                root, Content.of(reading.files), Set.copyOf(reading.scope), List.copyOf(reading.findings));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    private static boolean looksLikeAPack(Path folder) {
        return Stream.of(MANIFEST, "pack.yml", "pack.yaml.txt", "parameters.csv")
                .anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private static final class Reading {
        private final Path root;
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Set<String> scope = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();

        Reading(Path root) {
            this.root = root;
        }

        void pack(Path version) throws IOException {
            String folder = root.relativize(version).toString().replace('\\', '/') + "/";
            try (Stream<Path> found = Files.walk(version, DEEPEST, new FileVisitOption[0])) {
                for (Path path : (Iterable<Path>) found.sorted()::iterator) {
                    String name = version.relativize(path).toString().replace('\\', '/');
                    if (Files.isSymbolicLink(path)) {
                        add(MessageCode.R003, folder + name, 0, "A pack may hold no links.", null);
                    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        file(folder, name, path);
                    }
                }
            }
            if (!files.containsKey(Content.PACKS + folder + MANIFEST)) {
                add(MessageCode.R001, folder + MANIFEST, 0, "A pack needs a file pack.yaml.", null);
            }
            // The reader of packs takes its being there for granted.
            files.computeIfAbsent(Content.PACKS + folder + "parameters.csv", path -> {
                add(
                        MessageCode.R001,
                        folder + "parameters.csv",
                        0,
                        "A pack needs a file parameters.csv; where it changes no value, only the first row.",
                        null);
                return "key,value,from,to,source,confidence,note\n".getBytes(StandardCharsets.UTF_8);
            });
        }

        private void file(String folder, String name, Path path) throws IOException {
            if (Files.size(path) > LARGEST || files.size() >= MOST) {
                add(MessageCode.R004, folder + name, 0, "A pack holds at most 5,000 files of at most 1 MiB.", null);
                return;
            }
            byte[] bytes = Files.readAllBytes(path);
            files.put(Content.PACKS + folder + name, bytes);
            if (!name.matches(KNOWN)) {
                add(MessageCode.R002, folder + name, 0, "No pack has such a file: it would not be read.", meant(name));
            } else {
                int line = firstLineNotInUtf8(bytes);
                if (line > 0) {
                    add(
                            MessageCode.R005,
                            folder + name,
                            line,
                            "This is not written in UTF-8.",
                            bytes[0] == (byte) 0xFF || bytes[0] == (byte) 0xFE
                                    ? "save it as 'CSV UTF-8', not as 'Unicode text'"
                                    : null);
                }
            }
        }

        private static @Nullable String meant(String name) {
            String end = name.substring(name.lastIndexOf('/') + 1);
            if (end.matches("pack\\.(yml|yaml\\.txt|YAML|YML)|(?i:pack\\.yaml)")) {
                return MANIFEST;
            }
            if (end.matches("(?i:parameters?)\\.(?i:csv|xlsx|xls|ods|csv\\.txt)")) {
                return "parameters.csv";
            }
            if (end.matches(".+\\.yml") && name.startsWith("cases/")) {
                return end.replaceAll("\\.yml$", ".yaml");
            }
            return null;
        }

        private static int firstLineNotInUtf8(byte[] bytes) {
            int line = 1;
            int begin = 0;
            for (int i = 0; i <= bytes.length; i++) {
                if (i == bytes.length || bytes[i] == '\n') {
                    try {
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, begin, i - begin));
                    } catch (CharacterCodingException e) {
                        return line;
                    }
                    line++;
                    begin = i + 1;
                }
            }
            return 0;
        }

        private void add(MessageCode code, String file, int line, String message, @Nullable String suggestion) {
            findings.add(new Finding(code, file, line, 0, "", message, suggestion));
        }
    }
}
