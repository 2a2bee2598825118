package org.risktriage.triage.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.risktriage.rules.Fact;
import org.risktriage.triage.RulesFaultException;

/**
 * The rules that apply under one pack: those of the pack that it extends, less those that are switched off, and its own.
 * Each layer stays as it was compiled, so that many areas share the rules of one base. Safe for use by many threads.
 */
public final class RuleSet {
    private static final int MOST_FIRINGS = 100_000;

    private final List<CompiledRules> layers;
    /** The layers in which a rule decides: a session of no rules would cost as much as one of many. */
    private final List<CompiledRules> deciding;

    private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
    private final @Nullable AgendaFilter on;
    private final Set<String> itemsNamedByRoutes = new TreeSet<>();
    private final Set<String> readByRoutes = new TreeSet<>();
    private final Set<String> routes = new TreeSet<>();
    private final Set<String> itemsNamedByAdvice = new TreeSet<>();
    private boolean routesAskForCrimes;

    private RuleSet(List<CompiledRules> layers, Set<String> off) {
        this.layers = List.copyOf(layers);
        this.deciding = layers.stream()
                .filter(layer -> layer.all().stream().anyMatch(RuleInfo::decides))
                .toList();
        int places = 0;
        for (CompiledRules layer : layers) {
            for (RuleInfo rule : layer.all()) {
                if (rules.containsKey(rule.id())) {
                    throw new RulesFaultException("There are two rules " + rule.id() + ".");
                }
                if (!off.contains(rule.id())) {
                    rules.put(rule.id(), rule.after(places));
                }
            }
            places += layer.all().size();
        }
        this.on = off.isEmpty() ? null : match -> !off.contains(match.getRule().getName());
        for (RuleInfo rule : rules.values()) {
            if (rule.decides()) {
                routes.add(rule.id());
                itemsNamedByRoutes.addAll(rule.items());
                readByRoutes.addAll(rule.reads());
                routesAskForCrimes |= rule.crimes();
            } else {
                itemsNamedByAdvice.addAll(rule.items());
            }
        }
    }

    /**
     * Rules that apply together.
     *
     * @param layers the rules of each pack, those of the base first
     * @param off ids of rules that do not apply
     * @return the rules
     * @throws RulesFaultException if two have the same id
     */
    public static RuleSet of(List<CompiledRules> layers, Set<String> off) {
        return new RuleSet(layers, Set.copyOf(off));
    }

    /**
     * The rules as each pack brings them.
     *
     * @return the layers, those of the base first
     */
    public List<CompiledRules> layers() {
        return layers;
    }

    /**
     * Begins a run of the rules that decide, alone.
     *
     * @param statements where the rules state what they find
     * @return the run, to be closed
     */
    public Run beginRoutes(Statements statements) {
        return new Run(deciding, CompiledRules::routes, statements);
    }

    /**
     * Begins a run of all rules.
     *
     * @param statements where the rules state what they find
     * @return the run, to be closed
     */
    public Run beginAll(Statements statements) {
        return new Run(layers, CompiledRules::whole, statements);
    }

    /** One run of rules on one set of facts. For one thread. */
    public final class Run implements AutoCloseable {
        private final List<KieSession> sessions;

        private Run(List<CompiledRules> running, Function<CompiledRules, KieSession> session, Statements statements) {
            sessions = new ArrayList<>(running.size());
            for (CompiledRules layer : running) {
                KieSession begun = session.apply(layer);
                begun.setGlobal("findings", statements);
                sessions.add(begun);
            }
        }

        /**
         * Adds facts and lets the rules state what they find.
         *
         * @param facts the facts
         */
        public void fire(Collection<? extends Fact> facts) {
            for (KieSession session : sessions) {
                for (Fact fact : facts) {
                    session.insert(fact);
                }
                int fired = on == null ? session.fireAllRules(MOST_FIRINGS) : session.fireAllRules(on, MOST_FIRINGS);
                if (fired >= MOST_FIRINGS) {
                    throw new RulesFaultException("The rules did not come to an end.");
                }
            }
        }

        @Override
        public void close() {
            sessions.forEach(KieSession::dispose);
        }
    }

    /**
     * What a rule says of itself.
     *
     * @param id id of the rule
     * @return the rule
     * @throws RulesFaultException if there is no such rule
     */
    public RuleInfo rule(String id) {
        RuleInfo rule = rules.get(id);
        if (rule == null) {
            throw new RulesFaultException("There is no rule " + id + ".");
        }
        return rule;
    }

    /**
     * Every rule that applies.
     *
     * @return the rules, those of the base first, in the order of their packs
     */
    public List<RuleInfo> all() {
        return rules.values().stream()
                .sorted(Comparator.comparingInt(RuleInfo::order))
                .toList();
    }

    /**
     * The rules that decide.
     *
     * @return their ids
     */
    public Set<String> routes() {
        return routes;
    }

    /**
     * The items that route rules name. All others count alike: only how many are yes matters to the level and the
     * criteria.
     *
     * @return ids of items
     */
    public Set<String> itemsNamedByRoutes() {
        return itemsNamedByRoutes;
    }

    /**
     * The items that rules which advise name: an answer to one of them could bring a prompt, a warning or an action.
     *
     * @return ids of items
     */
    public Set<String> itemsNamedByAdvice() {
        return itemsNamedByAdvice;
    }

    /**
     * The parameters that route rules read: where two packs agree in these and in their route rules, they decide alike.
     *
     * @return keys of parameters
     */
    public Set<String> readByRoutes() {
        return readByRoutes;
    }

    /**
     * Whether a route rule asks if an incident was a crime: then it matters where that is not known.
     *
     * @return true if so
     */
    public boolean routesAskForCrimes() {
        return routesAskForCrimes;
    }
}
