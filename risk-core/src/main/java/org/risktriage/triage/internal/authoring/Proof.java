package org.risktriage.triage.internal.authoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a proof about the rules that decide, under one version of a pack.
 *
 * @param parts what was proved, part by part
 * @param refuted counterexamples: evidence that lowers something
 * @param unstated evidence on which no rule says what a decision needs
 * @param overlapping evidence that two bands claim
 * @param unproved for which parts there is no proof, and why
 * @param rules what was seen of each rule that decides
 */
public record Proof(
        List<Part> parts,
        List<Counterexample> refuted,
        List<Counterexample> unstated,
        List<Counterexample> overlapping,
        List<String> unproved,
        Map<String, Seen> rules) {

    /**
     * One part of a decision.
     *
     * @param what id of a criterion, {@code level} or {@code scope}
     * @param states how many kinds of evidence its rules can tell apart
     * @param steps how many ways of adding evidence to one of them were looked at
     */
    public record Part(String what, long states, long steps) {}

    /**
     * Two short cases beside each other, or one where {@code after} is null.
     *
     * @param what id of a criterion, {@code level} or {@code scope}
     * @param added what is added to the first to make the second; empty where there is one alone
     * @param before the first
     * @param after the second; null where there is one alone
     * @param confirmed whether a decision on the cases shows it too
     */
    public record Counterexample(
            String what,
            String added,
            Case before,
            @Nullable Case after,
            boolean confirmed) {}

    /**
     * One case.
     *
     * @param given what is given, line by line as a case file has it
     * @param comes what comes of it, line by line
     */
    public record Case(List<String> given, List<String> comes) {}

    /**
     * What was seen of a rule over all evidence.
     *
     * @param fires whether it ever fires
     * @param counts whether it ever makes a difference: on some evidence no other rule says what it says, or more
     * @param contradicts rules that fire on the same evidence exactly and say the opposite
     */
    public record Seen(boolean fires, boolean counts, Set<String> contradicts) {}

    /**
     * How many states there are in all.
     *
     * @return the sum over all parts
     */
    public long states() {
        return parts.stream().mapToLong(Part::states).sum();
    }

    /**
     * How many steps there are in all.
     *
     * @return the sum over all parts
     */
    public long steps() {
        return parts.stream().mapToLong(Part::steps).sum();
    }
}
