package org.risktriage.service.resources;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.StrictJson;

/**
 * Reads the JSON of a posted body. Resources take the request as what is posted, and ask it for the rest: each thing that is
 * injected beside it would cost as much as a seventh of writing the reply.
 *
 * @param bodyLimit the most bytes of a body
 */
record PostedJson(int bodyLimit) {
    private static final String UTF_8 = "utf-8";

    @Nullable
    Object tree(ContainerRequestContext request) {
        // The body is read first: a refusal that leaves it unread would spoil the caller's connection.
        byte[] bytes = StrictJson.bytes(request.getEntityStream(), bodyLimit);
        requireJson(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return StrictJson.parse(bytes);
    }

    private static void requireJson(@Nullable String header) {
        MediaType type = parse(header);
        if (type == null
                || !type.getType().equals("application")
                || !type.getSubtype().equals("json")) {
            throw new RefusedException(ProblemKind.NOT_JSON_TYPE, "Send Content-Type: application/json.");
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equals(UTF_8)) {
            throw new RefusedException(ProblemKind.WRONG_CHARSET, "JSON is sent in UTF-8.");
        }
    }

    private static @Nullable MediaType parse(@Nullable String header) {
        try {
            return header == null ? null : MediaType.valueOf(header.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
