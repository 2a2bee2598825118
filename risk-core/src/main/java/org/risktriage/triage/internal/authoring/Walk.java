package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.StatedRoutes;

/** Walks every state of one part of a decision: decides it by the compiled rules, then takes every step from it. */
final class Walk {
    /** More states than this would take longer than a minute. */
    private static final int MOST_STATES = 3_000_000;

    private static final int BLOCK = 256;
    private static final int UNREACHABLE = -1;

    private final LoadedPack pack;
    private final List<CheckedRule> rules;
    private final Aspect aspect;
    private final LocalDate day;
    private final Policy policy;
    private final LongConsumer watch;
    private final ProofSpace space;
    private final int[] outcomes;
    private final LongAdder states = new LongAdder();
    private final LongAdder steps = new LongAdder();
    /** States that show something, the first of each kind: those with the smallest number. */
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private final Map<String, LongAdder> firings = new ConcurrentHashMap<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();

    /** A state, and what a step made of it, each by its number; none where there was no step. */
    private record Found(int before, int after, String added) {}

    private static final int NONE = -1;

    Walk(LoadedPack pack, List<CheckedRule> rules, Aspect aspect, LocalDate day, LongConsumer watch) throws Unprovable {
        this.pack = pack;
        this.rules = rules;
        this.aspect = aspect;
        this.day = day;
        this.policy = pack.parameters().on(day);
        this.watch = watch;
        this.space = SpaceOfRules.of(rules, policy, pack.instrument());
        if (space.size() > MOST_STATES) {
            throw new Unprovable("Its rules can tell more than " + MOST_STATES + " kinds of evidence apart.");
        }
        this.outcomes = new int[(int) space.size()];
    }

    void run() {
        int blocks = (outcomes.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int end = Math.min(outcomes.length, (block + 1) * BLOCK);
            for (int number = block * BLOCK; number < end; number++) {
                outcomes[number] = decide(number);
            }
            watch.accept(end - (long) block * BLOCK);
        });
        IntStream.range(0, outcomes.length).parallel().forEach(this::stepFrom);
    }

    private int decide(int number) {
        int[] state = space.state(number);
        if (!space.isReachable(state)) {
            return UNREACHABLE;
        }
        states.increment();
        Sketch sketch = space.sketch(state, pack.instrument(), day);
        StatedRoutes stated = StatedRoutes.on(pack, policy, sketch.facts(policy));
        int outcome = aspect.of(stated);
        for (CheckedRule rule : rules) {
            if (stated.fired().contains(rule.id())) {
                firings.computeIfAbsent(rule.id(), id -> new LongAdder()).add(mixed(number));
            }
        }
        counting.addAll(aspect.counting(rules, stated));
        if (outcome == Aspect.UNSTATED) {
            keep("unstated", new Found(number, NONE, ""));
        }
        if (stated.levels().size() > 1 && aspect instanceof Aspect.OfLevel && endsBelow(stated)) {
            keep("overlapping", new Found(number, NONE, ""));
        }
        return outcome;
    }

    /** Spreads numbers, so that two sums of them agree only where the same numbers were added. */
    private static long mixed(long number) {
        long spread = (number + 1) * 0x9E3779B97F4A7C15L;
        spread = (spread ^ (spread >>> 30)) * 0xBF58476D1CE4E5B9L;
        return spread ^ (spread >>> 27);
    }

    /** Whether a rule that states a level for counts up to some count is among those that fired. */
    private boolean endsBelow(StatedRoutes stated) {
        return rules.stream()
                .filter(rule -> stated.fired().contains(rule.id())
                        && rule.statements().stream()
                                .anyMatch(statement -> statement.verb().equals("level")))
                .anyMatch(rule -> rule.parts().stream()
                        .filter(part -> part.type().equals("Checklist"))
                        .flatMap(part -> part.clauses().stream())
                        .anyMatch(clause -> clause instanceof Clause.Comparison comparison
                                && Vocabulary.item(comparison.field()) == 0
                                && comparison.sign().matches("<=?|==")));
    }

    private void stepFrom(int number) {
        int before = outcomes[number];
        if (before == UNREACHABLE) {
            return;
        }
        int[] state = space.state(number);
        for (ProofSpace.Move move : space.moves()) {
            for (int[] next : move.steps().from(state)) {
                int after = outcomes[space.number(next)];
                if (after != UNREACHABLE) {
                    steps.increment();
                    // Where there is no decision is shown by itself.
                    boolean decided = before != Aspect.UNSTATED && after != Aspect.UNSTATED;
                    if (decided && aspect.falls(before, after)) {
                        keep("refuted " + move.kind(), new Found(number, space.number(next), move.kind()));
                    }
                }
            }
        }
    }

    private void keep(String kind, Found one) {
        found.merge(kind, one, (before, after) -> weight(before) <= weight(after) ? before : after);
    }

    /** The less there is in a case the shorter it is; states are numbered, so that of two the same one is always kept. */
    private long weight(Found one) {
        long weight = 0;
        for (int value : space.state(one.before())) {
            weight += value;
        }
        return weight * Integer.MAX_VALUE + one.before();
    }

    /** Whether nothing falls, and nothing is left unsaid. */
    boolean isClean() {
        return found.keySet().stream().allMatch("overlapping"::equals);
    }

    Proof.Part part() {
        return new Proof.Part(aspect.name(), states.sum(), steps.sum());
    }

    List<Proof.Counterexample> refuted() {
        return shown("refuted");
    }

    List<Proof.Counterexample> unstated() {
        return shown("unstated");
    }

    List<Proof.Counterexample> overlapping() {
        return shown("overlapping");
    }

    private List<Proof.Counterexample> shown(String kind) {
        List<Proof.Counterexample> shown = new ArrayList<>();
        new TreeMap<>(found).forEach((name, one) -> {
            if (name.startsWith(kind)) {
                shown.add(new ShortCases(pack, day, space)
                        .of(
                                aspect.name(),
                                space.state(one.before()),
                                one.after() == NONE ? null : space.state(one.after()),
                                one.added()));
            }
        });
        return shown;
    }

    /** What was seen of each rule. */
    Map<String, Proof.Seen> seen() {
        Map<String, Proof.Seen> seen = new TreeMap<>();
        for (CheckedRule rule : rules) {
            LongAdder fired = firings.get(rule.id());
            Set<String> contradicts = new TreeSet<>();
            for (CheckedRule other : rules) {
                LongAdder otherFired = firings.get(other.id());
                if (fired != null
                        && otherFired != null
                        && fired.sum() == otherFired.sum()
                        && Opposites.are(rule, other)) {
                    contradicts.add(other.id());
                }
            }
            seen.put(rule.id(), new Proof.Seen(fired != null, counting.contains(rule.id()), contradicts));
        }
        return seen;
    }
}
