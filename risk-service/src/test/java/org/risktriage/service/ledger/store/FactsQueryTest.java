package org.risktriage.service.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.ledger.TestDatabases;

/** What is recorded of one person is read by an index, however much is recorded of others. */
class FactsQueryTest {
    private static final int FACTS = 20_000;

    @ParameterizedTest
    @EnumSource
    void facts_are_found_by_an_index(TestDatabases kind) throws Exception {
        Database.Address address = kind.fresh();
        Database.open(address).close();
        try (Connection connection = Database.connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO subject WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                            + FACTS / 20 + ") SELECT 's-' || i, 'k', 'v-' || i, i FROM n");
            statement.execute(
                    "INSERT INTO fact WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                            + FACTS + ") SELECT i, 0, 's-' || (i % " + FACTS / 20
                            + "), 'a', 'incident', '2026-01-01', 'contact', 'same', '', '', '' FROM n");
            statement.execute("ANALYZE");
            StringBuilder plan = new StringBuilder();
            try (PreparedStatement explain = connection.prepareStatement(
                    (address.isFile() ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + Archive.FACTS_OF)) {
                explain.setString(1, "v-7");
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(address.isFile() ? 4 : 1)).append('\n');
                    }
                }
            }
            assertThat(plan.toString())
                    .contains("fact_subject")
                    .doesNotContain("SCAN fact")
                    .doesNotContain("Seq Scan on fact");
        }
    }
}
