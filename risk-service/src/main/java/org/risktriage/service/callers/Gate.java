package org.risktriage.service.callers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request, by the credentials in it. Safe for use by many threads. */
public final class Gate {
    /** The header of an API key. */
    public static final String API_KEY = "X-API-Key";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";
    private static final String SHOWN = "jakarta.servlet.request.X509Certificate";

    private final boolean open;
    private final @Nullable ApiKeys apiKeys;
    private final @Nullable Tokens tokens;
    private final Certificates certificates;

    private Gate(boolean open, @Nullable ApiKeys apiKeys, @Nullable Tokens tokens, Certificates certificates) {
        this.open = open;
        this.apiKeys = apiKeys;
        this.tokens = tokens;
        this.certificates = certificates;
    }

    /**
     * A gate as configured.
     *
     * @param settings who is let in
     * @param clock tells what has expired
     * @return the gate
     * @throws IOException if a file of keys cannot be read
     */
    public static Gate of(CallersSettings settings, Clock clock) throws IOException {
        return new Gate(
                settings.open(),
                settings.apiKeys() == null ? null : new ApiKeys(Path.of(settings.apiKeys()), clock),
                settings.issuers().isEmpty() ? null : new Tokens(settings.issuers(), settings.tokens(), clock),
                new Certificates(settings.certificates()));
    }

    /**
     * Who sends a request.
     *
     * @param request the request
     * @return the caller; null if the request has no credentials
     * @throws NotLetInException if it has some that are not accepted
     */
    public @Nullable Caller letIn(HttpServletRequest request) throws NotLetInException {
        if (open) {
            return Caller.DEMO;
        }
        List<String> keys = Collections.list(request.getHeaders(API_KEY));
        List<String> bearers = Collections.list(request.getHeaders(AUTHORIZATION));
        if (keys.size() + bearers.size() > 1) {
            throw new NotLetInException("two-credentials", "Send one key or one token, not several.");
        }
        if (!keys.isEmpty()) {
            if (apiKeys == null) {
                throw new NotLetInException("no-keys-here", NotLetInException.NOT_ACCEPTED);
            }
            return apiKeys.letIn(keys.get(0));
        }
        if (!bearers.isEmpty()) {
            String sent = bearers.get(0);
            if (tokens == null || !sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw new NotLetInException("no-tokens-here", NotLetInException.NOT_ACCEPTED);
            }
            return tokens.letIn(sent.substring(BEARER.length()).strip());
        }
        return request.getAttribute(SHOWN) instanceof X509Certificate[] shown && shown.length > 0
                ? certificates.letIn(shown[0])
                : null;
    }
}
