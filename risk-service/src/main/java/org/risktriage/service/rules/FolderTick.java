package org.risktriage.service.rules;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.folders.FolderWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether the files of rules have changed, and at once where the system tells of it. What is still being
 * written is left alone until two looks see the same, and what changes while it is read is looked at once more.
 */
public final class FolderTick implements Managed {
    private static final Duration SETTLING = Duration.ofMillis(300);
    private static final int DEEPEST = 6;
    private static final Logger LOG = LoggerFactory.getLogger(FolderTick.class);

    private final List<Path> places;
    private final Duration tick;
    private final RulesInForce rules;
    private final Thread thread;
    private final Clock clock;
    private String loaded;
    private LocalDate day;

    /**
     * Creates it, and loads the first rules. What changes while they are loaded is a change.
     *
     * @param places the folders of packs, and the files that say which of them to believe
     * @param tick how long to wait at most before the next look
     * @param clock tells when a day has begun: a pack that waits may be one for that day
     * @param first loads the rules, which are renewed from then on
     */
    public FolderTick(List<Path> places, Duration tick, Clock clock, Supplier<RulesInForce> first) {
        this.places = List.copyOf(places);
        this.tick = tick;
        this.clock = clock;
        // Before they are loaded: what comes in between would otherwise count as loaded, and never be.
        this.loaded = stamp();
        this.day = LocalDate.now(clock);
        this.rules = first.get();
        this.thread = new Thread(this::watch, "rule-packs");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, why) -> LOG.error(
                "Changes of rule packs are not looked for any longer: {}",
                why.getClass().getName()));
    }

    /**
     * The rules that it renews.
     *
     * @return the rules in force
     */
    public RulesInForce rules() {
        return rules;
    }

    /**
     * Whether nothing looks for changes any longer: it was stopped, or a fault ended it.
     *
     * @return false until it is started, and while it looks
     */
    public boolean hasEnded() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void watch() {
        List<FolderWatch> told = new ArrayList<>();
        @Nullable String seen = null;
        try {
            for (Path place : places) {
                watched(place, told);
            }
            while (true) {
                await(seen == null ? tick : SETTLING, told);
                String now = stamp();
                if (now.equals(loaded) && !isNewDayForWaiting()) {
                    seen = null;
                } else if (now.equals(seen)) {
                    loaded = now;
                    day = LocalDate.now(clock);
                    rules.renew(() -> now.equals(stamp()));
                    seen = null;
                } else {
                    seen = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            told.forEach(FolderTick::close);
        }
    }

    private boolean isNewDayForWaiting() {
        return !rules.triage().waiting().isEmpty() && !day.equals(LocalDate.now(clock));
    }

    /** Only the first folder is waited for; the others are looked at with each tick. */
    private static void await(Duration most, List<FolderWatch> told) throws InterruptedException {
        if (told.isEmpty()) {
            Thread.sleep(most.toMillis());
            return;
        }
        try {
            told.get(0).awaitSave(most);
        } catch (IOException e) {
            Thread.sleep(most.toMillis());
        }
    }

    /** A system that tells of nothing, as many a network file system, still has the tick. */
    private static void watched(Path place, List<FolderWatch> told) {
        if (told.isEmpty() && Files.isDirectory(place)) {
            try {
                told.add(new FolderWatch(place));
            } catch (IOException | UnsupportedOperationException e) {
                LOG.info(
                        "The system does not tell of changes in the folders of rule packs: they are looked at with each tick");
            }
        }
    }

    private static void close(FolderWatch watch) {
        try {
            watch.close();
        } catch (IOException e) {
            LOG.warn("A folder of rule packs that was watched cannot be let go");
        }
    }

    private String stamp() {
        StringBuilder stamp = new StringBuilder();
        for (Path place : places) {
            // A place may be a link, and what is read is behind it; within a folder of packs links are refused.
            try (Stream<Path> found = Files.walk(place.toRealPath(), DEEPEST, new FileVisitOption[0])) {
                for (Path path : (Iterable<Path>) found.sorted()::iterator) {
                    stamp.append(path).append(stamp(path)).append('\n');
                }
            } catch (IOException | UncheckedIOException e) {
                stamp.append(place).append(" cannot be read\n");
            }
        }
        return stamp.toString();
    }

    private static String stamp(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (file.isDirectory()) {
            return "/" + file.fileKey();
        }
        // This time moves with permissions too, which no other shows: a file may become readable, or no longer be.
        Object changed = path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? new TreeMap<>(Files.readAttributes(path, "unix:mode,ctime", LinkOption.NOFOLLOW_LINKS))
                : "";
        return " " + file.size() + " " + file.lastModifiedTime() + " " + file.fileKey() + " " + changed;
    }
}
