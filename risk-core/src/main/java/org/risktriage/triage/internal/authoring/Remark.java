package org.risktriage.triage.internal.authoring;

/**
 * Advice on a pack with which nothing is wrong.
 *
 * @param kind what kind of advice it is
 * @param file path of the file, from the folder that holds all packs
 * @param line number of the line, from 1; 0 where it is about the whole file
 * @param where the rule, the parameter or the case
 * @param message what there is to say
 */
public record Remark(Kind kind, String file, int line, String where, String message) {

    /** Kinds of advice. */
    public enum Kind {
        /** A line without a case one below it, on it and one above it. */
        LINE_WITHOUT_CASES,
        /** A rule that fires in no case, or in every one. */
        RULE_WITHOUT_CASES,
        /** A reason that rests on nothing that was published, though it says so. */
        NO_SOURCE,
        /** The day of review has passed. */
        REVIEW_PASSED,
        /** Evidence on which no rule says what is needed. */
        GAP,
        /** Two bands that claim one count. */
        OVERLAP,
        /** A rule that can never fire. */
        NEVER_FIRES,
        /** A rule that never makes a difference. */
        NEVER_COUNTS,
        /** A value that is the same as that of the base. */
        SAME_AS_BASE,
        /** Two rules that say the opposite of each other on the same evidence. */
        CONTRADICTION,
        /** A case that does not test what its name says. */
        NAME_OF_CASE
    }
}
