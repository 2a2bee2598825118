package org.risktriage.service.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.StrictJson;
import org.risktriage.service.limits.Intake;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a stream of assessments line by line. Holds few lines at a time, however long the stream is. */
public final class BatchAnswer {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final Logger LOG = LoggerFactory.getLogger(BatchAnswer.class);
    private static final int BUFFER = 32 * 1024;
    private static final int AT_ONCE = 64;
    private static final int FAULT = 500;

    private final RiskTriage triage;
    private final ObjectWriter writer;
    private final int longest;
    private final @Nullable LocalDate today;
    private final BiConsumer<Assessment, Decision> told;
    private final @Nullable Recording recording;
    private final LongAdder decided = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * Creates the answer to one batch.
     *
     * @param triage applies the rules
     * @param writer writes the answers
     * @param longest the most bytes of a line
     * @param today the last day on which an assessment may be dated; null to allow any
     * @param told told of each decision, and of what it was about
     * @param recording decides and records; null where nothing is recorded
     */
    public BatchAnswer(
            RiskTriage triage,
            ObjectWriter writer,
            int longest,
            @Nullable LocalDate today,
            BiConsumer<Assessment, Decision> told,
            @Nullable Recording recording) {
        this.triage = triage;
        this.writer = writer;
        this.longest = longest;
        this.today = today;
        this.told = told;
        this.recording = recording;
    }

    /** Decides and records. */
    public interface Recording {
        /**
         * Decides an assessment and has it recorded.
         *
         * @param tree the assessment, as it was parsed
         * @param today the last day on which it may be dated; null to allow any
         * @return waits until it is on the disk, and gives the answer
         */
        Supplier<byte[]> begin(@Nullable Object tree, @Nullable LocalDate today);
    }

    /**
     * Answers a stream to its end.
     *
     * @param in assessments, one a line
     * @param out answers, one a line in the same order, and a line that sums up
     * @throws IOException if the one breaks off or the other cannot be written
     */
    public void write(InputStream in, OutputStream out) throws IOException {
        LineReader lines = new LineReader(in, longest);
        OutputStream answers = new BufferedOutputStream(out, BUFFER);
        long number = 0;
        List<Line> together = new ArrayList<>(AT_ONCE);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            together.add(new Line(++number, line));
            // What has come in is decided by all processors, and written in the order in which it came.
            if (!lines.hasMore() || together.size() == AT_ONCE) {
                for (Supplier<byte[]> answer :
                        together.parallelStream().map(this::begun).toList()) {
                    answers.write(answer.get());
                    answers.write('\n');
                }
                together.clear();
            }
            if (!lines.hasMore()) {
                // The sender waits, or is slow: let it have what there is.
                answers.flush();
            }
        }
        answers.write(writer.writeValueAsBytes(
                new BatchSummary(new BatchSummary.Counts(number, decided.sum(), refused.sum(), failed.sum()))));
        answers.write('\n');
        answers.flush();
    }

    /** A line and its place. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(long number, byte[] content) {}

    /** The answer; where decisions are recorded it is not there before the decision is on the disk. */
    private Supplier<byte[]> begun(Line line) {
        Supplier<Object> answer = answer(line.number(), () -> decided(line.content()));
        return () -> {
            try {
                Object sure = answer.get();
                return sure instanceof byte[] written ? written : writer.writeValueAsBytes(sure);
            } catch (JsonProcessingException e) {
                throw new RulesFaultException("An answer cannot be written.", e);
            }
        };
    }

    private Supplier<Object> decided(byte[] line) {
        if (line.length > longest) {
            throw new RefusedException(
                    ProblemKind.BODY_TOO_LARGE, "At most " + longest + " bytes are allowed in a line.");
        }
        Object tree = StrictJson.parse(line);
        if (recording != null) {
            Supplier<byte[]> written = recording.begin(tree, today);
            return () -> {
                byte[] reply = written.get();
                decided.increment();
                return reply;
            };
        }
        Assessment assessment = Intake.read(triage, tree, today);
        Decision decision = triage.assess(assessment).withId(IDS.generate().toString());
        decided.increment();
        told.accept(assessment, decision);
        return () -> decision;
    }

    /** What a line comes to, or the problem that stands for it. */
    private Supplier<Object> answer(long number, Supplier<Supplier<Object>> deciding) {
        Supplier<Object> begun;
        try {
            begun = deciding.get();
        } catch (InvalidAssessmentException | UnknownRulesException | RefusedException | RulesFaultException e) {
            Object problem = problem(e, number);
            return () -> problem;
        }
        return () -> {
            try {
                return begun.get();
            } catch (RefusedException e) {
                return problem(e, number);
            }
        };
    }

    private LineProblem problem(RuntimeException thrown, long number) {
        ProblemDocument problem;
        if (thrown instanceof InvalidAssessmentException invalid) {
            problem = ProblemDocument.of(
                    ProblemKind.INVALID, ProblemMapper.count(invalid.problems().size()), invalid.problems());
        } else if (thrown instanceof RefusedException refusal) {
            problem = ProblemDocument.of(refusal.kind(), String.valueOf(refusal.getMessage()), List.of());
        } else if (thrown instanceof UnknownRulesException) {
            problem = ProblemDocument.of(ProblemKind.NOT_FOUND, String.valueOf(thrown.getMessage()), List.of());
        } else {
            LOG.error("No decision: {}", ProblemMapper.quiet(thrown));
            problem = ProblemDocument.of(ProblemKind.RULES_UNAVAILABLE, ProblemMapper.SAFETY_TEXT, List.of());
        }
        (problem.status() < FAULT ? refused : failed).increment();
        return new LineProblem(problem, number);
    }
}
