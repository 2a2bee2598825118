package org.risktriage.service.ledger.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.chain.BrokenContentException;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Fact.FactKind;
import org.risktriage.service.ledger.kept.StoredText;

/** Reads what the ledger holds. Safe for use by many threads. */
public final class Archive {
    private static final String COLUMNS =
            "e.seq, e.kind, e.id, e.about, e.at, e.caller, e.agency, e.request, e.summary,"
                    + " e.content, e.hash, c.body FROM entry e LEFT JOIN content c ON c.seq = e.seq ";
    /** More than any assessment may name. Where there are more, the newest are taken, and it is said. */
    private static final int MOST_FACTS = 2_000;
    /** No record has as many facts as this. */
    private static final int PLACES = 1_024;
    /** What makes a fact one and the same. */
    private static final String SAME = "agency, kind, happened, what, direction, perpetrator, extra, ref";

    /**
     * Each fact once for each agency that recorded it, with the newest record that has it: who sends the same history with
     * every request must not push out what another agency recorded once. The first number of a row is the place of that
     * record, and within it of the fact.
     */
    static final String FACTS_OF = "SELECT g.last, e.at, g.subject, g.agency, g.kind, g.happened, g.what, g.direction,"
            + " g.perpetrator, g.extra, g.ref FROM (SELECT max(seq * " + PLACES + " + " + (PLACES - 1)
            + " - place) AS last, max(seq) AS seq, max(subject) AS subject, " + SAME
            + " FROM fact WHERE subject = (SELECT id FROM subject WHERE value = ?) GROUP BY " + SAME
            + " ORDER BY last DESC LIMIT " + (MOST_FACTS + 1)
            + ") g JOIN entry e ON e.seq = g.seq ORDER BY g.last DESC";

    private final Database database;

    /**
     * Creates an archive.
     *
     * @param database where the ledger is
     */
    public Archive(Database database) {
        this.database = database;
    }

    /**
     * A record with its content.
     *
     * @param entry the record
     * @param text the content; null if there is none, or none any more
     */
    public record Kept(Entry entry, @Nullable String text) {
        @Override
        public String toString() {
            return "Kept[values withheld]";
        }
    }

    /**
     * What is remembered of a request that was answered.
     *
     * @param body the digest of its body
     * @param decision the id of the decision
     */
    public record Answered(String body, String decision) {}

    /**
     * A fact and who recorded it.
     *
     * @param seq the place of the record on the chain
     * @param agency the agency that recorded it
     * @param at when, in milliseconds since 1970
     * @param fact the fact
     */
    public record Recorded(long seq, String agency, long at, Fact fact) {
        @Override
        public String toString() {
            return "Recorded[values withheld]";
        }
    }

    /**
     * What was recorded of somebody.
     *
     * @param subject the id of whom it is about; empty where nothing is recorded
     * @param facts each fact once for each agency, the newest record first
     * @param all whether there are no more
     */
    public record Facts(String subject, List<Recorded> facts, boolean all) {
        /** Keeps a copy. */
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String toString() {
            return "Facts[values withheld]";
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException, BrokenContentException;
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.reader()) {
            return question.ask(connection);
        } catch (SQLException | BrokenContentException e) {
            throw new LedgerUnavailableException(e);
        }
    }

    /**
     * A decision.
     *
     * @param id its id
     * @return the decision; null if there is none
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public @Nullable Kept decision(String id) {
        return ask(connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement("SELECT " + COLUMNS + "WHERE e.id = ? AND e.kind = ?")) {
                        select.setString(1, id);
                        select.setString(2, Kind.DECISION.code());
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next() ? Optional.of(kept(rows)) : Optional.<Kept>empty();
                        }
                    }
                })
                .orElse(null);
    }

    /**
     * What people made of a decision.
     *
     * @param decision the id of the decision
     * @return the reviews, the first one first
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public List<Kept> reviews(String decision) {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + "WHERE e.about = ? AND e.about <> '' AND e.kind = ? ORDER BY e.seq")) {
                select.setString(1, decision);
                select.setString(2, Kind.REVIEW.code());
                try (ResultSet rows = select.executeQuery()) {
                    List<Kept> reviews = new ArrayList<>();
                    while (rows.next()) {
                        reviews.add(kept(rows));
                    }
                    return List.copyOf(reviews);
                }
            }
        });
    }

    /** The record of a row, and its content. */
    static Kept kept(ResultSet rows) throws SQLException, BrokenContentException {
        byte[] body = rows.getBytes(12);
        return new Kept(entry(rows), body == null ? null : Content.text(body));
    }

