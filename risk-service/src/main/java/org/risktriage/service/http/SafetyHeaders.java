package org.risktriage.service.http;

import java.util.Map;

/** Headers of every reply: nothing is kept, nothing is guessed, and no page of another site gets anything. */
public final class SafetyHeaders {
    /** The headers, by name. There is none that would let a page of another site read a reply. */
    public static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** Tells a browser to come by TLS only; sent over TLS alone. */
    static final String STRICT_TRANSPORT = "Strict-Transport-Security";

    static final String A_YEAR = "max-age=31536000";

    private SafetyHeaders() {}
}
