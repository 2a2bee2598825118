package org.risktriage.service.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Waits until something below a folder is saved. For one thread. */
public final class FolderWatch implements AutoCloseable {
    /** Editors save in several steps: a file beside, then another name. */
    private static final int SETTLING_MS = 100;

    private final WatchService service;

    /**
     * Begins to watch.
     *
     * @param folder the folder
     * @throws IOException if it cannot be read, or the system watches no more folders
     */
    public FolderWatch(Path folder) throws IOException {
        this.service = folder.getFileSystem().newWatchService();
        watch(folder);
    }

    private void watch(Path folder) throws IOException {
        try (Stream<Path> folders = Files.walk(folder)) {
            for (Path each : (Iterable<Path>)
                    folders.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))::iterator) {
                each.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }

    /**
     * Waits until something is saved.
     *
     * @return true once something was; false if the wait was interrupted
     * @throws IOException if a new folder cannot be read
     */
    public boolean awaitSave() throws IOException {
        try {
            take(service.take());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until something is saved, but no longer than a while.
     *
     * @param most how long to wait at most
     * @throws IOException if a new folder cannot be read
     * @throws InterruptedException if the wait was interrupted
     */
    public void awaitSave(Duration most) throws IOException, InterruptedException {
        take(service.poll(most.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void take(@Nullable WatchKey first) throws IOException, InterruptedException {
        for (WatchKey key = first; key != null; key = service.poll(SETTLING_MS, TimeUnit.MILLISECONDS)) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                        && key.watchable() instanceof Path folder
                        && event.context() instanceof Path name
                        && Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    watch(folder.resolve(name));
                }
            }
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
