package org.risktriage.service.ledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where a ledger is kept, and how to reach it. Safe for use by many threads. */
public final class Database implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int READERS = 8;
    private static final long PATIENCE_MS = 2_000;

    private final Address address;
    private final HikariDataSource readers;

    /**
     * The address of a database.
     *
     * @param url the JDBC URL, of SQLite or PostgreSQL
     * @param user the user; null for none
     * @param password the user's password; null for none
     */
    public record Address(
            String url, @Nullable String user, @Nullable String password) {
        /** Whether this is a file of SQLite. */
        public boolean isFile() {
            return url.startsWith(SQLITE);
        }

        /**
         * The file of SQLite.
         *
         * @return the file
         */
        public Path file() {
            return Path.of(url.substring(SQLITE.length()));
        }

        @Override
        public String toString() {
            return "Address[" + (isFile() ? "a file" : "a server") + "]";
        }
    }

    private Database(Address address, HikariDataSource readers) {
        this.address = address;
        this.readers = readers;
    }

    /**
     * Opens a database, and makes its tables or brings them forward.
     *
     * @param address where it is
     * @return the database
     * @throws SQLException if it cannot be reached, or is of a later version
     */
    public static Database open(Address address) throws SQLException {
        if (address.isFile()) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(address.file().toAbsolutePath().getParent()));
            } catch (IOException e) {
                throw new SQLException("The folder of the ledger cannot be made.", e);
            }
        }
        try (Connection connection = connect(address)) {
            Migrations.apply(connection, address.isFile());
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger-readers");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(-1);
        Properties properties = properties(address);
        properties.remove("user");
        properties.remove("password");
        config.setDataSourceProperties(properties);
        return new Database(address, new HikariDataSource(config));
    }

    /**
     * Opens a database in which there is a ledger, and makes none.
     *
     * @param address where it is
     * @return the database
     * @throws SQLException if it cannot be reached, there is no ledger in it, or it is of a later version
     */
    public static Database openThere(Address address) throws SQLException {
        boolean there = !address.isFile() || Files.exists(address.file());
        if (there) {
            try (Connection connection = connect(address);
                    ResultSet head = connection.getMetaData().getTables(null, connection.getSchema(), "head", null)) {
                there = head.next();
            }
        }
        if (!there) {
            // A slip in an address must not look like an empty ledger that verifies.
            throw new SQLException("There is no ledger at this address.");
        }
        return open(address);
    }

    /**
     * A connection for reading.
     *
     * @return a connection, to be closed
     * @throws SQLException if the database cannot be reached
     */
    public Connection reader() throws SQLException {
        return readers.getConnection();
    }

    /** Begins a transaction on a connection for writing. */
    void begin(Connection connection) throws SQLException {
        if (address.isFile()) {
            run(connection, "BEGIN IMMEDIATE");
        }
    }

    /** Ends it, and returns when it is on the disk. */
    void commit(Connection connection) throws SQLException {
        if (address.isFile()) {
            run(connection, "COMMIT");
        } else {
            connection.commit();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * A connection of its own for writing, in which nothing is committed by itself.
     *
     * @return a connection, to be closed
     * @throws SQLException if the database cannot be reached
     */
    public Connection writer() throws SQLException {
        Connection connection = connect(address);
        try {
            // The driver for SQLite would begin the next transaction with each commit, and keep others out.
            connection.setAutoCommit(address.isFile());
            if (!address.isFile()) {
                // A server, a database or a user may be set up to acknowledge what is not on the disk yet.
                run(
                        connection,
                        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'");
                connection.commit();
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Where it is.
     *
     * @return the address
     */
    public Address address() {
        return address;
    }

    /**
     * What tells the file of a ledger from another that was put in its place; null for a server.
     *
     * @return the key of the file, as the operating system has it
     * @throws SQLException if the file is not there
     */
    @Nullable
    Object fileKey() throws SQLException {
        if (!address.isFile()) {
            return null;
        }
        try {
            return Files.readAttributes(address.file(), java.nio.file.attribute.BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            throw new SQLException("The file of the ledger is gone.", e);
        }
    }

    /** A plain connection. */
    static Connection connect(Address address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), properties(address));
        if (address.isFile()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_autocheckpoint=4000");
                // What is erased is overwritten, not only marked as free.
                statement.execute("PRAGMA secure_delete=ON");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static Properties properties(Address address) {
        Properties properties = new Properties();
        if (address.isFile()) {
            // What is acknowledged is on the disk: the log is written through before a commit returns.
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("busy_timeout", Long.toString(PATIENCE_MS));
        } else {
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("socketTimeout", "60");
            properties.setProperty("ApplicationName", "risk-triage");
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("options", "-c lock_timeout=5000");
            if (address.user() != null) {
                properties.setProperty("user", address.user());
            }
            if (address.password() != null) {
                properties.setProperty("password", address.password());
            }
        }
        return properties;
    }

    @Override
    public void close() {
        readers.close();
    }
}
