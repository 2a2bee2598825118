package org.risktriage.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters in force on the day of the assessment: the one home of every number, window, comparator and list that
 * differs by area or over time.
 *
 * <p>A rule reads a parameter by its key, for example {@code Policy( $line : number( "visible-high-risk.line" ) )}. A key
 * that is not there is a fault of the pack and stops the evaluation; it never yields a default.
 */
public final class Policy {
    private final Map<String, String> values;
    private final Map<String, Integer> numbers;
    private final Map<String, List<String>> lists;

    /**
     * Creates the fact.
     *
     * @param values every parameter in force, by key
     */
    public Policy(Map<String, String> values) {
        this.values = Map.copyOf(values);
        Map<String, Integer> whole = new HashMap<>();
        values.forEach((key, value) -> {
            if (value.matches("\\d{1,9}")) {
                whole.put(key, Integer.valueOf(value));
            }
        });
        this.numbers = Map.copyOf(whole);
        Map<String, List<String>> words = new HashMap<>();
        values.forEach((key, value) -> words.put(key, List.of(value.split(" ", -1))));
        this.lists = Map.copyOf(words);
    }

    /**
     * The keys of all parameters.
     *
     * @return the keys
     */
    public Set<String> keys() {
        return values.keySet();
    }

    /**
     * A whole number.
     *
     * @param key key of the parameter
     * @return its value, at least 0
     * @throws IllegalStateException if the pack holds no whole number under that key on the day
     */
    public int number(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("The rule pack has no whole number for the parameter '" + key + "'.");
        }
        return number;
    }

    /**
     * A word.
     *
     * @param key key of the parameter
     * @return its value
     * @throws IllegalStateException if the pack holds nothing under that key on the day
     */
    public String text(String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalStateException("The rule pack has no value for the parameter '" + key + "'.");
        }
        return text;
    }

    /**
     * Words separated by spaces.
     *
     * @param key key of the parameter
     * @return its values, in the order written
     * @throws IllegalStateException if the pack holds nothing under that key on the day
     */
    public List<String> list(String key) {
        List<String> list = lists.get(key);
        if (list == null) {
            throw new IllegalStateException("The rule pack has no value for the parameter '" + key + "'.");
        }
        return list;
    }
}
