package org.risktriage.service.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.risktriage.service.api.ProblemDocument;

/**
 * What is wrong with one line of a batch.
 *
 * @param problem the same problem that the line would have met alone
 * @param line which line it is, counted from 1
 */
public record LineProblem(@JsonUnwrapped ProblemDocument problem, long line) {}
