package org.risktriage.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;

/** Answers what the server refuses before any resource sees it, in the same form, and without repeating the request. */
public final class ProblemErrorHandler extends ErrorHandler {
    private final ObjectMapper mapper;
    private final String defaultPack;

    /**
     * Creates the handler.
     *
     * @param mapper writes the reply
     * @param defaultPack the pack that a reply names
     */
    public ProblemErrorHandler(ObjectMapper mapper, String defaultPack) {
        this.mapper = mapper;
        this.defaultPack = defaultPack;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        ProblemKind kind = ProblemKind.ofStatus(status);
        response.setStatus(
                kind == ProblemKind.BAD_REQUEST || kind == ProblemKind.RULES_UNAVAILABLE ? kind.status() : status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        if (!response.getHeaders().contains(ReplyHeadersFilter.RULE_PACK)) {
            response.getHeaders().put(ReplyHeadersFilter.RULE_PACK, defaultPack);
            response.getHeaders()
                    .put(
                            ReplyHeadersFilter.REQUEST_ID,
                            java.util.UUID.randomUUID().toString());
        }
        String detail = kind == ProblemKind.RULES_UNAVAILABLE ? ProblemMapper.SAFETY_TEXT : kind.title() + ".";
        byte[] body = mapper.writeValueAsBytes(ProblemDocument.of(kind, detail, List.of()));
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
