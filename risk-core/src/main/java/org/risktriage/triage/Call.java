package org.risktriage.triage;

import java.util.List;

/**
 * The contact in which the questions are being put.
 *
 * @param ended whether it is over
 * @param asked ids of questions about safety that were put and got no answer; they are not put first again
 */
public record Call(boolean ended, List<String> asked) {
    /** A contact that goes on, in which every question about safety can still be put. */
    public static final Call GOING_ON = new Call(false, List.of());

    /** A contact that is over. */
    public static final Call ENDED = new Call(true, List.of());

    /** Keeps a copy. */
    public Call {
        asked = List.copyOf(asked);
    }

    @Override
    public String toString() {
        return "Call[values withheld]";
    }
}
