package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.risktriage.rules.Policy;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackFaults;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * Proves that more evidence never lowers a decision: no yes, no incident, no referral and no judgement takes a level down,
 * leaves a criterion unmet that was met, or takes a referral away.
 *
 * <p>It is a proof by cases. Rules see evidence through their conditions alone, so all assessments fall into finitely many
 * kinds that the rules of a pack cannot tell apart ({@link SpaceOfRules}). Each kind is decided by the compiled rules
 * themselves, and compared with every kind that one more piece of evidence can make of it. A piece of evidence that changes
 * several facts is taken apart into steps that change one each: if no step lowers anything, no chain of steps does.
 *
 * <p>A decision is put together from parts: each criterion, the level that the bands give, and whether the instrument is for
 * this person. More of any part never makes less of the whole (a test walks every combination), so each part is proved by
 * itself, over what its own rules can tell apart. Where bands go down or leave something out, they are taken together with
 * the criteria that look at no history, for one of those may give the level there.
 *
 * <p>What the argument does not cover it refuses: rules of another shape are named as not proved.
 */
public final class MonotonicityProof {
    private static final String REMOVED = "A version of a pack has rules of its own or of those below it.";

    private final LoadedPack pack;
    private final List<CheckedRule> deciding;
    private final LongConsumer watch;
    private final Map<String, Proof.Part> parts = new LinkedHashMap<>();
    private final List<Proof.Counterexample> refuted = new ArrayList<>();
    private final List<Proof.Counterexample> unstated = new ArrayList<>();
    private final List<Proof.Counterexample> overlapping = new ArrayList<>();
    private final Set<String> unproved = new LinkedHashSet<>();
    private final Map<String, Proof.Seen> seen = new TreeMap<>();

    private MonotonicityProof(LoadedPack pack, List<CheckedRule> rules, LongConsumer watch) {
        this.pack = pack;
        this.watch = watch;
        this.deciding = rules.stream()
                .filter(rule -> rule.decides() && pack.rules().routes().contains(rule.id()))
                .toList();
    }

