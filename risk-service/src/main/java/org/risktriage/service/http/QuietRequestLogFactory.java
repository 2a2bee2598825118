package org.risktriage.service.http;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.RequestLogFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request log (type {@code quiet}) of the method, the status, the time taken and the id of the request. Neither an
 * address nor a URL nor a header is ever in it: each of them can give a person away.
 */
@JsonTypeName("quiet")
public final class QuietRequestLogFactory implements RequestLogFactory<RequestLog> {
    private static final Logger LOG = LoggerFactory.getLogger("org.risktriage.requests");

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public RequestLog build(String name) {
        return (request, response) -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime());
            String id = response.getHeaders().get(ReplyHeadersFilter.REQUEST_ID);
            LOG.info("{} {} {} ms {}", method(request), response.getStatus(), millis, id == null ? "-" : id);
        };
    }

    /** A method that HTTP does not define may be anything. */
    private static String method(Request request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE" -> request.getMethod();
            default -> "OTHER";
        };
    }
}
