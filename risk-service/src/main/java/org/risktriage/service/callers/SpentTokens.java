package org.risktriage.service.callers;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers which tokens were used until they expire, so that each is good for one request. Remembers a bounded number,
 * and forgets none before its time: when it is full, no further token is let in. Safe for use by many threads.
 */
final class SpentTokens {
    private static final int SWEEP_EACH_S = 30;

    private final ConcurrentHashMap<String, Long> until = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();
    private final int most;

    SpentTokens(int most) {
        this.most = most;
    }

    /** What came of spending a token. */
    enum Spending {
        SPENT_NOW,
        SPENT_BEFORE,
        NO_ROOM
    }

    Spending spend(String token, Instant expires, Instant now) {
        long second = now.getEpochSecond();
        long last = swept.get();
        if ((second - last >= SWEEP_EACH_S || until.size() >= most)
                && second > last
                && swept.compareAndSet(last, second)) {
            until.values().removeIf(end -> end < second);
        }
        if (until.containsKey(token)) {
            return Spending.SPENT_BEFORE;
        }
        if (until.size() >= most) {
            return Spending.NO_ROOM;
        }
        return until.putIfAbsent(token, expires.getEpochSecond()) == null ? Spending.SPENT_NOW : Spending.SPENT_BEFORE;
    }
}
