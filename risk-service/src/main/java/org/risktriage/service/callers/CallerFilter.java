package org.risktriage.service.callers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemReply;

/** Lets nobody past without credentials that are accepted, but for what is open to everybody. */
public final class CallerFilter implements Filter {
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final Set<String> OPEN = Set.of("/openapi.json", "/docs", "/rules", "/statistics");
    private static final Set<String> OPEN_BELOW = Set.of("/docs/", "/assets/", "/rules/");
    private static final String BEARER = "Bearer realm=\"risk-triage\"";

    private final Gate gate;
    private final ProblemReply problems;

    /**
     * Creates the filter.
     *
     * @param gate tells who sends a request
     * @param problems answers who is not let in
     */
    public CallerFilter(Gate gate, ProblemReply problems) {
        this.gate = gate;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse reply = (HttpServletResponse) response;
        if (isOpen(http)) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller;
        try {
            caller = gate.letIn(http);
        } catch (NotLetInException e) {
            refuse(http, reply, String.valueOf(e.getMessage()), e.code());
            return;
        }
        if (caller == null) {
            refuse(http, reply, "Send a key in " + Gate.API_KEY + " or a token in Authorization.", "none");
            return;
        }
        chain.doFilter(new Known(http, caller), response);
    }

    /**
     * What says nothing of a case: the description of the interface, the rules, which are published policy, and pages that ask
     * for a key themselves. The address has to be written plainly: of one with dots or escapes in it, two readers may think
     * differently.
     */
    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals(request.getRequestURI())
                && (OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse reply, String detail, String reason)
            throws IOException {
        reply.setHeader(CHALLENGE, BEARER);
        problems.send(request, reply, ProblemKind.UNAUTHORISED, detail, reason);
    }

    /** A request whose sender is known. */
    private static final class Known extends HttpServletRequestWrapper {
        private final Caller caller;

        Known(HttpServletRequest request, Caller caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.holds(role);
        }

        @Override
        public @Nullable String getRemoteUser() {
            return caller.getName();
        }
    }
}
