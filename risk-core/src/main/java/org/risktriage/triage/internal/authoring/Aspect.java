package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Level;
import org.risktriage.triage.internal.engine.StatedRoutes;
import org.risktriage.triage.internal.rules.Statements.Standing;

/** One part of a decision, and what is less of it. */
abstract sealed class Aspect {
    /** The value where no rule says what is needed. */
    static final int UNSTATED = 0;

    /** The part's name in a report. */
    abstract String name();

    /** Whether a rule has a say in it. */
    abstract boolean isStatedBy(CheckedRule rule);

    /** Its value, from what the rules state. */
    abstract int of(StatedRoutes stated);

    /** Whether a value is lower than another; both are stated. */
    abstract boolean falls(int before, int after);

    /** Its values that a number of yes answers may come to, with what they are called; none where they come to none. */
    Map<Integer, String> outcomes() {
        return Map.of();
    }

    /** The rules without which the value would be another, if there is but one of them. */
    abstract Set<String> supports(List<CheckedRule> rules, StatedRoutes stated);

    /** The rules that make a difference: one without which the value would be another, or that gives reasons of its own. */
    Set<String> counting(List<CheckedRule> rules, StatedRoutes stated) {
        Set<String> supports = supports(rules, stated);
        return supports.size() == 1 ? supports : Set.of();
    }

    private static Set<String> stating(List<CheckedRule> rules, StatedRoutes stated, Set<String> verbs, String word) {
        Set<String> stating = new TreeSet<>();
        for (CheckedRule rule : rules) {
            if (stated.fired().contains(rule.id())
                    && rule.statements().stream()
                            .anyMatch(statement -> verbs.contains(statement.verb())
                                    && (word.isEmpty() || statement.word().equals(word)))) {
                stating.add(rule.id());
            }
        }
        return stating;
    }

    /** A criterion. */
    static final class OfCriterion extends Aspect {
        private static final Map<Standing, Set<String>> VERBS = Map.of(
                Standing.MET,
                Set.of("met"),
                Standing.NOT_MET,
                Set.of("notMet", "notAbove"),
                Standing.OUT_OF_SCOPE,
                Set.of("outOfScope"));
        static final int OUT = 1;
        static final int NOT_MET = 2;
        private static final int MET = 3;
        private final String id;

        OfCriterion(String id) {
            this.id = id;
        }

        @Override
        String name() {
            return id;
        }

        @Override
        boolean isStatedBy(CheckedRule rule) {
            return rule.statements().stream()
                    .anyMatch(statement -> statement.word().equals(id)
                            && VERBS.values().stream().anyMatch(verbs -> verbs.contains(statement.verb())));
        }

        @Override
        int of(StatedRoutes stated) {
            Standing standing = stated.criteria().get(id);
            return standing == null
                    ? UNSTATED
                    : switch (standing) {
                        case MET -> MET;
                        case NOT_MET -> NOT_MET;
                        case OUT_OF_SCOPE -> OUT;
                    };
        }

        @Override
        boolean falls(int before, int after) {
            return before == MET && after != MET;
        }

        @Override
        Map<Integer, String> outcomes() {
            return Map.of(MET, "met");
        }

        @Override
        Set<String> supports(List<CheckedRule> rules, StatedRoutes stated) {
            Standing standing = stated.criteria().get(id);
            return standing == null ? Set.of() : stating(rules, stated, VERBS.getOrDefault(standing, Set.of()), id);
        }

        @Override
        Set<String> counting(List<CheckedRule> rules, StatedRoutes stated) {
            // Each rule that says what is not met gives its own distance and its own words.
            return stated.criteria().get(id) == Standing.NOT_MET
                    ? supports(rules, stated)
                    : super.counting(rules, stated);
        }
    }

    /** Whether the instrument and the MARAC are for this person. */
    static final class OfScope extends Aspect {
        @Override
        String name() {
            return "scope";
        }

        @Override
        boolean isStatedBy(CheckedRule rule) {
            return rule.statements().stream()
                    .anyMatch(statement -> statement.verb().equals("outOfScope"));
        }

        @Override
        int of(StatedRoutes stated) {
            return stated.excluded() ? 1 : 2;
        }

        @Override
        boolean falls(int before, int after) {
            return after < before;
        }

        @Override
        Set<String> supports(List<CheckedRule> rules, StatedRoutes stated) {
            return stating(rules, stated, Set.of("outOfScope"), "");
        }
    }

    /**
     * The level that the bands give; or the level that the bands and some criteria give, for a criterion that is met makes it
     * high whatever the bands say.
     */
    static final class OfLevel extends Aspect {
        private static final int NONE = 1;
        private static final int LOWEST = 2;
        private final Set<String> criteria;

        /**
         * The level.
         *
         * @param criteria ids of criteria that are looked at too; none for the bands alone
         */
        OfLevel(Set<String> criteria) {
            this.criteria = Set.copyOf(criteria);
        }

        @Override
        String name() {
            return "level";
        }

        @Override
        boolean isStatedBy(CheckedRule rule) {
            return rule.statements().stream()
                    .anyMatch(statement -> statement.verb().equals("level")
                            || statement.verb().equals("noLevel")
                            || criteria.contains(statement.word()));
        }

        @Override
        int of(StatedRoutes stated) {
            if (criteria.stream().anyMatch(id -> stated.criteria().get(id) == Standing.MET)) {
                return LOWEST + List.of(Level.values()).indexOf(Level.HIGH);
            }
            if (!criteria.isEmpty() && stated.excluded()) {
                return NONE;
            }
            Level highest = highest(stated);
            if (highest == null) {
                return stated.noLevel() ? NONE : UNSTATED;
            }
            return LOWEST + List.of(Level.values()).indexOf(highest);
        }

        @Override
        Map<Integer, String> outcomes() {
            Map<Integer, String> outcomes = new TreeMap<>();
            for (Level level : Level.values()) {
                outcomes.put(LOWEST + List.of(Level.values()).indexOf(level), level.code());
            }
            return outcomes;
        }

        private static @Nullable Level highest(StatedRoutes stated) {
            Level highest = null;
            for (Level level : stated.levels()) {
                highest = highest == null ? level : highest.orHigher(level);
            }
            return highest;
        }

        @Override
        boolean falls(int before, int after) {
            return after < before;
        }

        @Override
        Set<String> supports(List<CheckedRule> rules, StatedRoutes stated) {
            Level highest = highest(stated);
            return highest == null
                    ? stating(rules, stated, Set.of("noLevel"), "")
                    : stating(rules, stated, Set.of("level"), highest.code());
        }
    }
}
