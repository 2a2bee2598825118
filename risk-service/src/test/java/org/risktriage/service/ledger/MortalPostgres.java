package org.risktriage.service.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.risktriage.service.ledger.store.Database;

/** A PostgreSQL of a test's own, which is killed, and started again over the same data on the same port. */
public final class MortalPostgres implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    private MortalPostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Starts it. It is set up to acknowledge what it has not yet written, as somebody might who wants it fast. */
    public static MortalPostgres started() {
        try {
            Path data = Files.createTempDirectory("mortal");
            return new MortalPostgres(data, over(data).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder over(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_writer_delay", "10s");
    }

    /** Its only database. */
    public Database.Address address() {
        return new Database.Address(server.getJdbcUrl("postgres", "postgres"), "postgres", null);
    }

    /** Kills every process of it at once: nothing of it runs after that. */
    public void kill() throws IOException, InterruptedException {
        long main = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle handle = ProcessHandle.of(main).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(handle), handle.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            while (one.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    /** Starts it again after a kill. */
    public void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        server = over(data).setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
