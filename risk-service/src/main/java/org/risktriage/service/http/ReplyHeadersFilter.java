package org.risktriage.service.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts on every reply which rules are in use and the id of the request. A caller's own id is kept if it looks like one
 * (a UUID, 32 hexadecimal digits, or a ULID); anything else may be a value that does not belong there, and is replaced.
 */
public final class ReplyHeadersFilter implements Filter {
    /** Header with the rule pack, as {@code id@version}. */
    public static final String RULE_PACK = "Rule-Pack";

    /** Header with the id of the request; also the attribute of a request that holds it. */
    public static final String REQUEST_ID = "X-Request-ID";

    private static final Pattern LOOKS_LIKE_AN_ID = Pattern.compile(
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}|[0-9A-HJKMNP-TV-Z]{26}");
    private static final String LOG_KEY = "request";
    private static final String TRACE_KEY = "trace";

    private final Supplier<String> defaultPack;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    /**
     * Creates the filter.
     *
     * @param defaultPack the pack that a reply names unless a decision came from another
     */
    public ReplyHeadersFilter(Supplier<String> defaultPack) {
        this.defaultPack = defaultPack;
    }

    /**
     * The id of a request that this filter has seen.
     *
     * @param request the request
     * @return its id
     */
    public static String idOf(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(REQUEST_ID));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse reply)) {
            chain.doFilter(request, response);
            return;
        }
        String id = idOf(http.getHeader(REQUEST_ID));
        reply.setHeader(REQUEST_ID, id);
        http.setAttribute(REQUEST_ID, id);
        reply.setHeader(RULE_PACK, defaultPack.get());
        SafetyHeaders.ALL.forEach(reply::setHeader);
        if (http.isSecure()) {
            reply.setHeader(SafetyHeaders.STRICT_TRANSPORT, SafetyHeaders.A_YEAR);
        }
        TraceContext trace = TraceContext.after(http.getHeader(TraceContext.HEADER));
        reply.setHeader(TraceContext.HEADER, trace.header());
        MDC.put(LOG_KEY, id);
        MDC.put(TRACE_KEY, trace.trace());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOG_KEY);
            MDC.remove(TRACE_KEY);
        }
    }

    /**
     * The id under which a request is answered.
     *
     * @param given the caller's own, or null
     * @return the caller's own if it looks like an id, else a new one
     */
    static String idOf(@Nullable String given) {
        return given != null && LOOKS_LIKE_AN_ID.matcher(given).matches()
                ? given
                : IDS.generate().toString();
    }
}
