package org.risktriage.triage.desk;

import java.io.IOException;

/** A caseload cannot be read at all. The message says why, and what is needed; it repeats no value. */
public final class UnreadableCaseloadException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param why what is wrong, and what is needed
     */
    public UnreadableCaseloadException(String why) {
        super(why);
    }
}
