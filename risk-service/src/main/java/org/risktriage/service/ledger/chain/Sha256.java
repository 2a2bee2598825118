package org.risktriage.service.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that everything here uses. */
public final class Sha256 {
    private Sha256() {}

    /**
     * The digest of several pieces, one after the other.
     *
     * @param pieces the pieces
     * @return 64 hexadecimal digits
     */
    public static String hex(byte[]... pieces) {
        MessageDigest digest = fresh();
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The digest of texts, each with a mark of its length, so that no two lists of texts are taken for each other.
     *
     * @param texts the texts
     * @return 64 hexadecimal digits
     */
    public static String ofTexts(String... texts) {
        MessageDigest digest = fresh();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(length(bytes.length));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] length(int length) {
        return new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
    }

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
