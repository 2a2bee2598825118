package org.risktriage.service.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.chain.Sha256;

/** Somebody who can write to the database, knows its tables, and changes one thing in it at a time. */
final class Tampering implements AutoCloseable {
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("entry", "seq");
        KEYS.put("content", "seq");
        KEYS.put("decision", "seq");
        KEYS.put("review", "seq");
        KEYS.put("kept_key", "id");
        KEYS.put("subject", "id");
        KEYS.put("fact", "seq, place");
        KEYS.put("head", "one");
    }

    /** Every table that says something of what was recorded. */
    static final Set<String> TABLES = Collections.unmodifiableSet(KEYS.keySet());

    /** What can be done. */
    enum Kind {
        /** A value of a row is another. */
        EDIT,
        /** A row is gone. */
        DELETE,
        /** A row is there that was not. */
        INSERT,
        /** Two records have changed places. */
        REORDER,
        /** The end is cut off everywhere, and the head put where it would then be. */
        TRUNCATE,
        /** A record is another, and every hash from there on is made anew. */
        REWRITE
    }

    private final Connection connection;
    private final Random random;
    private final String before;

    /** Takes a copy of everything, so that it can be as it was. */
    Tampering(Connection connection, boolean file, Random random) throws SQLException {
        this.connection = connection;
        this.random = random;
        run(file ? "ATTACH ':memory:' AS whole" : "CREATE SCHEMA whole");
        for (String table : KEYS.keySet()) {
            run("CREATE TABLE whole." + table + " AS SELECT * FROM " + table);
        }
        before = digest();
    }

    /** Everything as it was. */
    void undo() throws SQLException {
        connection.setAutoCommit(false);
        for (String table : KEYS.keySet()) {
            run("DELETE FROM " + table);
            run("INSERT INTO " + table + " SELECT * FROM whole." + table);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Does something of a kind; gives words for it, or nothing where the database itself did not let it be. */
    String tamper(Kind kind) throws SQLException {
        String what;
        connection.setAutoCommit(false);
        try {
            what = done(kind);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            return "";
        } finally {
            connection.setAutoCommit(true);
        }
        return digest().equals(before) ? "" : what;
    }

    private String done(Kind kind) throws SQLException {
        List<String> tables = List.copyOf(KEYS.keySet());
        String table = tables.get(random.nextInt(tables.size()));
        return switch (kind) {
            case EDIT -> edit(table);
            case DELETE -> {
                run("DELETE FROM " + table + " WHERE " + row(table));
                yield "delete a row of " + table;
            }
            case INSERT -> insert(table);
            case REORDER -> reorder();
            case TRUNCATE -> truncate();
            case REWRITE -> rewrite();
        };
    }

    private String edit(String table) throws SQLException {
        List<String> columns = columns(table);
        String column = columns.get(random.nextInt(columns.size()));
        String where = row(table);
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT " + column + " FROM " + table + " WHERE " + where);
                ResultSet rows = select.executeQuery();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE " + table + " SET " + column + " = ? WHERE " + where)) {
            rows.next();
            if (table.equals("content") && column.equals("body")) {
                byte[] bytes = rows.getBytes(1);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                update.setBytes(1, bytes);
            } else if (isNumber(rows.getMetaData())) {
                update.setLong(1, rows.getLong(1) + 1 + random.nextInt(1000));
            } else {
                update.setString(1, edited(rows.getString(1)));
            }
            update.executeUpdate();
        }
        return "edit " + table + "." + column;
    }

    private String edited(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + "x" + text.substring(at);
            case 1 -> text.substring(0, at);
            default -> at == text.length() ? text + " " : text.substring(0, at) + "0" + text.substring(at + 1);
        };
    }

    private static boolean isNumber(ResultSetMetaData data) throws SQLException {
        int type = data.getColumnType(1);
        return type == Types.INTEGER || type == Types.BIGINT || type == Types.NUMERIC;
    }

    private String insert(String table) throws SQLException {
        // Far behind the end, or for a fact beside the others of its record.
        boolean beside = table.equals("fact") && random.nextBoolean();
        String copies = columns(table).stream()
                .map(column -> switch (column) {
                    case "seq" -> beside ? "seq" : "seq + 1000000";
                    case "place" -> beside ? "place + 100" : "place";
                    case "one" -> "one + 1";
                    case "id" -> "'x' || id";
                    case "value" -> "'0' || value";
                    default -> column;
                })
                .collect(Collectors.joining(", "));
        run("INSERT INTO " + table + " (" + String.join(", ", columns(table)) + ") SELECT " + copies + " FROM " + table
                + " WHERE " + row(table));
        return "insert into " + table;
    }

    private String reorder() throws SQLException {
        long a = 2L + random.nextInt(50);
        long b = a + 1 + random.nextInt(20);
        run("UPDATE entry SET seq = -1 WHERE seq = " + a);
        run("UPDATE entry SET seq = " + a + " WHERE seq = " + b);
        run("UPDATE entry SET seq = " + b + " WHERE seq = -1");
        return "reorder " + a + " and " + b;
    }

    private String truncate() throws SQLException {
        long end = 20L + random.nextInt(60);
        for (String cut : List.of("entry", "content", "decision", "review", "fact", "subject")) {
            run("DELETE FROM " + cut + " WHERE seq > " + end);
        }
        run("DELETE FROM kept_key WHERE decision NOT IN (SELECT id FROM entry)");
        run("UPDATE head SET seq = " + end + ", hash = (SELECT hash FROM entry WHERE seq = " + end + ")");
        return "truncate after " + end;
    }

    private String rewrite() throws SQLException {
        long from = 1L + random.nextInt(70);
        run("UPDATE entry SET " + (random.nextBoolean() ? "request = 'another'" : "at = at + 1") + " WHERE seq = "
                + from);
        Link last = Link.START;
        List<Link> anew = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT seq, kind, id, about, at, caller, agency, request,"
                        + " summary, content, hash FROM entry ORDER BY seq")) {
            while (rows.next()) {
                Entry entry = new Entry(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        new Draft.Author(rows.getString(6), rows.getString(7), rows.getString(8)),
                        rows.getString(9),
                        rows.getString(10),
                        rows.getString(11));
                last = new Link(entry.seq(), entry.hashAfter(last));
                anew.add(last);
            }
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE entry SET hash = ? WHERE seq = ?")) {
            for (Link link : anew) {
                update.setString(1, link.hash());
                update.setLong(2, link.seq());
                update.addBatch();
            }
            update.executeBatch();
        }
        run("UPDATE head SET hash = '" + last.hash() + "'");
        return "rewrite from " + from;
    }

    /** A condition that one row of a table fulfils. */
    private String row(String table) throws SQLException {
        String key = Objects.requireNonNull(KEYS.get(table));
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet keys = statement.executeQuery("SELECT " + key + " FROM " + table + " ORDER BY " + key)) {
            while (keys.next()) {
                List<String> parts = new ArrayList<>();
                for (String column : key.split(", ", -1)) {
                    parts.add(column + " = '" + keys.getString(column) + "'");
                }
                rows.add(String.join(" AND ", parts));
            }
        }
        return rows.get(random.nextInt(rows.size()));
    }

    private List<String> columns(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i));
            }
            return columns;
        }
    }

    private String digest() throws SQLException {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, String> table : KEYS.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT * FROM " + table.getKey() + " ORDER BY " + table.getValue())) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.add(new String(rows.getBytes(i), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return Sha256.ofTexts(all.toArray(new String[0]));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
