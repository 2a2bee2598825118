package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each instrument is scored by its own rules, and nothing of one is ever read as something of another. */
class InstrumentsApartTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    private static Map<String, Object> request(String instrument, Map<String, Object> answers) {
        Map<String, Object> request = new TreeMap<>();
        request.put("instrument", instrument);
        request.put("assessedOn", "2026-11-21");
        request.put("answers", answers);
        return request;
    }

    private static Map<String, Object> all(String instrument) {
        Map<String, Object> answers = new TreeMap<>();
        Instrument known = TRIAGE.instrument(instrument);
        String most = known.scale() == Instrument.Scale.GRADES ? "high" : "yes";
        known.items().forEach(item -> answers.put(item.id(), most));
        return answers;
    }

    private static List<Problem> problems(Map<String, Object> request) {
        InvalidAssessmentException refused =
                catchThrowableOfType(InvalidAssessmentException.class, () -> TRIAGE.read(request));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    @ParameterizedTest
    @CsvSource({
        "safelives-dash, england-wales, 24",
        "police-dash, police-dash, 27",
        "s-dash, s-dash, 11",
        "who-antenatal-screen, who-antenatal-screen, 6"
    })
    void an_instrument_that_is_named_without_an_area_has_its_own_rules(String instrument, String pack, int items) {
        Decision decision = TRIAGE.assess(TRIAGE.read(request(instrument, all(instrument))));

        assertThat(decision.rules().area()).isNull();
        assertThat(decision.rules().base().id()).isEqualTo(pack);
        assertThat(decision.rules().instrument().id()).isEqualTo(instrument);
        assertThat(decision.score().of()).isEqualTo(items);
        assertThat(decision.score().yes()).isEqualTo(items);
    }

    @Test
    void without_an_instrument_the_base_rules_apply_as_before() {
        Map<String, Object> request = request("safelives-dash", all("safelives-dash"));
        request.remove("instrument");

        assertThat(TRIAGE.assess(TRIAGE.read(request)).rules().base().id()).isEqualTo("england-wales");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safelives-dash", "police-dash", "s-dash", "who-antenatal-screen", "severity-of-abuse"})
    void the_items_of_every_other_instrument_are_refused_each_by_name(String instrument) {
        for (String other :
                List.of("safelives-dash", "police-dash", "s-dash", "who-antenatal-screen", "severity-of-abuse")) {
            if (!other.equals(instrument)) {
                Map<String, Object> mixed = all(instrument);
                mixed.putAll(all(other));

                assertThat(problems(request(instrument, mixed)))
                        .allMatch(problem -> problem.code().equals("unknown-question"))
                        .extracting(Problem::pointer)
                        .containsExactlyInAnyOrderElementsOf(all(other).keySet().stream()
                                .map(item -> "/answers/" + item)
                                .toList());
            }
        }
    }

    @Test
    void an_area_is_not_passed_over_for_the_rules_of_an_instrument() {
        Map<String, Object> request = request("s-dash", all("s-dash"));
        request.put("area", "plymouth");

        assertThat(problems(request))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/instrument", "instrument-not-scored"));
    }

    @ParameterizedTest
    @CsvSource({"st-helens, s-dash", "st-helens, safelives-dash", "liverpool, police-dash", "liverpool, merit"})
    void an_area_that_scores_what_is_not_here_refuses_every_instrument(String area, String instrument) {
        Map<String, Object> request = request(instrument, Map.of());
        request.put("area", area);

        assertThat(problems(request)).extracting(Problem::code).containsExactly("instrument-not-scored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-dash", "police-dash", "who-antenatal-screen", "severity-of-abuse", "common-duties"})
    void an_instrument_is_no_area(String id) {
        Map<String, Object> request = request("safelives-dash", all("safelives-dash"));
        request.put("area", id);

        assertThatThrownBy(() -> TRIAGE.read(request)).isInstanceOf(UnknownRulesException.class);
        assertThat(TRIAGE.areas()).noneMatch(area -> area.id().equals(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common-duties", "no-checklist"})
    void the_duties_that_hold_for_all_can_not_be_chosen_by_themselves(String instrument) {
        assertThat(problems(request(instrument, Map.of())))
                .extracting(Problem::code)
                .containsExactly("instrument-not-scored");
        assertThatThrownBy(() -> TRIAGE.instrument(instrument)).isInstanceOf(UnknownRulesException.class);
    }

    @Test
    void each_instrument_has_a_letter_of_its_own() {
        assertThat(List.of("safelives-dash", "police-dash", "s-dash", "who-antenatal-screen", "severity-of-abuse"))
                .extracting(id -> TRIAGE.instrument(id).items().get(0).id().charAt(0))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-dash", "s-dash", "who-antenatal-screen", "severity-of-abuse"})
    void the_count_in_an_earlier_assessment_is_not_read(String instrument) {
        Map<String, Object> request = request(instrument, Map.of());
        Decision without = TRIAGE.assess(TRIAGE.read(request));
        request.put("previous", List.of(Map.of("assessedOn", "2026-10-01", "yes", 24)));

        assertThat(TRIAGE.assess(TRIAGE.read(request)).level()).isEqualTo(without.level());
    }

    @Test
    void items_that_do_not_apply_are_in_no_count() {
        Map<String, Object> answers = all("police-dash");
        answers.replaceAll((item, answer) -> "no");
        answers.remove("p11");
        answers.put("p12", "declined");

        Decision decision = TRIAGE.assess(TRIAGE.read(request("police-dash", answers)));

        assertThat(decision.score()).isEqualTo(new Decision.Score(0, 25, 0, 0, 0, 27, 0));
        assertThat(decision.complete()).isTrue();
    }
}
