package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.ledger.RecordedCases;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.testing.Canaries;

/** Every action of {@code ledger}, in a process of its own, on a ledger full of canaries: none of them sings. */
class LedgerCommandTest {
    @TempDir
    Path folder;

    private final List<Program.Run> runs = new ArrayList<>();
    private Database.Address address = TestDatabases.SQLITE.fresh();
    private Path keys = Path.of("");

    @BeforeEach
    void a_ledger_with_canaries() throws Exception {
        keys = folder.resolve("subjects.json");
        Program.Run made = ledger("keys", "--keys", keys.toString());
        assertThat(made.status()).as(made.err()).isZero();
        RecordedCases.fill(address, keys, Canaries.SENTINEL);
    }

    @AfterEach
    void no_canary_sings() {
        assertThat(runs).isNotEmpty().allSatisfy(run -> Canaries.assertAbsent(run.out(), run.err()));
    }

    private Program.Run ledger(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        Program.Run run = new Program(folder).run(all.toArray(new String[0]));
        runs.add(run);
        return run;
    }

    private Program.Run on(Database.Address where, String action, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(action, "--url", where.url()));
        if (where.user() != null) {
            all.addAll(List.of("--user", where.user()));
        }
        all.addAll(List.of(more));
        return ledger(all.toArray(new String[0]));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String written(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void behindItsBack(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void assertStatus(Program.Run run, int status) {
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    }

    private static void assertOwnersOnly(Path file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keys_are_made_once_for_their_owner_alone() throws Exception {
        assertOwnersOnly(keys);
        String before = Files.readString(keys);
        Program.Run again = ledger("keys", "--keys", keys.toString());
        assertStatus(again, 2);
        assertThat(again.err()).contains("there already");
        assertThat(keys).hasContent(before);
        assertThat(again.out())
                .doesNotContain(Reply.parse(before).at("/keys/0/key").asText());
    }

    @Test
    void an_anchor_that_was_kept_elsewhere_is_verified_and_a_changed_record_is_found() throws Exception {
        Program.Run anchor = on(address, "anchor");
        assertStatus(anchor, 0);
        String anchors = written("anchors.ndjson", anchor.out());
        Program.Run whole = on(address, "verify", "--anchors", anchors);
        assertStatus(whole, 0);
        assertThat(whole.out())
                .contains(" records are as they were written. The last hash is "
                        + Reply.parse(anchor.out()).path("hash").asText());

        behindItsBack("UPDATE entry SET caller = 'another' WHERE seq = 2");
        Program.Run found = on(address, "verify", "--anchors", anchors);
        assertStatus(found, 1);
        assertThat(found.out())
                .contains("Record 2: its hash does not follow")
                .contains("The ledger is not as it was written.");
        Program.Run json = on(address, "verify", "--json");
        assertStatus(json, 1);
        JsonNode report = json.documents().get(0);
        assertThat(report.path("records").asInt()).isGreaterThan(5);
        assertThat(report.path("findings").get(0).asText()).startsWith("Record 2: ");
    }

    @Test
    void a_ledger_that_is_not_there_is_not_taken_for_one_that_verifies() throws Exception {
        Path slip = folder.resolve("no-such-folder/slip.sqlite");
        for (String action : List.of("verify", "anchor")) {
            Program.Run run = on(new Database.Address("jdbc:sqlite:" + slip, null, null), action);
            assertStatus(run, 2);
            assertThat(run.err()).contains("There is no ledger at this address.");
        }
        assertThat(slip).doesNotExist();
        assertThat(slip.getParent()).doesNotExist();
        Program.Run empty = on(TestDatabases.POSTGRESQL.fresh(), "verify");
        assertStatus(empty, 2);
        assertThat(empty.err()).contains("There is no ledger at this address.");
        Program.Run nobody = on(new Database.Address("jdbc:postgresql://127.0.0.1:1/x", "y", null), "verify");
        assertStatus(nobody, 2);
        assertThat(nobody.err()).contains("The ledger cannot be used: the database does not answer.");
    }

    @Test
    void anchors_that_are_none_are_a_wrong_use_and_no_finding() throws Exception {
        for (String text : List.of("{}", "{\"seq\":1,\"hash\":\"" + Canaries.SENTINEL + "\"}", "x")) {
            assertStatus(on(address, "verify", "--anchors", written("anchors.ndjson", text)), 2);
        }
        assertStatus(on(address, "verify", "--anchors", file("none.ndjson")), 2);
    }

    @Test
    void a_back_up_is_restored_into_another_database_once_and_verified() throws Exception {
        Path backUp = folder.resolve("ledger.backup");
        Program.Run written = on(address, "backup", "--file", backUp.toString());
        assertStatus(written, 0);
        assertThat(written.out()).contains(" rows are written.");
        assertOwnersOnly(backUp);
        Program.Run again = on(address, "backup", "--file", backUp.toString());
        assertStatus(again, 2);
        assertThat(again.err()).startsWith("A file cannot be used");

        Database.Address other = TestDatabases.POSTGRESQL.fresh();
        Program.Run restored = on(other, "restore", "--file", backUp.toString());
        assertStatus(restored, 0);
        assertThat(restored.out()).contains(" rows are restored.").contains(" records are as they were written.");
        assertThat(on(other, "anchor").out().replaceFirst("\"at\":\"[^\"]*\"", ""))
                .isEqualTo(on(address, "anchor").out().replaceFirst("\"at\":\"[^\"]*\"", ""));
        Program.Run twice = on(other, "restore", "--file", backUp.toString());
        assertStatus(twice, 2);
        assertThat(twice.err()).contains("The ledger is not empty.");
    }

    @Test
    void a_back_up_that_is_cut_short_or_is_none_is_not_restored() throws Exception {
        Path backUp = folder.resolve("ledger.backup");
        assertStatus(on(address, "backup", "--file", backUp.toString()), 0);
        byte[] bytes = Files.readAllBytes(backUp);
        Files.write(backUp, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Database.Address other = TestDatabases.SQLITE.fresh();
        assertStatus(on(other, "restore", "--file", backUp.toString()), 2);
        assertStatus(on(other, "restore", "--file", written("text", "no back-up")), 2);
        assertThat(on(other, "verify").out()).startsWith("0 records");
    }

    @Test
    void what_is_held_about_a_person_is_written_to_a_file_for_its_owner_and_never_printed() throws Exception {
        String reference = written("reference.txt", Canaries.SENTINEL + "\n");
        Path out = folder.resolve("person.ndjson");
        String[] arguments = {"--file", out.toString(), "--subject", reference, "--keys", keys.toString()};
        Program.Run run = on(address, "export", arguments);
        assertStatus(run, 0);
        assertThat(run.out()).isEqualTo("3 decisions are written.\n");
        assertOwnersOnly(out);
        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .allSatisfy(line -> assertThat(Reply.parse(line)
                                .at("/content/request/judgement/rationale")
                                .asText())
                        .isEqualTo(Canaries.SENTINEL));
        assertThat(Files.readString(out)).contains("\"kind\":\"review\"").contains("\"kind\":\"look\"");

        assertThat(on(
                                address,
                                "export",
                                "--file",
                                file("nobody.ndjson"),
                                "--subject",
                                written("nobody.txt", "nobody"),
                                "--keys",
                                keys.toString())
                        .out())
                .isEqualTo("0 decisions are written.\n");
        assertStatus(on(address, "export", "--file", file("x"), "--subject", reference), 2);
        assertStatus(on(address, "export", arguments), 2);
        assertThat(on(address, "verify").status()).isZero();
    }

    @Test
    void an_auditor_can_make_the_hashes_anew_from_what_is_exported() throws Exception {
        Path out = folder.resolve("records.ndjson");
        Program.Run run = on(address, "export", "--file", out.toString(), "--from", "1", "--to", "4");
        assertStatus(run, 0);
        assertThat(run.out()).isEqualTo("4 records are written.\n");
        assertOwnersOnly(out);
        String last = "0".repeat(64);
        for (String line : Files.readAllLines(out)) {
            JsonNode record = Reply.parse(line);
            last = RecordedCases.hashOf(record, last);
            assertThat(last).isEqualTo(record.path("hash").asText());
        }
        JsonNode look = Reply.parse(Files.readAllLines(exported()).stream()
                .reduce((one, next) -> next)
                .orElseThrow());
        assertThat(look.path("kind").asText()).isEqualTo("look");
        assertThat(look.path("caller").asText()).isEqualTo("operator");
    }

    private Path exported() throws Exception {
        Path all = folder.resolve("all.ndjson");
        assertStatus(on(address, "export", "--file", all.toString()), 0);
        return all;
    }

    @Test
    void what_is_old_enough_is_erased_and_nothing_else() throws Exception {
        Program.Run young = on(address, "erase", "--older-than", "1");
        assertStatus(young, 0);
        assertThat(young.out()).isEqualTo("Nothing is that old.\n");
        behindItsBack("UPDATE entry SET at = at - 864000000");
        Program.Run old = on(address, "erase", "--older-than", "9");
        assertStatus(old, 0);
        assertThat(old.out()).matches("Content is erased up to record \\d+\\.\n");
        assertThat(Files.readString(exported())).doesNotContain(Canaries.SENTINEL);
        assertStatus(on(address, "erase", "--older-than", "0"), 2);
    }

    @Test
    void after_a_change_of_keys_the_same_person_is_found() throws Exception {
        Program.Run run = on(address, "rotate", "--keys", keys.toString());
        assertStatus(run, 0);
        assertThat(run.out()).startsWith("1 people are known under the new key.");
        assertThat(Reply.parse(Files.readString(keys)).path("keys")).hasSize(2);
        assertThat(on(
                                address,
                                "export",
                                "--file",
                                file("person.ndjson"),
                                "--subject",
                                written("reference.txt", Canaries.SENTINEL),
                                "--keys",
                                keys.toString())
                        .out())
                .isEqualTo("3 decisions are written.\n");
        assertThat(on(address, "verify").status()).isZero();
        assertStatus(on(address, "rotate", "--keys", file("none.json")), 2);
    }

    @Test
    void a_wrong_use_is_told_from_a_finding() throws Exception {
        assertStatus(ledger(), 2);
        assertStatus(ledger("forget"), 2);
        assertStatus(ledger("verify"), 2);
        assertStatus(on(address, "backup"), 2);
        assertStatus(on(address, "verify", "--password-file", file("none")), 2);
    }
}
