package org.risktriage.service.ledger.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.chain.BrokenContentException;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Figures;
import org.risktriage.service.ledger.kept.ReviewFigures;
import org.risktriage.service.ledger.kept.StoredText;

/**
 * Goes over the chain from its first record to its last, and over every table that follows from it. Reads one state of the
 * database, while others write.
 */
public final class Verification {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;
    private static final int MOST_FINDINGS = 100;
    private static final JsonNode NOTHING = JSON.createObjectNode();

    private final TreeMap<Long, String> anchors = new TreeMap<>();
    private final long now;
    private final LongConsumer progress;
    private final List<String> findings = new ArrayList<>();
    private long erased;
    private long subjectsErased;
    private long contents;
    private long figures;
    private long reviews;
    private long liveKeys;
    private final Map<String, Long> keyOf = new TreeMap<>();

    private Verification(List<Link> anchors, long now, LongConsumer progress) {
        this.now = now;
        this.progress = progress;
        for (Link anchor : anchors) {
            String other = this.anchors.put(anchor.seq(), anchor.hash());
            if (other != null && !other.equals(anchor.hash())) {
                found(anchor.seq(), "two anchors of it differ.");
            }
        }
        // Of an empty ledger: there is nothing before it.
        this.anchors.remove(Link.START.seq(), Link.START.hash());
    }

    /**
     * What came of it.
     *
     * @param records how many records there are
     * @param end the last one
     * @param findings what is not as it was written; empty if everything is. At most 100
     */
    public record Report(long records, Link end, List<String> findings) {}

    /**
     * Verifies a ledger.
     *
     * @param database where it is
     * @param anchors places on the chain that were written down elsewhere
     * @param now in milliseconds since 1970
     * @param progress told of the place that was reached
     * @return what came of it
     * @throws SQLException if it cannot be read
     */
    public static Report verify(Database database, List<Link> anchors, long now, LongConsumer progress)
            throws SQLException {
        try (Connection connection = Database.connect(database.address())) {
            connection.setTransactionIsolation(
                    database.address().isFile()
                            ? Connection.TRANSACTION_SERIALIZABLE
                            : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(!database.address().isFile());
            try (Statement begin = connection.createStatement()) {
                if (database.address().isFile()) {
                    begin.execute("BEGIN");
                } else {
                    connection.setAutoCommit(false);
                }
            }
            Report report = new Verification(anchors, now, progress).over(connection);
            try (Statement end = connection.createStatement()) {
                end.execute("ROLLBACK");
            }
            return report;
        }
    }

    private void found(long seq, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(seq == 0 ? what : "Record " + seq + ": " + what);
        }
    }

    private Report over(Connection connection) throws SQLException {
        cutoffs(connection);
        Link last = Link.START;
        try (Rows entries = new Rows(connection, ENTRIES);
                Rows facts = new Rows(connection, FACTS);
                Rows subjects = new Rows(connection, SUBJECTS)) {
            while (entries.next()) {
                Entry entry = Archive.entry(entries.rows);
                if (entry.seq() != last.seq() + 1) {
                    found(entry.seq(), "there is a gap before it.");
                }
                if (!entry.hashAfter(new Link(last.seq(), last.hash())).equals(entry.hash())) {
                    found(entry.seq(), "its hash does not follow from it and from the record before.");
                }
                String anchored = anchors.remove(entry.seq());
                if (anchored != null && !anchored.equals(entry.hash())) {
                    found(entry.seq(), "it is not the record that was anchored.");
                }
                record(entry, entries.rows, facts, subjects);
                last = entry.link();
                progress.accept(entry.seq());
            }
            while (facts.next()) {
                found(facts.seq(), "a fact names it, and it does not say so.");
            }
            while (subjects.next()) {
                found(subjects.seq(), "a subject names it, and it does not say so.");
            }
        }
        anchors.forEach((seq, hash) -> found(seq, "it was anchored, and is gone."));
        tables(connection, last);
        return new Report(last.seq(), last, List.copyOf(findings));
    }

