package org.risktriage.service.batch;

/**
 * The last line of a batch. Where it is missing, the batch was broken off.
 *
 * @param summary what came of the batch
 */
public record BatchSummary(Counts summary) {
    /**
     * What came of a batch.
     *
     * @param lines how many lines there were
     * @param decided how many were decided
     * @param refused how many were refused, because something was wrong with them
     * @param failed how many could not be decided through no fault of theirs
     */
    public record Counts(long lines, long decided, long refused, long failed) {}
}
