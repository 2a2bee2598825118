package org.risktriage.service.ledger.decisions;

import org.jspecify.annotations.Nullable;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.ledger.chain.Draft;

/**
 * A request as it was sent, and by whom.
 *
 * @param caller who sent it
 * @param requestId the id of the request
 * @param key the caller's {@code Idempotency-Key}; null if there is none
 * @param tree the body, as it was parsed
 */
public record Sent(
        Caller caller,
        String requestId,
        @Nullable String key,
        @Nullable Object tree) {

    /** Who stands for what is recorded of it. */
    Draft.Author author() {
        return new Draft.Author(caller.id(), caller.agency(), requestId);
    }

    @Override
    public String toString() {
        return "Sent[values withheld]";
    }
}