    /** The record of a row. */
    static Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getLong(5),
                new Draft.Author(rows.getString(6), rows.getString(7), rows.getString(8)),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11));
    }

    /**
     * What is remembered of a request.
     *
     * @param id the digest of the caller and its key
     * @param now in milliseconds since 1970
     * @return what is remembered; null if nothing is
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public @Nullable Answered answered(String id, long now) {
        return ask(connection -> {
                    try (PreparedStatement select = connection.prepareStatement(
                            "SELECT body, decision FROM kept_key WHERE id = ? AND until > ?")) {
                        select.setString(1, id);
                        select.setLong(2, now);
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next()
                                    ? Optional.of(new Answered(rows.getString(1), rows.getString(2)))
                                    : Optional.<Answered>empty();
                        }
                    }
                })
                .orElse(null);
    }

    /**
     * What was recorded of somebody.
     *
     * @param value the subject's reference under the key
     * @return each fact once for each agency that recorded it
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public Facts facts(String value) {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FACTS_OF)) {
                select.setString(1, value);
                try (ResultSet rows = select.executeQuery()) {
                    String subject = "";
                    List<Recorded> facts = new ArrayList<>();
                    while (rows.next()) {
                        if (facts.size() == MOST_FACTS) {
                            return new Facts(subject, facts, false);
                        }
                        subject = rows.getString(3);
                        facts.add(new Recorded(
                                rows.getLong(1) / PLACES, rows.getString(4), rows.getLong(2), fact(rows, 5)));
                    }
                    return new Facts(subject, facts, true);
                }
            }
        });
    }

    /** The fact in a row, from a column on. */
    static Fact fact(ResultSet rows, int column) throws SQLException {
        return new Fact(
                FactKind.valueOf(rows.getString(column).toUpperCase(Locale.ROOT)),
                rows.getString(column + 1),
                StoredText.read(rows.getString(column + 2)),
                rows.getString(column + 3),
                StoredText.read(rows.getString(column + 4)),
                rows.getString(column + 5),
                rows.getString(column + 6));
    }

    /**
     * The id of the key under which subjects are known.
     *
     * @return the id; empty if there is none yet
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public String subjectKey() {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT subject_key FROM head");
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }

    /**
     * The end of the chain.
     *
     * @return the last place and its hash
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public Link end() {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT seq, hash FROM head");
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Link(rows.getLong(1), rows.getString(2)) : Link.START;
            }
        });
    }

    /**
     * Every decision about somebody, also those of which nothing was taken into the history, and those whose content was erased.
     * Looks at each record, and so takes a while.
     *
     * @param value the subject's reference under the key
     * @return the decisions, the first one first
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public List<Kept> decisionsAbout(String value) {
        return listed(
                "WHERE e.seq IN (SELECT d.seq FROM decision d WHERE d.subject <> '' AND d.subject ="
                        + " (SELECT s.id FROM subject s WHERE s.value = ?)) ORDER BY e.seq",
                value);
    }

    /**
     * Every record about a decision: what people made of it, and who looked.
     *
     * @param decision the id of the decision
     * @return the records, the first one first
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public List<Kept> about(String decision) {
        return listed("WHERE e.about = ? AND e.about <> '' ORDER BY e.seq", decision);
    }

    private List<Kept> listed(String where, String parameter) {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + where)) {
                select.setString(1, parameter);
                try (ResultSet rows = select.executeQuery()) {
                    List<Kept> list = new ArrayList<>();
                    while (rows.next()) {
                        list.add(kept(rows));
                    }
                    return List.copyOf(list);
                }
            }
        });
    }

    /** Takes records one after the other. */
    public interface Taker {
        /**
         * Takes a record.
         *
         * @param kept the record
         * @throws IOException if it cannot be taken
         */
        void take(Kept kept) throws IOException;
    }

    /**
     * Goes over the records between two places.
     *
     * @param from the first place
     * @param to the last place
     * @param taker takes them
     * @throws IOException if the taker cannot
     * @throws LedgerUnavailableException if the database cannot be read
     */
    public void between(long from, long to, Taker taker) throws IOException {
        // Piece by piece, so that no transaction stays open for long.
        for (long first = from; first <= to; first += PIECE) {
            long start = first;
            long last = Math.min(to, first + PIECE - 1);
            List<Kept> piece = ask(connection -> {
                try (PreparedStatement select = connection.prepareStatement(
                        "SELECT " + COLUMNS + "WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq")) {
                    select.setLong(1, start);
                    select.setLong(2, last);
                    try (ResultSet rows = select.executeQuery()) {
                        List<Kept> list = new ArrayList<>();
                        while (rows.next()) {
                            list.add(kept(rows));
                        }
                        return list;
                    }
                }
            });
            for (Kept kept : piece) {
                taker.take(kept);
            }
            if (piece.isEmpty()) {
                return;
            }
        }
    }

    private static final int PIECE = 500;
}
