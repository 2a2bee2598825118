package org.risktriage.service.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemReply;

/** Serves the files that it was given, and nothing else that is in the jar. */
public final class PageServlet extends HttpServlet {
    /** For pages without a script: styles of their own host, and nothing else. */
    public static final String STYLES_ONLY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** For pages that ask this service: scripts and styles of their own host, and no form that a browser sends by itself. */
    public static final String OWN_SCRIPTS =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final long serialVersionUID = 1L;

    private final String policy;
    private final transient Function<String, @Nullable PageFile> files;
    private final transient ProblemReply problems;

    /**
     * Creates the servlet.
     *
     * @param policy the content security policy of the files
     * @param files the files, each by its address below that of the servlet, or by the empty text for that of the servlet itself
     * @param problems answers what is not there
     */
    public PageServlet(String policy, Map<String, PageFile> files, ProblemReply problems) {
        this(policy, Map.copyOf(files)::get, problems);
    }

    /**
     * Creates the servlet for files that are not known from the beginning.
     *
     * @param policy the content security policy of the files
     * @param files gives the file of an address, which is as for the other constructor; null if there is none
     * @param problems answers what is not there
     */
    public PageServlet(String policy, Function<String, @Nullable PageFile> files, ProblemReply problems) {
        this.policy = policy;
        this.files = files;
        this.problems = problems;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse reply) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        PageFile file = files.apply(path);
        if (file == null && path.isEmpty()) {
            reply.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            reply.setHeader("Location", request.getServletPath() + "/");
            return;
        }
        if (file == null) {
            problems.send(request, reply, ProblemKind.NOT_FOUND, "Not found.", "no-page");
            return;
        }
        reply.setHeader("Content-Security-Policy", policy);
        reply.setContentType(file.type());
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        reply.setContentLength(content.length);
        reply.getOutputStream().write(content);
    }
}
