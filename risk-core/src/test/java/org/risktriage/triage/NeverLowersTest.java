package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.proof.MoreEvidence;
import org.risktriage.proof.Requests;
import org.risktriage.reference.RandomAssessments;

/** More evidence never lowers a result, and the bounds and the unknowns say exactly what could still come. */
class NeverLowersTest {
    private static final int SEEDS = 8;
    private static final int PER_SEED = 2_500;
    private static final int MANY_PER_SEED = 25_000;
    private static final int MOST_UNKNOWN = 6;
    private static final int ADULT_CHECKLIST_FROM = 16;
    private static final List<String> CRITERIA =
            List.of("visible-high-risk", "professional-judgement", "potential-escalation", "repeat");

    private final RiskTriage triage = RiskTriage.bundled();

    @Test
    void more_evidence_never_lowers_on_200_000_seeded_assessments() {
        assertThat(seeds((seed, found) -> {
                    RandomAssessments random = new RandomAssessments(4_000_000L + seed);
                    SplittableRandom dice = new SplittableRandom(seed);
                    for (int i = 0; i < MANY_PER_SEED; i++) {
                        Map<String, @Nullable Object> request = random.next();
                        found.addAll(MoreEvidence.lowering(
                                MoreEvidence.most(i), request, decide(request), dice, this::decide));
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_level_lies_between_its_bounds() {
        assertThat(failing((request, decision) -> {
                    Level value = decision.level().value();
                    Level least = decision.level().atLeast();
                    Level most = decision.level().atMost();
                    return rank(least) <= rank(most)
                            && (value == null || (rank(least) <= rank(value) && rank(value) <= rank(most)));
                }))
                .isEmpty();
    }

    @Test
    void every_unknown_taken_as_yes_reaches_the_upper_bound() {
        assertThat(failing((request, decision) -> {
                    Map<String, @Nullable Object> all = request;
                    for (String question : Requests.questions(request, Requests::isUnknown)) {
                        all = Requests.answered(all, question, "yes");
                    }
                    // An undated incident can lift the bound too, and no answer dates it.
                    Level reached = decide(all).level().value();
                    return Requests.hasUndated(request)
                            ? rank(reached) <= rank(decision.level().atMost())
                            : reached == decision.level().atMost();
                }))
                .isEmpty();
    }

    @Test
    void every_unknown_taken_as_no_stays_at_the_lower_bound() {
        assertThat(failing((request, decision) -> {
                    Map<String, @Nullable Object> all = request;
                    for (String question : Requests.questions(request, Requests::isUnknown)) {
                        all = Requests.answered(all, question, "no");
                    }
                    return decide(all).level().value() == decision.level().atLeast();
                }))
                .isEmpty();
    }

    @Test
    void a_result_below_high_always_shows_every_route_with_its_distance() {
        assertThat(failing((request, decision) -> decision.level().value() == Level.HIGH
                        || (decision.marac().criteria().stream()
                                        .map(Decision.Criterion::id)
                                        .toList()
                                        .equals(CRITERIA)
                                && decision.marac().criteria().stream()
                                        .allMatch(criterion -> criterion.distance() > 0
                                                || (isUnderAge(request)
                                                        && !criterion.id().equals(CRITERIA.get(1)))))))
                .isEmpty();
    }

    @Test
    void an_unknown_that_is_listed_is_unknown_in_the_request() {
        assertThat(failing((request, decision) -> Requests.questions(request, Requests::isUnknown)
                        .containsAll(decision.unknowns().stream()
                                .map(Decision.Unknown::question)
                                .toList())))
                .isEmpty();
    }

    @Test
    void bounds_unknowns_and_what_could_be_met_are_those_of_all_completions() {
        List<Integer> compared = new ArrayList<>();
        List<String> wrong = seeds((seed, found) -> {
            RandomAssessments random = new RandomAssessments(7_000_000L + seed);
            int count = 0;
            for (int i = 0; i < PER_SEED; i++) {
                Map<String, @Nullable Object> request = random.next();
                List<String> unknown = Requests.questions(request, Requests::isUnknown);
                if (unknown.size() <= MOST_UNKNOWN && !Requests.hasUndated(request)) {
                    count++;
                    Completions completions = new Completions(this::decide);
                    String said = Completions.said(decide(request));
                    String truth = completions.exactly(request, unknown);
                    if (!said.equals(truth)) {
                        found.add(request + "\nsays     " + said + "\nis truly " + truth);
                    }
                }
            }
            synchronized (compared) {
                compared.add(count);
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(compared.stream().mapToInt(count -> count).sum()).isGreaterThan(4_000);
    }

    private List<String> failing(BiFunction<Map<String, @Nullable Object>, Decision, Boolean> holds) {
        return seeds((seed, found) -> {
            RandomAssessments random = new RandomAssessments(5_000_000L + seed);
            for (int i = 0; i < PER_SEED; i++) {
                Map<String, @Nullable Object> request = random.next();
                if (!holds.apply(request, decide(request))) {
                    found.add(request.toString());
                }
            }
        });
    }

    private interface Work {
        void run(long seed, List<String> found);
    }

    private static List<String> seeds(Work work) {
        return IntStream.range(0, SEEDS)
                .parallel()
                .mapToObj(seed -> {
                    List<String> found = new ArrayList<>();
                    work.run(seed, found);
                    return found.stream().limit(3).toList();
                })
                .flatMap(List::stream)
                .toList();
    }

    private static int rank(@Nullable Level level) {
        return level == null
                ? -1
                : List.of(Level.STANDARD, Level.MEDIUM, Level.HIGH).indexOf(level);
    }

    private Decision decide(Map<String, @Nullable Object> request) {
        return triage.assess(triage.read(request));
    }

    private static boolean isUnderAge(Map<String, @Nullable Object> request) {
        return request.get("victim") instanceof Map<?, ?> victim
                && victim.get("age") instanceof Integer age
                && age < ADULT_CHECKLIST_FROM;
    }
}
