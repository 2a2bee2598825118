package org.risktriage.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits until something below a folder is saved. */
final class FolderWatch implements AutoCloseable {
    /** Editors save in several steps: a file beside, then another name. */
    private static final int SETTLING_MS = 100;

    private final WatchService service;

    FolderWatch(Path folder) throws IOException {
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

    /** Returns once something was saved; false if the wait was interrupted. */
    boolean awaitSave() throws IOException {
        try {
            for (WatchKey key = service.take(); key != null; key = service.poll(SETTLING_MS, TimeUnit.MILLISECONDS)) {
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
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