    private static final String ENTRIES = "SELECT e.seq, e.kind, e.id, e.about, e.at, e.caller, e.agency, e.request,"
            + " e.summary, e.content, e.hash, c.body, d.area, d.assessed_on, d.level, d.refer, d.criteria, d.unknown,"
            + " d.children, d.agency, r.area, r.assessed_on, r.outcome, r.referred_on, r.about, d.subject FROM entry e"
            + " LEFT JOIN content c ON c.seq = e.seq LEFT JOIN decision d ON d.seq = e.seq"
            + " LEFT JOIN review r ON r.seq = e.seq ORDER BY e.seq";
    private static final String FACTS = "SELECT seq, place, subject, agency, kind, happened, what, direction,"
            + " perpetrator, extra, ref FROM fact ORDER BY seq, place";
    private static final String SUBJECTS = "SELECT seq, id, key_id, value FROM subject ORDER BY seq";

    /** Rows one after the other, with a look ahead. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement statement;
        private final ResultSet rows;
        private boolean ahead;
        private boolean there;

        Rows(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(AT_ONCE);
            rows = statement.executeQuery();
        }

        boolean next() throws SQLException {
            if (ahead) {
                ahead = false;
                return there;
            }
            return rows.next();
        }

        /** Moves to the next row if it is of a record, or of one that there should not be before it. */
        boolean nextUpTo(long seq) throws SQLException {
            if (!ahead) {
                there = rows.next();
                ahead = true;
            }
            if (there && rows.getLong(1) <= seq) {
                ahead = false;
                return true;
            }
            return false;
        }