    /**
     * Proves one version of a pack, over each version of what it extends and under each set of values that it has.
     *
     * @param spans that version over each version of what it extends
     * @param watch told how many more states were decided, from several threads
     * @return what was proved, and what was not
     */
    public static Proof of(List<LoadedPack> spans, LongConsumer watch) {
        Proof all = new Proof(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
        Set<Map<String, Object>> known = new HashSet<>();
        for (LoadedPack span : spans) {
            for (LocalDate day : days(span)) {
                if (known.add(decidedBy(span, span.parameters().on(day)))) {
                    all = both(all, of(span, rules(span), day, watch));
                }
            }
        }
        return all;
    }

    /** Proves rules under the values of one day. */
    static Proof of(LoadedPack pack, List<CheckedRule> rules, LocalDate day, LongConsumer watch) {
        MonotonicityProof proof = new MonotonicityProof(pack, rules, watch);
        proof.run(day);
        return new Proof(
                List.copyOf(proof.parts.values()),
                List.copyOf(proof.refuted),
                List.copyOf(proof.unstated),
                List.copyOf(proof.overlapping),
                List.copyOf(proof.unproved),
                proof.seen);
    }

    /** The rules of a pack and of all that it extends, as the profile lets them through. */
    static List<CheckedRule> rules(LoadedPack pack) {
        List<CheckedRule> rules = new ArrayList<>();
        for (WrittenPack layer = pack.written(); layer != null; layer = layer.base()) {
            PackFaults faults = new PackFaults();
            rules.addAll(0, CompileBundledPacks.check(layer, faults));
            faults.refuseIfAny(REMOVED);
        }
        rules.removeIf(rule -> pack.off().contains(rule.id()));
        return rules;
    }

    /** The first day on which a pack is in force, and each later one on which a value changes. */
    private static List<LocalDate> days(LoadedPack pack) {
        List<LocalDate> days = new ArrayList<>(List.of(pack.written().from()));
        pack.parameters().changesAfter(pack.written().from()).stream()
                .filter(pack.written()::inForceOn)
                .forEach(days::add);
        return days;
    }

    /** What decides: the rules, and the values that they read. */
    private static Map<String, Object> decidedBy(LoadedPack pack, Policy policy) {
        Map<String, Object> decidedBy = new HashMap<>();
        pack.rules().readByRoutes().forEach(key -> decidedBy.put(key, policy.text(key)));
        decidedBy.put("", pack.rules().routes());
        return decidedBy;
    }

    private static Proof both(Proof one, Proof other) {
        Map<String, Proof.Seen> rules = new TreeMap<>(one.rules());
        other.rules()
                .forEach((id, more) -> rules.merge(
                        id,
                        more,
                        (before, after) -> new Proof.Seen(
                                before.fires() || after.fires(),
                                before.counts() || after.counts(),
                                common(before.contradicts(), after.contradicts()))));
        return new Proof(
                joined(one.parts(), other.parts()),
                others(one.refuted(), other.refuted()),
                others(one.unstated(), other.unstated()),
                others(one.overlapping(), other.overlapping()),
                joined(one.unproved(), other.unproved()),
                rules);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }

    /** What other values or another base show the same of is shown once. */
    private static List<Proof.Counterexample> others(List<Proof.Counterexample> one, List<Proof.Counterexample> more) {
        List<Proof.Counterexample> all = new ArrayList<>(one);
        for (Proof.Counterexample other : more) {
            if (all.stream()
                    .noneMatch(known ->
                            known.what().equals(other.what()) && known.added().equals(other.added()))) {
                all.add(other);
            }
        }
        return List.copyOf(all);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        Set<T> joined = new LinkedHashSet<>(one);
        joined.addAll(other);
        return List.copyOf(joined);
    }

    private void run(LocalDate day) {
        for (String criterion : pack.criteria()) {
            prove(new Aspect.OfCriterion(criterion), day);
        }
        prove(new Aspect.OfScope(), day);
        prove(new Aspect.OfLevel(Set.of()), day);
    }

    private void prove(Aspect aspect, LocalDate day) {
        List<CheckedRule> rules = deciding.stream().filter(aspect::isStatedBy).toList();
        try {
            Walk walk = new Walk(pack, rules, aspect, day, watch);
            walk.run();
            boolean alone = !(aspect instanceof Aspect.OfLevel) || walk.isClean();
            if (!alone) {
                // What the bands leave out or take back may stand for nothing where a criterion gives the level.
                Aspect whole = new Aspect.OfLevel(withoutHistories(pack, deciding));
                Walk together = new Walk(
                        pack, deciding.stream().filter(whole::isStatedBy).toList(), whole, day, watch);
                together.run();
                keep(together);
            } else {
                keep(walk);
            }
            if (aspect instanceof Aspect.OfLevel) {
                overlapping.addAll(walk.overlapping());
            }
            walk.seen()
                    .forEach((rule, one) -> seen.merge(
                            rule,
                            one,
                            (before, after) -> new Proof.Seen(
                                    before.fires() || after.fires(),
                                    before.counts() || after.counts(),
                                    common(before.contradicts(), after.contradicts()))));
        } catch (Unprovable e) {
            unproved.add(aspect.name() + ": " + e.getMessage());
        }
    }

    /** The criteria that look at no history: they can be taken together with bands, whatever else a history brings. */
    static Set<String> withoutHistories(LoadedPack pack, List<CheckedRule> deciding) {
        Set<String> criteria = new TreeSet<>(pack.criteria());
        for (CheckedRule rule : deciding) {
            if (rule.parts().stream().anyMatch(part -> part.how() != Part.How.ONE)) {
                rule.statements().forEach(statement -> criteria.remove(statement.word()));
            }
        }
        return criteria;
    }

    private void keep(Walk walk) {
        parts.put(walk.part().what(), walk.part());
        refuted.addAll(walk.refuted());
        unstated.addAll(walk.unstated());
    }
}
