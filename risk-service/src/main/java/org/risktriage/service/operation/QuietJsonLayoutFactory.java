package org.risktriage.service.operation;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;

/**
 * A log in JSON (layout type {@code quiet-json}) by an allow-list: time, level, logger, the id of the request and of the
 * trace, and the words of this project. Of the words of other libraries, which may hold values of a case, and of every
 * exception only the class is written.
 */
@JsonTypeName("quiet-json")
public final class QuietJsonLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {
    private static final List<String> OWN = List.of("org.risktriage.", "io.dropwizard.core.");
    private static final List<String> CONTEXT = List.of("request", "trace");

    @Override
    public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone timeZone) {
        return new QuietJson();
    }

    /** One event on each line. */
    static final class QuietJson extends LayoutBase<ILoggingEvent> {
        private final ObjectMapper json = new ObjectMapper();

        @Override
        public String doLayout(ILoggingEvent event) {
            ObjectNode line = json.createObjectNode()
                    .put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString())
                    .put("level", event.getLevel().toString())
                    .put("logger", event.getLoggerName());
            for (String key : CONTEXT) {
                String value = event.getMDCPropertyMap().get(key);
                if (value != null) {
                    line.put(key, value);
                }
            }
            if (OWN.stream().anyMatch(event.getLoggerName()::startsWith)) {
                line.put("message", event.getFormattedMessage());
            }
            if (event.getThrowableProxy() != null) {
                ArrayNode classes = line.putArray("exceptions");
                for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
                    classes.add(t.getClassName());
                }
            }
            try {
                return json.writeValueAsString(line) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
