package org.risktriage.triage.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.risktriage.triage.RulesFaultException;

/** The files that come with the rules: packs, instruments and calendars, by path. */
public final class Content {
    /** The folder of all packs: {@code rulepacks/<id>/<version>/}. */
    public static final String PACKS = "rulepacks/";

    /** How the name of a sealed pack ends. */
    public static final String SEALED = ".sealed";

    /** Lists the files, one path a line, sorted; the build writes it, because a jar cannot be listed. */
    private static final String LIST = "META-INF/risk-triage/content.txt";

    private static final String MARK = "\uFEFF";
    private static final int DEEPEST = 6;
    private static final int MOST = 5_000;
    private static final long LARGEST = 1024 * 1024;
    private static final long LARGEST_SEALED = 16 * 1024 * 1024;

    private final List<String> paths;
    private final Function<String, byte[]> files;

    Content(List<String> paths, Function<String, byte[]> files) {
        this.paths = List.copyOf(paths);
        this.files = files;
    }

    /**
     * The files on the class path beside the library.
     *
     * @return the bundled content
     */
    public static Content bundled() {
        ClassLoader loader = Content.class.getClassLoader();
        String list = new String(read(loader, LIST), StandardCharsets.UTF_8);
        return new Content(list.lines().filter(line -> !line.isEmpty()).toList(), path -> read(loader, path));
    }

    /**
     * The packs in a folder, each as {@code <id>/<version>/}. The files are read now; what changes later is not seen.
     *
     * @param folder the folder
     * @return its files, as packs
     * @throws RulesFaultException if it cannot be read, or holds a link or a file that is too large
     */
    public static Content folder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>) found::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    throw new RulesFaultException("A rule pack may hold no links: " + name + ".");
                }
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    if (Files.size(path) > LARGEST || files.size() >= MOST) {
                        throw new RulesFaultException("A folder of rule packs holds at most " + MOST
                                + " files of at most 1 MiB: " + name + ".");
                    }
                    files.put(PACKS + name, Files.readAllBytes(path));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new RulesFaultException("The folder of rule packs cannot be read.", e);
        }
        return of(files);
    }

    /**
     * The sealed packs in a folder. The files are read now; what changes later is not seen.
     *
     * @param folder the folder; it may hold nothing else
     * @return the files, by name
     * @throws RulesFaultException if it cannot be read, or holds anything but sealed packs, naming that
     */
    public static Map<String, byte[]> sealed(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : (Iterable<Path>) found::iterator) {
                String name = String.valueOf(path.getFileName());
                if (!name.endsWith(SEALED) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new RulesFaultException(
                            "Only sealed packs are used here, in files that end with " + SEALED + ": " + name + ".");
                }
                if (Files.size(path) > LARGEST_SEALED || files.size() >= MOST) {
                    throw new RulesFaultException(
                            "A folder holds at most " + MOST + " sealed packs of at most 16 MiB: " + name + ".");
                }
                files.put(name, Files.readAllBytes(path));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new RulesFaultException("The folder of rule packs cannot be read.", e);
        }
        return files;
    }

    /**
     * Files that are at hand.
     *
     * @param files the files, by path
     * @return content that holds a copy of them
     */
    public static Content of(Map<String, byte[]> files) {
        Map<String, byte[]> copy = new TreeMap<>(files);
        return new Content(List.copyOf(copy.keySet()), path -> {
            byte[] bytes = copy.get(path);
            if (bytes == null) {
                throw new RulesFaultException("The rules are incomplete: " + path + " is missing.");
            }
            return bytes;
        });
    }

    /**
     * These files and others. Where both have one of the same path, that of the others counts.
     *
     * @param others the other files
     * @return all of them
     */
    public Content with(Content others) {
        Map<String, Content> all = new TreeMap<>();
        paths.forEach(path -> all.put(path, this));
        others.paths.forEach(path -> all.put(path, others));
        return new Content(
                List.copyOf(all.keySet()), path -> all.getOrDefault(path, this).bytes(path));
    }

    /**
     * The files in a folder and below it.
     *
     * @param folder path of the folder, ending with a slash
     * @return their paths, sorted
     */
    public List<String> below(String folder) {
        return paths.stream().filter(path -> path.startsWith(folder)).toList();
    }

    /**
     * Some of the files.
     *
     * @param which tells which, by path
     * @return those files
     */
    public Content only(Predicate<String> which) {
        return new Content(paths.stream().filter(which).toList(), files);
    }

    /**
     * One file.
     *
     * @param path its path
     * @return its bytes
     * @throws RulesFaultException if it is not there or cannot be read
     */
    public byte[] bytes(String path) {
        return files.apply(path);
    }

    /**
     * One file as text.
     *
     * @param path its path
     * @return its text, read as UTF-8
     * @throws RulesFaultException if it is not there or cannot be read
     */
    public String text(String path) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        // Spreadsheets and some editors put a mark before the first character, which nobody sees.
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static byte[] read(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new RulesFaultException("The rules are incomplete: " + path + " is missing.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new RulesFaultException("The rules cannot be read: " + path + ".", e);
        }
    }
}
