package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.StatedRoutes;

/**
 * Walks every kind of evidence that the rules of either of two packs can tell apart, for one part of a decision, and has each
 * decided by the compiled rules of both.
 */
final class JointWalk {
    /** More states than this would take longer than a minute. */
    private static final int MOST_STATES = 3_000_000;

    private static final int BLOCK = 256;
    private static final int OUTCOMES = 8;

    private final Side before;
    private final Side after;
    private final LocalDate day;
    private final LongConsumer watch;
    private final ProofSpace space;
    private final LongAdder states = new LongAdder();
    /** States that move, the one of each kind in which there is least. */
    private final Map<ProvedChange.Way, Integer> found = new ConcurrentHashMap<>();

    private final Counts beforeCounts = new Counts();
    private final Counts afterCounts = new Counts();

    /**
     * One of the two packs.
     *
     * @param pack the pack
     * @param policy its values
     * @param rules those of its rules that decide
     * @param aspect the part of the decision; null where the pack has no such part, so that it is never met
     */
    record Side(
            LoadedPack pack,
            Policy policy,
            List<CheckedRule> rules,
            @Nullable Aspect aspect) {
        private List<CheckedRule> stating() {
            return aspect == null
                    ? List.of()
                    : rules.stream().filter(aspect::isStatedBy).toList();
        }

        private int outcome(Sketch sketch) {
            return aspect == null
                    ? Aspect.OfCriterion.NOT_MET
                    : aspect.of(StatedRoutes.on(pack, policy, sketch.facts(policy)));
        }
    }

    /** For each outcome: the fewest yes answers with which it came, and the most with which less came. */
    private static final class Counts {
        private final int[] fewest = new int[OUTCOMES];
        private final int[] mostWithLess = new int[OUTCOMES];

        Counts() {
            Arrays.fill(fewest, Integer.MAX_VALUE);
            Arrays.fill(mostWithLess, -1);
        }

        synchronized void add(int outcome, int yes) {
            for (int i = 0; i < OUTCOMES; i++) {
                if (i <= outcome) {
                    fewest[i] = Math.min(fewest[i], yes);
                } else {
                    mostWithLess[i] = Math.max(mostWithLess[i], yes);
                }
            }
        }

        /** From how many yes answers on an outcome comes; -1 where something else than their number decides. */
        int line(int outcome) {
            return fewest[outcome] != Integer.MAX_VALUE && fewest[outcome] > mostWithLess[outcome]
                    ? fewest[outcome]
                    : -1;
        }
    }

    JointWalk(Side before, Side after, LocalDate day, LongConsumer watch) throws Unprovable {
        this.before = before;
        this.after = after;
        this.day = day;
        this.watch = watch;
        Set<CheckedRule> both = new LinkedHashSet<>(Settled.under(before.stating(), before.policy()));
        both.addAll(Settled.under(after.stating(), after.policy()));
        this.space = SpaceOfRules.of(
                List.copyOf(both), before.policy(), before.pack().instrument());
        if (space.size() > MOST_STATES) {
            throw new Unprovable("The rules of both can tell more than " + MOST_STATES + " kinds of evidence apart.");
        }
    }

    void run() {
        int size = (int) space.size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int end = Math.min(size, (block + 1) * BLOCK);
            for (int number = block * BLOCK; number < end; number++) {
                decide(number);
            }
            watch.accept(end - (long) block * BLOCK);
        });
    }

    private void decide(int number) {
        int[] state = space.state(number);
        if (!space.isReachable(state)) {
            return;
        }
        states.increment();
        Sketch sketch = space.sketch(state, before.pack().instrument(), day);
        int one = before.outcome(sketch);
        int other = after.outcome(sketch);
        if (one != Aspect.UNSTATED && isInScope(one)) {
            beforeCounts.add(one, sketch.yes());
        }
        if (other != Aspect.UNSTATED && isInScope(other)) {
            afterCounts.add(other, sketch.yes());
        }
        if (one != Aspect.UNSTATED && other == Aspect.UNSTATED) {
            keep(ProvedChange.Way.UNDECIDED, number);
        } else if (one == Aspect.UNSTATED && other != Aspect.UNSTATED) {
            keep(ProvedChange.Way.UP, number);
        } else if (one != other && one != Aspect.UNSTATED) {
            Aspect either = aspect();
            if (either.falls(one, other)) {
                keep(ProvedChange.Way.DOWN, number);
            } else if (either.falls(other, one)) {
                keep(ProvedChange.Way.UP, number);
            }
        }
    }

    private Aspect aspect() {
        Aspect one = before.aspect();
        Aspect other = after.aspect();
        if (one != null) {
            return one;
        }
        return java.util.Objects.requireNonNull(other);
    }

    /** Who is out of scope says nothing of where a line stands. */
    private boolean isInScope(int outcome) {
        return !(aspect() instanceof Aspect.OfCriterion) || outcome != Aspect.OfCriterion.OUT;
    }

    private void keep(ProvedChange.Way way, int number) {
        found.merge(way, number, (known, more) -> weight(known) <= weight(more) ? known : more);
    }

    /** The less there is in a case the shorter it is; states are numbered, so that of two the same one is always kept. */
    private long weight(int number) {
        long weight = 0;
        for (int value : space.state(number)) {
            weight += value;
        }
        return weight * Integer.MAX_VALUE + number;
    }

    boolean movesNothing() {
        return found.isEmpty();
    }

    Proof.Part part() {
        return new Proof.Part(aspect().name(), states.sum(), 0);
    }

    List<ProvedChange.Move> moves() {
        ShortCases one = new ShortCases(before.pack(), day, space);
        ShortCases other = new ShortCases(after.pack(), day, space);
        List<ProvedChange.Move> moves = new ArrayList<>();
        new TreeMap<>(found)
                .forEach((way, number) -> moves.add(new ProvedChange.Move(
                        aspect().name(),
                        way,
                        ShortCases.underBoth(one, other, aspect().name(), space.state(number), way))));
        return moves;
    }

    /** Where the number of yes answers alone decides under both packs, and what comes from how many on. */
    List<ProvedChange.Line> lines() {
        List<ProvedChange.Line> lines = new ArrayList<>();
        aspect().outcomes().forEach((outcome, words) -> {
            int one = beforeCounts.line(outcome);
            int other = afterCounts.line(outcome);
            if (one > 0 && other > 0 && one != other) {
                lines.add(new ProvedChange.Line(aspect().name(), words, one, other));
            }
        });
        return lines;
    }
}
