package org.risktriage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.reference.RandomAssessments;
import org.risktriage.rules.Fact;
import org.risktriage.rules.FurtherIncident;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Perpetrator;
import org.risktriage.rules.Referral;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.rules.Given;

/**
 * What more evidence does to the facts that rules see: it adds facts, and changes those that are there only upwards. The
 * proof that evidence never lowers takes each of these changes as a step, and this shows that there are no others.
 */
class StepsOfEvidenceTest {
    private static final int SAMPLES = 4_000;
    private static final List<MoreEvidence> ADDED = List.of(
            MoreEvidence.YES,
            MoreEvidence.INCIDENT,
            MoreEvidence.REFERRAL,
            MoreEvidence.JUDGEMENT,
            MoreEvidence.UNDATED_INCIDENT);

    private final RiskTriage triage = RiskTriage.bundled();
    private final PackShelf shelf = PackShelf.bundled();
    private final Decider decider = new Decider("test");

    @Test
    void evidence_adds_facts_and_changes_those_that_are_there_only_upwards() {
        RandomAssessments random = new RandomAssessments(2_611);
        SplittableRandom dice = new SplittableRandom(2_611);
        int moved = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Map<String, @Nullable Object> request = random.next();
            List<Fact> before = facts(request);
            for (MoreEvidence added : ADDED) {
                Map<String, @Nullable Object> more = added.addTo(request, dice);
                if (more != null) {
                    List<Fact> after = facts(more);
                    String step = added + "\nbefore " + request + "\nafter  " + more;
                    assertThat(all(before, Perpetrator.class)).as(step).hasSameSizeAs(all(after, Perpetrator.class));
                    givenGrows(step, one(before), one(after));
                    grow(step, before, after, Referral.class, StepsOfEvidenceTest::same);
                    grow(step, before, after, Incident.class, StepsOfEvidenceTest::sameOrMore);
                    grow(step, before, after, FurtherIncident.class, StepsOfEvidenceTest::sameOrNearer);
                    moved += isNearer(before, after) ? 1 : 0;
                }
            }
        }
        // The step that is easiest to forget was among them: a referral that takes the place of another.
        assertThat(moved).isPositive();
    }

    private List<Fact> facts(Map<String, @Nullable Object> request) {
        LoadedPack pack = shelf.inForce(null, Requests.day(request));
        return decider.observe(triage.read(request), Choice.of(pack), null).facts();
    }

    private static Given one(List<Fact> facts) {
        return all(facts, Given.class).get(0);
    }

    private static <T extends Fact> List<T> all(List<Fact> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void givenGrows(String step, Given before, Given after) {
        History one = before.getHistory();
        History other = after.getHistory();
        boolean grows = after.getChecklist().getYes() >= before.getChecklist().getYes()
                && after.getChecklist().getYes() <= before.getChecklist().getYes() + 1
                && after.getChecklist().getAnswered() >= before.getChecklist().getAnswered()
                && yesOrSame(
                        before.getJudgement().getHighRisk(),
                        after.getJudgement().getHighRisk())
                && after.getJudgement().getGrade().equals(before.getJudgement().getGrade())
                && yesOrSame(one.getIncidentsGiven(), other.getIncidentsGiven())
                && yesOrSame(one.getReferralsGiven(), other.getReferralsGiven())
                && other.getUndated() >= one.getUndated()
                && other.getCrimeReports() >= one.getCrimeReports()
                && other.getReversed() >= one.getReversed();
        assertThat(grows).as(step).isTrue();
    }

    private static boolean yesOrSame(String before, String after) {
        return after.equals(before) || after.equals("yes");
    }

    /** Each fact before is one after, the same or more; there may be others beside them. */
    private static <T extends Fact> void grow(
            String step, List<Fact> before, List<Fact> after, Class<T> type, BiPredicate<T, T> becomes) {
        List<T> left = new ArrayList<>(all(after, type));
        assertThat(matched(all(before, type), 0, left, becomes)).as(step).isTrue();
    }

    private static <T extends Fact> boolean matched(List<T> before, int at, List<T> left, BiPredicate<T, T> becomes) {
        if (at == before.size()) {
            return true;
        }
        for (T other : List.copyOf(left)) {
            if (becomes.test(before.get(at), other)) {
                left.remove(other);
                if (matched(before, at + 1, left, becomes)) {
                    return true;
                }
                left.add(other);
            }
        }
        return false;
    }

    private static boolean same(Referral one, Referral other) {
        return one.getPerpetrator().equals(other.getPerpetrator())
                && one.getReferredOn().equals(other.getReferredOn())
                && one.getWithinMonths() == other.getWithinMonths()
                && one.getSameArea().equals(other.getSameArea());
    }

    private static boolean more(String crime, String thenCrime, String direction, String thenDirection) {
        return (thenCrime.equals(crime) || thenCrime.equals("yes") || crime.equals("unknown"))
                && (thenDirection.equals(direction) || thenDirection.equals("same"));
    }

    private static boolean sameOrMore(Incident one, Incident other) {
        return one.getPerpetrator().equals(other.getPerpetrator())
                && one.getKind().equals(other.getKind())
                && one.getOn().equals(other.getOn())
                && one.getWithinMonths() == other.getWithinMonths()
                && more(one.getCrime(), other.getCrime(), one.getDirection(), other.getDirection());
    }

    private static boolean sameOrNearer(FurtherIncident one, FurtherIncident other) {
        return one.getPerpetrator().equals(other.getPerpetrator())
                && one.getKind().equals(other.getKind())
                && one.getOn().equals(other.getOn())
                && other.getMonthsAfter() <= one.getMonthsAfter()
                && more(one.getCrime(), other.getCrime(), one.getDirection(), other.getDirection());
    }

    private static boolean isNearer(List<Fact> before, List<Fact> after) {
        return all(before, FurtherIncident.class).stream()
                        .mapToInt(FurtherIncident::getMonthsAfter)
                        .sum()
                > all(after, FurtherIncident.class).stream()
                        .mapToInt(FurtherIncident::getMonthsAfter)
                        .sum();
    }
}
