package org.risktriage.triage.internal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SigningRole;

/**
 * One of the two signatures. It covers the seal, and its own role, key and time; the approver's covers the author's too, so
 * that it vouches for when that was made.
 *
 * @param role what it was signed as
 * @param key the id of the key
 * @param at when, as the signer's clock had it
 * @param signature the signature, in Base64
 */
record SealSignature(SigningRole role, String key, Instant at, String signature) {
    private static final Pattern FORM = Pattern.compile(
            "role ([a-z]+)\nkey ([a-z0-9-]{1,80})\nat ([0-9TZ:.-]{20,30})\nsignature ([A-Za-z0-9+/]{86}==)\n");

    /** The name of its entry. */
    static String entry(SigningRole role) {
        return role.code() + ".signature";
    }

    static SealSignature read(SigningRole role, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new RulesFaultException("The signature of the " + role + " is missing.");
        }
        Matcher text = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!text.matches() || !text.group(1).equals(role.code())) {
            throw new RulesFaultException("The entry " + entry(role) + " is no signature of the " + role + ".");
        }
        try {
            return new SealSignature(role, text.group(2), Instant.parse(text.group(3)), text.group(4));
        } catch (DateTimeException e) {
            throw new RulesFaultException("The entry " + entry(role) + " is no signature of the " + role + ".", e);
        }
    }

    static SealSignature sign(SigningRole role, Signer signer, byte[] seal, byte @Nullable [] authors) {
        SealSignature unsigned = new SealSignature(role, signer.keyId(), signer.at(), "");
        return new SealSignature(
                role,
                signer.keyId(),
                signer.at(),
                Base64.getEncoder().encodeToString(signed(unsigned.message(seal, authors), signer.key())));
    }

    private static byte[] signed(byte[] message, PrivateKey key) {
        try {
            return Ed25519.sign(message, key);
        } catch (GeneralSecurityException e) {
            throw new RulesFaultException("The private key cannot sign.", e);
        }
    }

    byte[] bytes() {
        return (statement() + "signature " + signature + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String statement() {
        return "role " + role + "\nkey " + key + "\nat " + at + "\n";
    }

    /** Whether it is of this seal, after this signature of the author, and by this key. */
    boolean holds(byte[] seal, byte @Nullable [] authors, String publicKey) {
        return Ed25519.holds(message(seal, authors), Base64.getDecoder().decode(signature), publicKey);
    }

    private byte[] message(byte[] seal, byte @Nullable [] authors) {
        return ("risk-triage signature 1\n" + statement() + "seal " + SealText.sha256(seal) + "\n"
                        + (authors == null ? "" : "author " + SealText.sha256(authors) + "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
