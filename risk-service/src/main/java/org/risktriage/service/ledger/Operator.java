package org.risktriage.service.ledger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.service.ledger.store.BackUp;
import org.risktriage.service.ledger.store.Change;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.service.ledger.store.GroupCommit;
import org.risktriage.service.ledger.store.Keeping;
import org.risktriage.service.ledger.store.KeyedSubject;
import org.risktriage.service.ledger.store.OwnersFile;
import org.risktriage.service.ledger.store.StaleKeyException;
import org.risktriage.service.ledger.store.Verification;

/** What those who operate a ledger do with it, while a service writes to it or not. */
public final class Operator implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final Clock clock;

    private Operator(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a ledger that is there, and brings its tables forward.
     *
     * @param address where it is
     * @param clock tells when something is done
     * @return the operator
     * @throws SQLException if it cannot be reached, or there is none
     */
    public static Operator of(Database.Address address, Clock clock) throws SQLException {
        return new Operator(Database.openThere(address), clock);
    }

    /**
     * Opens a database for a ledger that is to be restored, and makes its tables.
     *
     * @param address where it is
     * @param clock tells when something is done
     * @return the operator
     * @throws SQLException if it cannot be reached
     */
    public static Operator ofEmpty(Database.Address address, Clock clock) throws SQLException {
        return new Operator(Database.open(address), clock);
    }

    /**
     * Verifies the ledger.
     *
     * @param anchors files of anchors, each on a line
     * @param progress told of the place that was reached
     * @return what came of it
     * @throws SQLException if the ledger cannot be read
     * @throws IOException if a file cannot be read, or has a line that is no anchor
     */
    public Verification.Report verify(List<Path> anchors, LongConsumer progress) throws SQLException, IOException {
        List<Link> links = new ArrayList<>();
        for (Path file : anchors) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    links.add(AnchorFile.link(line));
                }
            }
        }
        return Verification.verify(database, links, clock.millis(), progress);
    }

    /**
     * The end of the chain, as a line to be kept elsewhere.
     *
     * @return the line
     * @throws SQLException if the ledger cannot be read
     */
    public String anchor() throws SQLException {
        return AnchorFile.line(new Archive(database).end(), clock);
    }

    /**
     * Writes a back-up.
     *
     * @param file the file, which must not be there
     * @param progress told of the number of rows
     * @return how many rows it has
     * @throws SQLException if the ledger cannot be read
     * @throws IOException if the file cannot be written
     */
    public long backUp(Path file, LongConsumer progress) throws SQLException, IOException {
        return BackUp.write(database, file, progress);
    }

    /**
     * Puts a back-up into this ledger, which must be empty.
     *
     * @param file the back-up
     * @param progress told of the number of rows
     * @return how many rows it has
     * @throws SQLException if the ledger is not empty or cannot be written
     * @throws IOException if the file is not a whole back-up
     */
    public long restore(Path file, LongConsumer progress) throws SQLException, IOException {
        return BackUp.restore(file, database, progress);
    }

    /**
     * Erases the content of everything that is older than some days.
     *
     * @param days the days
     * @return the place up to which content is gone; 0 if nothing was to be erased
     */
    public long eraseOlderThan(int days) {
        return written(
                Keeping.eraseBefore(clock.instant().minus(Duration.ofDays(days)).toEpochMilli()));
    }

    /**
     * Brings the ledger to a new key of subjects. If the file holds a later key than the ledger uses, as when this was
     * broken off, it is that one.
     *
     * @param file the file of keys
     * @return how many people are known
     * @throws IOException if the file cannot be read or written
     */
    public int rotate(Path file) throws IOException {
        SubjectKeys keys = SubjectKeys.read(file);
        String used = new Archive(database).subjectKey();
        if (used.isEmpty() || used.equals(keys.currentId())) {
            keys = keys.withOneMore();
            // First the file: a value under a key that nobody has would be lost.
            keys.write(file);
        }
        SubjectKeys current = keys;
        return written(Keeping.rotate(current::keyed));
    }

    /**
     * Writes down all that is held about somebody. That it was written down is recorded.
     *
     * @param reference the reference of the person, as callers send it
     * @param keys the file of keys
     * @param file where to write, a decision on each line
     * @return how many decisions there are
     * @throws IOException if a file cannot be read or written
     * @throws StaleKeyException if people are known under another key than the current one of the file, so that nobody would be
     *     found
     */
    public int exportSubject(String reference, Path keys, Path file) throws IOException, StaleKeyException {
        KeyedSubject keyed = SubjectKeys.read(keys).keyed(reference);
        Archive archive = new Archive(database);
        keyed.requireKnownUnder(archive.subjectKey());
        List<Archive.Kept> decisions = archive.decisionsAbout(keyed.value());
        List<Draft> looks = new ArrayList<>();
        decisions.forEach(kept -> looks.add(look(kept.entry().id(), "export-subject")));
        looks.add(look("", "export-subject"));
        record(looks);
        try (BufferedWriter out = OwnersFile.text(file)) {
            for (Archive.Kept kept : decisions) {
                ObjectNode line = line(kept);
                var related = line.putArray("records");
                archive.about(kept.entry().id()).forEach(one -> related.add(line(one)));
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
            }
        }
        return decisions.size();
    }

    /**
     * Writes down the records between two places for an auditor, with everything that their hashes are made of. That it was
     * written down is recorded.
     *
     * @param from the first place
     * @param to the last place
     * @param file where to write, a record on each line
     * @return how many records there are
     * @throws IOException if the file cannot be written
     */
    public long exportRecords(long from, long to, Path file) throws IOException {
        record(List.of(look("", "export")));
        long[] count = {0};
        try (BufferedWriter out = OwnersFile.text(file)) {
            new Archive(database).between(from, to, kept -> {
                out.write(JSON.writeValueAsString(line(kept)));
                out.write('\n');
                count[0]++;
            });
        }
        return count[0];
    }

    private static ObjectNode line(Archive.Kept kept) throws IllegalStateException {
        try {
            ObjectNode line = JSON.createObjectNode()
                    .put("seq", kept.entry().seq())
                    .put("kind", kept.entry().kind())
                    .put("id", kept.entry().id())
                    .put("about", kept.entry().about())
                    .put("at", kept.entry().at())
                    .put("caller", kept.entry().author().caller())
                    .put("agency", kept.entry().author().agency())
                    .put("request", kept.entry().author().request())
                    .put("summary", kept.entry().summary())
                    .put("contentSha256", kept.entry().content())
                    .put("hash", kept.entry().hash());
            line.set("content", kept.text() == null ? null : JSON.readTree(kept.text()));
            return line;
        } catch (IOException e) {
            throw new IllegalStateException("A record cannot be read.", e);
        }
    }

    private static Draft look(String about, String what) {
        return new Draft(
                Kind.LOOK,
                UUID.randomUUID().toString(),
                about,
                new Draft.Author("operator", "", ""),
                "{\"look\":\"" + what + "\"}",
                null);
    }

    private void record(List<Draft> drafts) {
        written(appender -> {
            for (Draft draft : drafts) {
                appender.append(draft);
            }
            return drafts.size();
        });
    }

    private <T> T written(Change<T> change) {
        try (GroupCommit commits = new GroupCommit(database, clock, end -> {})) {
            return commits.submit(change).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The ledger cannot be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Broken off.", e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
