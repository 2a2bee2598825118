package org.risktriage.service.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.chain.Link;

/** A ledger of any earlier version is brought forward with what is in it. */
class MigrationsTest {
    static List<Arguments> earlier() {
        List<Arguments> all = new ArrayList<>();
        for (TestDatabases kind : TestDatabases.values()) {
            for (int version = 1; version <= Migrations.latest(); version++) {
                all.add(Arguments.of(kind, version));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void a_ledger_of_an_earlier_version_is_brought_forward(TestDatabases kind, int version) throws Exception {
        Database.Address address = kind.fresh();
        Entry entry = Entry.after(
                Link.START,
                new Draft(Kind.LOOK, "look-1", "", Draft.Author.SERVICE, "{\"look\":\"read\"}", null),
                1_700_000_000_000L);
        try (Connection connection = Database.connect(address)) {
            Migrations.applyUpTo(
                    connection, address.isFile() ? Migrations.Dialect.SQLITE : Migrations.Dialect.POSTGRESQL, version);
            connection.setAutoCommit(true);
            put(connection, entry);
        }
        try (Database database = Database.open(address)) {
            Verification.Report report = Verification.verify(database, List.of(), 0, seq -> {});
            assertThat(report.findings()).isEmpty();
            assertThat(report.end()).isEqualTo(entry.link());
        }
    }

    private static void put(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO entry VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement head = connection.prepareStatement("UPDATE head SET seq = 1, hash = ?")) {
            insert.setString(1, entry.kind());
            insert.setString(2, entry.id());
            insert.setString(3, entry.about());
            insert.setLong(4, entry.at());
            insert.setString(5, entry.author().caller());
            insert.setString(6, entry.author().agency());
            insert.setString(7, entry.author().request());
            insert.setString(8, entry.summary());
            insert.setString(9, entry.content());
            insert.setString(10, entry.hash());
            insert.executeUpdate();
            head.setString(1, entry.hash());
            head.executeUpdate();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_ledger_of_a_later_version_or_with_other_tables_does_not_open(TestDatabases kind) throws Exception {
        Database.Address address = kind.fresh();
        Database.open(address).close();
        change(address, "INSERT INTO ledger_step VALUES (" + (Migrations.latest() + 1) + ", 'x')");
        assertThatThrownBy(() -> Database.open(address)).hasMessageContaining("later version");
        change(address, "DELETE FROM ledger_step WHERE sha256 = 'x'");
        change(address, "UPDATE ledger_step SET sha256 = 'y' WHERE step = 1");
        assertThatThrownBy(() -> Database.open(address)).hasMessageContaining("not those of this program");
    }

    private static void change(Database.Address address, String sql) throws SQLException {
        try (Connection connection = Database.connect(address);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
