package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.authoring.ChangedRules.Checked;
import org.risktriage.triage.internal.authoring.Mutation.ChangedRule;
import org.risktriage.triage.internal.authoring.Mutation.ChangedServices;
import org.risktriage.triage.internal.authoring.Mutation.ChangedTable;
import org.risktriage.triage.internal.authoring.Mutation.DroppedRule;
import org.risktriage.triage.internal.authoring.MutationReport.Result;
import org.risktriage.triage.internal.authoring.Notice.By;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.rules.CompiledRules;
import org.risktriage.triage.internal.rules.RuleModels;
import org.risktriage.triage.internal.rules.RuleSet;

/**
 * Puts small faults into a rule pack, one at a time, and tells which of them its own worked cases notice: each threshold
 * shifted, each rule dropped, each comparator flipped. A mutant that nobody notices shows a case that is missing.
 *
 * <p>The pack itself is never changed; each mutant is made in memory. A rule is mutated in its author's text, shown to the
 * rule profile, and compiled anew; all other rules stay as they were compiled.
 */
public final class PackMutation {
    private final LoadedPack pack;
    private final ClassLoader loader;
    private final PackMutations mutations;
    private final ChangedRules changedRules;
    private final MutantTrial trial;

    private PackMutation(List<LoadedPack> packs, List<LoadedPack> above, ClassLoader loader) {
        this.pack = packs.get(packs.size() - 1);
        this.loader = loader;
        this.mutations = new PackMutations(pack);
        this.changedRules = new ChangedRules(pack.identity());
        this.trial = new MutantTrial(packs, above);
    }

    /**
     * Prepares the mutants of a pack.
     *
     * @param packs one version of the pack, over each version of what it extends
     * @param above packs that extend it: where none of its own cases notices a mutant, one of theirs may, for some rules
     *     fire under an area's values alone
     * @param loader where its compiled rules are
     * @return its mutants, not yet run
     * @throws RulesFaultException if one of the cases does not hold as it is
     */
    public static PackMutation of(List<LoadedPack> packs, List<LoadedPack> above, ClassLoader loader) {
        return new PackMutation(packs, above, loader);
    }

    /**
     * Prepares the mutants of one of several packs. Cases of the packs that extend it notice them too.
     *
     * @param shelf the packs
     * @param id the pack
     * @param loader where their compiled rules are
     * @return its mutants, not yet run
     * @throws RulesFaultException as for {@link #of(List, List, ClassLoader)}
     */
    public static PackMutation of(PackShelf shelf, PackId id, ClassLoader loader) {
        List<LoadedPack> spans = shelf.version(id.id(), id.version());
        LoadedPack mutated = spans.get(spans.size() - 1);
        List<LoadedPack> above = shelf.all().stream()
                .filter(other -> shelf
                        .version(other.identity().id(), other.identity().version())
                        .stream()
                        .anyMatch(span -> span.extendsPack(mutated)))
                .toList();
        return new PackMutation(spans, above, loader);
    }

    /**
     * Every mutant.
     *
     * @return the mutants: parameters and services in the order of their tables, then rules in the order of their files
     */
    public List<Mutant> mutants() {
        return mutations.all().stream().map(Mutation::mutant).toList();
    }

    /**
     * Runs the worked cases against every mutant, on several processors.
     *
     * @return who noticed which
     */
    public MutationReport run() {
        return run(tried -> {});
    }

    /**
     * Runs the worked cases against every mutant, on several processors.
     *
     * @param watch told how many more mutants were tried, from several threads
     * @return who noticed which
     */
    public MutationReport run(IntConsumer watch) {
        List<Result> done = new ArrayList<>();
        List<Checked> checked = new ArrayList<>();
        List<Supplier<List<Result>>> work = new ArrayList<>();
        for (Mutation mutation : mutations.all()) {
            if (mutation instanceof ChangedTable change) {
                work.add(() -> List.of(result(change)));
            } else if (mutation instanceof ChangedServices change) {
                work.add(() -> List.of(new Result(change.mutant(), trial.of(pack.with(change.services())))));
            } else if (mutation instanceof DroppedRule drop) {
                work.add(() -> List.of(result(drop)));
            } else if (mutation instanceof ChangedRule change) {
                try {
                    checked.add(mutations.check(change));
                } catch (RulesFaultException e) {
                    done.add(new Result(change.mutant(), new Notice(By.PROFILE, words(e))));
                    watch.accept(1);
                }
            }
        }
        // Compiling is for one thread at a time; what else there is to do is done beside it.
        Stream<Supplier<List<Result>>> batches =
                ChangedRules.batches(checked).stream().map(batch -> () -> results(batch));
        Stream.concat(batches, work.stream())
                .parallel()
                .map(Supplier::get)
                .peek(results -> watch.accept(results.size()))
                .toList()
                .forEach(done::addAll);
        return report(done);
    }

    private MutationReport report(List<Result> done) {
        Map<Mutant, Result> byMutant = new HashMap<>();
        done.forEach(result -> byMutant.put(result.mutant(), result));
        List<Result> ordered = new ArrayList<>();
        for (Mutant mutant : mutants()) {
            Result result = byMutant.get(mutant);
            if (result == null) {
                throw new IllegalStateException("Every mutant is run.");
            }
            ordered.add(result);
        }
        return new MutationReport(pack.identity().id() + " " + pack.identity().version(), List.copyOf(ordered));
    }

    private Result result(ChangedTable change) {
        return new Result(change.mutant(), trial.of(pack.with(change.parameters(), pack.rules())));
    }

    private Result result(DroppedRule drop) {
        int count = pack.written().manifest().rules() - 1;
        return new Result(drop.mutant(), run(drop.rule(), asCompiled().without(drop.rule()), count));
    }

    private List<Result> results(List<Checked> batch) {
        Map<Checked, RuleModels> compiled = changedRules.compile(batch);
        List<Result> results = new ArrayList<>();
        for (Checked change : batch) {
            results.add(new Result(change.change().mutant(), notice(change.change(), compiled.get(change))));
        }
        return results;
    }

    private Notice notice(ChangedRule change, @Nullable RuleModels changed) {
        return changed == null
                ? new Notice(By.LOADING, "The rule does not compile.")
                : run(
                        change.rule(),
                        asCompiled().with(change.rule(), changed),
                        pack.written().manifest().rules());
    }

    private Notice run(String rule, RuleModels models, int count) {
        CompiledRules rules;
        try {
            rules = CompiledRules.of(
                    models, pack.identity().id() + " " + pack.identity().version(), count);
        } catch (RulesFaultException e) {
            return new Notice(By.LOADING, words(e));
        }
        return trial.of(pack.with(pack.parameters(), withOwn(rules)), rule);
    }

    /** The pack's own rules, read again: what the engine is given may not be given to it twice. */
    private RuleModels asCompiled() {
        return RuleModels.load(
                loader,
                pack.identity().id(),
                pack.identity().version(),
                pack.identity().sha256());
    }

    /** The rules that apply, with others in the place of those that the pack brings itself. */
    private RuleSet withOwn(CompiledRules own) {
        List<CompiledRules> layers = new ArrayList<>(pack.rules().layers());
        layers.set(layers.size() - 1, own);
        return RuleSet.of(layers, pack.off());
    }

    private static String words(RulesFaultException e) {
        return String.valueOf(e.getMessage());
    }
}
