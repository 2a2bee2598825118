package org.risktriage.service.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemReply;

/** Holds each caller to its rate, so that none can take the service from the others. */
public final class RateFilter implements Filter {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CALLERS = 10_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(MOST_CALLERS)
            .build();
    private final LimitsSettings limits;
    private final ProblemReply problems;

    /**
     * Creates the filter.
     *
     * @param limits the limits
     * @param problems answers who is over its rate
     */
    public RateFilter(LimitsSettings limits, ProblemReply problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse reply = (HttpServletResponse) response;
        Principal caller = http.getUserPrincipal();
        ConsumptionProbe taken = buckets.get(caller == null ? "" : caller.getName(), name -> bucket())
                .tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long wait = TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill()) + 1;
        reply.setHeader("Retry-After", Long.toString(wait));
        problems.send(
                http,
                reply,
                ProblemKind.TOO_MANY_REQUESTS,
                "At most " + limits.requestsPerSecond() + " requests a second are allowed, and " + limits.burst()
                        + " at once. Try again after the seconds in Retry-After.",
                "rate");
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(limits.burst()).refillGreedy(limits.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
