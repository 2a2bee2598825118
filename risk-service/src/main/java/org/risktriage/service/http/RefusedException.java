package org.risktriage.service.http;

import java.util.List;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.triage.Problem;

/** A request that is refused before the library sees it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<Problem> errors;

    /**
     * Creates the exception.
     *
     * @param kind what kind of problem it is
     * @param detail what is wrong and what to do, without any submitted value
     */
    public RefusedException(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    /**
     * Creates the exception.
     *
     * @param kind what kind of problem it is
     * @param detail what is wrong and what to do, without any submitted value
     * @param errors everything that is wrong, each with a pointer
     */
    public RefusedException(ProblemKind kind, String detail, List<Problem> errors) {
        super(detail);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    /**
     * Everything that is wrong.
     *
     * @return problems; empty where the detail says it all
     */
    public List<Problem> errors() {
        return errors;
    }

    /**
     * The kind of problem.
     *
     * @return the kind
     */
    public ProblemKind kind() {
        return kind;
    }
}
