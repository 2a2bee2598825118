package org.risktriage.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.reference.RandomAssessments;
import org.risktriage.triage.RiskTriage;

/** Ten thousand seeded assessments, and one digest of all that is decided on them: for comparing one machine with another. */
public final class Sample {
    private static final int COUNT = 10_000;
    private static final long SEED = 8_000_000L;

    private Sample() {}

    /** The assessments, as requests. */
    public static List<Map<String, @Nullable Object>> requests() {
        RandomAssessments random = new RandomAssessments(SEED);
        List<Map<String, @Nullable Object>> requests = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            requests.add(random.next());
        }
        return List.copyOf(requests);
    }

    /** SHA-256 over the decisions in full, in order. */
    public static String digest(Iterable<String> dumps) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String dump : dumps) {
                sha.update(dump.getBytes(UTF_8));
                sha.update((byte) '\n');
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Prints the digest, for a test that runs this in another Java. */
    public static void main(String[] arguments) {
        RiskTriage triage = RiskTriage.bundled();
        System.out.println(digest(requests().stream()
                .map(request -> Dump.of(triage.assess(triage.read(request))))
                .toList()));
    }
}
