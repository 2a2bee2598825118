package org.risktriage.triage.internal.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulesFaultException;

/** The entry that both sign: which pack it is, and the digest and the size of every other entry but the signatures. */
final class SealText {
    /** Its name; it comes before the others. */
    static final String ENTRY = "SEAL";

    private static final Pattern HEAD = Pattern.compile(
            "risk-triage seal 1\npack ([a-z0-9-]{1,80}) (\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}) ([0-9a-f]{64})\n");
    private static final Pattern LINE = Pattern.compile("entry [0-9a-f]{64} \\d{1,9} ([^ \n]+)\n");

    private SealText() {}

    /** The text for a pack and its entries. */
    static byte[] of(PackId pack, SortedMap<String, byte[]> sealed) {
        StringBuilder text = new StringBuilder("risk-triage seal 1\npack ")
                .append(pack.id())
                .append(' ')
                .append(pack.version())
                .append(' ')
                .append(pack.sha256())
                .append('\n');
        sealed.forEach((name, bytes) -> text.append(line(name, bytes)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String name, byte[] bytes) {
        return "entry " + sha256(bytes) + " " + bytes.length + " " + name + "\n";
    }

    /** The pack that a text is about, if every entry is as it says and there is no other. */
    static PackId read(byte[] seal, SortedMap<String, byte[]> sealed) {
        String text = new String(seal, StandardCharsets.UTF_8);
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw other();
        }
        Map<String, String> stated = stated(text, head.end());
        sealed.forEach((name, bytes) -> {
            String line = stated.remove(name);
            if (line == null) {
                throw new RulesFaultException("The entry " + name + " was not there when the pack was sealed.");
            }
            if (!line.equals(line(name, bytes))) {
                throw new RulesFaultException("The entry " + name + " is not as it was sealed.");
            }
        });
        if (!stated.isEmpty()) {
            throw new RulesFaultException("The entry "
                    + stated.keySet().iterator().next() + " is missing; it was there when the pack was" + " sealed.");
        }
        return new PackId(head.group(1), head.group(2), head.group(3));
    }

    /** The lines of entries by name. One pattern for all of them would need more of the stack with every line. */
    private static Map<String, String> stated(String text, int from) {
        Map<String, String> stated = new TreeMap<>();
        for (int at = from; at < text.length(); ) {
            int end = text.indexOf('\n', at) + 1;
            Matcher line = LINE.matcher(text.substring(at, end == 0 ? text.length() : end));
            if (!line.matches()) {
                throw other();
            }
            stated.put(line.group(1), line.group());
            at += line.end();
        }
        if (stated.isEmpty()) {
            throw other();
        }
        return stated;
    }

    private static RulesFaultException other() {
        return new RulesFaultException("The entry " + ENTRY + " is not as it was sealed.");
    }

    /** A digest, in lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
