package org.risktriage.service.operation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemErrorHandler;
import org.risktriage.triage.Decision;

/** Counts decisions as they are sent, and notes of a refusal what kind it is. */
public final class CountedReplies implements ContainerResponseFilter {
    private final Counts counts;

    /**
     * Creates the filter.
     *
     * @param counts where to count
     */
    public CountedReplies(Counts counts) {
        this.counts = counts;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Decision decision) {
            counts.decided(decision);
        } else if (response.getEntity() instanceof ProblemDocument problem) {
            for (ProblemKind kind : ProblemKind.values()) {
                if (kind.code().equals(problem.code())) {
                    request.setProperty(ProblemErrorHandler.KIND, kind);
                }
            }
        }
    }
}
