package org.risktriage.service.ledger;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.service.ledger.store.Change;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.service.ledger.store.GroupCommit;
import org.risktriage.service.ledger.store.Keeping;
import org.risktriage.triage.RulesFaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger of a running service. Safe for use by many threads. */
public final class Ledger implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final LedgerSettings settings;
    private final Clock clock;
    private final Database database;
    private final GroupCommit commits;
    private final SubjectKeys keys;
    private final Archive archive;
    private final ScheduledExecutorService housekeeping;

    private Ledger(LedgerSettings settings, Clock clock, Database database, SubjectKeys keys) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.keys = keys;
        this.archive = new Archive(database);
        this.housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ledger-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        this.commits = new GroupCommit(
                database,
                clock,
                settings.anchors() == null
                        ? end -> {}
                        : new AnchorFile(Path.of(settings.anchors()), settings.anchorEvery(), clock));
    }

    /**
     * Opens the ledger.
     *
     * @param settings where it is
     * @param clock tells when something is recorded
     * @return the ledger
     * @throws RulesFaultException if it cannot be opened, in words for whoever wrote the settings
     */
    public static Ledger open(LedgerSettings settings, Clock clock) {
        SubjectKeys keys;
        try {
            keys = SubjectKeys.read(Path.of(Objects.requireNonNull(settings.subjectKeys())));
        } catch (IOException e) {
            throw new RulesFaultException(
                    "ledger.subjectKeys: cannot be read. The command ledger keys makes such a file.");
        }
        Database database;
        try {
            database = Database.open(address(settings));
        } catch (SQLException | IOException e) {
            throw new RulesFaultException("ledger: cannot be opened: " + sayable(e) + ".", e);
        }
        Ledger ledger = new Ledger(settings, clock, database, keys);
        String used = ledger.archive.subjectKey();
        if (!used.isEmpty() && !used.equals(keys.currentId())) {
            ledger.stop();
            throw new RulesFaultException(
                    "ledger.subjectKeys: the ledger knows people under key " + used + ", and the file's current key is "
                            + keys.currentId() + ". The command ledger rotate brings them together.");
        }
        return ledger;
    }

    private static String sayable(Exception e) {
        // Messages of drivers may hold addresses and names of users; ours hold neither.
        return e.getClass() == SQLException.class
                        && e.getMessage() != null
                        && e.getMessage().contains("ledger")
                ? e.getMessage().replaceAll("\\.$", "")
                : "the database does not answer";
    }

    /**
     * The address that settings name.
     *
     * @param settings the settings
     * @return the address
     * @throws IOException if the file of the password cannot be read
     */
    static Database.Address address(LedgerSettings settings) throws IOException {
        String password = settings.passwordFile() == null
                ? null
                : Files.readString(Path.of(settings.passwordFile())).strip();
        return new Database.Address(settings.url(), settings.user(), password);
    }

    /**
     * Asks for something to be written.
     *
     * @param change what
     * @return done when it is on the disk
     * @param <T> what comes of it
     */
    public <T> CompletableFuture<T> submit(Change<T> change) {
        return commits.submit(change);
    }

    /**
     * Reads what the ledger holds.
     *
     * @return the archive
     */
    public Archive archive() {
        return archive;
    }

    /**
     * The keys under which people are known.
     *
     * @return the keys
     */
    public SubjectKeys keys() {
        return keys;
    }

    /**
     * How it was set up.
     *
     * @return the settings
     */
    public LedgerSettings settings() {
        return settings;
    }

    /**
     * Tells when something is recorded.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Where it is kept.
     *
     * @return the database
     */
    public Database database() {
        return database;
    }

    /**
     * Whether decisions can be recorded.
     *
     * @return a check for operators
     */
    public HealthCheck health() {
        return new HealthCheck() {
            @Override
            protected Result check() {
                if (!commits.isFailing()) {
                    return Result.healthy("Decisions are recorded");
                }
                // Where decisions are made without, requests have to come in all the same.
                return settings.withoutRecording() == WithoutRecording.SCORE
                        ? Result.healthy("Decisions are made and NOT recorded")
                        : Result.unhealthy("Decisions cannot be recorded");
            }
        };
    }

    @Override
    public void start() {
        ScheduledFuture<?> unused = housekeeping.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.HOURS);
    }

    /** Forgets keys that have expired, and erases what was kept long enough. */
    private void tidy() {
        Integer days = settings.keepDays();
        long before =
                days == null ? 0 : clock.instant().minus(Duration.ofDays(days)).toEpochMilli();
        try {
            submit(Keeping.eraseBefore(before)).join();
        } catch (CompletionException e) {
            LOG.error("The ledger cannot be tidied: {}", ProblemMapper.quiet(e));
        }
    }

    @Override
    public void stop() {
        housekeeping.shutdownNow();
        commits.close();
        database.close();
    }
}
