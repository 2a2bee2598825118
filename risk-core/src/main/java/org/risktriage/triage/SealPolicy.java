package org.risktriage.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.seal.ReleaseTable;
import org.risktriage.triage.internal.seal.TrustedKeyTable;

/**
 * Which sealed packs are believed. What is asked of a pack stands here, with whoever runs the rules, and never in the pack.
 * Immutable.
 */
public final class SealPolicy {
    private final List<TrustedKey> keys;
    private final @Nullable Map<String, String> released;
    private final @Nullable LocalDate day;

    private SealPolicy(List<TrustedKey> keys, @Nullable Map<String, String> released, @Nullable LocalDate day) {
        this.keys = keys;
        this.released = released;
        this.day = day;
    }

    /**
     * Believes packs that an author and an approver have signed.
     *
     * @param table the keys, as comma-separated values: {@code id,holder,role,key,from,to,revoked}
     * @return the policy
     * @throws RulesFaultException if the table is not right, with everything that is wrong
     */
    public static SealPolicy trusting(String table) {
        return new SealPolicy(TrustedKeyTable.read(table), null, null);
    }

    /**
     * Believes of those only the ones in a list of releases, so that an earlier seal of the same version cannot come back.
     *
     * @param table the releases, as comma-separated values: {@code id,version,sha256,seal}
     * @return a stricter policy
     * @throws RulesFaultException if the table is not right, with everything that is wrong
     */
    public SealPolicy onlyReleased(String table) {
        return new SealPolicy(keys, ReleaseTable.read(table), day);
    }

    /**
     * Leaves out those whose first usable day has not come: {@link RiskTriage#waiting()} tells which. That is the day from which a
     * pack may be loaded at all; on which assessments it has a say is another matter, and its own.
     *
     * @param today the day on which they are loaded
     * @return a stricter policy
     */
    public SealPolicy on(LocalDate today) {
        return new SealPolicy(keys, released, today);
    }

    /**
     * The keys that are trusted.
     *
     * @return the keys, in the order of the table
     */
    public List<TrustedKey> keys() {
        return keys;
    }

    /**
     * The releases.
     *
     * @return the digest of the seal of each pack, by {@code id@version}; null where none are listed, and any is believed
     */
    public @Nullable Map<String, String> released() {
        return released;
    }

    /**
     * The day on which packs are loaded.
     *
     * @return the day; null where their first usable day is not asked for
     */
    public @Nullable LocalDate day() {
        return day;
    }

    /**
     * Writes keys as the table that {@link #trusting} reads.
     *
     * @param keys the keys
     * @return the table
     */
    public static String table(List<TrustedKey> keys) {
        return TrustedKeyTable.write(keys);
    }
}