        long seq() throws SQLException {
            return rows.getLong(1);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /** Up to which places content may be gone. */
    private void cutoffs(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT seq, summary FROM entry WHERE kind IN ('erasure', 'rotation') ORDER BY seq");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                JsonNode summary = read(rows.getString(2));
                // Nothing is erased that comes after the record which says so.
                erased = Math.max(erased, Math.min(summary.path("through").asLong(0), rows.getLong(1) - 1));
                subjectsErased = Math.max(
                        subjectsErased, Math.min(summary.path("subjectsThrough").asLong(0), rows.getLong(1) - 1));
            }
        }
    }

    private void record(Entry entry, ResultSet row, Rows facts, Rows subjects) throws SQLException {
        String text = content(entry, row.getBytes(12));
        JsonNode summary = read(entry.summary());
        boolean decision = entry.kind().equals(Kind.DECISION.code());
        boolean review = entry.kind().equals(Kind.REVIEW.code());
        row.getString(13);
        boolean counted = !row.wasNull();
        if (counted) {
            figures++;
        }
        if (counted != decision || (decision && !sameFigures(entry, summary, row))) {
            found(entry.seq(), "its figures are not those that it says.");
        }
        row.getString(21);
        boolean reviewCounted = !row.wasNull();
        if (reviewCounted) {
            reviews++;
        }
        if (reviewCounted != review || (review && !sameReview(entry, summary, row))) {
            found(entry.seq(), "the figures of the review are not those that it says.");
        }
        if (decision && summary.path("keyUntil").asLong(0) > now) {
            liveKeys++;
        }
        facts(entry, summary, text, facts);
        subject(entry, text, subjects);
    }

    private @Nullable String content(Entry entry, byte @Nullable [] body) {
        boolean subject = entry.kind().equals(Kind.SUBJECT.code());
        boolean gone = entry.seq() <= Math.max(erased, subject ? subjectsErased : 0);
        if (body == null) {
            if (!entry.content().isEmpty() && !gone) {
                found(entry.seq(), "its content is gone, and no record says that it was erased.");
            }
            return null;
        }
        contents++;
        if (gone) {
            found(entry.seq(), "its content was erased, and is there.");
        }
        try {
            if (Content.digestOf(body).equals(entry.content())) {
                return Content.text(body);
            }
        } catch (BrokenContentException e) {
            // The same finding.
        }
        found(entry.seq(), "its content is not what was recorded.");
        return null;
    }

    private static boolean sameFigures(Entry entry, JsonNode summary, ResultSet row) throws SQLException {
        Figures there = new Figures(
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getInt(16),
                row.getString(17),
                row.getInt(18),
                row.getInt(19),
                row.getString(26));
        return there.equals(Figures.of(summary)) && entry.author().agency().equals(row.getString(20));
    }

    private static boolean sameReview(Entry entry, JsonNode summary, ResultSet row) throws SQLException {
        ReviewFigures there =
                new ReviewFigures(row.getString(21), row.getString(22), row.getString(23), row.getString(24));
        return there.equals(ReviewFigures.of(summary)) && entry.about().equals(row.getString(25));
    }

    private void facts(Entry entry, JsonNode summary, @Nullable String text, Rows facts) throws SQLException {
        List<Fact> says = text == null ? List.of() : Fact.of(entry.kind(), summary, read(text));
        int place = 0;
        boolean same = true;
        while (facts.nextUpTo(entry.seq())) {
            same &= facts.seq() == entry.seq()
                    && place < says.size()
                    && facts.rows.getInt(2) == place
                    && facts.rows.getString(3).equals(summary.path("subject").asText())
                    && facts.rows.getString(4).equals(entry.author().agency())
                    && says.get(place).marked(summary.path("subject").asText()).equals(fact(facts.rows))
                    // What reads as the same text may still not be what was written.
                    && StoredText.of(says.get(place).what()).equals(facts.rows.getString(7))
                    && StoredText.of(says.get(place).perpetrator()).equals(facts.rows.getString(9));
            place++;
        }
        if (!same || place != says.size()) {
            found(entry.seq(), "the facts that were taken from it are not those that it says.");
        }
    }

    private static @Nullable Fact fact(ResultSet rows) throws SQLException {
        try {
            return Archive.fact(rows, 5);
        } catch (IllegalArgumentException e) {
            // There is no such kind.
            return null;
        }
    }

    private void subject(Entry entry, @Nullable String text, Rows subjects) throws SQLException {
        boolean same = true;
        int rows = 0;
        while (subjects.nextUpTo(entry.seq())) {
            String id = subjects.rows.getString(2);
            String key = subjects.rows.getString(3);
            same &= subjects.seq() == entry.seq()
                    && Objects.equals(text, Appender.content(id, new KeyedSubject(key, subjects.rows.getString(4))));
            keyOf.put(key, entry.seq());
            rows++;
        }
        int expected = text != null && entry.kind().equals(Kind.SUBJECT.code()) ? 1 : 0;
        if (!same || rows != expected) {
            found(entry.seq(), "the table of subjects does not say what it says.");
        }
    }

    private void tables(Connection connection, Link last) throws SQLException {
        count(connection, "content", contents);
        count(connection, "decision", figures);
        count(connection, "review", reviews);
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT one, seq, hash, subject_key FROM head ORDER BY one");
                ResultSet rows = select.executeQuery()) {
            boolean same = rows.next()
                    && rows.getInt(1) == 1
                    && new Link(rows.getLong(2), rows.getString(3)).equals(last)
                    && (keyOf.isEmpty() || keyOf.keySet().equals(java.util.Set.of(rows.getString(4))));
            if (!same || rows.next()) {
                found(0, "The head is not the last record, or the key of subjects is another.");
            }
        }
        long live = 0;
        try (Rows keys = new Rows(
                connection,
                "SELECT k.until, k.id, k.body, k.decision, e.summary FROM kept_key k LEFT JOIN entry e ON e.id = k.decision"
                        + " AND e.kind = 'decision'")) {
            while (keys.next()) {
                JsonNode summary = read(keys.rows.getString(5));
                boolean same = summary.path("key").asText("").equals(keys.rows.getString(2))
                        && summary.path("keyBody").asText("").equals(keys.rows.getString(3))
                        && summary.path("keyUntil").asLong() == keys.rows.getLong(1);
                if (!same) {
                    found(0, "A key of a repeated request is not what its decision says.");
                }
                live += keys.rows.getLong(1) > now ? 1 : 0;
            }
        }
        if (live != liveKeys) {
            found(0, "A key of a repeated request is missing.");
        }
    }

    private void count(Connection connection, String table, long seen) throws SQLException {
        try (Rows all = new Rows(connection, "SELECT count(*) FROM " + table)) {
            if (!all.next() || all.rows.getLong(1) != seen) {
                found(0, "The table " + table + " has rows of no record.");
            }
        }
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return json == null ? NOTHING : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // What cannot be read says nothing, and its hash tells why.
            return NOTHING;
        }
    }
}
