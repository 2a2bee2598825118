package org.risktriage.triage.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.rules.RuleSet;
import org.risktriage.triage.internal.rules.Statements;
import org.risktriage.triage.internal.rules.Statements.CriterionStatement;
import org.risktriage.triage.internal.rules.Statements.LevelStatement;
import org.risktriage.triage.internal.rules.Statements.Origin;
import org.risktriage.triage.internal.rules.Statements.Standing;

/**
 * What the route rules decide on one set of facts.
 *
 * @param standings every criterion of the pack, in its order
 * @param inScope whether the instrument and the meeting are for this person
 * @param level the level; null where there is none
 * @param levelStated the statements that gave it, where no criterion did
 */
record Routes(
        Map<String, Met> standings,
        boolean inScope,
        @Nullable Level level,
        List<LevelStatement> levelStated) {

    /** Orders statements by rule, and those of one rule by their words: never by the order of firing. */
    static final Comparator<Origin> ORDER = (one, other) -> {
        int byRule = Integer.compare(one.rule().order(), other.rule().order());
        return byRule != 0
                ? byRule
                : one.values().toString().compareTo(other.values().toString());
    };

    /**
     * Where one criterion stands.
     *
     * @param met whether it is met
     * @param distance how far it is from being met
     * @param stated the statements that say so
     */
    record Met(boolean met, long distance, List<Origin> stated) {}

    /**
     * Runs the route rules alone.
     *
     * @param pack the rules
     * @param policy the parameters in force
     * @param facts the facts
     * @return what they decide
     * @throws RulesFaultException as for {@link #of}
     */
    static Routes run(LoadedPack pack, Policy policy, Collection<Fact> facts) {
        Statements statements = new Statements(pack.rules()::rule, policy);
        try (RuleSet.Run run = pack.rules().beginRoutes(statements)) {
            run.fire(facts);
        }
        return of(pack.criteria(), statements);
    }

    /**
     * Reads what route rules stated.
     *
     * @param criteria the criteria that must be stated, in order
     * @param statements what was stated
     * @return what they decide
     * @throws RulesFaultException if a criterion or the level is not stated: a missing rule is no answer
     */
    static Routes of(List<String> criteria, Statements statements) {
        Map<String, Met> standings = new LinkedHashMap<>();
        boolean inScope = true;
        boolean anyMet = false;
        for (String criterion : criteria) {
            Met met = standing(criterion, statements.criteria());
            standings.put(criterion, met);
            anyMet |= met.met();
        }
        for (CriterionStatement statement : statements.criteria()) {
            inScope &= statement.standing() != Standing.OUT_OF_SCOPE;
        }
        Level level = anyMet ? Level.HIGH : inScope ? highest(statements.levels()) : null;
        List<LevelStatement> stated = new ArrayList<>(1);
        if (!anyMet) {
            statements.levels().stream()
                    .filter(statement -> statement.level() == level)
                    .sorted(Comparator.comparing(LevelStatement::origin, ORDER))
                    .forEach(stated::add);
        }
        return new Routes(standings, inScope, level, stated);
    }

    private static Met standing(String criterion, List<CriterionStatement> statements) {
        Standing standing = null;
        long distance = Long.MAX_VALUE;
        for (CriterionStatement statement : statements) {
            if (statement.criterion().equals(criterion)) {
                // Out of scope outranks met, and met outranks not met.
                if (standing == null || rank(statement.standing()) > rank(standing)) {
                    standing = statement.standing();
                }
                distance = statement.standing() == Standing.OUT_OF_SCOPE
                        ? distance
                        : Math.min(distance, statement.distance());
            }
        }
        if (standing == null || distance == Long.MAX_VALUE) {
            throw new RulesFaultException("No rule said whether the criterion " + criterion + " is met.");
        }
        List<Origin> stated = new ArrayList<>(1);
        for (CriterionStatement statement : statements) {
            boolean nearest = standing != Standing.NOT_MET || statement.distance() == distance;
            if (statement.criterion().equals(criterion) && statement.standing() == standing && nearest) {
                stated.add(statement.origin());
            }
        }
        if (stated.size() > 1) {
            stated.sort(ORDER);
        }
        return new Met(standing == Standing.MET, distance, stated);
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case NOT_MET -> 0;
            case MET -> 1;
            case OUT_OF_SCOPE -> 2;
        };
    }

    private static @Nullable Level highest(List<LevelStatement> statements) {
        if (statements.isEmpty()) {
            throw new RulesFaultException("No rule stated a level.");
        }
        Level highest = null;
        for (LevelStatement statement : statements) {
            Level level = statement.level();
            if (level != null) {
                highest = highest == null ? level : highest.orHigher(level);
            }
        }
        return highest;
    }

    boolean met(String criterion) {
        Met met = standings.get(criterion);
        return met != null && met.met();
    }

    boolean anyMet() {
        for (Met standing : standings.values()) {
            if (standing.met()) {
                return true;
            }
        }
        return false;
    }

    /** Ids of the criteria that are met. */
    List<String> metCriteria() {
        List<String> met = new ArrayList<>(2);
        standings.forEach((criterion, standing) -> {
            if (standing.met()) {
                met.add(criterion);
            }
        });
        return met;
    }

    /** Whether another evaluation decided the same. */
    boolean sameOutcome(Routes other) {
        return level == other.level && metCriteria().equals(other.metCriteria());
    }
}
