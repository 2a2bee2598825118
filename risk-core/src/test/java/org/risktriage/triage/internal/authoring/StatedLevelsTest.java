package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;

/** The reasons of a level, and which questions to ask next, under rules that name single items beside the count. */
class StatedLevelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static LoadedPack pack;

    /** Strangulation with three yes answers, or weapon with separation, meets the criterion; two yes answers are medium. */
    @BeforeAll
    static void compile_the_rules() {
        pack = MadeUpPack.of(
                        rule(
                                "met",
                                "Policy( $line : number( \"line\" ) )\n    Checklist( q15 == \"yes\", yes >= $line )",
                                "findings.met( \"visible-high-risk\" );"),
                        rule(
                                "met-otherwise",
                                "Checklist( q13 == \"yes\", q6 == \"yes\" )",
                                "findings.met( \"visible-high-risk\" );"),
                        rule("not-met", "Checklist()", "findings.notMet( \"visible-high-risk\", 0, 1 );"),
                        rule("standard", "Checklist()", "findings.level( \"standard\" );"),
                        rule("medium", "Checklist( yes >= 2 )", "findings.level( \"medium\" );"),
                        rule("handling", "Checklist()", "findings.neverDiscloseTo( \"perpetrator\" );"))
                .with("parameters.csv", "line,14", "line,3")
                .with("parameters.csv", "danger-to-life,q15", "danger-to-life,q20 q1")
                .load();
    }

    @ParameterizedTest
    @CsvSource({
        "q2, standard, standard",
        "q2 q3, medium, medium",
        "q13 q6, high, visible-high-risk",
        "q13 q6 q15, high, visible-high-risk",
    })
    void a_level_has_the_reasons_that_gave_it_and_no_others(String yes, String level, String because) {
        Decision decision = decide(yes, "");

        assertThat(decision.level().value()).hasToString(level);
        assertThat(decision.level().because()).containsExactly(because);
        assertThat(decision.level().reasons()).extracting(Decision.Reason::id).containsExactly(because);
        assertThat(decision.level().reasons())
                .extracting(Decision.Reason::source)
                .containsExactly("made-up-source");
    }

    @Test
    void the_most_that_the_score_could_be_is_every_yes_and_every_unknown() {
        assertThat(decide("q2 q3", "q4 q5 q7").score().atMost()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        // one yes more is medium
        "q2, q3, q3",
        // two yes more are medium: both matter, none alone
        "'', q3 q2, q2 q3",
        // the weapon decides; q20 is about danger, yet decides nothing
        "q6 q2, q13 q20, q13 q20",
        // nothing decides: danger first, then what brings the count towards a line
        "'', q2 q3 q20, q20 q2 q3",
        // all is decided: danger alone is worth asking
        "q6 q13, q1 q2 q20, q20 q1",
        // strangulation decides with two yes answers, and with one it is one yes more
        "q2 q3, q15 q4, q15",
        "q2, q15 q4, q4 q15",
        "q2 q3 q4, q5, ''",
    })
    void what_decides_now_is_asked_first_then_danger_then_what_could_matter(
            String yes, String unknown, String questions) {
        assertThat(String.join(" ", decide(yes, unknown).nextQuestions())).isEqualTo(questions);
    }

    @ParameterizedTest
    @CsvSource({
        "q6 q2, q13 q4, q13 level+marac",
        "q2 q3, q15 q4, q15 level+marac",
        "q2, q15 q4, q4 level+marac q15 level+marac",
        "q15, q4 q5, q4 level+marac q5 level+marac",
        "'', q6 q13 q4, q4 level q6 level+marac q13 level+marac",
        "q6 q13, q15 q4, ''",
        "q6, q13 q15, q13 level+marac q15 level",
    })
    void what_an_unknown_could_change_is_exact(String yes, String unknown, String changes) {
        List<String> found = decide(yes, unknown).unknowns().stream()
                .map(could -> could.question() + " " + String.join("+", could.couldChange()))
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(changes);
    }

    @Test
    void a_pack_knows_the_items_that_its_deciding_rules_name() {
        LoadedPack names = MadeUpPack.of(
                        rule(
                                "met",
                                "Checklist( q15 == \"yes\", q6 == \"yes\" )",
                                "findings.met( \"visible-high-risk\" );"),
                        rule("level", "Checklist( yes >= 3 )", "findings.level( \"medium\" );"),
                        rule("advice", "Checklist( q7 == \"yes\" )", "findings.warning( \"w\" );"))
                .load();

        assertThat(names.rules().itemsNamedByRoutes()).containsExactlyInAnyOrder("q6", "q15");
    }

    @Test
    void a_sentence_of_one_rule_about_two_people_is_said_in_one_order() {
        LoadedPack each = MadeUpPack.of(
                        rule("met", "Perpetrator( $age : age )", "findings.met( \"visible-high-risk\" );")
                                .replace("Made up.", "Aged {age}."),
                        rule("advice", "Perpetrator( $age : age )", "findings.warning( \"w\" );")
                                .replace("Made up.", "Aged {age}."),
                        rule("level", "Checklist()", "findings.level( \"standard\" );"))
                .load();
        for (List<Integer> ages : List.of(List.of(30, 40), List.of(40, 30))) {
            Assessment.Builder assessment = Assessment.builder().assessedOn(DAY).answer("q1", Answer.NO);
            ages.forEach(age -> assessment.perpetrator(new Assessment.Perpetrator("A" + age, age, null, null)));
            Decision decision = new Decider("test").decide(assessment.build(), Choice.of(each));

            assertThat(decision.marac().criteria())
                    .extracting(Decision.Criterion::because)
                    .containsExactly("Aged 30. Aged 40.");
            assertThat(decision.warnings())
                    .extracting(Decision.Warning::because)
                    .containsExactly("Aged 30. Aged 40.");
        }
    }

    @Test
    void of_several_distances_the_nearest_stands_with_its_words_alone() {
        LoadedPack several = MadeUpPack.of(
                        rule("far", "Checklist()", "findings.notMet( \"visible-high-risk\", 1, 5 );")
                                .replace("Made up.", "Far."),
                        rule("near", "Checklist()", "findings.notMet( \"visible-high-risk\", 3, 5 );")
                                .replace("Made up.", "Near."),
                        rule("level", "Checklist()", "findings.level( \"standard\" );"))
                .load();
        Decision decision = new Decider("test")
                .decide(
                        Assessment.builder()
                                .assessedOn(DAY)
                                .answer("q1", Answer.NO)
                                .build(),
                        Choice.of(several));

        assertThat(decision.marac().criteria())
                .extracting(criterion -> criterion.distance() + " " + criterion.because())
                .containsExactly("2 Near.");
    }

    @Test
    void a_pack_whose_manifest_cannot_be_read_is_refused() {
        MadeUpPack broken = MadeUpPack.of(rule("level", "Checklist()", "findings.level( \"standard\" );"))
                .with("pack.yaml", "id: made-up", "id: [");

        assertThatThrownBy(() -> broken.load(Map.of()))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The rule pack made-up@1.0.0 is refused.");
        assertThatThrownBy(broken::compile)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("The rule pack made-up@1.0.0 is refused.");
    }

    private static Decision decide(String yes, @Nullable String unknown) {
        Assessment.Builder assessment = Assessment.builder().assessedOn(DAY);
        for (int item = 1; item <= 24; item++) {
            assessment.answer("q" + item, Answer.NO);
        }
        items(yes).forEach(item -> assessment.answer(item, Answer.YES));
        items(unknown).forEach(item -> assessment.answer(item, Answer.DONT_KNOW));
        return new Decider("test").decide(assessment.build(), Choice.of(pack));
    }

    private static List<String> items(@Nullable String written) {
        return written == null || written.isEmpty() ? List.of() : List.of(written.split(" ", -1));
    }
}
