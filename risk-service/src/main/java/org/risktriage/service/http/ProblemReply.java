package org.risktriage.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;

/** Refuses a request before any resource sees it, in the same form as a resource would. */
public final class ProblemReply {
    /** Attribute of a request that was refused: why, as a code of this project's own. */
    public static final String REASON = "org.risktriage.refused";

    private static final int MOST_UNREAD = 64 * 1024;
    private static final int SOME = 4 * 1024;

    private final ObjectMapper mapper;

    /**
     * Creates it.
     *
     * @param mapper writes the reply
     */
    public ProblemReply(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Refuses a request.
     *
     * @param request the request
     * @param reply the reply
     * @param kind what kind of problem it is
     * @param detail what is wrong and what to do, without any submitted value
     * @param reason the same as a code, for counters
     * @throws IOException if the caller is gone
     */
    public void send(
            HttpServletRequest request, HttpServletResponse reply, ProblemKind kind, String detail, String reason)
            throws IOException {
        request.setAttribute(REASON, reason);
        request.setAttribute(ProblemErrorHandler.KIND, kind);
        if (!isReadToItsEnd(request)) {
            reply.setHeader("Connection", "close");
        }
        byte[] body = mapper.writeValueAsBytes(ProblemDocument.of(kind, detail, List.of()));
        reply.setStatus(kind.status());
        reply.setContentType(ProblemDocument.MEDIA_TYPE);
        reply.setContentLength(body.length);
        reply.getOutputStream().write(body);
    }

    /**
     * A body that is left unread would spoil the connection for the next request; one that is not there yet is not waited
     * for, because its sender has proved nothing.
     */
    private static boolean isReadToItsEnd(HttpServletRequest request) {
        try {
            ServletInputStream body = request.getInputStream();
            byte[] some = new byte[SOME];
            int read = 0;
            while (!body.isFinished() && body.available() > 0 && read < MOST_UNREAD) {
                read += body.read(some);
            }
            return body.isFinished() || request.getContentLengthLong() == read;
        } catch (IOException | RefusedException e) {
            return false;
        }
    }
}
