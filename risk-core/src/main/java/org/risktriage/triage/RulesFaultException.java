package org.risktriage.triage;

/**
 * The rules could not be loaded or evaluated. No level follows from that: use professional judgement and the agency's own
 * procedure. Never catch this to put a default level in its place.
 */
public final class RulesFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, without any value of an assessment
     */
    public RulesFaultException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, without any value of an assessment
     * @param cause the fault beneath
     */
    public RulesFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
