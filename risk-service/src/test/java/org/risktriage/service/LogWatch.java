package org.risktriage.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open: message, context and stack trace. */
final class LogWatch implements AutoCloseable {
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Map<Logger, Level> before = new LinkedHashMap<>();

    private LogWatch() {
        appender.start();
        root.addAppender(appender);
    }

    /** Watches what is logged as configured. */
    static LogWatch asConfigured() {
        return new LogWatch();
    }

    /**
     * Watches everything from INFO on, and what concerns assessments and rules down to the last detail. The servers beneath
     * write whole requests down when asked for details: that cannot be helped here, and nobody may ask for it.
     */
    static LogWatch inDetail() {
        LogWatch watch = new LogWatch();
        watch.set(watch.root, Level.INFO);
        for (String name : List.of("org.risktriage", "org.drools", "org.kie", "io.dropwizard", "com.fasterxml")) {
            watch.set(logger(name), Level.TRACE);
        }
        return watch;
    }

    private void set(Logger logger, Level level) {
        before.put(logger, logger.getEffectiveLevel());
        logger.setLevel(level);
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    List<ILoggingEvent> events() {
        return List.copyOf(appender.list);
    }

    String text() {
        return events().stream()
                .map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getThreadName() + " "
                        + event.getMDCPropertyMap() + " " + event.getFormattedMessage() + "\n"
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        before.forEach(Logger::setLevel);
    }
}
