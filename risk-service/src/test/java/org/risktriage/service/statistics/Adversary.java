package org.risktriage.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Knows which kinds of assessment there are, sees everything that is shown of a year, and works out between what bounds
 * something else lies: how many of each kind each month had is an unknown whole number, and every figure that is shown is an
 * equation.
 */
final class Adversary {
    private final MadeUpYear made;
    private final Map<Stretch, Set<String>> shown;

    Adversary(MadeUpYear made) {
        this(made, made.shown());
    }

    Adversary(MadeUpYear made, Map<Stretch, Set<String>> shown) {
        this.made = made;
        this.shown = shown;
    }

    /** The most that a figure can be, or more than a hundred. */
    long most(Stretch stretch, String figure) {
        return solved(new Question(stretch, figure).model.maximise());
    }

    /** The least that it can be. */
    long least(Stretch stretch, String figure) {
        return solved(new Question(stretch, figure).model.minimise());
    }

    private static long solved(Optimisation.Result result) {
        assertThat(result.getState().isOptimal()).as(result.toString()).isTrue();
        return Math.round(result.getValue());
    }

    /** The equations, and what is asked of them. */
    private final class Question {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final List<Variable> unknowns = new ArrayList<>();

        Question(Stretch asked, String figure) {
            for (int i = 0; i < made.months().size() * made.kinds().size(); i++) {
                unknowns.add(model.newVariable("n" + i).lower(0).integer(true));
            }
            for (Stretch stretch : made.stretches()) {
                for (String seen : shown.getOrDefault(stretch, Set.of())) {
                    Expression equation =
                            model.newExpression(seen + unknowns.size() + stretch.first() + stretch.months());
                    terms(equation, stretch, seen);
                    equation.level(stretch.counts().of(seen));
                }
            }
            terms(model.newExpression("asked").weight(1), asked, figure);
            // What is not bounded at all need not be followed further.
            terms(model.newExpression("bounded").upper(asked.counts().of(figure) + 100L), asked, figure);
        }

        private void terms(Expression sum, Stretch stretch, String figure) {
            int kinds = made.kinds().size();
            for (int month = 0; month < made.months().size(); month++) {
                YearMonth at = YearMonth.of(2026, 1).plusMonths(month);
                if (!at.isBefore(stretch.first()) && !at.isAfter(stretch.last())) {
                    for (int kind = 0; kind < kinds; kind++) {
                        if (made.kinds().get(kind).containsKey(figure)) {
                            sum.set(
                                    unknowns.get(month * kinds + kind),
                                    made.kinds().get(kind).get(figure));
                        }
                    }
                }
            }
        }
    }
}
