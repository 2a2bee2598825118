package org.risktriage.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.risktriage.proof.Requests;

/** Every way of answering what is unknown, and what a decision says of them. */
final class Completions {
    private final Function<Map<String, @Nullable Object>, Decision> decide;

    Completions(Function<Map<String, @Nullable Object>, Decision> decide) {
        this.decide = decide;
    }

    /** What one decision says of the future. */
    static String said(Decision decision) {
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
    String exactly(Map<String, @Nullable Object> request, List<String> unknown) {
        List<Completion> completions = new ArrayList<>();
        for (int subset = 0; subset < 1 << unknown.size(); subset++) {
            Map<String, @Nullable Object> complete = request;
            for (int i = 0; i < unknown.size(); i++) {
                complete = Requests.answered(complete, unknown.get(i), (subset >> i & 1) == 1 ? "yes" : "no");
            }
            Decision decision = decide.apply(complete);
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
        Decision now = decide.apply(request);
        could.removeAll(met(now));
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
                + now.marac().criteria().stream()
                        .map(Decision.Criterion::id)
                        .filter(could::contains)
                        .toList() + " unknowns=" + unknowns;
    }

    private static boolean decides(
            List<Completion> completions, int place, BiFunction<Completion, Completion, Boolean> differ) {
        return IntStream.range(0, completions.size())
                .filter(subset -> (subset >> place & 1) == 1)
                .anyMatch(subset -> differ.apply(completions.get(subset), completions.get(subset & ~(1 << place))));
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
}
