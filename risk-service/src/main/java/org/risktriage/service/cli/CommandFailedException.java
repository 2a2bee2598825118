package org.risktriage.service.cli;

/** Ends a command with an exit status other than 0. What there is to say has been said. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    CommandFailedException(String message, int exitStatus) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /**
     * The exit status.
     *
     * @return 1 for findings, 2 for a wrong use
     */
    public int exitStatus() {
        return exitStatus;
    }
}
