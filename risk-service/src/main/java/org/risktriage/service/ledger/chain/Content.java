package org.risktriage.service.ledger.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What of a record can be erased. The chain holds only a digest of it, over sixteen random bytes and the text: those bytes
 * are erased with it, so that nobody can try what it might have been.
 *
 * <p>In the database it is the random bytes and the compressed text.
 */
public final class Content {
    private static final int SALT = 16;
    private static final int ROOM = 8 * 1024;
    /** More than any request and reply together; a damaged row must not fill the memory. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] stored;
    private final String digest;

    private Content(byte[] stored, String digest) {
        this.stored = stored;
        this.digest = digest;
    }

    /**
     * Content that is new.
     *
     * @param text the text
     * @return the content
     */
    public static Content of(String text) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream stored = new ByteArrayOutputStream(SALT + plain.length / 3);
        stored.writeBytes(salt);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] some = new byte[ROOM];
            while (!deflater.finished()) {
                stored.write(some, 0, deflater.deflate(some));
            }
        } finally {
            deflater.end();
        }
        return new Content(stored.toByteArray(), Sha256.hex(salt, plain));
    }

    /**
     * What stands in the database.
     *
     * @return a copy of the bytes
     */
    public byte[] stored() {
        return stored.clone();
    }

    /**
     * The digest that the chain holds.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    /**
     * The text of what stands in the database.
     *
     * @param stored the bytes
     * @return the text
     * @throws BrokenContentException if they are no such bytes
     */
    public static String text(byte[] stored) throws BrokenContentException {
        return new String(plain(stored), StandardCharsets.UTF_8);
    }

    /**
     * The digest of what stands in the database.
     *
     * @param stored the bytes
     * @return 64 hexadecimal digits
     * @throws BrokenContentException if they are no such bytes
     */
    public static String digestOf(byte[] stored) throws BrokenContentException {
        byte[] plain = plain(stored);
        return Sha256.hex(Arrays.copyOf(stored, SALT), plain);
    }

    private static byte[] plain(byte[] stored) throws BrokenContentException {
        if (stored.length < SALT) {
            throw new BrokenContentException();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stored, SALT, stored.length - SALT);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(stored.length * 4);
            byte[] some = new byte[ROOM];
            while (!inflater.finished()) {
                int read = inflater.inflate(some);
                if ((read == 0 && (inflater.needsInput() || inflater.needsDictionary())) || plain.size() > LARGEST) {
                    throw new BrokenContentException();
                }
                plain.write(some, 0, read);
            }
            if (inflater.getRemaining() > 0) {
                throw new BrokenContentException();
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new BrokenContentException();
        } finally {
            inflater.end();
        }
    }

    @Override
    public String toString() {
        return "Content[values withheld]";
    }
}
