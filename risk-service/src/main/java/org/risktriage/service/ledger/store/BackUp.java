package org.risktriage.service.ledger.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a ledger to a file, as it is at one moment while others write, and puts it into an empty database: of the same kind
 * or of the other. The file has a row on each line, compressed, after a line that says of which version the tables are. It
 * holds what the ledger holds: keep it as safe.
 */
public final class BackUp {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;
    private static final Map<String, List<String>> TABLES = tables();

    private BackUp() {}

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("head", List.of("one", "seq", "hash", "subject_key"));
        tables.put(
                "entry",
                List.of(
                        "seq", "kind", "id", "about", "at", "caller", "agency", "request", "summary", "content",
                        "hash"));
        tables.put("content", List.of("seq", "body"));
        tables.put(
                "decision",
                List.of(
                        "seq",
                        "area",
                        "assessed_on",
                        "level",
                        "refer",
                        "criteria",
                        "unknown",
                        "children",
                        "agency",
                        "subject"));
        tables.put("review", List.of("seq", "area", "assessed_on", "outcome", "referred_on", "about"));
        tables.put("kept_key", List.of("id", "body", "decision", "until"));
        tables.put("subject", List.of("id", "key_id", "value", "seq"));
        tables.put(
                "fact",
                List.of(
                        "seq",
                        "place",
                        "subject",
                        "agency",
                        "kind",
                        "happened",
                        "what",
                        "direction",
                        "perpetrator",
                        "extra",
                        "ref"));
        return tables;
    }

    /**
     * Writes a ledger to a file.
     *
     * @param database the ledger
     * @param file the file, which must not be there
     * @param progress told of the number of rows
     * @return how many rows there are
     * @throws SQLException if the ledger cannot be read
     * @throws IOException if the file cannot be written
     */
    public static long write(Database database, Path file, LongConsumer progress) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException("The file of the back-up");
        }
        long count = 0;
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try (Connection connection = Database.connect(database.address());
                Statement begin = connection.createStatement();
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(OwnersFile.bytes(beside)), StandardCharsets.UTF_8))) {
            begin.execute(database.address().isFile() ? "BEGIN" : "SELECT 1");
            if (!database.address().isFile()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
            }
            out.write("{\"tables\":" + Migrations.latest() + "}\n");
            for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
                try (PreparedStatement select = connection.prepareStatement(
                        "SELECT " + String.join(", ", table.getValue()) + " FROM " + table.getKey())) {
                    select.setFetchSize(AT_ONCE);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            out.write(JSON.writeValueAsString(line(table, rows)));
                            out.write('\n');
                            progress.accept(++count);
                        }
                    }
                }
            }
            out.write("{\"rows\":" + count + "}\n");
            begin.execute("ROLLBACK");
        }
        // Only a whole back-up has the name.
        Files.move(beside, file);
        return count;
    }

    private static ArrayNode line(Map.Entry<String, List<String>> table, ResultSet rows) throws SQLException {
        ArrayNode line = JSON.createArrayNode().add(table.getKey());
        for (int i = 1; i <= table.getValue().size(); i++) {
            if (table.getValue().get(i - 1).equals("body") && table.getKey().equals("content")) {
                line.add(rows.getBytes(i));
            } else {
                line.add(rows.getString(i));
            }
        }
        return line;
    }

    /**
     * Puts a ledger into an empty database.
     *
     * @param file the back-up
     * @param database a database in which nothing is recorded
     * @param progress told of the number of rows
     * @return how many rows there are
     * @throws SQLException if it is not empty, cannot be written, or the back-up is of other tables
     * @throws IOException if the file is not a whole back-up
     */
    public static long restore(Path file, Database database, LongConsumer progress) throws SQLException, IOException {
        long count = 0;
        try (Connection connection = database.writer();
                Statement statement = connection.createStatement();
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            database.begin(connection);
            try (ResultSet rows = statement.executeQuery("SELECT seq FROM head")) {
                if (!rows.next() || rows.getLong(1) != 0) {
                    throw new SQLException("The ledger is not empty.");
                }
            }
            statement.executeUpdate("DELETE FROM head");
            String current = "";
            PreparedStatement insert = null;
            boolean whole = false;
            if (JSON.readTree(String.valueOf(in.readLine())).path("tables").asInt() != Migrations.latest()) {
                throw new SQLException("This is no back-up of a ledger with the tables of this program.");
            }
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                JsonNode line = JSON.readTree(text);
                if (line.has("rows")) {
                    whole = line.path("rows").asLong() == count;
                    continue;
                }
                if (!line.path(0).asText().equals(current)) {
                    finish(insert);
                    current = line.path(0).asText();
                    insert = prepared(connection, current);
                }
                PreparedStatement rows = Objects.requireNonNull(insert);
                fill(rows, current, line);
                if (++count % AT_ONCE == 0) {
                    rows.executeBatch();
                }
                progress.accept(count);
            }
            finish(insert);
            if (!whole) {
                // What was not committed is gone with the connection.
                throw new IOException("The back-up is not whole.");
            }
            database.commit(connection);
        }
        return count;
    }

    private static PreparedStatement prepared(Connection connection, String table) throws SQLException, IOException {
        List<String> columns = TABLES.get(table);
        if (columns == null) {
            throw new IOException("This is no back-up of a ledger.");
        }
        return connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (?"
                + ", ?".repeat(columns.size() - 1) + ")");
    }

    private static final List<String> NUMBERS =
            List.of("one", "seq", "at", "refer", "unknown", "children", "until", "place");

    private static void fill(PreparedStatement insert, String table, JsonNode line) throws SQLException, IOException {
        List<String> columns = TABLES.getOrDefault(table, List.of());
        for (int i = 1; i <= columns.size(); i++) {
            String column = columns.get(i - 1);
            if (NUMBERS.contains(column)) {
                insert.setLong(i, Long.parseLong(line.path(i).asText()));
            } else if (table.equals("content")) {
                insert.setBytes(i, line.path(i).binaryValue());
            } else {
                insert.setString(i, line.path(i).asText());
            }
        }
        insert.addBatch();
    }

    private static void finish(@org.jspecify.annotations.Nullable PreparedStatement insert) throws SQLException {
        if (insert != null) {
            insert.executeBatch();
            insert.close();
        }
    }
}
