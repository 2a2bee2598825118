package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.StatedRoutes;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;

/** Shows what a proof found as short cases, and decides them to see whether they show it. */
final class ShortCases {
    private final LoadedPack pack;
    private final LocalDate day;
    private final ProofSpace space;
    private final Policy policy;
    private final Decider decider = new Decider("desk");

    ShortCases(LoadedPack pack, LocalDate day, ProofSpace space) {
        this.pack = pack;
        this.day = day;
        this.space = space;
        this.policy = pack.parameters().on(day);
    }

    /** A decision on a case; null where none could be made. */
    private record Decided(
            Map<String, @Nullable Object> request, @Nullable Decision decision, boolean valid) {}

    /** Two cases, or one. */
    Proof.Counterexample of(String what, int[] before, int @Nullable [] after, String added) {
        Decided one = decide(before);
        Decided other = after == null ? null : decide(after);
        boolean confirmed = one.valid()
                && (other == null ? one.decision() == null : other.valid() && falls(one.decision(), other.decision()));
        return new Proof.Counterexample(
                what,
                added,
                shown(one, before),
                other == null || after == null ? null : shown(other, after),
                confirmed);
    }

    /** One case under two packs. */
    static Proof.Counterexample underBoth(
            ShortCases one, ShortCases other, String what, int[] state, ProvedChange.Way way) {
        Decided before = one.decide(state);
        Decided after = other.decide(state);
        boolean moves = way == ProvedChange.Way.UP
                ? falls(after.decision(), before.decision())
                : falls(before.decision(), after.decision());
        return new Proof.Counterexample(
                what,
                "",
                one.shown(before, state),
                other.shown(after, state),
                before.valid() && after.valid() && moves);
    }

    private Decided decide(int[] state) {
        Map<String, @Nullable Object> request =
                space.sketch(state, pack.instrument(), day).request();
        List<Problem> problems = new ArrayList<>();
        Assessment assessment = AssessmentReader.read(request, problems);
        if (problems.isEmpty()) {
            AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        }
        if (!problems.isEmpty()) {
            return new Decided(request, null, false);
        }
        try {
            return new Decided(request, decider.decide(assessment, Choice.of(pack)), true);
        } catch (RulesFaultException e) {
            return new Decided(request, null, true);
        }
    }

    /** Whether a decision is lower than another in its level, a criterion or the referral, or cannot be made. */
    static boolean falls(@Nullable Decision before, @Nullable Decision after) {
        if (before == null || after == null) {
            return before != null;
        }
        boolean falls = order(after.level().value()) < order(before.level().value())
                || (before.marac().refer() && !after.marac().refer());
        Set<String> met = new TreeSet<>();
        for (Decision.Criterion criterion : before.marac().criteria()) {
            if (criterion.status() == CriterionStatus.MET) {
                met.add(criterion.id());
            }
        }
        for (Decision.Criterion criterion : after.marac().criteria()) {
            if (criterion.status() == CriterionStatus.MET) {
                met.remove(criterion.id());
            }
        }
        return falls || !met.isEmpty();
    }

    private static int order(@Nullable Level level) {
        return level == null ? -1 : List.of(Level.values()).indexOf(level);
    }

    private Proof.Case shown(Decided decided, int[] state) {
        List<String> given = decided.valid() ? GivenText.of(decided.request()) : space.words(state);
        Decision decision = decided.decision();
        if (decision != null) {
            return new Proof.Case(given, comes(decision));
        }
        if (decided.valid()) {
            return new Proof.Case(given, List.of("no decision: no rule says what is needed"));
        }
        StatedRoutes.Together together = StatedRoutes.together(
                pack, policy, space.sketch(state, pack.instrument(), day).facts(policy));
        return new Proof.Case(
                given,
                together == null
                        ? List.of("no decision: no rule says what is needed")
                        : List.of("met: " + together.met()));
    }

    private static List<String> comes(Decision decision) {
        List<String> comes = new ArrayList<>();
        Level level = decision.level().value();
        comes.add("level: " + (level == null ? "none" : level.code()));
        comes.add("refer: " + decision.marac().refer());
        List<String> met = new ArrayList<>();
        for (Decision.Criterion criterion : decision.marac().criteria()) {
            if (criterion.status() == CriterionStatus.MET) {
                met.add(criterion.id());
            }
        }
        comes.add("criteria met: " + (met.isEmpty() ? "none" : String.join(", ", met)));
        return comes;
    }
}
