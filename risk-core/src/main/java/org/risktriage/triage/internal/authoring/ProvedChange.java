package org.risktriage.triage.internal.authoring;

import java.util.List;

/**
 * What a change of a pack does to the level, the criteria and the referral, on one day.
 *
 * @param parts what was walked, part by part; no steps are taken in it
 * @param moves evidence that moves, the shortest of each kind
 * @param lines where a number of yes answers moved
 * @param unproved for which parts there is no proof, and why
 */
public record ProvedChange(List<Proof.Part> parts, List<Move> moves, List<Line> lines, List<String> unproved) {

    /** Which way evidence moves. */
    public enum Way {
        /** The level is lower, a criterion is lost, or a person is no longer in scope. */
        DOWN,
        /** There was a decision, and now there is none. */
        UNDECIDED,
        /** The level is higher, a criterion is gained, or a person is in scope who was not. */
        UP
    }

    /**
     * Evidence that moves.
     *
     * @param what id of a criterion, {@code level} or {@code scope}
     * @param way which way
     * @param shown one case under both packs
     */
    public record Move(String what, Way way, Proof.Counterexample shown) {}

    /**
     * A number of yes answers from which on something comes, whatever else the evidence holds.
     *
     * @param what id of a criterion, or {@code level}
     * @param outcome what comes: {@code met}, or a level
     * @param before from how many under the first pack
     * @param after from how many under the second
     */
    public record Line(String what, String outcome, int before, int after) {}
}
