package org.risktriage.service.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.folders.WholeFile;
import org.risktriage.service.ledger.kept.StoredText;
import org.risktriage.service.ledger.store.KeyedSubject;

/**
 * The keys under which the ledger knows somebody. They stand in a file outside the database, and the reference of a person
 * stands nowhere: the database holds an HMAC of it, of this HMAC under the second key, and so on. So a change of key needs
 * no reference, only the values that there are; and who has an earlier key alone learns nothing.
 */
public final class SubjectKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final List<OneKey> keys;

    private record Content(@Nullable List<OneKey> keys) {}

    private record OneKey(String id, String key) {
        @Override
        public String toString() {
            return "OneKey[" + id + "]";
        }
    }

    private SubjectKeys(List<OneKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a file of keys.
     *
     * @param file the file
     * @return the keys
     * @throws IOException if it cannot be read, or is no such file; the message holds nothing of its content
     */
    public static SubjectKeys read(Path file) throws IOException {
        List<OneKey> keys;
        try {
            keys = JSON.readValue(Files.readAllBytes(file), Content.class).keys();
        } catch (JsonProcessingException e) {
            throw new IOException("The file of subject keys is no such file.");
        }
        if (keys == null || keys.isEmpty() || keys.stream().anyMatch(SubjectKeys::isIncomplete)) {
            throw new IOException("The file of subject keys is not complete.");
        }
        return new SubjectKeys(keys);
    }

    /**
     * A first key.
     *
     * @return keys with one
     */
    public static SubjectKeys first() {
        return new SubjectKeys(List.of(random(1)));
    }

    /**
     * These keys and one more, which is the current one from then on.
     *
     * @return the keys
     */
    public SubjectKeys withOneMore() {
        List<OneKey> more = new ArrayList<>(keys);
        more.add(random(keys.size() + 1));
        return new SubjectKeys(more);
    }

    private static OneKey random(int number) {
        byte[] bytes = new byte[BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(bytes);
        byte[] name = new byte[4];
        random.nextBytes(name);
        HexFormat hex = HexFormat.of();
        return new OneKey("s" + number + "-" + hex.formatHex(name), hex.formatHex(bytes));
    }

    /**
     * Writes a file of keys, whole or not at all. Only its owner may read it.
     *
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.writeForOwner(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(keys)));
    }

    /**
     * How the ledger knows somebody now.
     *
     * @param reference the caller's reference of the person
     * @return the value under every key in turn
     */
    public KeyedSubject keyed(String reference) {
        // Otherwise two people could be one whose references differ by half of a pair alone, which has no bytes of its
        // own.
        String value = hmac(keys.get(0), StoredText.of(reference).getBytes(StandardCharsets.UTF_8));
        for (OneKey later : keys.subList(1, keys.size())) {
            value = hmac(later, value.getBytes(StandardCharsets.US_ASCII));
        }
        return new KeyedSubject(currentId(), value);
    }

    /**
     * How the ledger knows somebody now whom it knew under an earlier key.
     *
     * @param earlier the value under that key
     * @return the value under every later key in turn
     * @throws IllegalArgumentException if that key is not among these
     */
    public KeyedSubject keyed(KeyedSubject earlier) {
        List<String> ids = keys.stream().map(OneKey::id).toList();
        int known = ids.indexOf(earlier.key());
        if (known < 0) {
            throw new IllegalArgumentException("The file of subject keys does not hold " + earlier.key() + ".");
        }
        String value = earlier.value();
        for (OneKey later : keys.subList(known + 1, keys.size())) {
            value = hmac(later, value.getBytes(StandardCharsets.US_ASCII));
        }
        return new KeyedSubject(currentId(), value);
    }

    /**
     * The id of the current key.
     *
     * @return the id
     */
    public String currentId() {
        return keys.get(keys.size() - 1).id();
    }

    /**
     * A digest that nobody can make who has no key. It stays the same when keys are added.
     *
     * @param digest a digest
     * @return an HMAC of it under the first key
     */
    public String marked(String digest) {
        return hmac(keys.get(0), ("request " + digest).getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(OneKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.key()), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256.", e);
        }
    }

    // A file may leave out what the record says is there.
    @SuppressWarnings("ConstantValue")
    private static boolean isIncomplete(@Nullable OneKey key) {
        return key == null
                || key.id() == null
                || !key.id().matches("[a-z0-9-]{1,40}")
                || key.key() == null
                || !key.key().matches("[0-9a-f]{64}");
    }

    @Override
    public String toString() {
        return "SubjectKeys[" + keys + "]";
    }
}
