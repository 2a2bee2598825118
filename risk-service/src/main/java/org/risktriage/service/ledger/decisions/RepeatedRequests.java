package org.risktriage.service.ledger.decisions;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.SubjectKeys;
import org.risktriage.service.ledger.chain.Sha256;

/**
 * Requests that callers may send again: each caller's keys apart. What is kept of a key and a body is an HMAC under the first key
 * of subjects, which is not in the database and is never changed: so nobody who has the database can try what a body might have
 * been, also not after it was erased. Safe for use by many threads.
 */
final class RepeatedRequests {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /**
     * A key and what it was sent with.
     *
     * @param id an HMAC of the caller and the key
     * @param body an HMAC of the key and the body
     */
    record Digests(String id, String body) {}

    /** The digests of a request; null if it has no key. */
    static @Nullable Digests of(Sent sent, SubjectKeys keys) {
        String key = sent.key();
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new RefusedException(
                    ProblemKind.BAD_REQUEST,
                    "An Idempotency-Key is one to 255 letters, digits and signs without a space.");
        }
        return new Digests(
                keys.marked(Sha256.ofTexts("key", sent.caller().getName(), key)),
                keys.marked(Sha256.ofTexts("body", key, Kept.written(sent.tree() == null ? "" : sent.tree()))));
    }

    /** Notes that a request is being answered. */
    void begin(Digests digests) {
        if (!inProgress.add(digests.id())) {
            throw new RefusedException(ProblemKind.IN_PROGRESS, "Send it again when the first has been answered.");
        }
    }

    /** Notes that it no longer is. */
    void end(Digests digests) {
        inProgress.remove(digests.id());
    }
}
