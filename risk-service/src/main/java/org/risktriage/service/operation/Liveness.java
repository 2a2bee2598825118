package org.risktriage.service.operation;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says that the process answers at all. Whoever starts it anew because of this page helps nobody if only a check fails. */
public final class Liveness extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse reply) throws IOException {
        reply.setContentType("text/plain; charset=utf-8");
        reply.getOutputStream().print("alive\n");
    }
}
