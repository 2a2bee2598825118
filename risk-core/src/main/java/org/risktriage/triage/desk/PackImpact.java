package org.risktriage.triage.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Problem;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.ImpactReport.Crossing;
import org.risktriage.triage.desk.ImpactReport.LevelMove;
import org.risktriage.triage.desk.ImpactReport.Moved;
import org.risktriage.triage.desk.ImpactReport.Year;
import org.risktriage.triage.internal.reading.AssessmentReader;

/**
 * Scores a caseload under two versions of a pack, and counts who moves.
 *
 * <p>Each case is decided on its own evidence, with the values that either version has on one day: so it can be seen now what
 * values of a later day will do.
 */
public final class PackImpact {
    private final DraftShelf before;
    private final DraftShelf after;
    private final DiffReport difference;
    private final List<Stretch> stretches;

    private PackImpact(DraftShelf before, DraftShelf after, DiffReport difference) {
        this.before = before;
        this.after = after;
        this.difference = difference;
        this.stretches = difference.before() == null ? List.of() : Stretch.of(before.spans(), after.spans());
    }

    /**
     * Loads two versions, and compares them.
     *
     * @param before the version that is replaced
     * @param after the version that replaces it
     * @return both, ready to score
     * @throws IOException if a folder is not there, or cannot be read
     * @throws UnknownRulesException as for {@link PackDiff#between}
     */
    public static PackImpact of(NamedPack before, NamedPack after) throws IOException {
        DraftShelf one = DraftShelf.alone(before);
        DraftShelf other = DraftShelf.alone(after);
        return new PackImpact(one, other, PackDiff.between(one, other, decided -> {}));
    }

    /**
     * How the two versions differ.
     *
     * @return the report; with findings where something is wrong with either, and then nothing can be scored
     */
    public DiffReport difference() {
        return difference;
    }

    /**
     * The ids of the items that the packs score.
     *
     * @return the ids, in order
     */
    public List<String> items() {
        return last().before().instrument().items().stream()
                .map(item -> item.id())
                .toList();
    }

    /**
     * Reads a case as the contract has it.
     *
     * @param tree what a parser made of it
     * @param problems where problems go
     * @return the assessment, as far as it could be read
     */
    public Assessment read(@Nullable Object tree, List<Problem> problems) {
        return AssessmentReader.read(tree, problems);
    }

    /**
     * The day whose values are taken where no other is asked for: the last on which a value of either version changes.
     *
     * @return the day
     */
    public LocalDate day() {
        return last().from();
    }

    private Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    /**
     * Scores a caseload.
     *
     * @param caseload the cases
     * @param what what the caseload is, for the report; its counts are put in here
     * @param plan what to look at beside
     * @param watch told how many more cases were scored
     * @return what came of it
     * @throws IOException if there is no reading on
     * @throws UnreadableCaseloadException if a table says too little for the times in which either version counts incidents
     * @throws IllegalArgumentException if the second version is not in force on the day that was asked for
     */
    public ImpactRun score(Caseload caseload, ImpactReport.Caseload what, ImpactPlan plan, LongConsumer watch)
            throws IOException {
        if (stretches.isEmpty()) {
            return new ImpactRun(difference, null, null, List.of(), List.of());
        }
        LocalDate asked = plan.on();
        LocalDate day = asked == null ? day() : asked;
        Stretch stretch = stretches.stream()
                .filter(one -> one.holds(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The second version is in force from "
                        + stretches.get(0).from() + (last().to() == null ? "" : " to " + last().to())
                        + ": a day in that time is needed."));
        Set<String> both = new LinkedHashSet<>(stretch.before().criteria());
        both.addAll(stretch.after().criteria());
        List<String> criteria = List.copyOf(both);
        if (caseload instanceof CsvCaseload table) {
            table.scoredBy(LookBack.of(stretch, day));
        }
        Scoring scoring = new Scoring(stretch, day, criteria);
        scoring.run(caseload, watch);
        Map<Outcome, Long> tally = scoring.tally();
        ImpactReport.Caseload scored = new ImpactReport.Caseload(
                what.synthetic(), what.seed(), what.sha256(), scoring.scored(), scoring.refused());
        Counting exact = Counting.exact(tally);
        ImpactReport whole = report(exact, scored, criteria, plan, day);
        return new ImpactRun(
                difference,
                report(exact.heldBack(tally), scored.heldBack(), criteria, plan, day),
                whole,
                scoring.down(),
                scoring.faults());
    }

    private ImpactReport report(
            Counting counting, ImpactReport.Caseload scored, List<String> criteria, ImpactPlan plan, LocalDate day) {
        List<LevelMove> levels = levels(counting);
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            int criterion = i;
            crossings.add(crossing(
                    counting,
                    criteria.get(i),
                    outcome -> outcome.metBefore(criterion),
                    outcome -> outcome.metAfter(criterion)));
        }
        Crossing referrals = crossing(counting, "referral", Outcome::referredBefore, Outcome::referredAfter);
        boolean anyDown = counting.any(Outcome::isDown);
        List<@Nullable Long> moved = counting.table(
                List.of(Outcome::isDown, Outcome::isUp, outcome -> !outcome.isDown() && !outcome.isUp()));
        Long referredBefore = counting.of(Outcome::referredBefore);
        Long referredAfter = counting.of(Outcome::referredAfter);
        Year year = new PlanningFigures().year(plan, scored.cases(), referredBefore, referredAfter);
        return new ImpactReport(
                ImpactReport.FORMAT,
                before.spans().get(0).identity(),
                after.spans().get(0).identity(),
                day,
                difference.declared(),
                difference.demanded(),
                scored,
                levels,
                List.copyOf(crossings),
                referrals,
                new Moved(anyDown, moved.get(0), moved.get(1), moved.get(2)),
                year,
                ImpactReport.takesAway(anyDown, difference.demanded()) ? plan.acceptance() : null);
    }

    private static List<LevelMove> levels(Counting counting) {
        List<Predicate<Outcome>> cells = new ArrayList<>();
        int many = Outcome.LEVELS.size();
        for (int i = 0; i < many * many; i++) {
            int from = i / many;
            int to = i % many;
            cells.add(outcome -> outcome.before() == from && outcome.after() == to);
        }
        List<@Nullable Long> counts = counting.table(cells);
        List<LevelMove> levels = new ArrayList<>();
        for (int i = 0; i < many * many; i++) {
            levels.add(new LevelMove(Outcome.LEVELS.get(i / many), Outcome.LEVELS.get(i % many), counts.get(i)));
        }
        return List.copyOf(levels);
    }

    private static Crossing crossing(
            Counting counting, String id, Predicate<Outcome> before, Predicate<Outcome> after) {
        List<@Nullable Long> counts = counting.table(List.of(
                before.and(after),
                before.and(after.negate()),
                before.negate().and(after),
                before.or(after).negate()));
        return new Crossing(id, counts.get(0), counts.get(1), counts.get(2), counts.get(3));
    }
}
