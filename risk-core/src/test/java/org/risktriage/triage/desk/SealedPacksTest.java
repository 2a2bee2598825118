package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.SealPolicy;
import org.risktriage.triage.SigningRole;
import org.risktriage.triage.TrustedKey;
import org.risktriage.triage.WaitingPack;
import org.risktriage.triage.internal.seal.SealedPack;

/** A sealed pack is used as two people signed it, or it is refused, and the refusal says what is not as it was. */
class SealedPacksTest {
    private static final String NAME = "northvale-1.0.0.sealed";
    private static final Map<String, byte[]> NOTES = Map.of("impact.json", "{}".getBytes(StandardCharsets.UTF_8));
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Signatories PEOPLE = new Signatories();

    private static SealedFile unsigned;
    private static SealedFile signed;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_pack_with_rules_of_its_own_is_sealed(@TempDir Path drafts) throws IOException {
        unsigned = Objects.requireNonNull(
                PackSeal.folder(GoodPack.write(drafts), NOTES).sealed());
        signed = PEOPLE.sign(unsigned);
    }

    private RiskTriage loaded(byte[] file, SealPolicy policy) throws IOException {
        Files.write(folder.resolve(NAME), file);
        return RiskTriage.sealed(policy, folder);
    }

    private void assertRefused(byte[] file, String why) throws IOException {
        assertRefused(file, PEOPLE.policy(), why);
    }

    private void assertRefused(byte[] file, SealPolicy policy, String why) throws IOException {
        Files.write(folder.resolve(NAME), file);
        assertThatThrownBy(() -> RiskTriage.sealed(policy, folder))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The rule pack " + NAME + " is refused.")
                .hasMessageContaining(why);
    }

