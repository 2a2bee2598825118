package org.risktriage.triage;

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

    private SealPolicy(List<TrustedKey> keys, @Nullable Map<String, String> released) {
        this.keys = keys;
        this.released = released;
    }

    /**
     * Believes packs that an author and an approver have signed.
     *
     * @param table the keys, as comma-separated values: {@code id,holder,role,key,from,to,revoked}
     * @return the policy
     * @throws RulesFaultException if the table is not right, with everything that is wrong
     */
    public static SealPolicy trusting(String table) {
        return new SealPolicy(TrustedKeyTable.read(table), null);
    }

    /**
     * Believes of those only the ones in a list of releases, so that an earlier seal of the same version cannot come back.
     *
     * @param table the releases, as comma-separated values: {@code id,version,sha256,seal}
     * @return a stricter policy
     * @throws RulesFaultException if the table is not right, with everything that is wrong
     */
    public SealPolicy onlyReleased(String table) {
        return new SealPolicy(keys, ReleaseTable.read(table));
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
     * Writes keys as the table that {@link #trusting} reads.
     *
     * @param keys the keys
     * @return the table
     */
    public static String table(List<TrustedKey> keys) {
        return TrustedKeyTable.write(keys);
    }
}
