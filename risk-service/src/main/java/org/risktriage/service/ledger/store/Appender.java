package org.risktriage.service.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Figures;
import org.risktriage.service.ledger.kept.ReviewFigures;
import org.risktriage.service.ledger.kept.StoredText;

/**
 * Puts records on the end of the chain, within one transaction that holds the end of it: whoever else wants to write waits.
 * Not safe for use by several threads.
 */
public final class Appender implements AutoCloseable {
    /** A place on no chain. */
    private static final long NOWHERE = -1;

    private static final int AS_MUCH = 16 * 1024;

    private final Connection connection;
    private final long at;
    private final PreparedStatement entries;
    private final PreparedStatement contents;
    private final PreparedStatement figures;
    private final PreparedStatement reviews;
    private final PreparedStatement facts;
    private Link last;
    private String subjectKey;

    private Appender(Connection connection, long at, Link last, String subjectKey) throws SQLException {
        this.connection = connection;
        this.at = at;
        this.last = last;
        this.subjectKey = subjectKey;
        this.entries = connection.prepareStatement(
                "INSERT INTO entry (seq, kind, id, about, at, caller, agency, request, summary, content, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.contents = connection.prepareStatement("INSERT INTO content (seq, body) VALUES (?, ?)");
        this.figures = connection.prepareStatement(
                "INSERT INTO decision (seq, area, assessed_on, level, refer, criteria, unknown, children, agency, subject)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.reviews = connection.prepareStatement(
                "INSERT INTO review (seq, area, assessed_on, outcome, referred_on, about) VALUES (?, ?, ?, ?, ?, ?)");
        this.facts = connection.prepareStatement("INSERT INTO fact (seq, place, subject, agency, kind, happened, what,"
                + " direction, perpetrator, extra, ref) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /**
     * Takes hold of the end of the chain.
     *
     * @param database where it is
     * @param connection a connection for writing
     * @param at now, in milliseconds since 1970
     * @return what puts records there
     * @throws SQLException if the database fails, or somebody else holds the end for too long
     */
    static Appender at(Database database, Connection connection, long at) throws SQLException {
        // In SQLite the transaction as a whole holds it.
        String lock = database.address().isFile() ? "" : " FOR UPDATE";
        try (Statement statement = connection.createStatement();
                ResultSet head =
                        statement.executeQuery("SELECT seq, hash, subject_key FROM head WHERE one = 1" + lock)) {
            if (!head.next()) {
                throw new SQLException("The ledger has no head.");
            }
            return new Appender(connection, at, new Link(head.getLong(1), head.getString(2)), head.getString(3));
        }
    }

    /**
     * Puts a record there.
     *
     * @param draft the record
     * @return the record as it stands on the chain
     * @throws SQLException if the database fails
     */
    public Entry append(Draft draft) throws SQLException {
        Entry entry = Entry.after(last, draft, at);
        insert(entry);
        if (draft.content() != null) {
            contents.setLong(1, entry.seq());
            contents.setBytes(2, draft.content().stored());
            contents.addBatch();
        }
        last = entry.link();
        return entry;
    }

    private void insert(Entry entry) throws SQLException {
        entries.setLong(1, entry.seq());
        entries.setString(2, entry.kind());
        entries.setString(3, entry.id());
        entries.setString(4, entry.about());
        entries.setLong(5, entry.at());
        entries.setString(6, entry.author().caller());
        entries.setString(7, entry.author().agency());
        entries.setString(8, entry.author().request());
        entries.setString(9, entry.summary());
        entries.setString(10, entry.content());
        entries.setString(11, entry.hash());
        entries.addBatch();
    }

    /**
     * Keeps what is counted of a decision, and whom it is about.
     *
     * @param entry the decision
     * @param row its figures
     * @throws SQLException if the database fails
     */
    public void figures(Entry entry, Figures row) throws SQLException {
        figures.setLong(1, entry.seq());
        figures.setString(2, row.area());
        figures.setString(3, row.assessedOn());
        figures.setString(4, row.level());
        figures.setInt(5, row.refer());
        figures.setString(6, row.criteria());
        figures.setInt(7, row.unknown());
        figures.setInt(8, row.children());
        figures.setString(9, entry.author().agency());
        figures.setString(10, row.subject());
        figures.addBatch();
    }

    /**
     * Keeps what is counted of a review.
     *
     * @param entry the review
     * @param row its figures
     * @throws SQLException if the database fails
     */
    public void figures(Entry entry, ReviewFigures row) throws SQLException {
        reviews.setLong(1, entry.seq());
        reviews.setString(2, row.area());
        reviews.setString(3, row.assessedOn());
        reviews.setString(4, row.outcome());
        reviews.setString(5, row.referredOn());
        reviews.setString(6, entry.about());
        reviews.addBatch();
    }

    /**
     * Keeps facts of somebody.
     *
     * @param entry the record that says so
     * @param subject whom they are about
     * @param list the facts
     * @throws SQLException if the database fails
     */
    public void facts(Entry entry, String subject, List<Fact> list) throws SQLException {
        for (int i = 0; i < list.size(); i++) {
            Fact fact = list.get(i).marked(subject);
            facts.setLong(1, entry.seq());
            facts.setInt(2, i);
            facts.setString(3, subject);
            facts.setString(4, entry.author().agency());
            facts.setString(5, fact.kind().code());
            facts.setString(6, fact.happened());
            facts.setString(7, StoredText.of(fact.what()));
            facts.setString(8, fact.direction());
            facts.setString(9, StoredText.of(fact.perpetrator()));
            facts.setString(10, fact.extra());
            facts.setString(11, fact.ref());
            facts.addBatch();
        }
    }

    /**
     * The id by which the ledger knows somebody; a new one where nobody has met them.
     *
     * @param keyed the subject's reference under the key
     * @return the id
     * @throws StaleKeyException if the key was changed since
     * @throws SQLException if the database fails
     */
    public String subject(KeyedSubject keyed) throws SQLException, StaleKeyException {
        check(keyed);
        String known = known(keyed);
        if (known != null) {
            return known;
        }
        String id = UUID.randomUUID().toString();
        putSubject(id, keyed);
        return id;
    }

    /**
     * Makes sure that people are still known under a key.
     *
     * @param keyed somebody under the key
     * @throws StaleKeyException if the key was changed since
     */
    public void check(KeyedSubject keyed) throws StaleKeyException {
        keyed.requireKnownUnder(subjectKey);
    }

    private @Nullable String known(KeyedSubject keyed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM subject WHERE value = ?")) {
            select.setString(1, keyed.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** Puts on the chain, and in the table, by which value somebody is known from now on. */
    void putSubject(String id, KeyedSubject keyed) throws SQLException {
        Entry entry = append(new Draft(
                Kind.SUBJECT,
                UUID.randomUUID().toString(),
                "",
                Draft.Author.SERVICE,
                "{}",
                Content.of(content(id, keyed))));
        try (PreparedStatement gone = connection.prepareStatement("DELETE FROM subject WHERE id = ?");
                PreparedStatement put = connection.prepareStatement(
                        "INSERT INTO subject (id, key_id, value, seq) VALUES (?, ?, ?, ?)")) {
            gone.setString(1, id);
            gone.executeUpdate();
            put.setString(1, id);
            put.setString(2, keyed.key());
            put.setString(3, keyed.value());
            put.setLong(4, entry.seq());
            put.executeUpdate();
        }
        subjectKey = keyed.key();
    }

    /** What the chain says of somebody. */
    static String content(String id, KeyedSubject keyed) {
        return "{\"subject\":\"" + id + "\",\"key\":\"" + keyed.key() + "\",\"value\":\"" + keyed.value() + "\"}";
    }

    /**
     * Remembers a caller's key of a request, unless it is remembered already.
     *
     * @param id the digest of the caller and the key
     * @param body the digest of the body
     * @param decision the id of the decision
     * @param until until when, in milliseconds since 1970
     * @return false if it was remembered before
     * @throws SQLException if the database fails
     */
    public boolean remember(String id, String body, String decision, long until) throws SQLException {
        try (PreparedStatement expired =
                        connection.prepareStatement("DELETE FROM kept_key WHERE id = ? AND until <= ?");
                PreparedStatement put = connection.prepareStatement("INSERT INTO kept_key (id, body, decision, until)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
            expired.setString(1, id);
            expired.setLong(2, at);
            expired.executeUpdate();
            put.setString(1, id);
            put.setString(2, body);
            put.setString(3, decision);
            put.setLong(4, until);
            return put.executeUpdate() == 1;
        }
    }

    /**
     * How many reviews of a decision there are, those of this transaction among them.
     *
     * @param decision the id of the decision
     * @return the number
     * @throws SQLException if the database fails
     */
    public int reviewsOf(String decision) throws SQLException {
        flush();
        // By the index of what records are about; the table of reviews has none of it.
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*) FROM entry WHERE about = ? AND about <> '' AND kind = ?")) {
            select.setString(1, decision);
            select.setString(2, Kind.REVIEW.code());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /**
     * When the records are put there.
     *
     * @return milliseconds since 1970
     */
    public long at() {
        return at;
    }

    /** The connection, for what erases and changes keys. */
    Connection connection() {
        return connection;
    }

    /** The end of the chain. */
    Link last() {
        return last;
    }

    /** Writes as much as a record is and takes it away again: it needs the disk, and leaves all as it was. */
    Link touch() throws SQLException {
        byte[] some = new byte[AS_MUCH];
        // Zeros would be packed to nothing.
        ThreadLocalRandom.current().nextBytes(some);
        try (PreparedStatement put = connection.prepareStatement("INSERT INTO content (seq, body) VALUES (?, ?)");
                PreparedStatement gone = connection.prepareStatement("DELETE FROM content WHERE seq = ?")) {
            put.setLong(1, NOWHERE);
            put.setBytes(2, some);
            put.executeUpdate();
            gone.setLong(1, NOWHERE);
            gone.executeUpdate();
        }
        return last;
    }

    /** Writes what is still to be written, but for the commit. */
    void flush() throws SQLException {
        entries.executeBatch();
        contents.executeBatch();
        figures.executeBatch();
        reviews.executeBatch();
        facts.executeBatch();
        try (PreparedStatement head =
                connection.prepareStatement("UPDATE head SET seq = ?, hash = ?, subject_key = ? WHERE one = 1")) {
            head.setLong(1, last.seq());
            head.setString(2, last.hash());
            head.setString(3, subjectKey);
            head.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        entries.close();
        contents.close();
        figures.close();
        reviews.close();
        facts.close();
    }
}
