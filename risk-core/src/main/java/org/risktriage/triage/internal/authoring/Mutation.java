package org.risktriage.triage.internal.authoring;

import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.ServiceTable;

/** How a mutant is made. */
sealed interface Mutation {
    /** What is made. */
    Mutant mutant();

    /**
     * Another value among the parameters.
     *
     * @param mutant what is made
     * @param parameters the changed table
     */
    record ChangedTable(Mutant mutant, ParameterTable parameters) implements Mutation {}

    /**
     * Another status of a service.
     *
     * @param mutant what is made
     * @param services the changed table
     */
    record ChangedServices(Mutant mutant, ServiceTable services) implements Mutation {}

    /**
     * A rule left out.
     *
     * @param mutant what is made
     * @param rule id of the rule
     */
    record DroppedRule(Mutant mutant, String rule) implements Mutation {}

    /**
     * A rule with another text.
     *
     * @param mutant what is made
     * @param rule id of the rule
     * @param text its text, on the lines on which it stands in its file
     */
    record ChangedRule(Mutant mutant, String rule, String text) implements Mutation {}
}
