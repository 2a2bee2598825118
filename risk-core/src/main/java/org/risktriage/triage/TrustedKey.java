package org.risktriage.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key (Ed25519) by which signatures of rule packs are told.
 *
 * @param id its id, as signatures name it
 * @param holder who holds the private key, as a role; nobody holds keys of both roles
 * @param role what its signatures count as
 * @param key the public key: X.509 SubjectPublicKeyInfo, in Base64
 * @param from from when on signatures by it count
 * @param to until when they do; both ends are included
 * @param revoked signatures made from then on do not count; the same as {@code from} where none counts any longer; null
 *     where it is not revoked
 */
public record TrustedKey(
        String id,
        String holder,
        SigningRole role,
        String key,
        Instant from,
        Instant to,
        @Nullable Instant revoked) {

    /**
     * Whether a signature that was made then counts.
     *
     * @param then the moment
     * @return true if the key was good at that moment
     */
    public boolean goodAt(Instant then) {
        return !then.isBefore(from) && !then.isAfter(to) && !revokedAt(then);
    }

    /**
     * Whether the key was revoked by then.
     *
     * @param then the moment
     * @return true if so
     */
    public boolean revokedAt(Instant then) {
        return revoked != null && !then.isBefore(revoked);
    }

    /**
     * The same key, revoked.
     *
     * @param since from when on its signatures do not count
     * @return a copy; an earlier revocation stays
     */
    public TrustedKey revokedSince(Instant since) {
        return new TrustedKey(
                id, holder, role, key, from, to, revoked != null && revoked.isBefore(since) ? revoked : since);
    }

    /**
     * The same key, for a shorter time.
     *
     * @param last until when its signatures count at the latest
     * @return a copy
     */
    public TrustedKey endingBy(Instant last) {
        return new TrustedKey(id, holder, role, key, from, to.isBefore(last) ? to : last, revoked);
    }
}
