package org.risktriage.service.http;

import org.risktriage.service.api.ProblemKind;

/** A request that is refused before the library sees it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    /**
     * Creates the exception.
     *
     * @param kind what kind of problem it is
     * @param detail what is wrong and what to do, without any submitted value
     */
    public RefusedException(ProblemKind kind, String detail) {
        super(detail);
        this.kind = kind;
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
