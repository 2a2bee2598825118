package org.risktriage.triage.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Level;
import org.risktriage.triage.internal.rules.RuleInfo;
import org.risktriage.triage.internal.rules.RuleWords;
import org.risktriage.triage.internal.rules.Sentence;
import org.risktriage.triage.internal.rules.Statements;

/**
 * How a decision is put together from its parts: more of any part never makes less of the whole. The proof that evidence
 * never lowers takes the parts one by one and rests on this. Every combination is walked.
 */
class RoutesPutTogetherTest {
    private static final List<String> CRITERIA = List.of("one", "two");

    /** What rules state of the parts: of each criterion, of the scope, and of the level. */
    private record Parts(int one, int two, int inScope, int level) {
        List<Integer> values() {
            return List.of(one, two, inScope, level);
        }

        boolean isAtMost(Parts other) {
            // A criterion that is out of scope is no more than one that is not met.
            return rank(one) <= rank(other.one)
                    && rank(two) <= rank(other.two)
                    && inScope <= other.inScope
                    && level <= other.level;
        }

        private static int rank(int criterion) {
            return criterion == MET ? 1 : 0;
        }
    }

    private static final int OUT = 0;
    private static final int MET = 2;

    @Test
    void more_of_any_part_never_makes_less_of_the_whole() {
        List<Parts> all = new ArrayList<>();
        for (int one = OUT; one <= MET; one++) {
            for (int two = OUT; two <= MET; two++) {
                for (int inScope = 0; inScope <= 1; inScope++) {
                    for (int level = 0; level <= Level.values().length; level++) {
                        all.add(new Parts(one, two, inScope, level));
                    }
                }
            }
        }
        int compared = 0;
        for (Parts before : all) {
            for (Parts after : all) {
                // Out of scope by a criterion is out of scope as a whole.
                if (before.isAtMost(after) && isWhole(before) && isWhole(after)) {
                    Routes less = together(before);
                    Routes more = together(after);
                    assertThat(order(more.level()))
                            .as(before + " " + after)
                            .isGreaterThanOrEqualTo(order(less.level()));
                    assertThat(refers(more) || !refers(less))
                            .as(before + " " + after)
                            .isTrue();
                    assertThat(more.metCriteria()).containsAll(less.metCriteria());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static boolean isWhole(Parts parts) {
        return parts.inScope() == 0 || (parts.one() != OUT && parts.two() != OUT);
    }

    private static boolean refers(Routes routes) {
        return routes.anyMet() && routes.inScope();
    }

    private static int order(@Nullable Level level) {
        return level == null ? -1 : List.of(Level.values()).indexOf(level);
    }

    private static Routes together(Parts parts) {
        Statements statements = new Statements(RoutesPutTogetherTest::rule, new Policy(Map.of()));
        statements.rule("made-up/topic/rule");
        for (int i = 0; i < CRITERIA.size(); i++) {
            int standing = parts.values().get(i);
            if (standing == MET) {
                statements.met(CRITERIA.get(i));
            } else {
                statements.notMet(CRITERIA.get(i), 0, 1);
            }
            if (standing == OUT) {
                statements.outOfScope(CRITERIA.get(i));
            }
        }
        if (parts.inScope() == 0) {
            statements.outOfScope();
        }
        statements.noLevel();
        if (parts.level() > 0) {
            statements.level(List.of(Level.values()).get(parts.level() - 1).code());
        }
        return Routes.of(CRITERIA, statements);
    }

    private static RuleInfo rule(String id) {
        return new RuleInfo(
                id,
                0,
                Sentence.of("Made up."),
                "source",
                Confidence.CHOICE,
                true,
                Set.of(),
                Set.of(),
                false,
                new RuleWords(List.of(), List.of(), List.of()));
    }
}
