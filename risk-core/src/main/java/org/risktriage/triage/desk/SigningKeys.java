package org.risktriage.triage.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.internal.seal.Ed25519;

/** The keys by which packs are signed. */
public final class SigningKeys {
    /** What the Java platform calls them. */
    public static final String ALGORITHM = Ed25519.NAME;

    private SigningKeys() {}

    /**
     * A public key as the table of trusted keys has it.
     *
     * @param key the key
     * @return X.509 SubjectPublicKeyInfo, in Base64
     */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * The trusted key that belongs to a private one.
     *
     * @param key the private key
     * @param policy which keys are trusted
     * @return the one of them by which its signatures are told
     * @throws RulesFaultException if there is none, or it is no key that signs packs
     */
    public static TrustedKey trusted(PrivateKey key, SealPolicy policy) {
        byte[] probe = "risk-triage whose key".getBytes(StandardCharsets.UTF_8);
        try {
            byte[] signed = Ed25519.sign(probe, key);
            return policy.keys().stream()
                    .filter(known -> Ed25519.holds(probe, signed, known.key()))
                    .findFirst()
                    .orElseThrow(
                            () -> new RulesFaultException("This private key belongs to none of the trusted keys."));
        } catch (GeneralSecurityException e) {
            throw new RulesFaultException("This is no private key that signs packs.", e);
        }
    }
}
