package org.risktriage.service.conformance;

/** The other side cannot be asked. The message says why, for the person who asked, and repeats no address. */
public final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message) {
        super(message);
    }
}
