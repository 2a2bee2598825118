package org.risktriage.triage.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.RulesFaultException;

class ManifestTest {
    private static final String FILE = "rulepacks/made-up/1.0.0/pack.yaml";
    private static final String WHOLE = """
            id: made-up
            version: 1.0.0
            kind: base
            title: A made-up area
            owner: nobody
            inForce:
              from: 2026-01-01
              to: 2026-12-31
            usable:
              from: 2026-01-01
            reviewBy: 2027-01-01
            instrument:
              id: safelives-dash
              edition: 24-item
            calendar: england-and-wales
            criteria: [visible-high-risk]
            rules: 3
            chosen: "{version} on {date}"
            notice: Made up.
            sources:
              - id: made-up-source
                title: A made-up source
                confidence: I
            changes: [The first version.]
            """;

    @Test
    void a_whole_manifest_has_no_fault() {
        assertThat(faults(WHOLE)).isEmpty();
    }

    @Test
    void every_bundled_manifest_is_whole() {
        assertThat(PackReader.read(List.of(Content.bundled())).all()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "version",
                "kind",
                "title",
                "owner",
                "inForce",
                "usable",
                "reviewBy",
                "instrument",
                "calendar",
                "criteria",
                "rules",
                "chosen",
                "notice",
                "sources",
                "changes"
            })
    void every_missing_field_is_named_at_once(String field) {
        assertThat(faults("{}")).contains(FILE + ", /" + field + ": " + field + " is required.");
    }

    @ParameterizedTest(name = "{1} in place of {0} is a fault at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: made-up          | id: Made Up              | /id",
                "id: made-up          | id: ../made-up           | /id",
                "id: made-up          | id: 7                    | /id",
                "version: 1.0.0       | version: 1.0             | /version",
                "version: 1.0.0       | version: v1.0.0          | /version",
                "kind: base           | kind: district           | /kind",
                "title: A made-up area| title: [a, b]            | /title",
                "owner: nobody        | owner: {name: nobody}    | /owner",
                "from: 2026-01-01     | from: 2026-02-30         | /inForce/from",
                "from: 2026-01-01     | from: 1 January 2026     | /inForce/from",
                "to: 2026-12-31       | to: 2025-12-31           | /inForce/to",
                "to: 2026-12-31       | until: 2026-12-31        | /inForce/until",
                "reviewBy: 2027-01-01 | reviewBy: 2027           | /reviewBy",
                "edition: 24-item     | edition: 24              | /instrument/edition",
                "calendar: england-and-wales | calendar: 12      | /calendar",
                "criteria: [visible-high-risk] | criteria: visible-high-risk | /criteria",
                "criteria: [visible-high-risk] | criteria: [1]   | /criteria/0",
                "criteria: [visible-high-risk] | criteria: [a, b, a] | /criteria",
                "rules: 3             | rules: three             | /rules",
                "rules: 3             | rules: -1                | /rules",
                "rules: 3             | rules: 3.0               | /rules",
                "rules: 3             | rules: 10001             | /rules",
                "{version} on {date}  | {date}, {version}        | /chosen",
                "{version} on {date}  | {version} on {date       | /chosen",
                "{version} on {date}  | {version} on {date} {at} | /chosen",
                "notice: Made up.     | notice: {}               | /notice",
                "confidence: I        | confidence: Z            | /sources/0/confidence",
                "confidence: I        | certainty: I             | /sources/0/certainty",
                "notice: Made up.     | salience: 10             | /salience",
            })
    void a_wrong_field_is_a_fault_with_file_and_field(String right, String wrong, String pointer) {
        assertThat(faults(WHOLE.replace(right, wrong)))
                .anyMatch(fault -> fault.startsWith(FILE + ", " + pointer + ": "));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        String text = WHOLE.replace("id: made-up\n", "id: Made Up\n")
                .replace("kind: base", "kind: district")
                .replace("to: 2026-12-31", "to: 2025-12-31")
                .replace("rules: 3", "rules: three")
                .replace("owner: nobody", "ownr: nobody");

        assertThat(faults(text).stream().map(ManifestTest::place))
                .containsExactlyInAnyOrder("/id", "/kind", "/inForce/to", "/rules", "/owner", "/ownr");
    }

    @Test
    void a_manifest_with_a_fault_is_never_half_a_manifest() {
        assertThat(Manifest.read(FILE, WHOLE.replace("rules: 3", "rules: three"), new PackFaults()))
                .isNull();
    }

    @Test
    void two_sources_of_one_id_are_a_fault() {
        String second = "  - {id: made-up-source, title: Another, confidence: A}\nchanges:";

        assertThat(faults(WHOLE.replace("changes:", second)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith(FILE + ", /sources: "));
    }

    @Test
    void the_same_key_twice_is_a_fault_with_its_line() {
        assertThat(faults(WHOLE.replace("kind: base\n", "kind: base\nkind: area\n")))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault).startsWith(FILE + ": Line ").contains("duplicate key"));
    }

    @Test
    void an_alias_of_a_list_is_a_fault() {
        String text = WHOLE.replace("criteria: [visible-high-risk]", "criteria: &list [visible-high-risk]")
                .replace("changes: [The first version.]", "changes: *list");

        assertThat(faults(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "just a text",
                "id: 'open",
                "\tid: x",
                "--- {}\n--- {}\n",
                "!!java.io.File {path: x}",
                "id: !!javax.script.ScriptEngineManager []",
            })
    void what_is_no_manifest_is_a_fault_of_that_file(String text) {
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.startsWith(FILE));
    }

    @Test
    void a_manifest_beyond_the_limit_of_size_is_a_fault() {
        assertThat(faults(WHOLE.replace("Made up.", "x".repeat(600_000))))
                .containsExactly(FILE + ": This is not YAML.");
    }

    @Test
    void the_refusal_names_every_fault_on_a_line_of_its_own() {
        PackFaults faults = new PackFaults();
        Manifest.read(FILE, WHOLE.replace("rules: 3", "rules: three").replace("kind: base", "kind: x"), faults);

        assertThatThrownBy(() -> faults.refuseIfAny("The made-up pack"))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageStartingWith("The made-up pack is refused.")
                .hasMessageContaining("\n  " + FILE + ", /rules: ")
                .hasMessageContaining("\n  " + FILE + ", /kind: ");
    }

    private static List<String> faults(String text) {
        PackFaults faults = new PackFaults();
        Manifest.read(FILE, text, faults);
        return faults.found();
    }

    private static String place(String fault) {
        return fault.substring(fault.indexOf(", ") + 2, fault.indexOf(": "));
    }
}