    private static SortedMap<String, byte[]> entries(byte[] file) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Written as the format asks, by somebody who knows it well. */
    private static byte[] file(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                CRC32 sum = new CRC32();
                sum.update(each.getValue());
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 2, 1, 0, 0));
                entry.setSize(each.getValue().length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private interface Change {
        void to(SortedMap<String, byte[]> entries);
    }

    private static byte[] changed(Change change) throws IOException {
        SortedMap<String, byte[]> entries = entries(signed.bytes());
        change.to(entries);
        return file(entries);
    }

    private static String firstClass() throws IOException {
        return entries(signed.bytes()).keySet().stream()
                .filter(name -> name.endsWith(".class"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_sealed_pack_decides_by_its_own_compiled_rules() throws IOException {
        RiskTriage triage = loaded(signed.bytes(), PEOPLE.policy());
        Assessment.Builder twelve =
                Assessment.builder().area("northvale").assessedOn(DAY).answer("q8", Answer.YES);
        for (int i = 9; i < 20; i++) {
            twelve.answer("q" + i, Answer.YES);
        }

        Decision decision = triage.assess(twelve.build());

        assertThat(decision.level().value()).isEqualTo(Level.HIGH);
        assertThat(decision.prompts()).extracting(Decision.Prompt::id).contains("northvale-contact");
        assertThat(decision.rules().pack()).isEqualTo(signed.pack());
        assertThat(signed.compiledFiles()).isGreaterThan(2);
    }

    @Test
    void a_pack_is_loaded_from_its_first_usable_day_on() throws IOException {
        LocalDate first = LocalDate.of(2025, 1, 1);
        assertThat(loaded(signed.bytes(), PEOPLE.policy().on(first)).rulePacks())
                .contains(signed.pack());

        RiskTriage early = RiskTriage.sealed(PEOPLE.policy().on(first.minusDays(1)), folder);
        assertThat(early.rulePacks()).doesNotContain(signed.pack());
        assertThat(early.refused()).isEmpty();
        assertThat(early.waiting()).containsExactly(new WaitingPack("northvale@1.0.0", first));
    }

    @Test
    void the_same_pack_gives_the_same_bytes(@TempDir Path drafts) throws IOException {
        SealedFile again = Objects.requireNonNull(
                PackSeal.folder(GoodPack.write(drafts), NOTES).sealed());
        assertThat(again.bytes()).isEqualTo(unsigned.bytes());
        assertThat(PEOPLE.sign(again).bytes()).isEqualTo(signed.bytes());
    }

    @Test
    void what_an_approver_compiles_anew_is_what_the_author_sealed() {
        SealReport report = PackSeal.again(signed);
        assertThat(report.trial().passed()).isTrue();
        assertThat(Objects.requireNonNull(report.sealed()).seal()).isEqualTo(signed.seal());
    }

    @Test
    void an_approver_sees_that_the_compiled_rules_are_of_other_rules(@TempDir Path drafts) throws IOException {
        Path other = GoodPack.write(drafts);
        Path rules = other.resolve("rules/contact.drl");
        Files.writeString(rules, Files.readString(rules).replace("important", "critical"));
        SealedFile others = Objects.requireNonNull(PackSeal.folder(other, NOTES).sealed());
        SortedMap<String, byte[]> classes = new TreeMap<>(others.sealed().classes());
        SealedFile smuggled = new SealedFile(SealedPack.of(
                signed.pack(), signed.sealed().content(), signed.sealed().folder(), classes, NOTES));

        assertThatThrownBy(() -> PackSeal.again(smuggled)).hasMessageContaining("are not what its rules compile to");
    }

    @Test
    void a_pack_whose_cases_do_not_hold_is_not_sealed(@TempDir Path drafts) throws IOException {
        Path pack = GoodPack.write(drafts);
        Path values = pack.resolve("parameters.csv");
        Files.writeString(values, Files.readString(values).replace("line,12", "line,13"));

        SealReport report = PackSeal.folder(pack, NOTES);

        assertThat(report.sealed()).isNull();
        assertThat(report.trial().packs().get(0).failures()).isNotEmpty();
    }

    @Test
    void a_byte_that_was_changed_in_any_entry_is_found_and_the_entry_named() throws IOException {
        for (String name : entries(signed.bytes()).keySet()) {
            byte[] file = changed(entries -> {
                byte[] bytes = Objects.requireNonNull(entries.get(name)).clone();
                bytes[bytes.length / 2] ^= 1;
                entries.put(name, bytes);
            });
            assertRefused(
                    file,
                    name.endsWith(".signature")
                            ? name.substring(0, name.indexOf('.'))
                            : name.equals("SEAL") ? "The entry " : "The entry " + name + " is not as it was sealed.");
        }
    }

    @Test
    void a_byte_that_was_changed_anywhere_in_the_file_is_found() throws IOException {
        byte[] good = signed.bytes();
        for (int at = 0; at < good.length; at += 97) {
            byte[] file = good.clone();
            file[at] ^= 0x10;
            assertRefused(file, "");
        }
    }

    @Test
    void classes_that_were_exchanged_are_found() throws IOException {
        String one = firstClass();
        assertRefused(
                changed(entries -> {
                    String other = entries.keySet().stream()
                            .filter(name -> name.endsWith(".class") && !name.equals(one))
                            .findFirst()
                            .orElseThrow();
                    byte[] kept = entries.put(one, entries.get(other));
                    entries.put(other, kept);
                }),
                "The entry " + one + " is not as it was sealed.");
    }

    @Test
    void an_entry_more_is_found() throws IOException {
        assertRefused(
                changed(entries -> entries.put("notes/more.txt", new byte[] {'a'})),
                "The entry notes/more.txt was not there when the pack was sealed.");
    }

    @Test
    void an_entry_less_is_found() throws IOException {
        assertRefused(
                changed(entries -> entries.remove("notes/impact.json")),
                "The entry notes/impact.json is missing; it was there when the pack was sealed.");
        assertRefused(changed(entries -> entries.remove("SEAL")), "The entry SEAL is missing.");
    }

    @Test
    void an_optional_field_that_was_taken_out_of_the_manifest_is_found() throws IOException {
        assertRefused(
                changed(entries -> entries.computeIfPresent(
                        "pack/pack.yaml",
                        (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                                .replace("\n    confidence: A", "")
                                .getBytes(StandardCharsets.UTF_8))),
                "The entry pack/pack.yaml is not as it was sealed.");
    }

    @Test
    void classes_may_only_have_names_of_this_version() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>(signed.sealed().classes());
        classes.put("org/risktriage/triage/RiskTriage.class", new byte[] {1});
        assertThatThrownBy(() -> SealedPack.of(
                        signed.pack(),
                        signed.sealed().content(),
                        signed.sealed().folder(),
                        classes,
                        NOTES))
                .hasMessageContaining("No sealed pack has an entry classes/org/risktriage/triage/RiskTriage.class");
    }

    @Test
    void a_signature_that_is_missing_is_named_for_each_role() throws IOException {
        assertRefused(
                changed(entries -> entries.remove("author.signature")), "The signature of the author is missing.");
        assertRefused(
                changed(entries -> entries.remove("approver.signature")), "The signature of the approver is missing.");
        assertRefused(unsigned.bytes(), "The signature of the author is missing.");
    }

    @Test
    void a_signature_of_another_pack_does_not_fit() throws IOException {
        Map<String, byte[]> other = Map.of("impact.json", "{ }".getBytes(StandardCharsets.UTF_8));
        SealedFile another = PEOPLE.sign(new SealedFile(SealedPack.of(
                signed.pack(),
                signed.sealed().content(),
                signed.sealed().folder(),
                signed.sealed().classes(),
                other)));
        byte[] author = entries(another.bytes()).get("author.signature");
        byte[] approver = entries(another.bytes()).get("approver.signature");
        assertRefused(
                changed(entries -> entries.put("author.signature", author)),
                "The signature of the author is not one of this pack.");
        assertRefused(
                changed(entries -> entries.put("approver.signature", approver)),
                "The signature of the approver is not one of this pack.");
    }

    @Test
    void the_author_cannot_approve() throws IOException {
        SealedFile byAuthor = PEOPLE.sign(unsigned, SigningRole.AUTHOR, "writer-1", Signatories.MORNING);
        assertRefused(
                PEOPLE.sign(byAuthor, SigningRole.APPROVER, "writer-1", Signatories.NOON)
                        .bytes(),
                "The key writer-1 is one of an author; the approver may not sign with it.");
        assertRefused(
                changed(entries -> entries.put("approver.signature", entries.get("author.signature"))),
                "The entry approver.signature is no signature of the approver.");
    }

    @Test
    void a_table_in_which_one_person_holds_both_roles_is_refused() {
        Signatories people = new Signatories();
        people.add("writer", SigningRole.APPROVER);
        assertThatThrownBy(people::policy).hasMessageContaining("Nobody may be both author and approver.");
        TrustedKey chair = PEOPLE.key("chair");
        String twice =
                PEOPLE.table() + "other-1,other,author," + chair.key() + "," + chair.from() + "," + chair.to() + ",\n";
        assertThatThrownBy(() -> SealPolicy.trusting(twice))
                .hasMessageContaining("row 4, column key: The same key stands in another row.");
    }

    @Test
    void a_table_without_keys_believes_nobody() {
        assertThatThrownBy(() -> SealPolicy.trusting("id,holder,role,key,from,to,revoked\n"))
                .hasMessageContaining("There is no key");
        assertThatThrownBy(() -> SealPolicy.trusting("")).hasMessageContaining("The first row has to be");
    }

    @Test
    void a_key_that_nobody_knows_is_not_believed() throws IOException {
        TrustedKey stranger = PEOPLE.stranger("stranger", SigningRole.APPROVER);
        SealedFile byAuthor = PEOPLE.sign(unsigned, SigningRole.AUTHOR, "writer-1", Signatories.MORNING);
        assertRefused(
                PEOPLE.sign(byAuthor, SigningRole.APPROVER, stranger.id(), Signatories.NOON)
                        .bytes(),
                "The key of the approver is not among the trusted keys.");
    }

    @Test
    void a_revoked_key_is_not_believed_and_one_that_was_revoked_afterwards_is() throws IOException {
        for (String holder : new String[] {"writer", "chair"}) {
            Signatories people = new Signatories();
            SealedFile file = people.sign(unsigned);
            TrustedKey key = people.key(holder);

            people.replace(key.revokedSince(Signatories.NOON));
            assertRefused(file.bytes(), people.policy(), "The key " + key.id() + " of the");
            assertRefused(file.bytes(), people.policy(), "is revoked");

            people.replace(key.revokedSince(Signatories.NOON.plusSeconds(1)));
            loaded(file.bytes(), people.policy());
        }
    }

    @Test
    void a_signature_counts_only_while_its_key_is_good() throws IOException {
        for (Instant at :
                new Instant[] {Instant.parse("2025-12-31T23:59:59Z"), Instant.parse("2027-01-01T00:00:01Z")}) {
            SealedFile byAuthor = PEOPLE.sign(unsigned, SigningRole.AUTHOR, "writer-1", at);
            assertRefused(
                    PEOPLE.sign(byAuthor, SigningRole.APPROVER, "chair-1", at).bytes(),
                    "The key writer-1 of the author was not good when it signed.");
        }
    }

    @Test
    void nobody_approves_before_there_is_something_to_approve() throws IOException {
        SealedFile byAuthor = PEOPLE.sign(unsigned, SigningRole.AUTHOR, "writer-1", Signatories.NOON);
        assertRefused(
                PEOPLE.sign(byAuthor, SigningRole.APPROVER, "chair-1", Signatories.MORNING)
                        .bytes(),
                "The approver signed before the author did.");
    }

    @Test
    void an_earlier_seal_of_the_same_version_is_refused_where_releases_are_listed() throws IOException {
        SealedFile earlier = PEOPLE.sign(new SealedFile(SealedPack.of(
                signed.pack(),
                signed.sealed().content(),
                signed.sealed().folder(),
                signed.sealed().classes(),
                Map.of())));
        String releases =
                "id,version,sha256,seal\nnorthvale,1.0.0," + signed.pack().sha256() + "," + signed.seal() + "\n";
        SealPolicy listed = PEOPLE.policy().onlyReleased(releases);

        loaded(signed.bytes(), listed);
        assertRefused(earlier.bytes(), listed, "This is another seal of the version than the one that was released.");
        assertRefused(
                signed.bytes(),
                PEOPLE.policy().onlyReleased(releases.replace("1.0.0", "1.1.0")),
                "This version is not among the releases.");
    }

    @Test
    void a_folder_holds_sealed_packs_and_nothing_else() throws IOException {
        Files.write(folder.resolve(NAME), signed.bytes());
        GoodPack.write(folder);
        assertThatThrownBy(() -> RiskTriage.sealed(PEOPLE.policy(), folder))
                .hasMessageContaining("Only sealed packs are used here, in files that end with .sealed: northvale.");
    }

    @Test
    void a_file_of_another_form_is_refused_and_a_packed_one_too() throws IOException {
        assertRefused("ZEBRA".getBytes(StandardCharsets.UTF_8), "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("SEAL"));
            zip.write(new byte[1024 * 1024]);
        }
        assertRefused(bytes.toByteArray(), "This has not the form of a sealed pack");
        assertRefused(
                changed(entries -> entries.put("../SEAL", new byte[] {1})), "This has not the form of a sealed pack");
    }

    @Test
    void a_file_with_as_many_entries_as_are_allowed_is_read_on_a_small_stack() throws Exception {
        byte[] file = withEntries(5_000);
        AtomicReference<Object> read = new AtomicReference<>("It was not read.");
        Thread small = new Thread(null, () -> read.set(SealedFile.read(file).pack()), "small-stack", 256 * 1024);
        small.setUncaughtExceptionHandler((ended, why) -> read.set(why));
        small.start();
        small.join();

        assertThat(read.get()).isEqualTo(signed.pack());
        assertThatThrownBy(() -> withEntries(5_001)).hasMessageContaining("not the form of a sealed pack");
    }

    /** The pack with so many notes that its file has this many entries. */
    private static byte[] withEntries(int entries) throws IOException {
        Map<String, byte[]> notes = new TreeMap<>(NOTES);
        int others = entries(unsigned.bytes()).size() - NOTES.size();
        for (int i = NOTES.size(); i < entries - others; i++) {
            notes.put("note-" + i, new byte[] {'a'});
        }
        return SealedPack.of(
                        signed.pack(),
                        signed.sealed().content(),
                        signed.sealed().folder(),
                        signed.sealed().classes(),
                        notes)
                .bytes();
    }

    @Test
    void a_seal_that_says_more_or_less_than_its_lines_is_found() throws IOException {
        String seal = new String(Objects.requireNonNull(entries(signed.bytes()).get("SEAL")), StandardCharsets.UTF_8);
        String head = seal.substring(0, seal.indexOf("entry "));
        for (String other : new String[] {
            "",
            head,
            head + "\n",
            seal + "\n",
            seal + "more\n",
            "\n" + seal,
            seal.substring(0, seal.length() - 1),
            seal.replaceFirst("\nentry ", "\n\nentry "),
            seal.replaceFirst("\nentry ", "\r\nentry ")
        }) {
            assertRefused(
                    changed(entries -> entries.put("SEAL", other.getBytes(StandardCharsets.UTF_8))),
                    "The entry SEAL is not as it was sealed.");
        }
    }

    @Test
    void one_that_cannot_be_believed_may_be_left_out_and_nothing_of_it_is_used() throws IOException {
        Files.write(folder.resolve(NAME), unsigned.bytes());
        RiskTriage triage = RiskTriage.sealedWithoutRefused(PEOPLE.policy(), folder);
        assertThat(triage.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.pack()).isEqualTo(NAME);
            assertThat(refused.faults()).containsExactly("The signature of the author is missing.");
        });
        assertThat(triage.areas()).extracting("id").doesNotContain("northvale");
    }
}
