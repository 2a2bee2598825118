package org.risktriage.triage.internal.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.rules.RuleSet;
import org.risktriage.triage.internal.rules.Statements;
import org.risktriage.triage.internal.rules.Statements.CriterionStatement;
import org.risktriage.triage.internal.rules.Statements.LevelStatement;
import org.risktriage.triage.internal.rules.Statements.Standing;

/**
 * What the rules that decide state on some facts, for the tools of the author: part by part, also where something is missing
 * that a decision could not do without.
 *
 * @param criteria the highest standing of each criterion that a rule stated
 * @param excluded whether a rule says that the instrument or the MARAC is not for this person
 * @param levels the levels stated; a rule that states that there is none is in {@code noLevel}
 * @param noLevel whether a rule states that the answers give no level
 * @param fired ids of the rules that fired
 */
public record StatedRoutes(
        Map<String, Standing> criteria, boolean excluded, Set<Level> levels, boolean noLevel, Set<String> fired) {

    /**
     * Runs the rules that decide.
     *
     * @param pack the rules
     * @param policy the parameters in force
     * @param facts the facts
     * @return what they state
     */
    public static StatedRoutes on(LoadedPack pack, Policy policy, Collection<? extends Fact> facts) {
        Statements statements = new Statements(pack.rules()::rule, policy);
        try (RuleSet.Run run = pack.rules().beginRoutes(statements)) {
            run.fire(facts);
        }
        Map<String, Standing> criteria = new TreeMap<>();
        boolean excluded = false;
        for (CriterionStatement statement : statements.criteria()) {
            excluded |= statement.standing() == Standing.OUT_OF_SCOPE;
            criteria.merge(statement.criterion(), statement.standing(), StatedRoutes::higher);
        }
        Set<Level> levels = new TreeSet<>();
        boolean noLevel = false;
        for (LevelStatement statement : statements.levels()) {
            Level level = statement.level();
            if (level == null) {
                noLevel = true;
            } else {
                levels.add(level);
            }
        }
        Set<String> fired = new TreeSet<>();
        statements.fired().forEach(origin -> fired.add(origin.rule().id()));
        return new StatedRoutes(criteria, excluded, levels, noLevel, fired);
    }

    /** Out of scope outranks met, and met outranks not met. */
    private static Standing higher(Standing one, Standing other) {
        if (one == Standing.OUT_OF_SCOPE || other == Standing.OUT_OF_SCOPE) {
            return Standing.OUT_OF_SCOPE;
        }
        return one == Standing.MET || other == Standing.MET ? Standing.MET : Standing.NOT_MET;
    }

    /**
     * What a decision would be made of.
     *
     * @param level the level before it is looked at whether anything was answered; null where there is none
     * @param inScope whether the instrument and the MARAC are for this person
     * @param met the criteria that are met
     */
    public record Together(@Nullable Level level, boolean inScope, Set<String> met) {}

    /**
     * Puts together what the rules state, as a decision does.
     *
     * @param pack the rules
     * @param policy the parameters in force
     * @param facts the facts
     * @return the outcome, or null where there could be no decision
     */
    public static @Nullable Together together(LoadedPack pack, Policy policy, Collection<Fact> facts) {
        try {
            Routes routes = Routes.run(pack, policy, facts);
            return new Together(routes.level(), routes.inScope(), Set.copyOf(routes.metCriteria()));
        } catch (RulesFaultException e) {
            return null;
        }
    }
}
