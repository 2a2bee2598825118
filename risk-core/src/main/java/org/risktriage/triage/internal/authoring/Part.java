package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a rule's conditions: a fact type with what has to hold for it.
 *
 * @param how how many facts of the type are looked for
 * @param type the fact type
 * @param clauses what has to hold for the fact, all of it
 * @param bindings fields by the variables that they are bound to
 * @param count what the count is compared with; null where nothing is counted
 */
record Part(
        How how,
        String type,
        List<Clause> clauses,
        Map<String, String> bindings,
        @Nullable Count count) {

    /** How many facts are looked for. */
    enum How {
        /** The one that every assessment has. */
        ONE,
        /** Each of several in turn. */
        EACH,
        /** Whether there is any. */
        EXISTS,
        /** Whether there is none. */
        NONE,
        /** As many as there are. */
        COUNT
    }

    /**
     * A count and its line.
     *
     * @param variable the variable that holds the count
     * @param sign how it is compared
     * @param line with what
     */
    record Count(String variable, String sign, Operand line) {}
}
