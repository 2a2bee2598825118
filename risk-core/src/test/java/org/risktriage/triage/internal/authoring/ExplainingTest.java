package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.authoring.Explained.Condition;
import org.risktriage.triage.internal.authoring.TriedCases.Tried;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;

/** What is said of a case is so. */
class ExplainingTest {
    private final PackShelf shelf = PackShelf.bundled();

    @Test
    void a_rule_fires_where_all_its_conditions_are_said_to_hold_and_nowhere_else() {
        int rules = 0;
        for (String pack : List.of("england-wales", "kingston", "manchester", "dumfries-galloway")) {
            List<LoadedPack> spans = shelf.version(pack, "1.0.0");
            List<CheckedRule> all = MonotonicityProof.rules(spans.get(spans.size() - 1));
            for (Tried tried : TriedCases.of(spans)) {
                FactTable facts = new FactTable(tried.observed().facts());
                ConditionText text = new ConditionText(facts, tried.observed().policy(), "q");
                for (CheckedRule rule : all) {
                    if (rule.decides()) {
                        rules++;
                        assertThat(text.of(rule).stream().allMatch(Condition::holds))
                                .as(tried.worked().name() + ": " + rule.id())
                                .isEqualTo(tried.observed().traced().fired().contains(rule.id()));
                    }
                }
            }
        }
        assertThat(rules).isGreaterThan(3_000);
    }

    @Test
    void a_condition_is_told_with_what_was_found_and_the_least_that_would_meet_it() {
        Explained line =
                explained("england-wales", "thirteen yes answers are one short of the line", "visible-high-risk");

        assertThat(line.status()).isEqualTo("not-met");
        assertThat(line.rules().get(0).fires()).isFalse();
        assertThat(line.rules().get(0).conditions())
                .containsExactly(
                        new Condition("the parameter visible-high-risk.comparator is at-least", true, "at-least"),
                        new Condition("yes answers at least 14 [visible-high-risk.line]", false, "13"));
        assertThat(line.least()).isEqualTo(new Explained.Least("met", List.of("1 more yes answer")));
    }

    @Test
    void the_history_of_one_perpetrator_is_counted_as_the_rule_counts_it() {
        Explained escalation = explained(
                "england-wales", "two incidents in the year are one short of the line", "potential-escalation");

        assertThat(escalation.rules().get(0).conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.holds()).isFalse();
            assertThat(condition.found()).isEqualTo("2 of 2");
        });
        assertThat(escalation.least())
                .isEqualTo(new Explained.Least("met", List.of("1 more incident, kind contact, on 2026-11-21")));
    }

    @Test
    void what_stands_beside_a_condition_that_fails_is_told_as_it_is() {
        Explained escalation =
                explained("kingston", "five incidents and q10 unknown could be met", "potential-escalation");

        assertThat(escalation.rules().stream()
                        .filter(rule -> rule.id().endsWith("/incidents-and-trend"))
                        .findFirst()
                        .orElseThrow()
                        .conditions())
                .extracting(Condition::found)
                .containsExactly("q10 dont-know, q11 no", "5 of 5");
        assertThat(escalation.least()).isEqualTo(new Explained.Least("met", List.of("a yes to q10")));
    }

    @Test
    void where_two_kinds_of_evidence_are_needed_both_are_told() {
        Explained repeat = explained("england-wales", "thirteen yes answers are one short of the line", "repeat");

        assertThat(repeat.least())
                .isEqualTo(new Explained.Least(
                        "met",
                        List.of(
                                "1 more incident, of a crime, kind contact, on 2026-11-21",
                                "an earlier referral to a MARAC, on 2026-10-21")));
    }

    @Test
    void where_the_instrument_is_not_for_a_person_no_addition_is_named() {
        Explained line = explained(
                "england-wales",
                "a victim of fifteen with twenty yes answers has no level and no MARAC, and child safeguarding now",
                "visible-high-risk");

        assertThat(line.least()).isNull();
        assertThat(line.rules())
                .filteredOn(rule -> rule.states().equals("out of scope"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.fires()).isTrue());
    }

    @Test
    void a_level_is_told_with_what_would_make_it_the_next() {
        Explained level = explained("england-wales", "nine yes answers are one short of medium", "level");

        assertThat(level.status()).isEqualTo("standard");
        assertThat(level.least()).isEqualTo(new Explained.Least("medium", List.of("1 more yes answer")));
    }

    private Explained explained(String pack, String name, String what) {
        List<LoadedPack> spans = shelf.version(pack, "1.0.0");
        WorkedCase worked = WorkedCases.of(spans.get(spans.size() - 1)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Explaining.of(worked, spans).stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
