package org.risktriage.service.batch;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.StrictJson;
import org.risktriage.service.limits.Intake;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a stream of assessments line by line. Holds one line at a time, however long the stream is. */
public final class BatchAnswer {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final Logger LOG = LoggerFactory.getLogger(BatchAnswer.class);
    private static final int BUFFER = 32 * 1024;

    private final RiskTriage triage;
    private final ObjectWriter writer;
    private final int longest;
    private final @Nullable LocalDate today;
    private final Consumer<Decision> told;
    private long decided;
    private long refused;
    private long failed;

    /**
     * Creates the answer to one batch.
     *
     * @param triage applies the rules
     * @param writer writes the answers
     * @param longest the most bytes of a line
     * @param today the last day on which an assessment may be dated; null to allow any
     * @param told told of each decision
     */
    public BatchAnswer(
            RiskTriage triage, ObjectWriter writer, int longest, @Nullable LocalDate today, Consumer<Decision> told) {
        this.triage = triage;
        this.writer = writer;
        this.longest = longest;
        this.today = today;
        this.told = told;
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
        try (var json = writer.createGenerator(new BufferedOutputStream(out, BUFFER))) {
            long number = 0;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                writer.writeValue(json, answer(line, number));
                json.writeRaw('\n');
                if (!lines.hasMore()) {
                    // The sender waits, or is slow: let it have what there is.
                    json.flush();
                }
            }
            writer.writeValue(json, new BatchSummary(new BatchSummary.Counts(number, decided, refused, failed)));
            json.writeRaw('\n');
        }
    }

    private Object answer(byte[] line, long number) {
        ProblemDocument problem;
        try {
            if (line.length > longest) {
                throw new RefusedException(
                        ProblemKind.BODY_TOO_LARGE, "At most " + longest + " bytes are allowed in a line.");
            }
            Decision decision = triage.assess(Intake.read(triage, StrictJson.parse(line), today))
                    .withId(IDS.generate().toString());
            decided++;
            told.accept(decision);
            return decision;
        } catch (InvalidAssessmentException e) {
            problem = ProblemDocument.of(
                    ProblemKind.INVALID, ProblemMapper.count(e.problems().size()), e.problems());
        } catch (UnknownRulesException e) {
            problem = ProblemDocument.of(ProblemKind.NOT_FOUND, String.valueOf(e.getMessage()), List.of());
        } catch (RefusedException e) {
            problem = ProblemDocument.of(e.kind(), String.valueOf(e.getMessage()), List.of());
        } catch (RulesFaultException e) {
            LOG.error("No decision: {}", ProblemMapper.quiet(e));
            failed++;
            return new LineProblem(
                    ProblemDocument.of(ProblemKind.RULES_UNAVAILABLE, ProblemMapper.SAFETY_TEXT, List.of()), number);
        }
        refused++;
        return new LineProblem(problem, number);
    }
}
