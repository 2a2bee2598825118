package org.risktriage.service.ledger.store;

import java.util.List;

/** Changes could not be written together, while the database took them. */
final class SpoiltException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<GroupCommit.Pending<?>> by;

    /**
     * Creates the exception.
     *
     * @param by the changes whose fault it is; empty if that is not known
     * @param cause what happened
     */
    SpoiltException(List<GroupCommit.Pending<?>> by, Exception cause) {
        super("Changes cannot be written together.", cause);
        this.by = by;
    }

    /** The changes whose fault it is; empty if that is not known. */
    List<GroupCommit.Pending<?>> by() {
        return by;
    }
}
