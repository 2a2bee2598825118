package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.triage.Answer;
import org.risktriage.triage.AnswerSource;
import org.risktriage.triage.ChildrenPlace;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Grade;
import org.risktriage.triage.Home;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;
import org.risktriage.triage.PerpetratorPlace;
import org.risktriage.triage.Problem;
import org.risktriage.triage.Setting;
import org.risktriage.triage.desk.Finding;
import org.risktriage.triage.desk.MessageCode;
import org.risktriage.triage.desk.PackCheck;
import org.risktriage.triage.internal.pack.Yaml;
import org.risktriage.triage.internal.reading.CallReader;

/**
 * The JSON Schemas that editors use: every bundled pack fits them, and they know the keys, what is required and the words
 * that the readers know, no more and no fewer.
 */
class PackSchemasTest {
    private static final Path SCHEMAS = Path.of("../docs/reference/schemas");
    private static final Path PACKS = Path.of("../risk-rules/src/main/resources/rulepacks");
    private static final String MANIFEST = "pack.schema.json";
    private static final String CASES = "cases.schema.json";
    private static final String ALLOWED = "There is no such field. Allowed here: ";

    @TempDir
    Path folder;

    static Stream<Arguments> files() throws IOException {
        try (Stream<Path> files = Files.walk(PACKS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> Arguments.of(
                            PACKS.relativize(file).toString(), file.endsWith("pack.yaml") ? MANIFEST : CASES))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_file_of_the_bundled_packs_fits(String file, String schema) throws IOException {
        assertThat(faults(schema, Files.readString(PACKS.resolve(file)))).isEmpty();
    }

    @Test
    void slips_are_marked() throws IOException {
        String manifest = Files.readString(PACKS.resolve("plymouth/1.0.0/pack.yaml"));
        String cases = Files.readString(PACKS.resolve("plymouth/1.0.0/cases/bands.yaml"));

        assertThat(faults(MANIFEST, manifest.replace("owner:", "ower:"))).isNotEmpty();
        assertThat(faults(MANIFEST, manifest.replace("version: 1.0.0", "version: 1.0")))
                .isNotEmpty();
        assertThat(faults(MANIFEST, manifest.replace("kind: area", "kind: areas")))
                .isNotEmpty();
        assertThat(faults(MANIFEST, manifest.replaceAll("(?m)^reviewBy: .*", "reviewBy: 31/01/2027")))
                .isNotEmpty();
        assertThat(faults(MANIFEST, manifest.replaceAll("(?s)extends:\n  id: [^\n]*\n", "")))
                .isNotEmpty();
        assertThat(faults(CASES, cases.replace("noPrompts", "noPromts"))).isNotEmpty();
        assertThat(faults(CASES, cases.replace("{q1..q9: yes", "{q1..q9: yess")))
                .isNotEmpty();
        assertThat(faults(CASES, cases.replace("{q1..q9: yes", "{Q1: yes"))).isNotEmpty();
        assertThat(faults(CASES, cases.replace("incidents: []", "incident: []")))
                .isNotEmpty();
    }

    @Test
    void the_keys_of_a_manifest_are_those_that_its_reader_takes() throws IOException {
        String zzz = "{zzz: 1}";
        Probed whole = probe("zzz: 1\n", "given: {}\ncases: []\n");
        Probed parts = probe(
                "extends: " + zzz + "\ninForce: " + zzz + "\nusable: " + zzz + "\ninstrument: " + zzz + "\nrefuses: "
                        + zzz + "\noff: [" + zzz + "]\nsources: [" + zzz + "]\n",
                "given: {}\ncases: []\n");
        Map<String, Set<String>> keys = new TreeMap<>(parts.keys("pack.yaml"));
        keys.putAll(whole.keys("pack.yaml"));

        assertThat(keys).isEqualTo(keysOf(schema(MANIFEST)));
        Map<String, Set<String>> required = new TreeMap<>(parts.required("pack.yaml"));
        required.remove("");
        assertThat(required).isEqualTo(requiredOf(schema(MANIFEST)));
        JsonNode manifest = schema(MANIFEST);
        Set<String> always = words(manifest.get("required"));
        always.addAll(words(manifest.at("/allOf/1/then/required")));
        assertThat(whole.required("pack.yaml").get("")).isEqualTo(always);
    }

    @Test
    void the_keys_of_cases_are_those_that_their_reader_takes() throws IOException {
        String manifest = Files.readString(PACKS.resolve("plymouth/1.0.0/pack.yaml"));
        Probed probed = probe(manifest, """
                given:
                  zzz: 1
                  assessedOn: 2026-11-21
                  callEnded: true
                  answers: {q1: {zzz: 1}}
                  judgement: {zzz: 1}
                  incidents: [{zzz: 1}]
                  maracs: [{zzz: 1}]
                  previous: [{zzz: 1, answers: {q1: {zzz: 1}}}]
                  victim: {zzz: 1}
                  perpetrators: [{zzz: 1}]
                  children: [{zzz: 1}]
                  circumstances: {zzz: 1}
                  references: {zzz: 1}
                  support: {zzz: 1}
                cases:
                  - zzz: 1
                    expect: {zzz: 1}
                    name: made up
                  - zzz: 1
                zzz: 1
                """);
        Map<String, Set<String>> keys = probed.keys("cases/line.yaml");
        keys.computeIfAbsent("/given", pointer -> new TreeSet<>()).addAll(CallReader.OWN);

        assertThat(keys).isEqualTo(keysOf(schema(CASES)));
        Map<String, Set<String>> required = probed.required("cases/line.yaml");
        assertThat(required).isEqualTo(requiredOf(schema(CASES)));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(MANIFEST, "/$defs/confidence", Confidence.values()),
                Arguments.of(
                        CASES,
                        "/$defs/answer",
                        Stream.concat(Stream.of((Object[]) Answer.values()), Stream.of((Object[]) Grade.values()))
                                .toArray()),
                Arguments.of(CASES, "/$defs/answerWithDetails/properties/source", AnswerSource.values()),
                Arguments.of(CASES, "/$defs/given/properties/requestedLevel", Level.values()),
                Arguments.of(CASES, "/$defs/given/properties/previous/items/properties/level", Level.values()),
                Arguments.of(CASES, "/$defs/given/properties/incidents/items/properties/kind", IncidentKind.values()),
                Arguments.of(CASES, "/$defs/given/properties/incidents/items/properties/direction", Direction.values()),
                Arguments.of(CASES, "/$defs/given/properties/children/items/properties/livesWith", Home.values()),
                Arguments.of(
                        CASES,
                        "/$defs/given/properties/circumstances/properties/perpetratorIs",
                        PerpetratorPlace.values()),
                Arguments.of(
                        CASES, "/$defs/given/properties/circumstances/properties/childrenAre", ChildrenPlace.values()),
                Arguments.of(CASES, "/$defs/given/properties/support/properties/setting", Setting.values()),
                Arguments.of(CASES, "/$defs/expect/properties/marac", CriterionStatus.values()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("words")
    void the_words_are_those_of_the_readers(String schema, String pointer, Object[] values) throws IOException {
        assertThat(words(schema(schema).at(pointer + "/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(values).map(String::valueOf).toList());
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(SCHEMAS.resolve(name)));
    }

    private static List<String> faults(String schema, String yaml) throws IOException {
        Schema read = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        List<Problem> problems = new ArrayList<>();
        String json = new ObjectMapper().writeValueAsString(Yaml.read(yaml, problems));
        assertThat(problems).isEmpty();
        return read.validate(json, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    /** What the check says of files in which each object has a key that there is not. */
    private Probed probe(String manifest, String cases) throws IOException {
        Path pack = Files.createTempDirectory(folder, "packs").resolve("plymouth/1.0.0");
        Files.createDirectories(pack.resolve("cases"));
        Files.writeString(pack.resolve("pack.yaml"), manifest);
        Files.writeString(pack.resolve("parameters.csv"), "key,value,from,to,source,confidence,note\n");
        Files.writeString(pack.resolve("cases/line.yaml"), cases);
        return new Probed(PackCheck.folder(pack).findings());
    }

    private record Probed(List<Finding> findings) {
        /** The keys that are allowed, by pointer to the object as {@link #keysOf} writes it. */
        Map<String, Set<String>> keys(String file) {
            Map<String, Set<String>> keys = new TreeMap<>();
            for (Finding finding : findings) {
                if (finding.code() == MessageCode.R107 && finding.file().endsWith(file)) {
                    String allowed = finding.message()
                            .substring(ALLOWED.length(), finding.message().length() - 1);
                    keys.put(parent(finding.where()), new TreeSet<>(List.of(allowed.split(", ", -1))));
                }
            }
            return keys;
        }

        Map<String, Set<String>> required(String file) {
            Map<String, Set<String>> required = new TreeMap<>();
            for (Finding finding : findings) {
                if (finding.code() == MessageCode.R106 && finding.file().endsWith(file)) {
                    required.computeIfAbsent(parent(finding.where()), pointer -> new TreeSet<>())
                            .add(finding.message().replace(" is required.", ""));
                }
            }
            return required;
        }

        private static String parent(String pointer) {
            return pointer.substring(0, pointer.lastIndexOf('/'))
                    .replaceAll("/\\d+", "/*")
                    .replaceAll("/answers/q1", "/answers/*");
        }
    }

    private static Map<String, Set<String>> keysOf(JsonNode schema) {
        Map<String, Set<String>> keys = new TreeMap<>();
        walk(schema, schema, "", keys, "properties");
        return keys;
    }

    /** What is required, but for the whole, of which the readers say it in another test. */
    private static Map<String, Set<String>> requiredOf(JsonNode schema) {
        Map<String, Set<String>> required = new TreeMap<>();
        walk(schema, schema, "", required, "required");
        required.remove("");
        return required;
    }

    private static void walk(JsonNode whole, JsonNode node, String at, Map<String, Set<String>> found, String what) {
        JsonNode here = node.has("$ref") ? whole.at(node.get("$ref").textValue().substring(1)) : node;
        if (here.has(what)) {
            found.put(at, what.equals("required") ? words(here.get(what)) : names(here.get(what)));
        }
        here.path("properties").properties().forEach(property -> {
            // A case's own given is what is shared, over again.
            if (!(at + "/" + property.getKey()).equals("/cases/*/given")) {
                walk(whole, property.getValue(), at + "/" + property.getKey(), found, what);
            }
        });
        here.path("patternProperties").forEach(value -> walk(whole, value, at + "/*", found, what));
        here.path("oneOf").forEach(value -> walk(whole, value, at, found, what));
        if (here.has("items")) {
            walk(whole, here.get("items"), at + "/*", found, what);
        }
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.properties().forEach(property -> names.add(property.getKey()));
        return names;
    }
}
