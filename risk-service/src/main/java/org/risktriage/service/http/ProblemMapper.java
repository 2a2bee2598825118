package org.risktriage.service.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers everything that goes wrong with a problem document. Nothing becomes a 500, and no fault becomes a level: what is
 * not the caller's doing is a 503 that says what to do instead.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    /** What a caller is told when there is no decision. */
    public static final String SAFETY_TEXT =
            "There is no decision, and none may be assumed. Use professional judgement and"
                    + " the agency's own procedure; if somebody is in danger now, call 999.";

    private static final String RETRY_SECONDS = "30";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof InvalidAssessmentException invalid) {
            List<Problem> problems = invalid.problems();
            return reply(ProblemKind.INVALID, count(problems.size()), problems).build();
        }
        if (thrown instanceof UnknownRulesException unknown) {
            return reply(ProblemKind.NOT_FOUND, String.valueOf(unknown.getMessage()), List.of())
                    .build();
        }
        if (thrown instanceof RefusedException refused) {
            Response.ResponseBuilder reply =
                    reply(refused.kind(), String.valueOf(refused.getMessage()), refused.errors());
            // What is left of the body is not read, so the connection cannot serve another request.
            boolean unread = refused.kind() == ProblemKind.BODY_TOO_LARGE || refused.kind() == ProblemKind.TOO_SLOW;
            boolean later = refused.kind() == ProblemKind.TOO_MANY_REQUESTS
                    || refused.kind() == ProblemKind.IN_PROGRESS
                    || refused.kind() == ProblemKind.LEDGER_UNAVAILABLE;
            reply = later ? reply.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : reply;
            return (unread ? reply.header("Connection", "close") : reply).build();
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return ofStatus(web.getResponse());
        }
        LOG.error("No decision: {}", quiet(thrown));
        return reply(ProblemKind.RULES_UNAVAILABLE, SAFETY_TEXT, List.of())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /**
     * How many things are wrong, in words.
     *
     * @param problems how many there are
     * @return a sentence
     */
    public static String count(int problems) {
        return problems == 1
                ? "One thing is wrong; errors says where."
                : problems + " things are wrong; errors says where.";
    }

    private static Response ofStatus(Response original) {
        if (original.getStatus() < 400) {
            return original;
        }
        ProblemKind kind = ProblemKind.ofStatus(original.getStatus());
        Response.ResponseBuilder reply = reply(kind, kind.title() + ".", List.of());
        Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
        return (allow == null ? reply : reply.header(HttpHeaders.ALLOW, withHead(allow.toString()))).build();
    }

    private static String withHead(String allow) {
        return allow.contains("GET") && !allow.contains("HEAD") ? allow + ",HEAD" : allow;
    }

    private static Response.ResponseBuilder reply(ProblemKind kind, String detail, List<Problem> errors) {
        return Response.status(kind.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(kind, detail, errors));
    }

    /**
     * What may be logged of a fault: where it happened, and our own words; never the words of others, which may hold
     * values of an assessment.
     *
     * @param thrown the fault
     * @return a text for the log
     */
    public static String quiet(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            text.append(t.getClass().getName());
            if (t instanceof RulesFaultException) {
                text.append(": ").append(t.getMessage());
            }
            StackTraceElement[] trace = t.getStackTrace();
            for (int i = 0; i < Math.min(8, trace.length); i++) {
                text.append("\n    at ").append(trace[i]);
            }
            text.append(t.getCause() == null ? "" : "\n  caused by ");
        }
        return text.toString();
    }
}
