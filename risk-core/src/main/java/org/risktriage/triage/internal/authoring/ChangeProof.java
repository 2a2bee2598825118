package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.authoring.JointWalk.Side;
import org.risktriage.triage.internal.engine.LoadedPack;

/**
 * Proves which way a change of a pack can move a case: down, up, or not at all.
 *
 * <p>It is a proof by cases, like {@link MonotonicityProof}: all evidence falls into finitely many kinds that the rules of
 * neither pack can tell apart, and each kind is decided by the compiled rules of both. Part by part, for a decision is put
 * together from parts of which less is never more of the whole.
 *
 * <p>What the argument does not cover is named. It counts as a case that moves down, for nobody has shown that none does.
 */
public final class ChangeProof {
    private final LoadedPack before;
    private final LoadedPack after;
    private final LocalDate day;
    private final LongConsumer watch;
    private final Policy beforePolicy;
    private final Policy afterPolicy;
    private final List<CheckedRule> beforeRules;
    private final List<CheckedRule> afterRules;
    private final List<Proof.Part> parts = new ArrayList<>();
    private final List<ProvedChange.Move> moves = new ArrayList<>();
    private final List<ProvedChange.Line> lines = new ArrayList<>();
    private final List<String> unproved = new ArrayList<>();

    private ChangeProof(LoadedPack before, LoadedPack after, LocalDate day, LongConsumer watch) {
        this.before = before;
        this.after = after;
        this.day = day;
        this.watch = watch;
        this.beforePolicy = before.parameters().on(day);
        this.afterPolicy = after.parameters().on(day);
        this.beforeRules = deciding(before);
        this.afterRules = deciding(after);
    }

    /**
     * Proves what a change does on a day.
     *
     * @param before the pack that is replaced
     * @param after the pack that replaces it
     * @param day the day whose values are taken, of both
     * @param watch told how many more states were decided, from several threads
     * @return what moves, and what was not proved
     */
    public static ProvedChange of(LoadedPack before, LoadedPack after, LocalDate day, LongConsumer watch) {
        ChangeProof proof = new ChangeProof(before, after, day, watch);
        proof.run();
        return new ProvedChange(
                List.copyOf(proof.parts),
                List.copyOf(proof.moves),
                List.copyOf(proof.lines),
                List.copyOf(proof.unproved));
    }

    private static List<CheckedRule> deciding(LoadedPack pack) {
        return MonotonicityProof.rules(pack).stream()
                .filter(rule -> rule.decides() && pack.rules().routes().contains(rule.id()))
                .toList();
    }

    private void run() {
        if (!before.instrument().equals(after.instrument())) {
            unproved.add("everything: the two packs score different instruments.");
            return;
        }
        Set<String> criteria = new LinkedHashSet<>(before.criteria());
        criteria.addAll(after.criteria());
        for (String criterion : criteria) {
            Aspect aspect = new Aspect.OfCriterion(criterion);
            try {
                keep(walk(
                        before.criteria().contains(criterion) ? aspect : null,
                        after.criteria().contains(criterion) ? aspect : null));
            } catch (Unprovable e) {
                unproved(aspect, e);
            }
        }
        Aspect scope = new Aspect.OfScope();
        try {
            keep(walk(scope, scope));
        } catch (Unprovable e) {
            unproved(scope, e);
        }
        level();
    }

    private void level() {
        Aspect bands = new Aspect.OfLevel(Set.of());
        try {
            JointWalk alone = walk(bands, bands);
            lines.addAll(alone.lines());
            if (alone.movesNothing()) {
                parts.add(alone.part());
                return;
            }
        } catch (Unprovable e) {
            unproved(bands, e);
            return;
        }
        try {
            // What moves in the bands may stand for nothing where a criterion gives the level.
            JointWalk together = walk(
                    new Aspect.OfLevel(MonotonicityProof.withoutHistories(before, beforeRules)),
                    new Aspect.OfLevel(MonotonicityProof.withoutHistories(after, afterRules)));
            parts.add(together.part());
            moves.addAll(together.moves());
        } catch (Unprovable e) {
            unproved(bands, e);
        }
    }

    private JointWalk walk(@Nullable Aspect one, @Nullable Aspect other) throws Unprovable {
        JointWalk walk = new JointWalk(
                new Side(before, beforePolicy, beforeRules, one),
                new Side(after, afterPolicy, afterRules, other),
                day,
                watch);
        seesTheSameFacts(one == null ? other : one);
        walk.run();
        return walk;
    }

    private void keep(JointWalk walk) {
        parts.add(walk.part());
        moves.addAll(walk.moves());
        lines.addAll(walk.lines());
    }

    /** Some parameters are read before any rule is: they say which facts there are. */
    private void seesTheSameFacts(@Nullable Aspect aspect) throws Unprovable {
        for (LoadedPack.MakesFacts made : LoadedPack.MAKES_FACTS) {
            boolean reads = beforeRules.stream()
                            .anyMatch(rule -> aspect != null && aspect.isStatedBy(rule) && reads(rule, made.type()))
                    || afterRules.stream()
                            .anyMatch(rule -> aspect != null && aspect.isStatedBy(rule) && reads(rule, made.type()));
            if (reads && !text(beforePolicy, made.key()).equals(text(afterPolicy, made.key()))) {
                throw new Unprovable(
                        made.key() + " says which facts there are, so that the evidence itself is another.");
            }
        }
    }

    private static boolean reads(CheckedRule rule, String type) {
        return rule.parts().stream().anyMatch(part -> part.type().equals(type));
    }

    private static String text(Policy policy, String key) {
        return policy.keys().contains(key) ? policy.text(key) : "";
    }

    private void unproved(Aspect aspect, Unprovable why) {
        // What both packs ask and say in the same words, with the same values, moves nothing; nobody need walk it.
        boolean same = stating(aspect, beforeRules, beforePolicy).equals(stating(aspect, afterRules, afterPolicy));
        try {
            seesTheSameFacts(aspect);
            if (same) {
                parts.add(new Proof.Part(aspect.name(), 0, 0));
                return;
            }
        } catch (Unprovable e) {
            // Said below, by what was found first.
        }
        unproved.add(aspect.name() + ": " + why.getMessage());
    }

    private static List<List<Object>> stating(Aspect aspect, List<CheckedRule> rules, Policy policy) {
        return Settled.under(rules.stream().filter(aspect::isStatedBy).toList(), policy).stream()
                .map(rule -> List.<Object>of(rule.id(), rule.parts(), rule.consequence()))
                .toList();
    }
}
