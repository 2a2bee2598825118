package org.risktriage.service.callers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the caller sends it: {@code rt_<id>_<secret>}. The secret is 256 random bits, so that a plain digest of it
 * gives nothing away.
 */
public final class Secret {
    private static final Pattern FORM = Pattern.compile("rt_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final String text;

    private Secret(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /**
     * A new key.
     *
     * @return the key
     */
    public static Secret random() {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        return new Secret(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What a caller sent, or null if it is no key. */
    static @Nullable Secret read(String sent) {
        Matcher form = FORM.matcher(sent);
        return form.matches() ? new Secret(form.group(1), form.group(2)) : null;
    }

    /**
     * The part that names the key and may be shown.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The digest that is kept.
     *
     * @return SHA-256 of the secret, in hexadecimal
     */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that does not depend on where the digests differ. */
    boolean matches(ApiKey key) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII), key.sha256().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The whole key, to be shown once to the person who made it.
     *
     * @return what the caller has to send
     */
    public String revealed() {
        return "rt_" + id + "_" + text;
    }

    @Override
    public String toString() {
        return "Secret[" + id + "]";
    }
}
