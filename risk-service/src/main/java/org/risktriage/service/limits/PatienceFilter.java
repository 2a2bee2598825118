package org.risktriage.service.limits;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;

/** Waits for a body only so long, however many bytes trickle in. A batch takes as long as it takes. */
public final class PatienceFilter implements Filter {
    private final Duration patience;

    /**
     * Creates the filter.
     *
     * @param patience within what time a body has to arrive
     */
    public PatienceFilter(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean waits =
                http.getContentLengthLong() != 0 && !http.getRequestURI().endsWith("/batch");
        chain.doFilter(waits ? new Awaited(http) : request, response);
    }

    private final class Awaited extends HttpServletRequestWrapper {
        private final long begin = System.nanoTime();

        Awaited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Timed(super.getInputStream(), begin);
        }
    }

    private final class Timed extends ServletInputStream {
        private final ServletInputStream body;
        private final long begin;

        Timed(ServletInputStream body, long begin) {
            this.body = body;
            this.begin = begin;
        }

        private int inTime(int read) {
            if (read >= 0 && System.nanoTime() - begin > patience.toNanos()) {
                throw new RefusedException(
                        ProblemKind.TOO_SLOW, "The body has to arrive within " + patience.toMillis() + " ms.");
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            return inTime(body.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return inTime(body.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
