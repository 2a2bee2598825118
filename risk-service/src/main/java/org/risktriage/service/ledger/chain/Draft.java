package org.risktriage.service.ledger.chain;

import org.jspecify.annotations.Nullable;

/**
 * A record that is to be put on the chain.
 *
 * @param kind what it is of
 * @param id its own id, given once
 * @param about the id of the decision that it is about; empty if about none
 * @param author who caused it
 * @param summary what is kept for ever, in JSON: nothing of a person
 * @param content what can be erased, in JSON; null if there is none
 */
public record Draft(
        Kind kind,
        String id,
        String about,
        Author author,
        String summary,
        @Nullable Content content) {

    /**
     * Who caused a record.
     *
     * @param caller the caller's id
     * @param agency the agency that answers for it
     * @param request the id of the request
     */
    public record Author(String caller, String agency, String request) {
        /** The service by itself, or an operator at the command line. */
        public static final Author SERVICE = new Author("service", "", "");
    }

    @Override
    public String toString() {
        return "Draft[" + kind + ", values withheld]";
    }
}
