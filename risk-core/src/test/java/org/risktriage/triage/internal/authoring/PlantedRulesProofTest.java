package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * Rules that more evidence lowers, planted in a pack: the proof finds each. The rule profile would refuse most of them, so
 * they go round it: the profile sees a rule that only says what is not met, and its statement is exchanged afterwards.
 */
class PlantedRulesProofTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String MET = "findings.met( \"visible-high-risk\" );";
    private static final String UNMET = "findings.notMet( \"visible-high-risk\", 0, 1 );";
    private static final String STANDARD = rule("standard", "Checklist()", "findings.level( \"standard\" );");
    private static final String NOT_MET =
            rule("not-met", "Checklist()", "findings.notMet( \"visible-high-risk\", 0, 1 );");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "Checklist( yes == 5 ) ~ an answer of yes",
                "Checklist( yes != 5 ) ~ an answer of yes",
                "Checklist( yes < 5 ) ~ an answer of yes",
                "Checklist( no >= 20 ) ~ an answer of yes",
                "Checklist( unknown > 3 ) ~ an answer of yes",
                "Checklist( dontKnow == 2, yes >= 3 ) ~ an answer of yes",
                "Checklist( q3 == \"no\" ) ~ an answer of yes",
                "Checklist( q3 != \"yes\", yes >= 20 ) ~ an answer of yes",
                "Checklist( yes >= 14 || q3 == \"declined\" ) ~ an answer of yes",
                "Judgement( highRisk == \"no\" ) ~ a judgement of high risk",
                "Judgement( grade == \"medium\" ) ~ a higher grade",
                "Circumstances( worsening == \"no\" ) ~ a circumstance that is yes",
                "not Incident() ~ an incident",
                "not Incident( kind == \"contact\", withinMonths <= 12 ) ~ an incident",
                "accumulate( $i : Incident(); $n : count( $i ); $n < 3 ) ~ an incident",
                "accumulate( $i : Incident( withinMonths <= 6 ); $n : count( $i ); $n == 3 ) ~ an incident",
                "Perpetrator( $who : ref ) accumulate( $i : Incident( perpetrator == $who ); $n : count( $i ); $n <= 4 )"
                        + " ~ an incident",
                "History( incidentsGiven == \"no\" ) ~ an incident",
                "History( crimeReports < 2 ) ~ an incident",
                "History( reversed == 1 ) ~ an incident",
                "Incident( crime == \"no\" ) ~ another record of an incident",
                "exists Incident( direction == \"reversed\" ) ~ another record of an incident",
                "not Referral() ~ a referral to a MARAC",
                "not Referral( withinMonths > 12 ) ~ a referral to a MARAC",
                "History( referralsGiven == \"no\" ) ~ a referral to a MARAC",
                "FurtherIncident( monthsAfter >= 3 ) ~ a referral to a MARAC",
                "FurtherIncident( monthsAfter == 12 ) ~ a referral to a MARAC",
                "FurtherIncident( after == \"referral\" ) ~ a referral to a MARAC",
                "Referral() not FurtherIncident() ~ an incident",
            })
    void a_rule_that_more_evidence_takes_away_is_refuted(String conditions, String added) {
        Proof proof = proof(List.of(STANDARD, NOT_MET), rule("planted", conditions, UNMET), "met");

        assertThat(proof.unproved()).isEmpty();
        assertThat(proof.refuted())
                .extracting(Proof.Counterexample::what)
                .isNotEmpty()
                .containsOnly("visible-high-risk");
        assertThat(proof.refuted()).extracting(Proof.Counterexample::added).contains(added);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "Checklist( yes == 5 )",
                "Checklist( q3 == \"no\" )",
                "Checklist( unknown > 3 )",
                "Judgement( highRisk == \"no\" )",
                "accumulate( $i : Incident(); $n : count( $i ); $n < 3 )",
                "not Referral()",
            })
    void a_decision_on_the_two_short_cases_shows_it_too(String conditions) {
        Proof proof = proof(List.of(STANDARD, NOT_MET), rule("planted", conditions, UNMET), "met");

        assertThat(proof.refuted()).isNotEmpty().allMatch(Proof.Counterexample::confirmed);
        Proof.Counterexample shown = proof.refuted().get(0);
        assertThat(shown.before().comes()).contains("level: high", "refer: true", "criteria met: visible-high-risk");
        assertThat(shown.after())
                .isNotNull()
                .satisfies(after ->
                        assertThat(after.comes()).contains("level: standard", "refer: false", "criteria met: none"))
                .satisfies(after ->
                        assertThat(after.given()).isNotEqualTo(shown.before().given()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "Checklist( yes >= 5 )",
                "Checklist( q3 == \"yes\" || yes > 20 )",
                "Checklist( details contains \"q18:children\" )",
                "Judgement( highRisk == \"yes\" )",
                "Judgement( grade == \"high\" )",
                "Victim( ageGiven == \"yes\", age < 20 )",
                "Children( inHome >= 2, recorded >= 3 )",
                "Circumstances( worsening == \"yes\", residence == \"north\" )",
                "exists Incident( crime == \"yes\", direction == \"same\", withinMonths <= 12 )",
                "accumulate( $i : Incident( kind == \"contact\" ); $n : count( $i ); $n >= 3 )",
                "Perpetrator( $who : ref, age < 18 ) accumulate( $i : Incident( perpetrator == $who ); $n : count( $i ); $n > 2 )",
                "FurtherIncident( monthsAfter <= 12, direction == \"same\" )",
                "Referral( withinMonths <= 12, sameArea != \"no\" )",
                "History( crimeReports >= 2, undated >= 1 )",
            })
    void a_rule_that_only_raises_is_proved(String conditions) {
        Proof proof = proof(List.of(STANDARD, NOT_MET), rule("planted", conditions, UNMET), "met");

        assertThat(proof.unproved()).isEmpty();
        assertThat(proof.refuted()).isEmpty();
        assertThat(proof.rules().get("made-up/topic/planted"))
                .isNotNull()
                .satisfies(seen -> assertThat(seen.fires()).isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "Checklist( $y : yes ) Children( recorded > $y ) ~ compares recorded with something that evidence changes",
                "FurtherIncident( $k : kind ) exists Incident( kind == $k ) ~ compares kind with something that evidence changes",
                "Perpetrator( $a : ref ) Perpetrator( $b : ref, serial == \"yes\" ) ~ looks at two perpetrators",
                "Perpetrator( $who : ref ) exists Incident( perpetrator == $who ) not Referral() ~ of all together",
            })
    void a_rule_for_which_there_is_no_argument_is_named_and_not_passed(String conditions, String why) {
        Proof proof = proof(List.of(STANDARD, NOT_MET), rule("planted", conditions, UNMET), "met");

        assertThat(proof.unproved()).singleElement().asString().contains(why);
    }

    @Test
    void rules_of_one_perpetrator_beside_rules_of_all_together_are_named_and_not_passed() {
        // Two perpetrators with two incidents each: neither has three, and all together have no fewer.
        String fewer = rule(
                "fewer",
                "accumulate( $i : Incident(); $n : count( $i ); $n < 3 )",
                "findings.notMet( \"visible-high-risk\", 0, 1 );");
        String three = rule(
                "planted",
                "Perpetrator( $who : ref ) accumulate( $i : Incident( perpetrator == $who ); $n : count( $i ); $n >= 3 )",
                UNMET);

        assertThat(proof(List.of(STANDARD, fewer), three, "met").unproved())
                .singleElement()
                .asString()
                .contains("topic/fewer", "topic/planted");
    }

    @Test
    void bands_that_go_down_are_refuted_though_the_profile_lets_them_through() {
        String standard = rule("standard", "Checklist( yes < 10 )", "findings.level( \"standard\" );");
        String none = rule("planted", "Checklist( yes >= 10 )", "findings.noLevel();");

        Proof proof = proof(List.of(standard, NOT_MET), none, "notMet");

        assertThat(proof.refuted()).singleElement().satisfies(shown -> {
            assertThat(shown.what()).isEqualTo("level");
            assertThat(shown.confirmed()).isTrue();
            assertThat(shown.before().given()).contains("answers: {q1..q9: yes, rest: no}");
            assertThat(shown.before().comes()).contains("level: standard");
        });
    }

    @Test
    void a_band_that_leaves_a_count_out_is_shown() {
        String standard = rule("standard", "Checklist( yes < 10 )", "findings.level( \"standard\" );");
        String high = rule("planted", "Checklist( yes > 10 )", "findings.level( \"high\" );");

        Proof proof = proof(List.of(standard, NOT_MET), high, "notMet");

        assertThat(proof.unstated()).singleElement().satisfies(shown -> {
            assertThat(shown.before().given()).contains("answers: {q1..q10: yes, rest: no}");
            assertThat(shown.confirmed()).isTrue();
        });
    }

    @Test
    void a_gap_between_bands_is_none_where_a_criterion_gives_the_level() {
        String standard = rule("standard", "Checklist( yes < 10 )", "findings.level( \"standard\" );");
        String met = rule("planted", "Checklist( yes >= 10 )", UNMET);

        Proof proof = proof(List.of(standard, NOT_MET), met, "met");

        assertThat(proof.unstated()).isEmpty();
        assertThat(proof.refuted()).isEmpty();
    }

    @Test
    void what_sampling_does_not_find_is_refuted() {
        String rare = rule(
                "planted",
                "Checklist( q1 == \"yes\", q5 == \"yes\", q9 == \"yes\", q13 == \"yes\", q17 == \"yes\", q21 == \"declined\", yes == 19 )",
                UNMET);
        Made made = made(List.of(STANDARD, NOT_MET), rare, "met");

        Decider decider = new Decider("test");
        SplittableRandom dice = new SplittableRandom(7);
        int lowered = 0;
        for (int i = 0; i < 5_000; i++) {
            Assessment sampled = sample(dice);
            Decision before = decider.decide(sampled, Choice.of(made.pack()));
            Decision after =
                    decider.decide(sampled.with("q" + (1 + dice.nextInt(24)), Answer.YES), Choice.of(made.pack()));
            lowered += ShortCases.falls(before, after) ? 1 : 0;
        }
        Proof proof = MonotonicityProof.of(made.pack(), made.rules(), DAY, decided -> {});

        assertThat(lowered).isZero();
        assertThat(proof.refuted()).isNotEmpty().allMatch(Proof.Counterexample::confirmed);
    }

    private static Assessment sample(SplittableRandom dice) {
        Assessment.Builder builder =
                Assessment.builder().assessedOn(DAY).incidents(List.of()).maracs(List.of());
        for (int i = 1; i <= 24; i++) {
            builder.answer("q" + i, List.of(Answer.values()).get(dice.nextInt(Answer.values().length)));
        }
        return builder.build();
    }

    /** A pack that was compiled from rules that did not all pass the profile as they are. */
    private record Made(LoadedPack pack, List<CheckedRule> rules) {}

    private static Proof proof(List<String> others, String planted, String verb) {
        Made made = made(others, planted, verb);
        return MonotonicityProof.of(made.pack(), made.rules(), DAY, decided -> {});
    }

    private static Made made(List<String> others, String planted, String verb) {
        List<String> texts = new ArrayList<>(others);
        texts.add(planted);
        MadeUpPack pack = MadeUpPack.of(texts.toArray(String[]::new));
        WrittenPack written = PackReader.read(List.of(pack.content())).packs().get(0);
        PackFaults faults = new PackFaults();
        List<CheckedRule> rules = CompileBundledPacks.check(written, faults).stream()
                .map(rule -> rule.id().endsWith("/planted") && verb.equals("met") ? raising(rule) : rule)
                .toList();
        assertThat(faults.found()).isEmpty();
        LoadedPack loaded = pack.load(RuleCompiler.compile(
                written.identity().id(),
                written.identity().version(),
                written.identity().sha256(),
                rules));
        return new Made(loaded, rules);
    }

    /** The same rule, but with the statement that the criterion is met. */
    private static CheckedRule raising(CheckedRule rule) {
        return new CheckedRule(
                rule.id(),
                rule.line(),
                rule.says(),
                rule.source(),
                rule.confidence(),
                rule.decides(),
                rule.conditions(),
                rule.consequence().replace(UNMET, MET),
                rule.items(),
                rule.reads(),
                rule.crimes(),
                rule.parts(),
                List.of(new Statement("met", List.of(new Operand.Word("visible-high-risk")))));
    }
}
