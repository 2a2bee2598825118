package org.risktriage.service.operation;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.risktriage.service.health.ReloadHealthCheck;

/**
 * Says whether requests may be sent here: not while a check fails, and not once the service was told to stop. That packs which
 * have changed are refused is no reason: the earlier ones answer, and every node sees the same files.
 */
public final class Readiness extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HealthCheckRegistry checks;
    private volatile boolean stopping;

    /**
     * Creates the page.
     *
     * @param checks what has to be well
     */
    public Readiness(HealthCheckRegistry checks) {
        this.checks = checks;
    }

    /** Says from now on that no more requests may be sent. */
    public void stop() {
        stopping = true;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse reply) throws IOException {
        boolean ready = !stopping
                && checks.runHealthChecks((name, check) -> !name.equals(ReloadHealthCheck.NAME)).values().stream()
                        .allMatch(HealthCheck.Result::isHealthy);
        reply.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        reply.setContentType("text/plain; charset=utf-8");
        reply.getOutputStream().print(ready ? "ready\n" : stopping ? "stopping\n" : "not ready\n");
    }
}
