package org.risktriage.triage.internal.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signatures of the Java platform, and their keys as text. */
public final class Ed25519 {
    /** The algorithm, by the name that the platform has for it. */
    public static final String NAME = "Ed25519";

    private static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    /**
     * Whether a text is a public key.
     *
     * @param text the text
     * @return true if it is one, written in the one way in which it can be
     */
    public static boolean isPublicKey(String text) {
        try {
            return Base64.getEncoder().encodeToString(key(text).getEncoded()).equals(text);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(String text) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance(NAME)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        if (!key.getAlgorithm().equals("EdDSA")) {
            throw new InvalidKeySpecException("Another kind of key.");
        }
        return key;
    }

    /**
     * Signs.
     *
     * @param message what to sign
     * @param key the private key
     * @return the signature
     * @throws GeneralSecurityException if the key is none of this kind
     */
    public static byte[] sign(byte[] message, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(NAME);
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    /**
     * Whether a signature is of a message and by a key.
     *
     * @param message the message
     * @param signed the signature
     * @param key the public key, as text
     * @return true if so; false whatever else is wrong
     */
    public static boolean holds(byte[] message, byte[] signed, String key) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key(key));
            signature.update(message);
            return signed.length == SIGNATURE_BYTES && signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
