package org.risktriage.triage.desk;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;

/** Made-up people with keys of their own, and what is known of those. */
final class Signatories {
    static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private final Map<String, KeyPair> pairs = new TreeMap<>();
    private final List<TrustedKey> keys = new ArrayList<>();

    Signatories() {
        add("writer", SigningRole.AUTHOR);
        add("chair", SigningRole.APPROVER);
    }

    TrustedKey add(String holder, SigningRole role) {
        TrustedKey key = stranger(holder, role);
        keys.add(key);
        return key;
    }

    /** Somebody with a key that is not among the trusted ones. */
    TrustedKey stranger(String holder, SigningRole role) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            TrustedKey key = new TrustedKey(
                    holder + "-1",
                    holder,
                    role,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    FROM,
                    TO,
                    null);
            pairs.put(key.id(), pair);
            return key;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    TrustedKey key(String holder) {
        return keys.stream()
                .filter(key -> key.holder().equals(holder))
                .findFirst()
                .orElseThrow();
    }

    /** Puts another row in the place of one. */
    void replace(TrustedKey other) {
        keys.replaceAll(key -> key.id().equals(other.id()) ? other : key);
    }

    String table() {
        return SealPolicy.table(keys);
    }

    SealPolicy policy() {
        return SealPolicy.trusting(table());
    }

    SealedFile sign(SealedFile file, SigningRole role, String keyId, Instant at) {
        return file.signed(role, keyId, Objects.requireNonNull(pairs.get(keyId)).getPrivate(), at);
    }

    /** Signed by both, as it should be. */
    SealedFile sign(SealedFile file) {
        return sign(sign(file, SigningRole.AUTHOR, "writer-1", MORNING), SigningRole.APPROVER, "chair-1", NOON);
    }
}
