package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.risktriage.triage.Instrument;

/**
 * Everything that some rules can tell apart, as states: one for each way of choosing a value in each dimension. Two
 * assessments of one state are the same to those rules.
 */
final class ProofSpace {
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /**
     * Something that rules look at.
     *
     * @param name what it is
     * @param values the values between which they can tell
     */
    record Dimension(String name, List<Value> values) {}

    /**
     * One value of a dimension.
     *
     * @param words the value in words
     * @param into puts it into evidence
     */
    record Value(String words, Consumer<Sketch> into) {}

    /** A state's values, by dimension. */
    interface Rule {
        boolean allows(int[] state);
    }

    /** What one more piece of evidence makes of a state: the states that it may become. */
    interface Steps {
        List<int[]> from(int[] state);
    }

    /**
     * One kind of evidence that may be added.
     *
     * @param kind what is added, in words
     * @param steps what it makes of a state
     */
    record Move(String kind, Steps steps) {}

    /** Adds a dimension and returns its place. */
    int add(Dimension dimension) {
        dimensions.add(dimension);
        return dimensions.size() - 1;
    }

    void add(Move move) {
        moves.add(move);
    }

    /** States that no assessment can have are left out. */
    void only(Rule rule) {
        rules.add(rule);
    }

    /** Adds the move of one dimension from a value to a higher one. */
    void step(String kind, int dimension, int from, int to) {
        add(new Move(kind, state -> state[dimension] == from ? List.of(with(state, dimension, to)) : List.of()));
    }

    static int[] with(int[] state, int dimension, int value) {
        int[] changed = state.clone();
        changed[dimension] = value;
        return changed;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<Move> moves() {
        return moves;
    }

    /** How many states there would be if none were left out. */
    long size() {
        long size = 1;
        for (Dimension dimension : dimensions) {
            size = Math.multiplyExact(size, (long) dimension.values().size());
            if (size > Integer.MAX_VALUE) {
                return size;
            }
        }
        return size;
    }

    int[] state(int number) {
        int[] state = new int[dimensions.size()];
        int left = number;
        for (int i = 0; i < state.length; i++) {
            int values = dimensions.get(i).values().size();
            state[i] = left % values;
            left /= values;
        }
        return state;
    }

    int number(int[] state) {
        int number = 0;
        for (int i = state.length - 1; i >= 0; i--) {
            number = number * dimensions.get(i).values().size() + state[i];
        }
        return number;
    }

    boolean isReachable(int[] state) {
        for (Rule rule : rules) {
            if (!rule.allows(state)) {
                return false;
            }
        }
        return true;
    }

    Sketch sketch(int[] state, Instrument instrument, java.time.LocalDate day) {
        Sketch sketch = new Sketch(instrument, day);
        for (int i = 0; i < state.length; i++) {
            dimensions.get(i).values().get(state[i]).into().accept(sketch);
        }
        return sketch;
    }

    /** A state in words, for where no request shows it. */
    List<String> words(int[] state) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            words.add(dimensions.get(i).name() + ": "
                    + dimensions.get(i).values().get(state[i]).words());
        }
        return words;
    }
}
