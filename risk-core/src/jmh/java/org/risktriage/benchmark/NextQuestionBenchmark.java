package org.risktriage.benchmark;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.ChildrenPlace;
import org.risktriage.triage.NextQuestions;
import org.risktriage.triage.PerpetratorPlace;
import org.risktriage.triage.RiskTriage;

/** What to ask next with ten answers given; the aim is at most 5,000 microseconds. Kingston's rules name single items. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class NextQuestionBenchmark {
    /** Whose rules. */
    @Param({"bolton", "kingston"})
    public String area = "bolton";

    private final RiskTriage triage = RiskTriage.bundled();
    private Assessment assessment =
            Assessment.builder().assessedOn(LocalDate.of(2026, 11, 20)).build();

    /** Prepares the assessment. */
    @Setup(Level.Trial)
    public void prepare() {
        Assessment.Builder builder = Assessment.builder().area(area).assessedOn(LocalDate.of(2026, 11, 20));
        for (int i = 1; i <= 10; i++) {
            // Other than the items that areas name.
            builder.answer("q" + (i < 10 ? i : 12), i % 2 == 0 ? Answer.NO : Answer.YES);
        }
        // Who is there is known, so that three items of the checklist are put: the dearest reply.
        builder.circumstances(new Assessment.Circumstances(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                null,
                null,
                true,
                PerpetratorPlace.AWAY,
                ChildrenPlace.NO_CHILDREN));
        assessment = builder.build();
    }

    /** One reply. */
    @Benchmark
    public NextQuestions next() {
        return triage.nextQuestions(assessment);
    }
}
