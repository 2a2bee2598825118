package org.risktriage.service.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in a file, read again when the file changes, so that a key can be revoked without a new start. A file that
 * cannot be read leaves what was read last, and says so in the log. Safe for use by many threads.
 *
 * @param <T> what is read
 */
final class WatchedFile<T> {
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    /**
     * How a file is read.
     *
     * @param <T> what is read
     */
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private final Path file;
    private final String called;
    private final Reader<T> reader;
    private final AtomicLong looked;
    private volatile String stamp;
    private volatile T content;

    WatchedFile(Path file, String called, Reader<T> reader) throws IOException {
        this.file = file;
        this.called = called;
        this.reader = reader;
        this.stamp = stampOf(file);
        this.content = reader.read(file);
        this.looked = new AtomicLong(System.nanoTime());
    }

    T content() {
        long last = looked.get();
        long now = System.nanoTime();
        if (now - last > PAUSE_NS && looked.compareAndSet(last, now)) {
            look();
        }
        return content;
    }

    private void look() {
        try {
            String current = stampOf(file);
            if (!current.equals(stamp)) {
                content = reader.read(file);
                stamp = current;
                LOG.info("Read {} again: it has changed", called);
            }
        } catch (IOException e) {
            LOG.error("Cannot read {}: what was read last stays in use", called);
        }
    }

    private static String stampOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    }
}
