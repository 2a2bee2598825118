package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.proof.MoreEvidence;
import org.risktriage.proof.Requests;
import org.risktriage.reference.RandomAssessments;

/** What holds of the base rules holds under every area's: more evidence never lowers, and bounds say what could come. */
class AreasNeverLowerTest {
    private static final int MANY = 3_000;
    private static final int MOST_UNKNOWN = 5;
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    static Stream<String> areas() {
        return TRIAGE.areas().stream()
                .filter(area -> area.kind().equals("area"))
                .filter(area -> area.instrument().id().equals("safelives-dash"))
                .map(Area::id);
    }

    private static Decision decide(Map<String, @Nullable Object> request) {
        return TRIAGE.assess(TRIAGE.read(request));
    }

    private static Map<String, @Nullable Object> next(RandomAssessments random, String area) {
        Map<String, @Nullable Object> request = random.next();
        request.put("area", area);
        return request;
    }

    @ParameterizedTest
    @MethodSource("areas")
    void more_evidence_never_lowers(String area) {
        RandomAssessments random = new RandomAssessments(area.hashCode());
        SplittableRandom dice = new SplittableRandom(area.hashCode());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Map<String, @Nullable Object> request = next(random, area);
            found.addAll(MoreEvidence.lowering(
                    MoreEvidence.most(i), request, decide(request), dice, AreasNeverLowerTest::decide));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bounds_unknowns_and_what_could_be_met_are_those_of_all_completions(String area) {
        RandomAssessments random = new RandomAssessments(area.hashCode() + 1L);
        Completions completions = new Completions(AreasNeverLowerTest::decide);
        List<String> found = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < MANY; i++) {
            Map<String, @Nullable Object> request = next(random, area);
            List<String> unknown = Requests.questions(request, Requests::isUnknown);
            // No answer dates an incident, or says whether it was a crime.
            if (unknown.size() <= MOST_UNKNOWN && !Requests.hasUndated(request) && knowsCrimes(request)) {
                compared++;
                String said = Completions.said(decide(request));
                String truth = completions.exactly(request, unknown);
                if (!said.equals(truth)) {
                    found.add(request + "\nsays     " + said + "\nis truly " + truth);
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static boolean knowsCrimes(Map<String, @Nullable Object> request) {
        return Requests.entries(request, "incidents").stream().allMatch(incident -> incident.get("crime") != null);
    }
}
