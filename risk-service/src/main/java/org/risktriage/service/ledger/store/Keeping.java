package org.risktriage.service.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Kind;

/** Erases what was kept long enough, and changes the key of subjects: the only things that take anything away. */
public final class Keeping {
    private Keeping() {}

    /**
     * Erases the content of every record from before a moment, and everything that follows from it. Figures stay.
     *
     * @param before the moment, in milliseconds since 1970
     * @return a change that gives the place up to which content is gone; 0 if there was nothing to erase
     */
    public static Change<Long> eraseBefore(long before) {
        return appender -> {
            appender.flush();
            Connection connection = appender.connection();
            update(connection, "DELETE FROM kept_key WHERE until <= ?", appender.at());
            long through = lastBefore(connection, before, appender.last().seq());
            if (through == 0 || count(connection, "SELECT count(*) FROM content WHERE seq <= ?", through) == 0) {
                return 0L;
            }
            for (Known known : known(connection, "SELECT id, key_id, value FROM subject WHERE seq <= " + through)) {
                if (isInUse(connection, known.id(), through)) {
                    appender.putSubject(known.id(), known.keyed());
                } else {
                    try (PreparedStatement gone = connection.prepareStatement("DELETE FROM subject WHERE id = ?")) {
                        gone.setString(1, known.id());
                        gone.executeUpdate();
                    }
                }
            }
            update(connection, "DELETE FROM content WHERE seq <= ?", through);
            update(connection, "DELETE FROM fact WHERE seq <= ?", through);
            note(appender, Kind.ERASURE, "{\"through\":" + through + "}");
            return through;
        };
    }

    /**
     * Changes the key under which people are known.
     *
     * @param rekeyed gives the value under the new key
     * @return a change that gives how many people there are
     */
    public static Change<Integer> rotate(UnaryOperator<KeyedSubject> rekeyed) {
        return appender -> {
            appender.flush();
            Connection connection = appender.connection();
            long through = appender.last().seq();
            List<Known> all = known(connection, "SELECT id, key_id, value FROM subject ORDER BY seq");
            for (Known known : all) {
                appender.putSubject(known.id(), rekeyed.apply(known.keyed()));
            }
            try (PreparedStatement gone = connection.prepareStatement(
                    "DELETE FROM content WHERE seq <= ? AND seq IN (SELECT seq FROM entry WHERE kind = 'subject')")) {
                gone.setLong(1, through);
                gone.executeUpdate();
            }
            note(appender, Kind.ROTATION, "{\"subjectsThrough\":" + through + "}");
            return all.size();
        };
    }

    private record Known(String id, KeyedSubject keyed) {}

    private static List<Known> known(Connection connection, String sql) throws SQLException {
        List<Known> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(new Known(rows.getString(1), new KeyedSubject(rows.getString(2), rows.getString(3))));
            }
        }
        return all;
    }

    private static boolean isInUse(Connection connection, String subject, long through) throws SQLException {
        // A decision without a level or a history has no facts, and is about them all the same; a review has facts
        // alone.
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM fact WHERE subject = ? AND seq > ? UNION ALL"
                        + " SELECT 1 FROM decision WHERE subject = ? AND subject <> '' AND seq > ? LIMIT 1")) {
            select.setString(1, subject);
            select.setLong(2, through);
            select.setString(3, subject);
            select.setLong(4, through);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Places have no gaps, and go with the time: the last record before a moment is found by halving. */
    private static long lastBefore(Connection connection, long before, long last) throws SQLException {
        long low = 0;
        long high = last;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (count(connection, "SELECT at FROM entry WHERE seq = ?", middle) < before) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static long count(Connection connection, String sql, long parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
            }
        }
    }

    private static void update(Connection connection, String sql, long parameter) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, parameter);
            update.executeUpdate();
        }
    }

    private static void note(Appender appender, Kind kind, String summary) throws SQLException {
        appender.append(new Draft(kind, UUID.randomUUID().toString(), "", Draft.Author.SERVICE, summary, null));
    }
}
