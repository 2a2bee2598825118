package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;

/** Keys, sealing and approving, as they are used from a shell: what is refused, and in which words. */
class SealCommandsTest {
    @TempDir
    Path folder;

    private Path pack;

    @BeforeEach
    void a_new_version_of_plymouth() throws IOException {
        pack = draft("1.1.0", "2027-04-01", 12);
    }

    /** A version of Plymouth with another line, beside the others. */
    private Path draft(String version, String from, int line) throws IOException {
        Path bundled = Path.of("../risk-rules/src/main/resources/rulepacks/plymouth/1.0.0");
        Path draft = Files.createDirectories(folder.resolve("packs-" + version + "/plymouth/" + version));
        Files.createDirectories(draft.resolve("cases"));
        Files.writeString(
                draft.resolve("pack.yaml"),
                Files.readString(bundled.resolve("pack.yaml"))
                        .replace("version: 1.0.0", "version: " + version)
                        .replace("  from: 2024-01-01", "  from: " + from)
                        .replace("plymouth-page", "plymouth-protocol"));
        Files.writeString(
                draft.resolve("parameters.csv"),
                Files.readString(bundled.resolve("parameters.csv"))
                        .replace("2024-01-01", from)
                        .replace("line,14", "line," + line)
                        .replace("plymouth-page", "plymouth-protocol"));
        Files.writeString(draft.resolve("cases/line.yaml"), """
                given: {area: plymouth, assessedOn: %s, incidents: [], maracs: []}
                cases:
                  - name: as many yes answers as the line
                    given: {answers: {q1..q%d: yes, rest: no}}
                    expect: {refer: true}
                """.formatted(from, line));
        return draft;
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return new Program(folder).run(arguments);
    }

