package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Constructor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.ContentInMemory;
import org.risktriage.triage.internal.pack.WrittenPack;

/** What a caller may see of the rules themselves. */
class RulesShownTest {
    private static RiskTriage triage;

    @BeforeAll
    static void load_the_rules() {
        triage = RiskTriage.bundled();
    }

    @Test
    void a_pack_shows_its_parameters_rules_sources_and_cases() {
        RulePack pack = triage.rulePack("england-wales", "1.0.0");

        assertThat(pack.id() + "@" + pack.version()).isEqualTo("england-wales@1.0.0");
        assertThat(pack.inForceFrom()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(pack.criteria()).contains("visible-high-risk", "repeat");
        assertThat(pack.parameters())
                .anySatisfy(parameter ->
                        assertThat(parameter.key() + " " + parameter.value()).isEqualTo("visible-high-risk.line 14"));
        assertThat(pack.rules()).anySatisfy(rule -> {
            assertThat(rule.id()).isEqualTo("england-wales/marac/visible-high-risk");
            assertThat(rule.topic()).isEqualTo("marac");
            assertThat(rule.says()).isEqualTo("{yes} of {of} answers are yes; the line here is {line}.");
        });
        assertThat(pack.sources()).isNotEmpty();
        assertThat(pack.cases()).hasSizeGreaterThan(300);
        assertThat(triage.rulePacks())
                .contains(new Decision.PackId("england-wales", "1.0.0", pack.sha256()))
                .doesNotHaveDuplicates();
        assertThat(triage.baseRules()).isEqualTo(new Decision.PackId("england-wales", "1.0.0", pack.sha256()));
    }

    @Test
    void an_area_has_its_versions_and_the_instrument_that_it_scores() {
        assertThat(triage.areas())
                .contains(
                        new Area(
                                "england-wales",
                                "England and Wales, base rules",
                                "base",
                                new Decision.InstrumentId("safelives-dash", "24-item"),
                                List.of("0.9.0", "1.0.0")),
                        new Area(
                                "plymouth",
                                "Plymouth",
                                "area",
                                new Decision.InstrumentId("safelives-dash", "24-item"),
                                List.of("1.0.0")));
        assertThat(triage.areas()).extracting(Area::id).isSorted();
    }

    @Test
    void the_rules_of_an_area_on_a_day_tell_its_own_values_from_those_that_it_inherits() {
        AreaRules cambridgeshire = triage.areaRules(LocalDate.of(2026, 11, 21)).stream()
                .filter(area -> area.area().equals("cambridgeshire-peterborough"))
                .findFirst()
                .orElseThrow();
        assertThat(cambridgeshire.values())
                .filteredOn(value -> value.key().equals("visible-high-risk.line"))
                .singleElement()
                .satisfies(value -> assertThat(List.of(
                                value.value(),
                                String.valueOf(value.instead()),
                                value.pack().id()))
                        .containsExactly("17", "14", "cambridgeshire-peterborough"));
        assertThat(cambridgeshire.values()).extracting(RulePack.Parameter::key).doesNotHaveDuplicates();
        assertThat(triage.areaRules(LocalDate.of(2013, 12, 31))).isEmpty();
    }

    @Test
    void a_comparison_withholds_its_values() {
        Comparison comparison = triage.compare(
                Assessment.builder()
                        .assessedOn(LocalDate.of(2026, 11, 21))
                        .answer("q1", Answer.YES)
                        .build(),
                List.of("plymouth"));
        assertThat(comparison.toString() + comparison.areas())
                .isEqualTo("Comparison[1 areas, values withheld][UnderArea[plymouth, values withheld]]");
    }

    @Test
    void an_instrument_is_found_by_its_id() {
        assertThat(triage.instrument("safelives-dash").items()).hasSize(24);
        assertThat(catchThrowableOfType(UnknownRulesException.class, () -> triage.instrument("another"))
                        .known())
                .containsExactly(
                        "police-dash", "s-dash", "safelives-dash", "severity-of-abuse", "who-antenatal-screen");
    }

    @ParameterizedTest
    @CsvSource({"another, 1.0.0", "england-wales, 1.0.1"})
    void a_pack_or_version_that_is_not_here_is_refused_by_naming_those_that_are(String id, String version) {
        assertThatThrownBy(() -> triage.rulePack(id, version))
                .isInstanceOf(UnknownRulesException.class)
                .hasMessageStartingWith("Not found. Known rule packs: bolton@1.0.0, ")
                .hasMessageContaining(" england-wales@0.9.0, england-wales@1.0.0, ")
                .hasMessageNotContainingAny("another", "1.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "q1, 0",
        "q9, 8",
        "q10, 9",
        "q24, 23",
        "q25, -1",
        "q0, -1",
        "q01, -1",
        "q1a, -1",
        "q1/, -1",
        "q1:, -1",
        "x1, -1",
        "q, -1",
        "'', -1",
        "q100, -1",
    })
    void the_place_of_an_item_is_its_number_less_one(String id, int place) {
        Instrument instrument = triage.instrument("safelives-dash");

        assertThat(instrument.indexOf(id)).isEqualTo(place);
        Instrument.Item item = instrument.item(id);
        assertThat(item == null ? "none" : item.id()).isEqualTo(place < 0 ? "none" : id);
    }

    @Test
    void an_assessment_of_today_is_read_and_one_of_tomorrow_is_not() {
        Map<String, Object> request = Map.of("assessedOn", "2026-11-21", "answers", Map.of());

        assertThat(triage.read(request, LocalDate.of(2026, 11, 21)).assessedOn())
                .isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(triage.read(request, null).assessedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(catchThrowableOfType(
                                InvalidAssessmentException.class,
                                () -> triage.read(request, LocalDate.of(2026, 11, 20)))
                        .problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/assessedOn future-date");
    }

    @Test
    void a_decision_names_the_version_of_the_library() {
        Decision decision = triage.assess(
                Assessment.builder().assessedOn(LocalDate.of(2026, 11, 21)).build());

        assertThat(decision.rules().engine()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void a_self_test_tells_the_pack_the_case_and_the_difference() throws ReflectiveOperationException {
        String wrong = """
                given: {assessedOn: 2026-11-21, answers: {q1: yes}}
                cases:
                  - {name: wrong, expect: {yes: 2}}
                """;
        LoadedPack whole = PackShelf.bundled().latest(null);
        WrittenPack written = whole.written();
        Content content = ContentInMemory.of(Map.of(written.folder() + "cases/wrong.yaml", wrong));
        LoadedPack pack = new LoadedPack(
                new WrittenPack(
                        written.manifest(),
                        written.identity(),
                        null,
                        content,
                        written.folder(),
                        written.from(),
                        written.to(),
                        written.parameters(),
                        written.services()),
                null,
                whole.criteria(),
                whole.parameters(),
                whole.instrument(),
                whole.workingDays(),
                whole.rules(),
                whole.chosen(),
                whole.safetyQuestions());
        Constructor<?> another = PackShelf.class.getDeclaredConstructors()[0];
        another.setAccessible(true);
        Object shelf = another.newInstance(List.of(pack), List.of(), "england-wales");
        Constructor<RiskTriage> broken = RiskTriage.class.getDeclaredConstructor(PackShelf.class, List.class);
        broken.setAccessible(true);

        assertThat(broken.newInstance(shelf, List.of()).selfTest())
                .isEqualTo(new SelfTest(1, List.of("england-wales, wrong: yes: expected 2, came 1")));
    }

    @Test
    void a_self_test_passes_only_if_there_was_a_case_and_none_failed() {
        assertThat(new SelfTest(1, List.of()).passed()).isTrue();
        assertThat(new SelfTest(0, List.of()).passed()).isFalse();
        assertThat(new SelfTest(1, List.of("a difference")).passed()).isFalse();
    }
}
