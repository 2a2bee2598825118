package org.risktriage.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.risktriage.triage.Problem;

/**
 * A refusal, as in RFC 9457.
 *
 * @param type a URI that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong here and what to do; never a submitted value
 * @param code stable code for programs
 * @param errors everything that is wrong with the request, each with a JSON pointer; left out where there is nothing
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A problem of a kind.
     *
     * @param kind the kind
     * @param detail what is wrong here and what to do
     * @param errors everything that is wrong with the request
     * @return the document
     */
    public static ProblemDocument of(ProblemKind kind, String detail, List<Problem> errors) {
        return new ProblemDocument(
                "urn:risktriage:problem:" + kind.code(), kind.title(), kind.status(), detail, kind.code(), errors);
    }
}
