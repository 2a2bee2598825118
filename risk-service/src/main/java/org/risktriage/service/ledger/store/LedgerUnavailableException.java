package org.risktriage.service.ledger.store;

import org.jspecify.annotations.Nullable;

/** Something could not be written to the ledger, or read from it. */
public final class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause why; null if there is more to write than can be
     */
    public LedgerUnavailableException(@Nullable Throwable cause) {
        super("The ledger cannot be used.", cause);
    }
}
