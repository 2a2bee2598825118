package org.risktriage.service.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.chain.Link;

/**
 * Writes what many threads want written, as much in one transaction as there is: the disk is the slow part, and one wait
 * for it serves all. A change is done when it is on the disk, and not before. Safe for use by many threads.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int AT_ONCE = 256;
    private static final int WAITING = 4096;
    private static final long IDLE_MS = 200;

    private final Database database;
    private final Clock clock;
    private final Consumer<Link> told;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private @Nullable Connection connection;
    private @Nullable Object file;
    private volatile boolean stopping;
    private volatile boolean failing;

    private record Pending<T>(Change<T> change, CompletableFuture<T> done) {
        /** Applies the change, and keeps what came of it until everything is on the disk. */
        Runnable apply(Appender appender) throws SQLException {
            try {
                T result = change.apply(appender);
                return () -> done.complete(result);
            } catch (StaleKeyException e) {
                return () -> done.completeExceptionally(new LedgerUnavailableException(e));
            }
        }
    }

    /**
     * Starts to write.
     *
     * @param database where
     * @param clock tells when
     * @param told told of the end of the chain after each transaction
     */
    public GroupCommit(Database database, Clock clock, Consumer<Link> told) {
        this.database = database;
        this.clock = clock;
        this.told = told;
        this.thread = new Thread(this::run, "ledger-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Asks for a change.
     *
     * @param change the change
     * @return done when it is on the disk; ends with {@link LedgerUnavailableException} if it cannot be written
     * @param <T> what comes of it
     */
    public <T> CompletableFuture<T> submit(Change<T> change) {
        CompletableFuture<T> done = new CompletableFuture<>();
        if (stopping || !queue.offer(new Pending<>(change, done))) {
            done.completeExceptionally(new LedgerUnavailableException(null));
        }
        return done;
    }

    /**
     * Whether the last attempt to write failed, or nobody writes any more.
     *
     * @return true if so
     */
    public boolean isFailing() {
        return failing || !thread.isAlive();
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>(AT_ONCE);
        while (!stopping || !queue.isEmpty()) {
            try {
                Pending<?> first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, AT_ONCE - 1);
                    write(group);
                }
            } catch (InterruptedException e) {
                stopping = true;
            } finally {
                group.clear();
            }
        }
        disconnect();
    }

    private void write(List<Pending<?>> group) {
        List<Runnable> results = new ArrayList<>(group.size());
        Link last;
        try {
            Connection open = connected();
            database.begin(open);
            try (Appender appender = Appender.at(database, open, clock.millis())) {
                for (Pending<?> pending : group) {
                    results.add(pending.apply(appender));
                }
                appender.flush();
                last = appender.last();
            }
            database.commit(open);
            stillThere();
            failing = false;
        } catch (SQLException | RuntimeException e) {
            failing = true;
            disconnect();
            group.forEach(pending -> pending.done().completeExceptionally(new LedgerUnavailableException(e)));
            return;
        }
        results.forEach(Runnable::run);
        told.accept(last);
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            file = database.fileKey();
            connection = database.writer();
        }
        stillThere();
        return connection;
    }

    /** A file that was deleted or replaced still takes what is written to it, and loses it. */
    private void stillThere() throws SQLException {
        if (!Objects.equals(file, database.fileKey())) {
            throw new SQLException("The file of the ledger is another than before.");
        }
    }

    private void disconnect() {
        try (Connection old = connection) {
            connection = null;
            if (old != null && !old.getAutoCommit()) {
                old.rollback();
            }
        } catch (SQLException e) {
            // It is given up either way.
            connection = null;
        }
    }

    /** Writes what was asked for, and stops. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
