package org.risktriage.service.ledger.store;

/** The key of subjects was changed while this program ran. */
public final class StaleKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    StaleKeyException() {
        super("The key of subjects was changed: start again with the new one.");
    }
}
