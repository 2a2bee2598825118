package org.risktriage.triage.internal.authoring;

import java.util.List;
import org.risktriage.triage.internal.authoring.Vocabulary.Kind;

/** What stands beside the sign of a comparison, or between the brackets of a statement. */
sealed interface Operand {
    /**
     * A word.
     *
     * @param text the word
     */
    record Word(String text) implements Operand {}

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(int value) implements Operand {}

    /**
     * Several words, as a parameter holds them.
     *
     * @param texts the words
     */
    record Words(List<String> texts) implements Operand {}

    /**
     * A parameter of the pack.
     *
     * @param key its key
     * @param kind how it is read
     */
    record Parameter(String key, Kind kind) implements Operand {}

    /**
     * What a variable holds that a fact gave.
     *
     * @param variable its name, with the sign before it
     */
    record Variable(String variable) implements Operand {}
}
