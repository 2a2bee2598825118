package org.risktriage.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;

/** What thirty areas cost: to load, and in a decision, beside the base pack alone. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class AreasBenchmark {
    private static final int AREAS = 30;

    /** The packs of this many areas beside the base pack: the bundled ones, and made-up ones up to that number. */
    @State(Scope.Benchmark)
    public static class Packs {
        /** How many areas there are. */
        @Param({"0", "30"})
        public int areas = AREAS;

        private @Nullable Path folder;
        private List<Content> contents = List.of();

        /**
         * Writes the made-up packs.
         *
         * @throws IOException if they cannot be written
         */
        @Setup(Level.Trial)
        public void prepare() throws IOException {
            Content bundled = Content.bundled();
            if (areas == 0) {
                contents = List.of(bundled.only(path ->
                        !path.startsWith(Content.PACKS) || path.startsWith(Content.PACKS + "england-wales/1.0.0/")));
                return;
            }
            long there = bundled.below(Content.PACKS).stream()
                    .filter(path -> path.endsWith("pack.yaml") && !path.contains("/england-wales/"))
                    .count();
            Path made = Files.createTempDirectory("areas");
            folder = made;
            for (long i = there; i < areas; i++) {
                Path pack = Files.createDirectories(made.resolve("made-up-" + i + "/1.0.0"));
                String id = "made-up-" + i;
                Files.writeString(pack.resolve("pack.yaml"), MANIFEST.formatted(id));
                Files.writeString(pack.resolve("parameters.csv"), VALUES);
            }
            contents = List.of(bundled, Content.folder(made));
        }

        /**
         * Removes the made-up packs.
         *
         * @throws IOException if they cannot be removed
         */
        @TearDown(Level.Trial)
        public void remove() throws IOException {
            if (folder != null) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }

        PackShelf load() {
            return PackShelf.of(contents, PackShelf.class.getClassLoader()).orRefuse();
        }
    }

    private static final String MANIFEST = """
            id: %s
            version: 1.0.0
            kind: area
            extends:
              id: england-wales
            title: A made-up town
            owner: Chair of a made-up MARAC
            inForce:
              from: 2025-04-01
            usable:
              from: 2025-04-01
            reviewBy: 2030-04-01
            rules: 0
            sources:
              - id: made-up-protocol
                title: Made-up protocol
                confidence: A
            changes:
              - 1.0.0, the first version.
            """;
    private static final String VALUES = """
            key,value,from,to,source,confidence,note,allowed
            visible-high-risk.line,12,2025-04-01,,made-up-protocol,A,,
            """;

    /**
     * Loads every pack in a JVM that has loaded nothing yet.
     *
     * @param packs the packs
     * @return the packs, ready to decide
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(9)
    public PackShelf load(Packs packs) {
        return packs.load();
    }

    /** A decision under the rules of one area. */
    @State(Scope.Benchmark)
    public static class Asked {
        /** The area: the base rules, values alone, stricter values, rules of its own. */
        @Param({"england-wales", "norfolk", "plymouth", "cambridgeshire-peterborough", "kingston", "manchester"})
        public String area = "england-wales";

        private final RiskTriage triage = RiskTriage.bundled();
        private Assessment assessment =
                Assessment.builder().assessedOn(LocalDate.of(2026, 11, 21)).build();

        /** Prepares the assessment: complete, and below every line. */
        @Setup(Level.Trial)
        public void prepare() {
            Assessment.Builder builder = Assessment.builder()
                    .area(area)
                    .assessedOn(LocalDate.of(2026, 11, 21))
                    .incidents(List.of())
                    .maracs(List.of());
            for (int i = 1; i <= 24; i++) {
                builder.answer("q" + i, i <= 12 ? Answer.YES : Answer.NO);
            }
            assessment = builder.build();
        }
    }

    /**
     * Decides.
     *
     * @param asked the assessment
     * @return the decision
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 7, time = 1)
    @Fork(2)
    public Decision decision(Asked asked) {
        return asked.triage.assess(asked.assessment);
    }
}
