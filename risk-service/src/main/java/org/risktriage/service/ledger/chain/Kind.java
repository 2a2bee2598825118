package org.risktriage.service.ledger.chain;

import java.util.Locale;

/** What a record of the chain is of. */
public enum Kind {
    /** A decision with what was asked. */
    DECISION,
    /** What a person decided on it. */
    REVIEW,
    /** Somebody read a decision, or had it replayed. */
    LOOK,
    /** Somebody whom decisions are about was met for the first time, or under a new key. */
    SUBJECT,
    /** Content was erased because it was kept long enough. */
    ERASURE,
    /** The key of subjects was changed. */
    ROTATION;

    /**
     * The name in the database.
     *
     * @return the name, in lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
