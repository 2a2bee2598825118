package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.store.Archive;

/** Whatever somebody changes in the database, the chain tells. */
class TamperingTest {
    private static final int TAMPERINGS = 1_000;
    private static final List<String> TABLES =
            List.of("entry", "content", "decision", "review", "kept_key", "subject", "fact", "head");

    private static final FilledLedger LEDGER = FilledLedger.on(TestDatabases.SQLITE, false);

    @BeforeAll
    static void fill() {
        LEDGER.filled(60);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    /** One change of one of many kinds; gives words for it. */
    private static String tamper(Connection connection, Random random) throws SQLException {
        String table = TABLES.get(random.nextInt(TABLES.size()));
        List<String> columns = columns(connection, table);
        List<Long> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet ids = statement.executeQuery("SELECT rowid FROM " + table)) {
            while (ids.next()) {
                rows.add(ids.getLong(1));
            }
        }
        long row = rows.get(random.nextInt(rows.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                run(connection, "DELETE FROM " + table + " WHERE rowid = " + row);
                return "delete a row of " + table;
            }
            case 1 -> {
                String column = columns.get(random.nextInt(columns.size()));
                return edit(connection, table, column, row, random);
            }
            case 2 -> {
                // A copy of a row beside it, where the table lets it be.
                String others = String.join(", ", columns).replace("seq", "seq + 1000000");
                String key = table.equals("kept_key") || table.equals("subject")
                        ? others.replaceFirst("id", "'x' || id")
                        : others;
                key = table.equals("subject") ? key.replace("value", "'0' || value") : key;
                key = table.equals("entry") ? key.replaceFirst(" id", " 'x' || id") : key;
                key = table.equals("head") ? key.replaceFirst("one", "one + 1") : key;
                run(
                        connection,
                        "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + key + " FROM "
                                + table + " WHERE rowid = " + row);
                return "insert into " + table;
            }
            case 3 -> {
                // Two records change places.
                long a = 2L + random.nextInt(50);
                long b = a + 1 + random.nextInt(20);
                run(connection, "UPDATE entry SET seq = -1 WHERE seq = " + a);
                run(connection, "UPDATE entry SET seq = " + a + " WHERE seq = " + b);
                run(connection, "UPDATE entry SET seq = " + b + " WHERE seq = -1");
                return "reorder " + a + " and " + b;
            }
            default -> {
                // The end is cut off everywhere, and the head put where it would then be.
                long end = 20L + random.nextInt(60);
                for (String cut : List.of("entry", "content", "decision", "review", "fact", "subject")) {
                    run(connection, "DELETE FROM " + cut + " WHERE seq > " + end);
                }
                run(connection, "DELETE FROM kept_key WHERE decision NOT IN (SELECT id FROM entry)");
                run(
                        connection,
                        "UPDATE head SET seq = " + end + ", hash = (SELECT hash FROM entry WHERE seq = " + end + ")");
                return "truncate after " + end;
            }
        }
    }

    private static String edit(Connection connection, String table, String column, long row, Random random)
            throws SQLException {
        String before = text(connection, table, column, row);
        String change = before.matches("-?\\d+")
                ? column + " + " + (1 + random.nextInt(1000))
                : column.equals("body") && table.equals("content")
                        ? "CAST(zeroblob(16) || substr(body, 17) AS BLOB)"
                        : "'" + "x".repeat(1 + random.nextInt(3)) + "' || substr(" + column + ", 1 + "
                                + random.nextInt(4) + ")";
        run(connection, "UPDATE " + table + " SET " + column + " = " + change + " WHERE rowid = " + row);
        return "edit " + table + "." + column;
    }

    private static String text(Connection connection, String table, String column, long row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + column + " FROM " + table + " WHERE rowid = " + row)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            select.setString(1, table);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void a_thousand_random_tamperings_are_all_found() throws Exception {
        Link end = new Archive(LEDGER.ledger().database()).end();
        assertThat(LEDGER.verified(end).findings()).isEmpty();
        java.nio.file.Path copies = java.nio.file.Files.createTempDirectory("tampered");
        java.nio.file.Path whole = copies.resolve("whole.sqlite");
        try (Connection connection = TestDatabases.stranger(LEDGER.address)) {
            run(connection, "VACUUM INTO '" + whole + "'");
        }
        Random random = new Random(7226);
        List<String> missed = new ArrayList<>();
        int done = 0;
        java.nio.file.Path copy = copies.resolve("copy.sqlite");
        java.nio.file.Files.copy(whole, copy);
        org.risktriage.service.ledger.store.Database.Address address =
                new org.risktriage.service.ledger.store.Database.Address("jdbc:sqlite:" + copy, null, null);
        try (org.risktriage.service.ledger.store.Database database =
                org.risktriage.service.ledger.store.Database.open(address)) {
            while (done < TAMPERINGS) {
                String what;
                try (Connection connection = TestDatabases.stranger(address)) {
                    String before = digest(connection);
                    try {
                        what = tamper(connection, random);
                    } catch (SQLException e) {
                        // The database itself does not let this be.
                        what = "";
                    }
                    if (!what.isEmpty() && !digest(connection).equals(before)) {
                        done++;
                        if (org.risktriage.service.ledger.store.Verification.verify(
                                        database,
                                        List.of(end),
                                        java.time.Clock.systemUTC().millis(),
                                        seq -> {})
                                .findings()
                                .isEmpty()) {
                            missed.add(what);
                        }
                    }
                    restore(connection, whole);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    /** Everything as it was: cheaper than another file. */
    private static void restore(Connection connection, java.nio.file.Path whole) throws SQLException {
        run(connection, "ATTACH '" + whole + "' AS whole");
        for (String table : TABLES) {
            run(connection, "DELETE FROM main." + table);
            run(connection, "INSERT INTO main." + table + " SELECT * FROM whole." + table);
        }
        run(connection, "DETACH whole");
    }

    private static String digest(Connection connection) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            List<String> columns = columns(connection, table);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT group_concat(" + String.join(" || '|' || ", columns)
                            + ") FROM (SELECT * FROM " + table + " ORDER BY 1, 2)")) {
                all.append(rows.next() ? rows.getString(1) : "");
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @EnumSource
    void an_untouched_ledger_verifies_on_every_database(TestDatabases kind) throws Exception {
        try (FilledLedger filled = FilledLedger.on(kind, false).filled(20)) {
            Link end = filled.ledger().archive().end();
            assertThat(end.seq()).isGreaterThan(20);
            assertThat(filled.verified(end).findings()).isEmpty();
            assertThat(filled.verified(new Link(end.seq(), "0".repeat(64))).findings())
                    .containsExactly("Record " + end.seq() + ": it is not the record that was anchored.");
            assertThat(filled.verified(new Link(end.seq() + 1, end.hash())).findings())
                    .containsExactly("Record " + (end.seq() + 1) + ": it was anchored, and is gone.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_edit_is_found_on_every_database(TestDatabases kind) throws Exception {
        try (FilledLedger filled = FilledLedger.on(kind, false).filled(5)) {
            try (Connection connection = TestDatabases.stranger(filled.address)) {
                run(connection, "UPDATE decision SET level = 'high' WHERE seq = 1");
            }
            assertThat(filled.verified().findings())
                    .containsExactly("Record 1: its figures are not those that it says.");
        }
    }
}
