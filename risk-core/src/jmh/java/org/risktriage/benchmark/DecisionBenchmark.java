package org.risktriage.benchmark;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.risktriage.reference.Reference;
import org.risktriage.reference.ReferenceDecision;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/**
 * The whole decision, with sentences, sources and bounds, beside the plain-Java reference, which gives the level, the
 * bounds and the criteria only.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class DecisionBenchmark {
    /** What is assessed. */
    @Param({"complete", "tenUnknown", "history"})
    public String given = "complete";

    private RiskTriage triage = RiskTriage.bundled();
    private Map<String, @Nullable Object> request = Map.of();
    private Assessment assessment =
            Assessment.builder().assessedOn(LocalDate.of(2026, 11, 21)).build();

    /** Prepares the assessment. */
    @Setup(Level.Trial)
    public void prepare() {
        request = new LinkedHashMap<>();
        request.put("assessedOn", "2026-11-21");
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 1; i <= 24; i++) {
            boolean unknown = given.equals("tenUnknown") && i > 14;
            // Fifteen yes answers, or nine with ten unknown: the bounds are then open.
            boolean yes = given.equals("tenUnknown") ? i <= 9 : i <= 15;
            answers.put("q" + i, unknown ? "dont-know" : yes ? "yes" : "no");
        }
        request.put("answers", answers);
        request.put(
                "incidents",
                given.equals("history")
                        ? List.of(
                                Map.of("on", "2026-11-01", "kind", "police-callout"),
                                Map.of("on", "2026-06-01", "kind", "contact"),
                                Map.of("on", "2026-03-01", "kind", "crime-report"))
                        : List.of());
        request.put("maracs", given.equals("history") ? List.of(Map.of("referredOn", "2026-02-01")) : List.of());
        triage = RiskTriage.bundled();
        assessment = triage.read(request);
    }

    /** The engine on one thread. */
    @Benchmark
    public Decision decision() {
        return triage.assess(assessment);
    }

    /** The engine on two threads. */
    @Benchmark
    @Threads(2)
    public Decision decisionOnTwoThreads() {
        return triage.assess(assessment);
    }

    /** The plain-Java reference on one thread. */
    @Benchmark
    public ReferenceDecision reference() {
        return Reference.decide(request);
    }
}
