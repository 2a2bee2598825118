package org.risktriage.service.api;

/** The kinds of refusal that callers may meet. */
public enum ProblemKind {
    /** The body is empty. */
    EMPTY_BODY(400, "empty-body", "The request has no body"),
    /** The body is not JSON. */
    NOT_JSON(400, "not-json", "The body is not JSON"),
    /** A key stands twice in one object. */
    DUPLICATE_KEY(400, "duplicate-key", "A key stands twice"),
    /** Objects and lists lie too deep within each other. */
    TOO_DEEP(400, "too-deep", "The body is too deep"),
    /** The body is in another character set than UTF-8. */
    WRONG_CHARSET(400, "wrong-charset", "The body is not UTF-8"),
    /** The request is not one that HTTP allows. */
    BAD_REQUEST(400, "bad-request", "The request cannot be read"),
    /** No or unknown credentials. */
    UNAUTHORISED(401, "unauthorised", "Credentials are needed"),
    /** Not for this role. */
    FORBIDDEN(403, "forbidden", "This is not for your role"),
    /** There is no such thing. */
    NOT_FOUND(404, "not-found", "Not found"),
    /** The address does not take this method. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not allowed here"),
    /** The reply cannot be given in the form asked for. */
    NOT_ACCEPTABLE(406, "not-acceptable", "Replies are JSON"),
    /** The request took too long to arrive. */
    TOO_SLOW(408, "too-slow", "The request took too long"),
    /** The same request is being answered already. */
    IN_PROGRESS(409, "in-progress", "The same request is being answered"),
    /** It was there, and was erased because it was kept long enough. */
    ERASED(410, "erased", "The content was erased"),
    /** The body is larger than allowed. */
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    /** The address is longer than allowed. */
    ADDRESS_TOO_LONG(414, "address-too-long", "The address is too long"),
    /** The body is said to be something else than JSON. */
    NOT_JSON_TYPE(415, "not-json-type", "The body has to be application/json"),
    /** A key that was sent with another body. */
    KEY_REUSED(422, "key-reused", "The Idempotency-Key was used for another request"),
    /** What is asked for statistics is not something that can be counted. */
    INVALID_QUERY(422, "invalid-query", "The query is not valid"),
    /** What a person decided cannot be recorded as it is. */
    INVALID_REVIEW(422, "invalid-review", "The review is not valid"),
    /** Well-formed, but not valid. */
    INVALID(422, "invalid-assessment", "The assessment is not valid"),
    /** Over the caller's rate. */
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    /** The headers are larger than allowed. */
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
    /** The ledger cannot be written or read. */
    LEDGER_UNAVAILABLE(503, "ledger-unavailable", "The decision could not be recorded"),
    /** There is more to do than can be done now. */
    OVERLOADED(503, "overloaded", "The service is overloaded"),
    /** The rules could not be evaluated. */
    RULES_UNAVAILABLE(503, "rules-unavailable", "The rules could not be evaluated");

    private final int status;
    private final String code;
    private final String title;

    ProblemKind(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /**
     * The HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * The stable code for programs.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The kind of problem in words.
     *
     * @return a short sentence
     */
    public String title() {
        return title;
    }

    /**
     * The kind that stands for an HTTP status.
     *
     * @param status an HTTP status
     * @return the kind; a status that has none is a bad request below 500, and a fault of the rules from there on
     */
    public static ProblemKind ofStatus(int status) {
        ProblemKind kind = status >= 400 && status < 500 ? BAD_REQUEST : RULES_UNAVAILABLE;
        for (ProblemKind known : values()) {
            if (known.status == status && status != 400) {
                kind = known;
            }
        }
        return kind;
    }
}
