package org.risktriage.service.ledger.chain;

/** What stands in the database was not put there by the ledger. */
public final class BrokenContentException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenContentException() {
        super("The content of a record is damaged.");
    }
}