    private Run key(String action, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("pack-keys", action, "--trusted", at("trusted.csv").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private void bothKeys() throws IOException, InterruptedException {
        assertThat(key(
                                "make",
                                "--holder",
                                "lead",
                                "--role",
                                "author",
                                "--key",
                                at("author.pem").toString())
                        .status())
                .isZero();
        assertThat(key(
                                "make",
                                "--holder",
                                "chair",
                                "--role",
                                "approver",
                                "--key",
                                at("approver.pem").toString())
                        .status())
                .isZero();
    }

    private Run seal(String key, Consumer<ObjectNode> change, String... more) throws IOException, InterruptedException {
        ObjectNode report = ImpactReports.of(pack);
        change.accept(report);
        Files.writeString(at("impact.json"), report.toString());
        List<String> arguments = new ArrayList<>(List.of(
                "rules",
                "seal",
                pack.toString(),
                "--impact",
                at("impact.json").toString(),
                "--key",
                at(key).toString(),
                "--trusted",
                at("trusted.csv").toString(),
                "--out",
                folder.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private Run approve(String key, String... more) throws IOException, InterruptedException {
        String version = pack.getFileName().toString();
        List<String> arguments = new ArrayList<>(List.of(
                "rules",
                "approve",
                at("plymouth-" + version + ".to-approve").toString(),
                "--key",
                at(key).toString(),
                "--trusted",
                at("trusted.csv").toString(),
                "--released",
                at("released.csv").toString(),
                "--changelog",
                at("CHANGES.md").toString()));
        arguments.addAll(List.of(
                more.length > 0 && more[0].equals("--out")
                        ? new String[0]
                        : new String[] {"--out", folder.toString()}));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    @Test
    void what_an_author_seals_and_an_approver_signs_is_released_once() throws Exception {
        bothKeys();
        assertThat(seal("author.pem", report -> {}).status()).isZero();

        Run approved = approve("approver.pem");

        assertThat(approved.status()).as(approved.out() + approved.err()).isZero();
        assertThat(at("plymouth-1.1.0.sealed")).exists();
        assertThat(Files.readString(at("CHANGES.md")))
                .startsWith("# Releases\n\n## plymouth 1.1.0\n\n- Kind of change: minor, against plymouth@1.0.0.\n")
                .contains(
                        "Of 10000 synthetic cases (seed 7), with the values of 2027-04-01: up 412, down none, unchanged 9588.")
                .contains("Author: lead", "Approved by: chair");
        assertThat(approve("approver.pem").out()).contains("Refused: This version is among the releases already.");
        assertThat(approve("approver.pem", "--json").documents())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.path("passed").asBoolean()).isFalse();
                    assertThat(document.at("/refusals/0").asText())
                            .startsWith("This version is among the releases already.");
                });
    }

    @Test
    void a_release_that_could_not_be_finished_is_finished_by_doing_it_again() throws Exception {
        bothKeys();
        assertThat(seal("author.pem", report -> {}).status()).isZero();
        Run nowhere = approve("approver.pem", "--out", at("nowhere").toString());
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(at("released.csv")).doesNotExist();

        // A folder stands where the change log is to be: the list has its line, and nothing else is there.
        Files.createDirectories(at("CHANGES.md/in-the-way"));
        assertThat(approve("approver.pem").status()).isEqualTo(2);
        assertThat(at("plymouth-1.1.0.sealed")).doesNotExist();
        Files.delete(at("CHANGES.md/in-the-way"));
        Files.delete(at("CHANGES.md"));

        assertThat(approve("approver.pem").status()).isZero();
        assertThat(at("plymouth-1.1.0.sealed")).exists();
        assertThat(Files.readAllLines(at("released.csv"))).hasSize(2);
        assertThat(Files.readString(at("CHANGES.md"))).containsOnlyOnce("## plymouth 1.1.0");
    }

    @Test
    void a_change_that_moves_cases_down_is_not_sealed_unless_somebody_accepted_that() throws Exception {
        bothKeys();
        pack = draft("2.0.0", "2027-04-01", 16);
        // The caseload of the report has nobody who moves down. There are such people all the same.
        Consumer<ObjectNode> down = report -> report.put("declared", "major").put("demanded", "major");

        Run refused = seal("author.pem", down);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("Refused: Cases move down or lose a route, and nobody has accepted that.");
        assertThat(at("plymouth-2.0.0.to-approve")).doesNotExist();

        Run accepted = seal("author.pem", report -> {
            down.accept(report);
            report.putObject("acceptance").put("name", "board").put("reason", "Other help is there.");
        });
        assertThat(accepted.status()).as(accepted.out() + accepted.err()).isZero();
        assertThat(approve("approver.pem").out())
                .contains("That cases move down or lose a route was accepted by board: Other help is there.");
    }

    @Test
    void what_a_change_is_measured_by_is_the_version_that_it_takes_the_place_of() throws Exception {
        bothKeys();
        assertThat(seal("author.pem", report -> {}).status()).isZero();
        assertThat(approve("approver.pem").status()).isZero();

        // Above the line that was released, and below that of the jar.
        pack = draft("1.2.0", "2028-04-01", 13);
        String released = at("released.csv").toString();
        String before = at("plymouth-1.1.0.sealed").toString();
        Run older = seal("author.pem", report -> {}, "--released", released);
        assertThat(older.status()).isEqualTo(1);
        assertThat(older.out())
                .contains("This version takes the place of plymouth@1.1.0, and the report of the impact compares with"
                        + " plymouth@1.0.0. Make it anew against plymouth@1.1.0");

        // An author who leaves the list out is stopped by the approver.
        assertThat(seal("author.pem", report -> {}).status()).isZero();
        assertThat(approve("approver.pem").out()).contains("This version takes the place of plymouth@1.1.0");

        Consumer<ObjectNode> latest = report -> report.set("before", ImpactReports.pack(Path.of(before)));
        assertThat(seal("author.pem", latest, "--released", released).out())
                .contains("plymouth@1.1.0, was released, and is not in this jar: name its sealed file with --before.");
        assertThat(seal("author.pem", latest, "--released", released, "--before", before)
                        .out())
                .contains("Refused: The version says minor, and the change is major.")
                .contains("Refused: The report of the impact says that the change is minor, and it is major.")
                .contains("Refused: Cases move down or lose a route, and nobody has accepted that.");
    }

    @Test
    void a_report_that_does_not_fit_is_refused() throws Exception {
        bothKeys();
        assertThat(seal("author.pem", report -> report.putObject("after").put("id", "plymouth"))
                        .out())
                .contains("Refused: The report of the impact is of another pack");
        assertThat(seal("author.pem", report -> report.set("before", report.get("after")))
                        .out())
                .contains("Refused: This version takes the place of plymouth@1.0.0");
        assertThat(seal("author.pem", report -> ((ObjectNode) report.get("before")).put("sha256", "0".repeat(64)))
                        .out())
                .contains("plymouth@1.0.0, is neither in this jar nor released, or it was changed.");
        assertThat(seal("author.pem", report -> report.put("demanded", "patch")).out())
                .contains("Refused: The report of the impact says that the change is patch, and it is minor.");
        assertThat(seal("author.pem", report -> report.remove("moved")).out())
                .contains("Refused: The report of the impact does not say whether any case moves down.");
        assertThat(seal("author.pem", report -> ((ObjectNode) report.get("caseload")).put("cases", 0))
                        .out())
                .contains("Refused: No case was scored for the report of the impact.");
        for (Integer refused : new Integer[] {7, null}) {
            assertThat(seal("author.pem", report -> ((ObjectNode) report.get("caseload")).put("refused", refused))
                            .out())
                    .contains("Refused: Cases of the caseload could not be scored");
        }
        assertThat(seal("author.pem", report -> report.remove("format")).status())
                .isEqualTo(2);
    }

    @Test
    void each_key_signs_in_its_own_role_alone() throws Exception {
        bothKeys();
        assertThat(seal("approver.pem", report -> {}).err()).contains("This is a key of an approver; an author signs");
        assertThat(seal("author.pem", report -> {}).status()).isZero();
        Run own = approve("author.pem");
        assertThat(own.status()).isEqualTo(2);
        assertThat(own.err()).contains("This is a key of an author; an approver signs here.");
    }

    @Test
    void a_private_key_is_for_its_owner_alone_and_never_shown() throws Exception {
        bothKeys();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("author.pem"))))
                .isEqualTo("rw-------");
        String secret = Files.readAllLines(at("author.pem")).get(1);
        assertThat(Files.readString(at("trusted.csv"))).doesNotContain(secret);
        assertThat(key("list").out())
                .contains("active  author  lead", "active  approver  chair")
                .doesNotContain(secret);

        Files.setPosixFilePermissions(at("author.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(seal("author.pem", report -> {}).err()).contains("Others may read the file of the private key.");
    }

    @Test
    void a_key_that_is_revoked_signs_no_more_and_one_that_was_replaced_does_for_a_while() throws Exception {
        bothKeys();
        String id = key("list", "--json").documents().get(0).path("id").asText();
        assertThat(key("rotate", id, "--key", at("new.pem").toString()).status())
                .isZero();
        assertThat(seal("author.pem", report -> {}).status()).isZero();
        assertThat(seal("new.pem", report -> {}).status()).isZero();

        assertThat(key("revoke", id).status()).isZero();
        assertThat(seal("author.pem", report -> {}).err()).contains("This key is revoked, or not good now.");
        assertThat(key("list").out()).contains(id + "  revoked");
        assertThat(key("revoke", "nobody").status()).isEqualTo(1);
    }

    @Test
    void a_pack_to_try_that_the_command_line_names_is_held_to_the_settings() throws Exception {
        Path settings = new Credentials(folder).configuration();
        Run run = run("server", settings.toString(), "--shadow", pack.toString());
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("rulePacks.trustedKeys: name the file with the keys");
    }

    @Test
    void nobody_gets_keys_of_both_roles() throws Exception {
        bothKeys();
        Run both = key(
                "make",
                "--holder",
                "lead",
                "--role",
                "approver",
                "--key",
                at("more.pem").toString());
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("Nobody may be both author and approver.");
        assertThat(at("more.pem")).doesNotExist();
    }
}
