package org.risktriage.triage.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision;
import org.risktriage.triage.internal.rules.Given;

/**
 * What the unknown could still change.
 *
 * <p>The rules only ever raise (the rule profile sees to it), so the result as given and the result with everything
 * unknown taken at its worst bound all others. An unknown answer matters if some way of answering the rest makes it
 * decide.
 */
final class Possibilities {
    /** With more named items unknown than this, every one of them is said to matter wherever anything does. */
    private static final int MOST_NAMED = 10;

    private final LoadedPack pack;
    private final Policy policy;
    private final Evidence evidence;
    private final Routes given;
    private final Routes most;
    private final boolean boundsAlone;
    private final List<Integer> named = new ArrayList<>(0);
    private final List<Integer> alike = new ArrayList<>();
    private final Set<Integer> changesLevel = new LinkedHashSet<>();
    private final Set<Integer> changesMarac = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> criteria = new HashMap<>();

    /**
     * Finds what the unknown could change.
     *
     * @param boundsAlone whether only the bounds are needed, and not which unknown answer matters
     */
    Possibilities(LoadedPack pack, Policy policy, Evidence evidence, Routes given, boolean boundsAlone) {
        this.boundsAlone = boundsAlone;
        this.pack = pack;
        this.policy = policy;
        this.evidence = evidence;
        for (int place : evidence.unknown()) {
            (pack.rules().itemsNamedByRoutes().contains(id(place)) ? named : alike).add(place);
        }
        this.given = given;
        Routes highest = between(given, false);
        if (evidence.hasUncertain()) {
            highest = between(routes(evidence.given(), true), true);
        }
        this.most = highest;
    }

    private Routes routes(Given taken, boolean atWorst) {
        return Routes.run(pack, policy, evidence.facts(taken, atWorst));
    }

    private String id(int place) {
        return pack.instrument().items().get(place).id();
    }

    /** Finds what matters under one history. Returns the result with every unknown answer taken as yes. */
    private Routes between(Routes lowest, boolean atWorst) {
        if (evidence.unknown().isEmpty()) {
            return lowest;
        }
        Routes highest = routes(evidence.with(evidence.unknown()), atWorst);
        if (boundsAlone || lowest.sameOutcome(highest)) {
            return highest;
        }
        if (named.isEmpty() || named.size() > MOST_NAMED) {
            // Items that only count are alike: where the ends differ, each of them can be the one that decides.
            note(evidence.unknown(), lowest, highest);
        } else {
            everyCompletion(atWorst);
        }
        return highest;
    }

    /** Walks every subset of the named unknown items with every count of the others. */
    private void everyCompletion(boolean atWorst) {
        Routes[][] outcomes = new Routes[1 << named.size()][alike.size() + 1];
        for (int subset = 0; subset < outcomes.length; subset++) {
            List<Integer> yes = new ArrayList<>();
            for (int i = 0; i < named.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    yes.add(named.get(i));
                }
            }
            for (int count = 0; count <= alike.size(); count++) {
                List<Integer> all = new ArrayList<>(yes);
                all.addAll(alike.subList(0, count));
                outcomes[subset][count] = routes(evidence.with(all), atWorst);
            }
        }
        for (int subset = 0; subset < outcomes.length; subset++) {
            for (int count = 0; count <= alike.size(); count++) {
                if (count > 0) {
                    note(alike, outcomes[subset][count - 1], outcomes[subset][count]);
                }
                for (int i = 0; i < named.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        note(List.of(named.get(i)), outcomes[subset & ~(1 << i)][count], outcomes[subset][count]);
                    }
                }
            }
        }
    }

    private void note(List<Integer> places, Routes lower, Routes higher) {
        if (lower.level() != higher.level()) {
            changesLevel.addAll(places);
        }
        if (!lower.metCriteria().equals(higher.metCriteria())) {
            changesMarac.addAll(places);
            for (int place : places) {
                Set<String> raised = criteria.computeIfAbsent(place, key -> new TreeSet<>());
                higher.metCriteria().stream()
                        .filter(criterion -> !lower.met(criterion))
                        .forEach(raised::add);
            }
        }
    }

    /** The criteria that an unknown answer could help to meet. */
    Set<String> criteria(String question) {
        return criteria.getOrDefault(pack.instrument().indexOf(question), Set.of());
    }

    /** The result with everything unknown at its worst. */
    Routes most() {
        return most;
    }

    /** The unknown answers that could change the level or a criterion, in the order of the instrument. */
    List<Decision.Unknown> unknowns() {
        List<Decision.Unknown> unknowns = new ArrayList<>();
        for (int place : evidence.unknown()) {
            List<String> could = new ArrayList<>(2);
            if (changesLevel.contains(place)) {
                could.add("level");
            }
            if (changesMarac.contains(place)) {
                could.add("marac");
            }
            if (!could.isEmpty()) {
                unknowns.add(new Decision.Unknown(id(place), List.copyOf(could)));
            }
        }
        return List.copyOf(unknowns);
    }

    /**
     * The unanswered questions in the order in which to ask them: first those of which one yes decides something now, then
     * those about danger to life, then those that bring the count towards a line. Within each, danger to life goes first.
     *
     * @param danger ids of the questions about danger to life, in their order
     */
    List<String> nextQuestions(List<String> danger) {
        if (evidence.unknown().isEmpty()) {
            return List.of();
        }
        int[] dangerRank = new int[pack.instrument().items().size()];
        Arrays.fill(dangerRank, danger.size());
        for (int i = 0; i < danger.size(); i++) {
            int place = pack.instrument().indexOf(danger.get(i));
            if (place >= 0) {
                dangerRank[place] = i;
            }
        }
        Set<Integer> deciding = deciding();
        List<long[]> ranked = new ArrayList<>();
        for (int place : evidence.unknown()) {
            boolean dangerous = dangerRank[place] < danger.size();
            boolean matters = changesLevel.contains(place) || changesMarac.contains(place);
            int group = deciding.contains(place) ? 0 : dangerous ? 1 : matters ? 2 : 3;
            if (group < 3) {
                ranked.add(new long[] {(long) group * 10_000 + (long) dangerRank[place] * 100 + place, place});
            }
        }
        ranked.sort((one, other) -> Long.compare(one[0], other[0]));
        return ranked.stream().map(rank -> id((int) rank[1])).toList();
    }

    /** The unknown answers of which one yes decides something now. */
    Set<String> decidingQuestions() {
        Set<String> questions = new TreeSet<>();
        deciding().forEach(place -> questions.add(id(place)));
        return questions;
    }

    private Set<Integer> deciding() {
        Set<Integer> deciding = new LinkedHashSet<>();
        if (changesLevel.isEmpty() && changesMarac.isEmpty()) {
            return deciding;
        }
        if (!alike.isEmpty() && decides(alike.get(0))) {
            deciding.addAll(alike);
        }
        for (int place : named) {
            if (decides(place)) {
                deciding.add(place);
            }
        }
        return deciding;
    }

    private boolean decides(int place) {
        return !given.sameOutcome(routes(evidence.with(List.of(place)), false));
    }
}
