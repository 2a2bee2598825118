package org.risktriage.triage;

import java.util.List;
import java.util.stream.Collectors;

/** An assessment that cannot be decided as it stands. Carries every problem found, not only the first. */
public final class InvalidAssessmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, at least one, in the order of the request
     */
    public InvalidAssessmentException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.pointer() + ": " + problem.message())
                .collect(Collectors.joining(" ", "The assessment is not valid. ", "")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return every problem, at least one
     */
    public List<Problem> problems() {
        return problems;
    }
}
