package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                    String said = shown(decide(request));
                    String truth = exactly(request, unknown);
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

    /** What one decision says of the future. */
    private static String shown(Decision decision) {
        Map<String, List<String>> unknowns = new LinkedHashMap<>();
        decision.unknowns().forEach(unknown -> unknowns.put(unknown.question(), unknown.couldChange()));
        List<String> could = decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.COULD_BE_MET)
                .map(Decision.Criterion::id)
                .toList();
        return decision.level().atLeast() + " " + decision.level().atMost() + " settled="
                + decision.level().settled() + " could=" + could + " unknowns=" + unknowns;
    }

    private record Completion(@Nullable Level level, List<String> met) {}

    /** The same, from every way of answering what is unknown with yes or no. */
    private String exactly(Map<String, @Nullable Object> request, List<String> unknown) {
        List<Completion> completions = new ArrayList<>();
        for (int subset = 0; subset < 1 << unknown.size(); subset++) {
            Map<String, @Nullable Object> complete = request;
            for (int i = 0; i < unknown.size(); i++) {
                complete = Requests.answered(complete, unknown.get(i), (subset >> i & 1) == 1 ? "yes" : "no");
            }
            Decision decision = decide(complete);
            completions.add(new Completion(decision.level().value(), met(decision)));
        }
        Level least = completions.get(0).level();
        Level most = least;
        Set<String> could = new LinkedHashSet<>();
        for (Completion completion : completions) {
            least = rank(completion.level()) < rank(least) ? completion.level() : least;
            most = rank(completion.level()) > rank(most) ? completion.level() : most;
            could.addAll(completion.met());
        }
        could.removeAll(met(decide(request)));
        Map<String, List<String>> unknowns = new LinkedHashMap<>();
        for (int i = 0; i < unknown.size(); i++) {
            List<String> changes = new ArrayList<>();
            if (decides(completions, i, (one, other) -> one.level() != other.level())) {
                changes.add("level");
            }
            if (decides(completions, i, (one, other) -> !one.met().equals(other.met()))) {
                changes.add("marac");
            }
            if (!changes.isEmpty()) {
                unknowns.put(unknown.get(i), changes);
            }
        }
        boolean settled = completions.stream().distinct().count() == 1;
        return least + " " + most + " settled=" + settled + " could="
                + CRITERIA.stream().filter(could::contains).toList() + " unknowns=" + unknowns;
    }

    private static boolean decides(
            List<Completion> completions, int place, BiFunction<Completion, Completion, Boolean> differ) {
        return IntStream.range(0, completions.size())
                .filter(subset -> (subset >> place & 1) == 1)
                .anyMatch(subset -> differ.apply(completions.get(subset), completions.get(subset & ~(1 << place))));
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

    private static List<String> met(Decision decision) {
        return decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .map(Decision.Criterion::id)
                .toList();
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
