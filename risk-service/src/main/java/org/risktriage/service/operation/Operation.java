package org.risktriage.service.operation;

import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts what operators see on the admin port, and stops the service in good order. */
public final class Operation {
    /** How long a caller may pause within a request while the service stops; connections without one are held as long. */
    private static final long PAUSE_MS = 5_000;

    private Operation() {}

    /**
     * Puts everything in its place.
     *
     * @param environment where to put it
     * @param counts what is counted
     * @param leave how many milliseconds the others are given to see that no more requests may be sent, before the
     *     service stops listening
     */
    public static void install(Environment environment, Counts counts, long leave) {
        Readiness readiness = new Readiness(environment.healthChecks());
        environment.admin().addServlet("alive", new Liveness()).addMapping("/alive");
        environment.admin().addServlet("ready", readiness).addMapping("/ready");
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(counts.registry()))
                .addMapping("/metrics");
        environment.lifecycle().addEventListener(new FirstInLine(counts));
        environment.lifecycle().addEventListener(new LastOrders(readiness, leave));
    }

    /** Stands before all other handlers from the beginning on. */
    private record FirstInLine(Counts counts) implements LifeCycle.Listener {
        @Override
        public void lifeCycleStarting(LifeCycle event) {
            if (event instanceof Server server && server.getHandler() != null) {
                server.setHandler(new TimedRequests(server.getHandler(), counts));
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof AbstractConnector listening) {
                        // Or a caller who pauses for a second while the service stops would be cut off.
                        listening.setShutdownIdleTimeout(PAUSE_MS);
                    }
                }
            }
        }
    }

    /** Before the server stops, it says that it is about to. */
    private static final class LastOrders implements LifeCycle.Listener {
        private final Readiness readiness;
        private final long leave;

        LastOrders(Readiness readiness, long leave) {
            this.readiness = readiness;
            this.leave = leave;
        }

        @Override
        public void lifeCycleStopping(LifeCycle event) {
            readiness.stop();
            try {
                Thread.sleep(leave);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
