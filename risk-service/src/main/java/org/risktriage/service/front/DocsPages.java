package org.risktriage.service.front;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.risktriage.service.pages.PageFile;

/** The page that shows people the description of the interface: four files from the jar. */
final class DocsPages {
    /** Of the page alone: its own scripts and styles, and no other host. */
    static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private DocsPages() {}

    static Map<String, PageFile> files() throws IOException {
        Properties version = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            version.load(in);
        }
        String library = "/META-INF/resources/webjars/swagger-ui/" + version.getProperty("version") + "/";
        PageFile index = file(PageFile.HTML, "/docs/index.html");
        return Map.of(
                "/", index,
                "/index.html", index,
                "/page.js", file(PageFile.SCRIPT, "/docs/page.js"),
                "/swagger-ui.css", file(PageFile.CSS, library + "swagger-ui.css"),
                "/swagger-ui-bundle.js", file(PageFile.SCRIPT, library + "swagger-ui-bundle.js"));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(DocsPages.class.getResourceAsStream(name), name);
    }

    private static PageFile file(String type, String name) throws IOException {
        try (InputStream in = open(name)) {
            return new PageFile(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
