package org.risktriage.triage.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.ContentInMemory;

/** Which version of which pack applies, where there are several, and which packs are refused. */
class PackShelfTest {
    private static final String HEADER = "key,value,from,to,source,confidence,note,allowed\n";
    private static final String WHOLE = HEADER + """
            line,14,2020-01-01,,made-up-source,I,,1..24
            next-questions.danger-to-life,q15,2020-01-01,,made-up-source,I,,questions
            child.age-below,18,2020-01-01,,made-up-source,I,,1..99
            repeat.anchor,referral,2020-01-01,,made-up-source,I,,referral meeting
            repeat.marac,any,2020-01-01,,made-up-source,I,,any here
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void write_packs() {
        base("home", "1.10.0", "{from: 2026-07-01}");
        area("town", "1.0.0", "{from: 2026-01-01, to: 2026-05-31}", "line,12,2026-01-01,,made-up-town,I,,\n");
        base("home", "1.9.0", "{from: 2026-01-01}");
        area("town", "1.1.0", "{from: 2026-06-01}", "");
    }

    private void base(String id, String version, String inForce) {
        String folder = "rulepacks/" + id + "/" + version + "/";
        files.put(folder + "pack.yaml", """
                {id: %s, version: %s, kind: base, title: Made up, owner: nobody, inForce: %s, usable: {from: 2026-01-01},
                reviewBy: 2027-01-01, instrument: {id: safelives-dash, edition: 24-item}, calendar: england-and-wales,
                criteria: [], rules: 0, chosen: "{version} on {date}", notice: Made up., changes: [],
                sources: [{id: made-up-source, title: Made up, confidence: I}]}
                """.formatted(id, version, inForce));
        files.put(folder + "parameters.csv", WHOLE);
    }

    private void area(String id, String version, String inForce, String rows) {
        String folder = "rulepacks/" + id + "/" + version + "/";
        files.put(folder + "pack.yaml", """
                {id: %s, version: %s, kind: area, extends: {id: home}, title: Made up, owner: nobody, inForce: %s,
                usable: {from: 2026-01-01}, reviewBy: 2027-01-01, rules: 0, changes: [],
                sources: [{id: made-up-%s, title: Made up, confidence: I}]}
                """.formatted(id, version, inForce, id));
        files.put(folder + "parameters.csv", HEADER + rows);
    }

    private PackShelf shelf() {
        return PackShelf.of(List.of(ContentInMemory.of(files)), PackShelfTest.class.getClassLoader());
    }

    private static String name(LoadedPack pack) {
        Decision.PackId base = pack.written().basePack().identity();
        String name = pack.identity().id() + "@" + pack.identity().version();
        return pack.written().isArea() ? name + " over " + base.version() : name;
    }

    private String fault(String pack) {
        return shelf().refused().stream()
                .filter(refused -> refused.pack().equals(pack))
                .map(RefusedPack::faults)
                .map(faults -> String.join("\n", faults))
                .findFirst()
                .orElse("");
    }

    @Test
    void packs_stand_by_id_by_version_as_numbers_and_by_what_they_extend() {
        assertThat(shelf().orRefuse().all())
                .map(PackShelfTest::name)
                .containsExactly(
                        "home@1.9.0",
                        "home@1.10.0",
                        "town@1.0.0 over 1.9.0",
                        "town@1.1.0 over 1.9.0",
                        "town@1.1.0 over 1.10.0");
        assertThat(shelf().areas()).containsExactly("home", "town");
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-01-01, home@1.9.0",
        ", 2026-06-30, home@1.9.0",
        ", 2026-07-01, home@1.10.0",
        "home, 2026-07-01, home@1.10.0",
        "town, 2026-05-31, town@1.0.0 over 1.9.0",
        "town, 2026-06-01, town@1.1.0 over 1.9.0",
        "town, 2026-06-30, town@1.1.0 over 1.9.0",
        "town, 2026-07-01, town@1.1.0 over 1.10.0",
    })
    void the_version_in_force_on_the_day_applies_over_the_base_in_force_on_that_day(
            @Nullable String area, LocalDate day, String name) {
        assertThat(name(shelf().inForce(area, day))).isEqualTo(name);
    }

    @Test
    void a_day_before_any_version_is_refused_with_the_first_day() {
        assertThatThrownBy(() -> shelf().inForce("town", LocalDate.of(2025, 12, 31)))
                .isInstanceOf(InvalidAssessmentException.class)
                .hasMessageContaining("The first day is 2026-01-01.");
    }

    @Test
    void a_day_after_the_last_version_is_refused_with_the_last_day() {
        area("town", "1.1.0", "{from: 2026-06-01, to: 2026-12-31}", "");

        assertThatThrownBy(() -> shelf().inForce("town", LocalDate.of(2027, 1, 1)))
                .isInstanceOf(InvalidAssessmentException.class)
                .hasMessageContaining("The last day was 2026-12-31.");
    }

    @Test
    void what_was_passed_over_and_what_is_to_come_goes_with_the_choice() {
        Choice choice = shelf().choose("town", null, LocalDate.of(2026, 2, 1));

        assertThat(choice.passedOver())
                .containsExactly(
                        new Decision.PassedOver("town", "1.1.0", LocalDate.of(2026, 6, 1), null),
                        new Decision.PassedOver("home", "1.10.0", LocalDate.of(2026, 7, 1), null));
        assertThat(choice.later())
                .extracting(later -> later.from() + " " + name(later.pack()))
                .containsExactly("2026-06-01 town@1.1.0 over 1.9.0", "2026-07-01 town@1.1.0 over 1.10.0");
    }

    @Test
    void a_value_that_is_dated_later_is_to_come_too() {
        area("town", "1.1.0", "{from: 2026-06-01}", "line,13,2026-10-01,,made-up-town,I,,\n");

        assertThat(shelf().choose("town", null, LocalDate.of(2026, 8, 1)).later())
                .extracting(Choice.Later::from)
                .containsExactly(LocalDate.of(2026, 10, 1));
    }

    @Test
    void an_area_has_its_own_value_and_inherits_the_others() {
        LoadedPack town = shelf().inForce("town", LocalDate.of(2026, 2, 1));

        assertThat(town.parameters().on(LocalDate.of(2026, 2, 1)).number("line"))
                .isEqualTo(12);
        assertThat(town.parameters().rows())
                .filteredOn(row -> row.key().equals("line"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.instead()).isEqualTo("14");
                    assertThat(row.pack().id()).isEqualTo("town");
                });
        assertThat(town.parameters().rows())
                .filteredOn(row -> row.key().equals("child.age-below"))
                .singleElement()
                .satisfies(row -> assertThat(row.pack().id()).isEqualTo("home"));
    }

    @Test
    void an_area_that_is_not_here_is_refused() {
        assertThatThrownBy(() -> shelf().latest("village"))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessage("Not found. Known areas: home, town.");
    }

    @Test
    void a_version_that_is_not_here_is_refused() {
        assertThatThrownBy(() -> shelf().version("home", "1.0.0"))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessage("Not found. Known rule packs: home@1.10.0, home@1.9.0, town@1.0.0, town@1.1.0.");
    }

    @Test
    void without_base_rules_there_is_no_shelf() {
        files.keySet().removeIf(file -> file.startsWith("rulepacks/home/"));

        assertThatThrownBy(this::shelf)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("There is no such base pack.");
    }

    @Test
    void two_versions_of_one_day_are_refused() {
        area("town", "1.1.0", "{from: 2026-05-31}", "");

        assertThat(fault("town@1.1.0")).contains("/inForce/from: Version 1.0.0 is in force on that day too");
    }

    @Test
    void a_day_between_two_versions_is_refused() {
        area("town", "1.1.0", "{from: 2026-06-02}", "");

        assertThat(fault("town@1.1.0")).contains("/inForce/from: Version 1.0.0 ends on 2026-05-31");
    }

    @Test
    void an_area_from_before_its_base_is_refused() {
        area("village", "1.0.0", "{from: 2025-12-31}", "");

        assertThat(fault("village@1.0.0")).contains("/inForce: No version of home is in force on 2025-12-31");
    }

    @Test
    void an_area_over_a_base_that_is_not_here_is_refused() {
        area("village", "1.0.0", "{from: 2026-01-01}", "");
        files.computeIfPresent(
                "rulepacks/village/1.0.0/pack.yaml", (file, text) -> text.replace("{id: home}", "{id: hom}"));

        assertThat(fault("village@1.0.0")).contains("/extends: There is no such base pack. There are: home.");
    }

    @Test
    void an_area_over_an_area_is_refused() {
        area("village", "1.0.0", "{from: 2026-06-01}", "");
        files.computeIfPresent(
                "rulepacks/village/1.0.0/pack.yaml", (file, text) -> text.replace("{id: home}", "{id: town}"));

        assertThat(fault("village@1.0.0")).contains("/extends/id: Only a base pack can be extended.");
    }

    @Test
    void packs_that_extend_each_other_are_refused() {
        base("ring", "1.0.0", "{from: 2026-01-01, to: 2026-01-31}");
        base("ring", "2.0.0", "{from: 2026-02-01}");
        for (String version : List.of("1.0.0", "2.0.0")) {
            String other = version.equals("1.0.0") ? "2.0.0" : "1.0.0";
            files.computeIfPresent(
                    "rulepacks/ring/" + version + "/pack.yaml",
                    (file, text) ->
                            text.replace("kind: base", "kind: base, extends: {id: ring, version: " + other + "}"));
        }

        assertThat(fault("ring@1.0.0") + fault("ring@2.0.0")).contains("A pack may not extend itself");
        assertThat(shelf().refused()).extracting(RefusedPack::pack).contains("ring@1.0.0", "ring@2.0.0");
    }

    @Test
    void a_parameter_that_the_base_does_not_have_is_refused_with_row_and_column() {
        area("village", "1.0.0", "{from: 2026-01-01}", "lime,12,2026-01-01,,made-up-village,I,,\n");

        assertThat(fault("village@1.0.0"))
                .contains("parameters.csv, row 2, column key: There is no parameter 'lime' in home");
    }

    @Test
    void a_value_that_the_base_does_not_allow_is_refused_with_row_and_column() {
        area("village", "1.0.0", "{from: 2026-01-01}", "line,25,2026-01-01,,made-up-village,I,,\n");

        assertThat(fault("village@1.0.0"))
                .contains("parameters.csv, row 2, column value: line is a whole number from 1 to 24.");
    }

    @Test
    void a_value_without_a_source_is_refused_with_row_and_column() {
        area("village", "1.0.0", "{from: 2026-01-01}", "line,12,2026-01-01,,hearsay,I,,\n");

        assertThat(fault("village@1.0.0")).contains("parameters.csv, row 2, column source: ");
    }

    @Test
    void a_rule_that_the_base_does_not_have_cannot_be_switched_off() {
        area("village", "1.0.0", "{from: 2026-01-01}", "");
        files.computeIfPresent(
                "rulepacks/village/1.0.0/pack.yaml",
                (file, text) -> text.replace(
                        "rules: 0", "rules: 0, off: [{rule: marac/none, because: Made up., source: made-up-village}]"));

        assertThat(fault("village@1.0.0")).contains("has no rule marac/none.");
    }

    @Test
    void a_refused_pack_keeps_no_other_from_being_used_and_can_be_insisted_on() {
        area("village", "1.0.0", "{from: 2026-01-01}", "line,25,2026-01-01,,made-up-village,I,,\n");

        assertThat(shelf().areas()).containsExactly("home", "town");
        assertThatThrownBy(() -> shelf().orRefuse())
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The rule pack village@1.0.0 is refused.");
    }

    @Test
    void with_a_refused_base_every_area_over_it_is_refused() {
        files.put("rulepacks/home/1.10.0/parameters.csv", WHOLE + "line,13,2026-01-01,,made-up-source,I,,1..24\n");

        assertThat(fault("town@1.1.0")).contains("home@1.10.0 is refused itself.");
    }

    @Test
    void a_pack_that_scores_another_instrument_than_the_one_below_it_is_refused() {
        files.computeIfPresent(
                "rulepacks/town/1.1.0/pack.yaml",
                (file, text) ->
                        text.replace("kind: area,", "kind: area, instrument: {id: s-dash, edition: 11-question},"));

        assertThat(fault("town@1.1.0")).contains("/instrument", "the rules of one instrument never read another");
    }

    @Test
    void a_base_pack_over_another_base_pack_is_refused_unless_that_is_of_no_instrument() {
        base("other", "1.0.0", "{from: 2026-01-01}");
        files.computeIfPresent(
                "rulepacks/other/1.0.0/pack.yaml",
                (file, text) -> text.replace("kind: base,", "kind: base, extends: {id: home, version: 1.9.0},")
                        .replace("made-up-source", "made-up-other"));

        assertThat(fault("other@1.0.0")).contains("/extends/id", "rules that are of no instrument");
    }

    @Test
    void an_area_over_rules_of_no_instrument_is_refused() {
        base("duties", "1.0.0", "{from: 2026-01-01}");
        files.computeIfPresent(
                "rulepacks/duties/1.0.0/pack.yaml",
                (file, text) ->
                        text.replace("id: safelives-dash, edition: 24-item", "id: no-checklist, edition: none"));
        area("town", "1.1.0", "{from: 2026-06-01}", "");
        files.computeIfPresent(
                "rulepacks/town/1.1.0/pack.yaml", (file, text) -> text.replace("id: home", "id: duties"));

        assertThat(fault("town@1.1.0")).contains("/extends/id", "extends a base pack that scores an instrument");
    }

    private static final String SAFETY = "id,field,label,prompt,why,source,confidence\n";

    private void safetyOfVillage(String rows) {
        area("village", "1.0.0", "{from: 2026-01-01}", "");
        files.put("rulepacks/village/1.0.0/safety-questions.csv", SAFETY + rows);
    }

    @Test
    void a_pack_may_add_questions_about_safety() {
        safetyOfVillage("where-now,perpetratorIs,Where,Where?,It matters.,made-up-village,I\n");

        assertThat(fault("village@1.0.0")).isEmpty();
        assertThat(shelf().inForce("village", null, LocalDate.of(2026, 2, 1)).safetyQuestions())
                .extracting(question -> question.id() + " " + question.field())
                .containsExactly("where-now perpetratorIs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where,perpetratorIs,Where,Where?,It matters.,made-up-village,I|row 2, column id: Lower-case words",
                "where-now,lastSexualAssaultOn,Where,Where?,It matters.,made-up-village,I|row 2, column field: One of these is needed here: childrenAre, perpetratorIs, perpetratorPresent, safeToTalk, seenAlone.",
                "where-now,perpetratorIs,,Where?,It matters.,made-up-village,I|row 2, column label: Words are needed here.",
                "where-now,perpetratorIs,Where,,It matters.,made-up-village,I|row 2, column prompt: Words are needed here.",
                "where-now,perpetratorIs,Where,Where?,,made-up-village,I|row 2, column why: Words are needed here.",
                "where-now,perpetratorIs,Where,Where?,It matters.,hearsay,I|row 2, column source: The id of a source in pack.yaml is needed here.",
                "where-now,perpetratorIs,Where,Where?,It matters.,made-up-village,Z|row 2, column confidence: One of A, B, K and I is needed here."
            })
    void a_fault_among_questions_about_safety_is_named_with_row_and_column(String row, String fault) {
        safetyOfVillage(row + "\n");

        assertThat(fault("village@1.0.0")).contains("safety-questions.csv, " + fault);
    }

    @Test
    void a_question_about_safety_stands_once() {
        String row = "where-now,perpetratorIs,Where,Where?,It matters.,made-up-village,I\n";
        safetyOfVillage(row + row);

        assertThat(fault("village@1.0.0")).contains("row 3, column id: ", "each id once");
    }
}
