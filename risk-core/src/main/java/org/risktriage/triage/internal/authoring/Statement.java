package org.risktriage.triage.internal.authoring;

import java.util.List;

/**
 * One statement of a rule.
 *
 * @param verb the verb
 * @param operands what stands between its brackets
 */
record Statement(String verb, List<Operand> operands) {
    /** The first word, or nothing where the statement has none. */
    String word() {
        return !operands.isEmpty() && operands.get(0) instanceof Operand.Word word ? word.text() : "";
    }
}
