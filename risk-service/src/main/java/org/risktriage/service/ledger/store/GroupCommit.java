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
 * for it serves all. A change is done when it is on the disk, and not before. One that cannot be written fails alone, and
 * while nothing can be it is tried every second. Safe for use by many threads.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int AT_ONCE = 256;
    private static final int WAITING = 4096;
    private static final long IDLE_MS = 200;
    private static final long AGAIN_MS = 1_000;

    private final Database database;
    private final Clock clock;
    private final Consumer<Link> told;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private @Nullable Connection connection;
    private @Nullable Object file;
    private volatile boolean stopping;
    private volatile boolean failing;

    /** A change, and whoever waits for it. */
    record Pending<T>(Change<T> change, CompletableFuture<T> done) {
        /** Applies the change, and keeps what came of it until everything is on the disk. */
        Runnable apply(Appender appender) throws SQLException, StaleKeyException {
            T result = change.apply(appender);
            return () -> done.complete(result);
        }

        void fail(Exception why) {
            done.completeExceptionally(new LedgerUnavailableException(why));
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
                Pending<?> first = queue.poll(failing ? AGAIN_MS : IDLE_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, AT_ONCE - 1);
                    write(group);
                } else if (failing) {
                    // Nobody is sent here while it fails, so that no request would ever show that it is over.
                    isThere();
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
        try {
            attempt(group);
        } catch (SpoiltException e) {
            disconnect();
            apart(group, e);
        } catch (SQLException | RuntimeException e) {
            failing = true;
            disconnect();
            fail(group, e);
        }
    }

    /** Writes without the changes that spoil a group; where nobody knows which they are, halving finds them. */
    private void apart(List<Pending<?>> group, SpoiltException e) {
        if (!e.by().isEmpty()) {
            fail(e.by(), e);
            List<Pending<?>> others = new ArrayList<>(group);
            others.removeAll(e.by());
            if (!others.isEmpty()) {
                write(others);
            }
        } else if (!isThere() || group.size() == 1) {
            fail(group, e);
        } else {
            int half = group.size() / 2;
            write(group.subList(0, half));
            List<Pending<?>> others = group.subList(half, group.size());
            if (failing) {
                // It went away meanwhile: nobody needs to wait for that several times.
                fail(others, e);
            } else {
                write(others);
            }
        }
    }

    private static void fail(List<Pending<?>> group, Exception why) {
        group.forEach(pending -> pending.fail(why));
    }

    /** Whether the database takes a transaction that reaches the disk as any other does, and that changes nothing. */
    private boolean isThere() {
        try {
            attempt(List.of(new Pending<>(Appender::touch, new CompletableFuture<>())));
            return true;
        } catch (SpoiltException | SQLException | RuntimeException e) {
            failing = true;
            disconnect();
            return false;
        }
    }

    /** Writes a group in one transaction, or nothing of it. */
    private void attempt(List<Pending<?>> group) throws SQLException, SpoiltException {
        Connection open = connected();
        database.begin(open);
        List<Runnable> results;
        Link last;
        try (Appender appender = Appender.at(database, open, clock.millis())) {
            results = applied(group, appender);
            last = appender.last();
        }
        database.commit(open);
        stillThere();
        failing = false;
        results.forEach(Runnable::run);
        told.accept(last);
    }

    private static List<Runnable> applied(List<Pending<?>> group, Appender appender) throws SpoiltException {
        List<Runnable> results = new ArrayList<>(group.size());
        List<Pending<?>> stale = new ArrayList<>();
        StaleKeyException why = null;
        try {
            for (Pending<?> pending : group) {
                try {
                    results.add(pending.apply(appender));
                } catch (StaleKeyException e) {
                    // What it wrote before that is on the way with the others, and goes with the whole.
                    stale.add(pending);
                    why = e;
                }
            }
            if (why == null) {
                appender.flush();
                return results;
            }
        } catch (SQLException | RuntimeException e) {
            throw new SpoiltException(List.of(), e);
        }
        throw new SpoiltException(stale, why);
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
