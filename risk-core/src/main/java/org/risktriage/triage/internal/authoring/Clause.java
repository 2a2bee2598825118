package org.risktriage.triage.internal.authoring;

import java.util.List;

/** One condition on the fields of a fact. */
sealed interface Clause {
    /**
     * Each of several.
     *
     * @param clauses those
     */
    record AllOf(List<Clause> clauses) implements Clause {}

    /**
     * At least one of several.
     *
     * @param clauses those
     */
    record AnyOf(List<Clause> clauses) implements Clause {}

    /**
     * A field compared with something.
     *
     * @param field the field, as the fact names it
     * @param sign one of {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code contains}, {@code memberOf}
     * @param operand what it is compared with
     */
    record Comparison(String field, String sign, Operand operand) implements Clause {}

    /**
     * A parameter compared with a word: what the pack chose, whatever the evidence.
     *
     * @param key its key
     * @param sign {@code ==} or {@code !=}
     * @param word the word
     */
    record Choice(String key, String sign, String word) implements Clause {}
}
