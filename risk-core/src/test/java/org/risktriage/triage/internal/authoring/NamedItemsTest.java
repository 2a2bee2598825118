package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.risktriage.proof.EveryWayOfAnswering;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;

/** Where rules that decide name items beside the count, what is said of the unknown is still exact. */
class NamedItemsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ITEMS = 24;
    private static final int ONE_IN = 401;
    private static final long ENOUGH = 3_500;
    private static final String COUNT = "Policy( $line : number( \"line\" ) )\n    Checklist( ";

    /** Strangulation with three yes answers, or weapon with separation, meets the criterion; two yes answers are medium. */
    static final LoadedPack PACK = MadeUpPack.of(
                    rule("met", COUNT + "q15 == \"yes\", yes >= $line )", "findings.met( \"visible-high-risk\" );"),
                    rule(
                            "met-otherwise",
                            "Checklist( q13 == \"yes\", q6 == \"yes\" )",
                            "findings.met( \"visible-high-risk\" );"),
                    rule("not-met", "Checklist()", "findings.notMet( \"visible-high-risk\", 0, 1 );"),
                    rule("standard", "Checklist()", "findings.level( \"standard\" );"),
                    rule("medium", "Checklist( yes >= 2 )", "findings.level( \"medium\" );"),
                    rule("handling", "Checklist()", "findings.neverDiscloseTo( \"perpetrator\" );"))
            .with("parameters.csv", "line,14", "line,3")
            .load();

    static final EveryWayOfAnswering.Context CONTEXT =
            EveryWayOfAnswering.Context.known("a made-up pack", builder -> builder.assessedOn(DAY));

    private final Decider decider = new Decider("test");

    @Test
    void the_rules_name_the_items_that_they_name() {
        assertThat(PACK.rules().itemsNamedByRoutes()).containsExactlyInAnyOrder("q6", "q13", "q15");
    }

    @Test
    void what_is_said_of_the_unknown_is_exact_for_one_in_four_hundred_of_every_state_and_count() {
        EveryWayOfAnswering.Result result = new EveryWayOfAnswering(
                        assessment -> decider.decide(assessment, Choice.of(PACK)),
                        PACK.rules().itemsNamedByRoutes())
                .check(CONTEXT, 1, ONE_IN);

        assertThat(result.differences()).isEmpty();
        assertThat(result.checked()).isGreaterThan(ENOUGH);
    }

    @Test
    void bounds_and_unknowns_are_those_of_every_way_of_answering_the_rest() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int round = 0; round < 400; round++) {
            Answer[] answers = new Answer[ITEMS];
            List<Integer> unknown = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                int draw = random.nextInt(10);
                answers[i] = draw < 2 && unknown.size() < 6 ? Answer.DONT_KNOW : draw < 3 ? Answer.YES : Answer.NO;
                if (answers[i] == Answer.DONT_KNOW) {
                    unknown.add(i);
                }
            }
            check(answers, unknown);
        }
    }

    private void check(Answer[] answers, List<Integer> unknown) {
        Decision given = decide(answers);
        List<Decision> completions = new ArrayList<>();
        for (int way = 0; way < 1 << unknown.size(); way++) {
            Answer[] completed = answers.clone();
            for (int i = 0; i < unknown.size(); i++) {
                completed[unknown.get(i)] = (way >> i & 1) == 1 ? Answer.YES : Answer.NO;
            }
            completions.add(decide(completed));
        }
        TreeSet<Level> levels = new TreeSet<>();
        completions.forEach(completion -> levels.add(completion.level().value()));
        assertThat(given.level().atLeast()).isEqualTo(levels.first());
        assertThat(given.level().atMost()).isEqualTo(levels.last());

        List<Decision.Unknown> matter = new ArrayList<>();
        for (int i = 0; i < unknown.size(); i++) {
            List<String> could = new ArrayList<>();
            boolean level = false;
            boolean marac = false;
            for (int way = 0; way < completions.size(); way++) {
                Decision no = completions.get(way & ~(1 << i));
                Decision yes = completions.get(way | 1 << i);
                level |= no.level().value() != yes.level().value();
                marac |= no.marac().status() != yes.marac().status();
            }
            if (level) {
                could.add("level");
            }
            if (marac) {
                could.add("marac");
            }
            if (!could.isEmpty()) {
                matter.add(new Decision.Unknown("q" + (unknown.get(i) + 1), could));
            }
        }
        assertThat(given.unknowns()).isEqualTo(matter);
        assertThat(given.level().settled()).isEqualTo(matter.isEmpty());
    }

    private Decision decide(Answer[] answers) {
        Assessment.Builder builder = Assessment.builder().assessedOn(DAY);
        for (int i = 0; i < ITEMS; i++) {
            builder.answer("q" + (i + 1), answers[i]);
        }
        return decider.decide(builder.build(), Choice.of(PACK));
    }
}
