package org.risktriage.service.callers;

/** Credentials that are not accepted. The message says why, as far as only the owner of the credentials can learn from it. */
public final class NotLetInException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is said of credentials that were not proved: nothing that would help to guess. */
    public static final String NOT_ACCEPTED = "The credentials were not accepted.";

    private final String code;

    NotLetInException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /**
     * Why, as a code for logs and counters.
     *
     * @return a code of this project's own
     */
    public String code() {
        return code;
    }
}
