package org.risktriage.service.limits;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemErrorHandler;

/**
 * Works on a bounded number of requests at once, lets a bounded number wait for a bounded time without holding a thread,
 * and refuses the rest at once: under overload the service stays as fast as it is, and says who has to come again.
 */
public final class Overload extends QoSHandler {
    /**
     * Creates the handler.
     *
     * @param limits the limits
     */
    public Overload(LimitsSettings limits) {
        setMaxRequestCount(limits.atOnce());
        // For Jetty none means no bound.
        setMaxSuspendedRequestCount(Math.max(1, limits.waiting()));
        setMaxSuspend(limits.longestWait().toJavaDuration());
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        super.reject(marked(request), response, callback, status);
    }

    @Override
    protected void expireSuspended(Request request, Response response, Callback callback) {
        super.expireSuspended(marked(request), response, callback);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable failure) {
        super.failSuspended(marked(request), response, callback, status, failure);
    }

    private static Request marked(Request request) {
        request.setAttribute(ProblemErrorHandler.KIND, ProblemKind.OVERLOADED);
        return request;
    }
}
