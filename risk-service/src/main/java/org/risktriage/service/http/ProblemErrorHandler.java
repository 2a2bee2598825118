package org.risktriage.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;

/** Answers what the server refuses before any resource sees it, in the same form, and without repeating the request. */
public final class ProblemErrorHandler extends ErrorHandler {
    /** Attribute of a request that was refused: its {@link ProblemKind}, where the status alone does not tell. */
    public static final String KIND = "org.risktriage.problem";

    private final ObjectMapper mapper;
    private final Supplier<String> defaultPack;
    private static final String RETRY_SECONDS = "2";

    /**
     * Creates the handler.
     *
     * @param mapper writes the reply
     * @param defaultPack the pack that a reply names
     */
    public ProblemErrorHandler(ObjectMapper mapper, Supplier<String> defaultPack) {
        this.mapper = mapper;
        this.defaultPack = defaultPack;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A status that HTTP has for the server's limits of protocol (501, 505) is about the request all the same.
        boolean protocol = response.getStatus() == HttpStatus.NOT_IMPLEMENTED_501
                || response.getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
        ProblemKind known = request.getAttribute(KIND) instanceof ProblemKind said ? said : null;
        ProblemKind kind =
                known != null ? known : protocol ? ProblemKind.BAD_REQUEST : ProblemKind.ofStatus(response.getStatus());
        response.setStatus(kind.status());
        HttpFields.Mutable headers = response.getHeaders();
        SafetyHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        if (kind == ProblemKind.METHOD_NOT_ALLOWED && !headers.contains(HttpHeader.ALLOW)) {
            headers.put(HttpHeader.ALLOW, "GET,HEAD,POST,OPTIONS");
        }
        if (!headers.contains(ReplyHeadersFilter.RULE_PACK)) {
            headers.put(ReplyHeadersFilter.RULE_PACK, defaultPack.get());
            headers.put(
                    ReplyHeadersFilter.REQUEST_ID,
                    ReplyHeadersFilter.idOf(request.getHeaders().get(ReplyHeadersFilter.REQUEST_ID)));
        }
        if (kind == ProblemKind.OVERLOADED) {
            headers.put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        String detail =
                kind.status() == HttpStatus.SERVICE_UNAVAILABLE_503 ? ProblemMapper.SAFETY_TEXT : kind.title() + ".";
        byte[] body = mapper.writeValueAsBytes(ProblemDocument.of(kind, detail, List.of()));
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
