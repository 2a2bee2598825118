package org.risktriage.service.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.store.Database;

/** Fresh, empty databases of both kinds: a file of SQLite, and a database of a real PostgreSQL that runs while tests do. */
public enum TestDatabases {
    /** A file. */
    SQLITE,
    /** A server. */
    POSTGRESQL;

    private static @Nullable EmbeddedPostgres server;

    /** The server, started once. */
    static synchronized EmbeddedPostgres server() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a database that holds nothing yet. */
    public Database.Address fresh() {
        try {
            if (this == SQLITE) {
                Path folder = Files.createTempDirectory("ledger");
                folder.toFile().deleteOnExit();
                return new Database.Address("jdbc:sqlite:" + folder.resolve("ledger.sqlite"), null, null);
            }
            String name = "l" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return new Database.Address(server().getJdbcUrl("postgres", name), "postgres", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that knows nothing of the ledger. */
    static Connection stranger(Database.Address address) throws SQLException {
        return DriverManager.getConnection(address.url());
    }
}
