package org.risktriage.triage.desk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Problem;

/**
 * Cases that were thought up, and are of nobody. Each is drawn from one of two classes, in one of which everything is more
 * often yes; within a class nothing depends on anything. How often is in {@code synthetic-caseload.csv}, and most of it is this
 * project's assumption. The same seed gives the same cases, on any machine and by any number of threads.
 */
public final class SyntheticCaseload implements Caseload {
    private static final String FILE = "synthetic-caseload.csv";
    private static final String OF_THE_HIGHER = "share-of-the-higher-class";
    private static final int MOST_INCIDENTS = 12;
    private static final int MONTHS = 12;
    private static final int LONGEST_AGO = 500;
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final long cases;
    private final long seed;
    private final LocalDate day;
    private final List<String> items;
    private final List<Map<String, Double>> classes = List.of(new HashMap<>(), new HashMap<>());
    private final String sha256;
    private long next;

    /**
     * Thinks up a caseload.
     *
     * @param cases how many cases
     * @param seed what they are drawn from
     * @param items ids of the items of the instrument
     * @param day the day of each assessment
     * @throws UnreadableCaseloadException if nothing is known of how these items are answered
     */
    public SyntheticCaseload(long cases, long seed, List<String> items, LocalDate day)
            throws UnreadableCaseloadException {
        this.cases = cases;
        this.seed = seed;
        this.items = List.copyOf(items);
        this.day = day;
        byte[] table = table();
        this.sha256 = digest(table);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new StringReader(new String(table, StandardCharsets.UTF_8)))) {
            rows.forEach(row -> {
                classes.get(0).put(row.getField("key"), Double.valueOf(row.getField("lower")));
                classes.get(1).put(row.getField("key"), Double.valueOf(row.getField("higher")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!classes.get(0).keySet().containsAll(items)) {
            throw new UnreadableCaseloadException(
                    "Cases can be thought up for the checklist of 24 items (q1 to q24) alone;"
                            + " these packs score another instrument.");
        }
    }

    private static byte[] table() {
        try (InputStream in = Objects.requireNonNull(SyntheticCaseload.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * What it is, for a report.
     *
     * @return its seed, and the digest of the table from which it is drawn
     */
    public ImpactReport.Caseload description() {
        return new ImpactReport.Caseload(true, seed, sha256, 0, 0L);
    }

    @Override
    public @Nullable Entry next() {
        return next == cases ? null : new ThoughtUp(++next);
    }

    private final class ThoughtUp implements Entry {
        private final long number;

        ThoughtUp(long number) {
            this.number = number;
        }

        @Override
        public long line() {
            return number;
        }

        @Override
        public Assessment read(List<Problem> problems) {
            // Each case has a source of chance of its own, so that no thread has to wait for another.
            SplittableRandom random = new SplittableRandom(seed ^ number * APART);
            Draw draw = new Draw(random);
            Assessment.Builder builder = Assessment.builder().assessedOn(day);
            for (String item : items) {
                builder.answer(
                        item,
                        draw.happens(item)
                                ? Answer.YES
                                : draw.happens("unknown-where-not-yes") ? Answer.DONT_KNOW : Answer.NO);
            }
            if (draw.happens("judgement")) {
                builder.judgedHighRisk("Thought up.");
            }
            histories(builder, draw);
            if (draw.happens("worsening")) {
                builder.circumstances(worsening());
            }
            return builder.build();
        }

        private void histories(Assessment.Builder builder, Draw draw) {
            List<Assessment.Incident> incidents = new ArrayList<>();
            while (incidents.size() < MOST_INCIDENTS && draw.happens("one-more-incident")) {
                incidents.add(new Assessment.Incident(
                        day.minusDays(draw.upTo(LONGEST_AGO)),
                        IncidentKind.OTHER,
                        draw.happens("incident-is-a-crime"),
                        Direction.SAME,
                        null,
                        "i" + incidents.size()));
            }
            builder.incidents(incidents);
            List<Assessment.Marac> maracs = new ArrayList<>();
            if (draw.happens("referred-in-12-months")) {
                LocalDate referred = day.minusMonths(1 + draw.upTo(MONTHS - 1));
                maracs.add(new Assessment.Marac(referred, null, null, null));
            }
            builder.maracs(maracs);
        }
    }

    private static Assessment.Circumstances worsening() {
        return new Assessment.Circumstances(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private final class Draw {
        private final SplittableRandom random;
        private final Map<String, Double> often;

        Draw(SplittableRandom random) {
            this.random = random;
            double higher = Objects.requireNonNull(classes.get(1).get(OF_THE_HIGHER));
            this.often = classes.get(random.nextDouble() < higher ? 1 : 0);
        }

        boolean happens(String key) {
            return random.nextDouble() < Objects.requireNonNull(often.get(key), key);
        }

        int upTo(int most) {
            return random.nextInt(most);
        }
    }
}
