package org.risktriage.triage.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.risktriage.triage.RulesFaultException;

/** The files that come with the rules: packs, instruments and calendars, by path. */
public final class Content {
    /** Lists the files, one path a line, sorted; the build writes it, because a jar cannot be listed. */
    private static final String LIST = "META-INF/risk-triage/content.txt";

    private final ClassLoader loader;
    private final List<String> paths;

    private Content(ClassLoader loader, List<String> paths) {
        this.loader = loader;
        this.paths = paths;
    }

    /**
     * The files on the class path beside the library.
     *
     * @return the bundled content
     */
    public static Content bundled() {
        ClassLoader loader = Content.class.getClassLoader();
        String list = new String(read(loader, LIST), StandardCharsets.UTF_8);
        return new Content(loader, list.lines().toList());
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
     * One file.
     *
     * @param path its path
     * @return its bytes
     * @throws RulesFaultException if it is not there or cannot be read
     */
    public byte[] bytes(String path) {
        return read(loader, path);
    }

    /**
     * One file as text.
     *
     * @param path its path
     * @return its text, read as UTF-8
     * @throws RulesFaultException if it is not there or cannot be read
     */
    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
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
