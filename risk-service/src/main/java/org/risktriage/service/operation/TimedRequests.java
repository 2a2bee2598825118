package org.risktriage.service.operation;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemErrorHandler;

/** Tells how long each request took and what came of it, those that no resource saw included. */
public final class TimedRequests extends EventsHandler {
    private final Counts counts;

    /**
     * Creates the handler.
     *
     * @param handler what answers the requests
     * @param counts where to count
     */
    public TimedRequests(Handler handler, Counts counts) {
        super(handler);
        this.counts = counts;
    }

    @Override
    protected void onComplete(Request request, int status, @Nullable HttpFields headers, @Nullable Throwable failure) {
        long nanos = System.nanoTime() - request.getHeadersNanoTime();
        counts.took(request.getMethod(), status, nanos / (double) TimeUnit.SECONDS.toNanos(1));
        if (status >= 400) {
            counts.refused(
                    request.getAttribute(ProblemErrorHandler.KIND) instanceof ProblemKind kind
                            ? kind
                            : ProblemKind.ofStatus(status));
        }
    }
}
