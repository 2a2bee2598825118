package org.risktriage.triage.internal.authoring;

/**
 * A rule pack with one small fault put in on purpose. If no worked case notices it, a real fault of that kind would go
 * unnoticed too.
 *
 * @param id what was changed, in words; each mutant of a pack has its own, and the same one on every run
 * @param kind what kind of change it is
 * @param file path of the file that was changed, within the pack
 * @param line number of the line, from 1
 */
public record Mutant(String id, Kind kind, String file, int line) {

    /** What kind of change a mutant is. */
    public enum Kind {
        /** A number among the parameters, one more or one less. */
        THRESHOLD("thresholds shifted"),
        /** A list among the parameters: an entry left out, or the first two exchanged. */
        LIST("lists changed"),
        /** A word among the parameters turned into each other one that is allowed there. */
        CHOICE("choices changed"),
        /** A service that takes nobody, or one that takes people although it is to come. */
        SERVICE("services changed"),
        /** A rule left out. */
        RULE("rules dropped"),
        /** A comparison, an "or", a {@code not} or an {@code exists} turned into another. */
        COMPARATOR("comparators flipped"),
        /** A number in a rule, one more or one less. */
        NUMBER("numbers shifted"),
        /** A word in a rule turned into another that is allowed there. */
        WORD("words exchanged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind in words.
         *
         * @return the words, for a list
         */
        public String words() {
            return words;
        }
    }
}
