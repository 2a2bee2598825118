package org.risktriage.service.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step of a trace over several systems, as in the W3C's Trace Context: the trace of the caller goes on, under a step of
 * our own. What is no such header begins a new trace; {@code tracestate}, which may hold anything, is never passed on.
 *
 * @param trace the id of the trace
 * @param step the id of the step
 * @param flags what the caller said of it
 */
record TraceContext(String trace, String step, String flags) {
    /** The header. */
    static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    static TraceContext after(@Nullable String header) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String step = HEX.toHexDigits(random.nextLong() | 1);
        Matcher form = FORM.matcher(header == null ? "" : header);
        return form.matches()
                ? new TraceContext(form.group(1), step, form.group(2))
                : new TraceContext(
                        HEX.toHexDigits(random.nextLong() | 1) + HEX.toHexDigits(random.nextLong()), step, "00");
    }

    String header() {
        return "00-" + trace + "-" + step + "-" + flags;
    }
}
