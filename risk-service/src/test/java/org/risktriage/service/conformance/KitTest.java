package org.risktriage.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack.WorkedCase;

/** The kit holds every worked case, in the form that its documentation gives. */
class KitTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final Kit KIT = KitOfPacks.make(TRIAGE);
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 21, 0, 0);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

    @Test
    void every_worked_case_of_every_pack_is_there_by_its_name() {
        List<String> worked = new ArrayList<>();
        TRIAGE.rulePacks().stream()
                // Nobody can ask for rules of no instrument: they are tried by the cases of the packs above them.
                .filter(id -> !id.id().equals("common-duties"))
                .forEach(id -> TRIAGE.rulePack(id.id(), id.version()).cases().stream()
                        // The kit asks for decisions; a case of a contact is none.
                        .filter(one -> !one.given().containsKey("callEnded"))
                        .forEach(
                                one -> worked.add(id.id() + "@" + id.version() + " " + one.file() + " " + one.name())));
        List<String> kept = new ArrayList<>();
        KIT.files()
                .values()
                .forEach(file -> file.cases()
                        .forEach(one -> kept.add(file.pack().id() + "@"
                                + file.pack().version() + " " + file.topic() + ".yaml " + one.name())));
        assertThat(kept).isEqualTo(worked).hasSize(KIT.index().cases());
    }

    @Test
    void every_case_expects_more_than_a_status_and_the_rules() {
        List<String> bare = new ArrayList<>();
        KIT.files()
                .values()
                .forEach(file -> file.cases().stream()
                        .filter(one -> one.expect().status() == 200)
                        .filter(one -> one.expect().reply().size() == 1
                                && one.expect().absent().isEmpty()
                                && one.expect().exactly().isEmpty()
                                && one.expect().begins().isEmpty())
                        .forEach(one -> bare.add(one.name())));
        assertThat(bare).isEmpty();
    }

    @Test
    void every_file_is_as_its_schema_says() {
        Map<String, byte[]> contents = KIT.contents();
        Schema cases = schema(contents, "cases.schema.json");
        Schema index = schema(contents, "kit.schema.json");
        assertThat(index.validate(text(contents, "kit.json"), InputFormat.JSON)).isEmpty();
        assertThat(KIT.files().keySet())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(cases.validate(text(contents, path), InputFormat.JSON))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void the_schema_refuses_a_case_that_no_runner_could_read() throws IOException {
        Map<String, byte[]> contents = KIT.contents();
        Schema cases = schema(contents, "cases.schema.json");
        ObjectNode file = (ObjectNode) KitJson.MAPPER.readTree(
                text(contents, KIT.files().keySet().iterator().next()));
        ObjectNode expect = (ObjectNode) file.at("/cases/0/expect");
        expect.putObject("abesnt").putArray("prompts").add("weapon");
        assertThat(cases.validate(file.toString(), InputFormat.JSON)).isNotEmpty();
        expect.remove("abesnt");
        expect.put("status", 500);
        assertThat(cases.validate(file.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void a_kit_made_and_zipped_twice_has_the_same_bytes_in_any_time_zone() {
        TimeZone before = TimeZone.getDefault();
        byte[] once = KitZip.write(KIT.contents(), TIME);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(KitZip.write(KitOfPacks.make(RiskTriage.bundled()).contents(), TIME))
                    .isEqualTo(once);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void what_the_build_published_and_what_is_in_the_jar_are_this_kit() throws Exception {
        byte[] made = KitZip.write(KIT.contents(), TIME);
        Path target = Path.of(System.getProperty("basedir", "."), "target");
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.filter(file -> file.toString().endsWith(".zip")).toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .hasFileName(
                                    "risk-triage-conformance-" + KIT.index().version() + ".zip")
                            .hasBinaryContent(made));
        }
        assertThat(Kit.bundled()).isEqualTo(KIT);
    }

    @Test
    void a_kit_reads_back_as_it_was_written() throws Exception {
        assertThat(read(KIT.contents())).isEqualTo(KIT);
    }

    @Test
    void a_zip_without_a_kit_is_refused() {
        assertThatThrownBy(() -> read(Map.of("readme.txt", new byte[0])))
                .isInstanceOf(KitException.class)
                .hasMessage("This is no conformance kit: it has no conformance/kit.json.");
        assertThatThrownBy(() -> Kit.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(KitException.class);
    }

    @Test
    void a_kit_of_another_format_is_refused() {
        assertThatThrownBy(() -> read(with("kit.json", "\"format\": 1", "\"format\": 2")))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("another format than 1");
    }

    @Test
    void a_kit_that_has_lost_cases_is_refused() {
        Map<String, byte[]> less = new TreeMap<>(KIT.contents());
        less.remove("conformance/england-wales/1.0.0/repeat.json");
        assertThatThrownBy(() -> read(less)).isInstanceOf(KitException.class).hasMessageContaining("missing");
        assertThatThrownBy(
                        () -> read(with("kit.json", "\"cases\": " + KIT.index().cases() + ",", "\"cases\": 1,")))
                .isInstanceOf(KitException.class)
                .hasMessageContaining("as many cases as it says");
    }

    @Test
    void a_kit_with_a_misspelt_expectation_is_refused() {
        assertThatThrownBy(() -> read(with("england-wales/1.0.0/care.json", "\"absent\"", "\"abesnt\"")))
                .isInstanceOf(KitException.class)
                .hasMessageEndingWith("england-wales/1.0.0/care.json.");
    }

    @Test
    void a_word_of_a_worked_case_that_the_kit_has_no_form_for_stops_the_build() {
        WorkedCase worked = TRIAGE.rulePack("england-wales", "1.0.0").cases().get(0);
        Map<String, Object> expect = new LinkedHashMap<>(worked.expect());
        expect.put("made-up", List.of("helpline"));
        WorkedCase unknown = new WorkedCase(worked.file(), worked.name(), worked.given(), Map.copyOf(expect));
        assertThatThrownBy(() -> ExpectedParts.of(unknown, TRIAGE.assess(TRIAGE.read(worked.given()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(worked.name())
                .hasMessageEndingWith("the kit has no form for made-up");
    }

    @Test
    void the_words_that_say_what_fires_inside_are_the_only_ones_left_out() {
        Map<String, Object> expect = Map.of("level", "none", "fires", List.of("a/b"), "silent", List.of("c/d"));
        Map<String, Object> given = Map.of("assessedOn", "2026-11-21", "answers", Map.of());
        Expected expected = ExpectedParts.of(
                new WorkedCase("level.yaml", "made up", given, expect), TRIAGE.assess(TRIAGE.read(given)));
        assertThat(expected.reply().at("/level/value").isNull()).isTrue();
        assertThat(expected.reply().properties()).extracting(Map.Entry::getKey).containsExactly("level", "rules");
        assertThat(List.of(expected.absent(), expected.exactly(), expected.begins()))
                .containsOnly(Map.of());
    }

    private static Kit read(Map<String, byte[]> contents) throws KitException, IOException {
        return Kit.read(new ByteArrayInputStream(KitZip.write(contents, TIME)));
    }

    private static Map<String, byte[]> with(String file, String from, String to) {
        Map<String, byte[]> changed = new TreeMap<>(KIT.contents());
        String text = text(changed, file);
        assertThat(text).contains(from);
        changed.put("conformance/" + file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private static Schema schema(Map<String, byte[]> contents, String name) {
        return SCHEMAS.getSchema(text(contents, name), InputFormat.JSON);
    }

    private static String text(Map<String, byte[]> contents, String name) {
        byte[] content = contents.get("conformance/" + name);
        assertThat(content).as(name).isNotNull();
        return new String(content, StandardCharsets.UTF_8);
    }
}
