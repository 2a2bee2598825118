package org.risktriage.service.statistics;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted in some stretch of time. A name that is not there counts nothing.
 *
 * @param byName how many, by the name of what was counted
 */
record Counts(Map<String, Integer> byName) {
    static final Counts NONE = new Counts(Map.of());

    Counts {
        byName = Map.copyOf(byName);
    }

    int of(String name) {
        return byName.getOrDefault(name, 0);
    }

    /** Both together. */
    Counts plus(Counts other) {
        Map<String, Integer> sum = new TreeMap<>(byName);
        other.byName.forEach((name, count) -> sum.merge(name, count, Integer::sum));
        return new Counts(sum);
    }
}
