package org.risktriage.service.front;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemReply;

/** Shows people the description of the interface: a page of four files from the jar, and nothing else that is in it. */
final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Of the page alone: its own scripts and styles, and no other host. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private record Page(String type, String content) {}

    private final transient Map<String, Page> pages;
    private final transient ProblemReply problems;

    DocsServlet(ProblemReply problems) throws IOException {
        this.problems = problems;
        Properties version = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            version.load(in);
        }
        String library = "/META-INF/resources/webjars/swagger-ui/" + version.getProperty("version") + "/";
        Page index = page("text/html; charset=utf-8", "/docs/index.html");
        this.pages = Map.of(
                "/", index,
                "/index.html", index,
                "/page.js", page("text/javascript; charset=utf-8", "/docs/page.js"),
                "/swagger-ui.css", page("text/css; charset=utf-8", library + "swagger-ui.css"),
                "/swagger-ui-bundle.js", page("text/javascript; charset=utf-8", library + "swagger-ui-bundle.js"));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(DocsServlet.class.getResourceAsStream(name), name);
    }

    private static Page page(String type, String name) throws IOException {
        try (InputStream in = open(name)) {
            return new Page(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse reply) throws IOException {
        if (request.getPathInfo() == null) {
            reply.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            reply.setHeader("Location", "/docs/");
            return;
        }
        Page page = pages.get(request.getPathInfo());
        if (page == null) {
            problems.send(request, reply, ProblemKind.NOT_FOUND, "Not found.", "no-page");
            return;
        }
        reply.setHeader("Content-Security-Policy", POLICY);
        reply.setContentType(page.type());
        byte[] content = page.content().getBytes(StandardCharsets.UTF_8);
        reply.setContentLength(content.length);
        reply.getOutputStream().write(content);
    }
}
