package org.risktriage.service.ledger.store;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.risktriage.service.ledger.chain.Sha256;

/**
 * The steps by which the tables came to be what they are, each in a file of SQL: the same for SQLite and PostgreSQL, but for
 * the names of two types. A step that was taken never changes: its digest stands in the database.
 */
public final class Migrations {
    /** The files, in order. A later step is added at the end. */
    private static final List<String> STEPS =
            List.of("001-chain", "002-figures", "003-repeated-requests", "004-joined-history");

    private Migrations() {}

    /**
     * How many steps there are.
     *
     * @return the version of the tables that this program uses
     */
    public static int latest() {
        return STEPS.size();
    }

    static void apply(Connection connection, boolean file) throws SQLException {
        applyUpTo(connection, file ? Dialect.SQLITE : Dialect.POSTGRESQL, latest());
    }

    /** The two kinds of database. */
    enum Dialect {
        SQLITE("INTEGER PRIMARY KEY", "BLOB"),
        POSTGRESQL("BIGINT PRIMARY KEY", "BYTEA");

        private final String bigKey;
        private final String bytes;

        Dialect(String bigKey, String bytes) {
            this.bigKey = bigKey;
            this.bytes = bytes;
        }

        private String words(String sql) {
            return sql.replace("BIGKEY", bigKey).replace("BYTES", bytes);
        }
    }

    /** Takes the steps up to one, which tests need to make the tables of earlier versions. */
    static void applyUpTo(Connection connection, Dialect dialect, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                // Two nodes may start at once.
                statement.execute("SELECT pg_advisory_xact_lock(7226)");
            }
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS ledger_step (step INTEGER PRIMARY KEY, sha256 TEXT NOT NULL)");
            List<String> taken = taken(statement);
            if (taken.size() > STEPS.size()) {
                throw new SQLException("The ledger is of a later version of this program.");
            }
            for (int step = 0; step < version; step++) {
                String sql = text(STEPS.get(step));
                String digest = Sha256.hex(sql.getBytes(StandardCharsets.UTF_8));
                if (step < taken.size()) {
                    if (!taken.get(step).equals(digest)) {
                        throw new SQLException("The tables of the ledger are not those of this program.");
                    }
                    continue;
                }
                for (String one : Splitter.on(";\n").omitEmptyStrings().split(dialect.words(sql))) {
                    statement.execute(one);
                }
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO ledger_step (step, sha256) VALUES (?, ?)")) {
                    insert.setInt(1, step + 1);
                    insert.setString(2, digest);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static List<String> taken(Statement statement) throws SQLException {
        List<String> taken = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT sha256 FROM ledger_step ORDER BY step")) {
            while (rows.next()) {
                taken.add(rows.getString(1));
            }
        }
        return taken;
    }

    private static String text(String step) {
        try (InputStream in = Migrations.class.getResourceAsStream("/ledger/" + step + ".sql")) {
            return new String(Objects.requireNonNull(in, step).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar is broken.", e);
        }
    }
}
