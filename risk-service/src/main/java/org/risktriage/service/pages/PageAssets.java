package org.risktriage.service.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The files that pages use, from the jar. The styles are those of govuk-frontend without its font and its crest, which only
 * the government's own services may show.
 */
public final class PageAssets {
    private PageAssets() {}

    /**
     * What every page uses: styles alone.
     *
     * @return files by name
     * @throws IOException if the jar is broken
     */
    public static Map<String, PageFile> shell() throws IOException {
        return Map.of(
                "govuk-frontend.css",
                        new PageFile(
                                PageFile.CSS, plain(library("govuk-frontend", "dist/govuk/govuk-frontend.min.css"))),
                "page.css", new PageFile(PageFile.CSS, text("/pages/page.css")));
    }

    /**
     * What the page of statistics uses besides.
     *
     * @return files by name
     * @throws IOException if the jar is broken
     */
    public static Map<String, PageFile> charts() throws IOException {
        return Map.of(
                "chart.js",
                        new PageFile(
                                PageFile.SCRIPT,
                                library("chart.js", "dist/chart.umd.min.js")
                                        .replaceAll("//# sourceMappingURL=\\S*", "")),
                "statistics.js", new PageFile(PageFile.SCRIPT, text("/pages/statistics.js")));
    }

    /**
     * Writes files into a folder, for pages that stand by themselves.
     *
     * @param files the files
     * @param folder where to; it is made if it is not there
     * @throws IOException if they cannot be written
     */
    public static void write(Map<String, PageFile> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, PageFile> file : new TreeMap<>(files).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().content());
        }
    }

    /** Without what loads the font, the crest or anything else from another address. */
    private static String plain(String styles) {
        return styles.replaceAll("@font-face\\{[^}]*}", "")
                .replace("GDS Transport,", "")
                .replaceAll("url\\(/assets/[^)]*\\)", "none")
                .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");
    }

    private static String library(String name, String file) throws IOException {
        Properties version = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            version.load(in);
        }
        return text("/META-INF/resources/webjars/" + name + "/" + version.getProperty("version") + "/" + file);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name);
    }
}
