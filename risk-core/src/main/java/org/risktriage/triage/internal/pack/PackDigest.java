package org.risktriage.triage.internal.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest that identifies everything in a pack. */
public final class PackDigest {
    private PackDigest() {}

    /**
     * Computes it: SHA-256 over each file in the order of its path within the pack, as the path, a zero byte, the length in
     * eight bytes, and the bytes.
     *
     * @param content where the files are
     * @param folder the pack's folder, ending with a slash
     * @return the digest in lower-case hexadecimal
     */
    public static String of(Content content, String folder) {
        List<String> paths = content.below(folder);
        MessageDigest sha = sha256();
        for (String path : paths) {
            byte[] bytes = content.bytes(path);
            sha.update(path.substring(folder.length()).getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
