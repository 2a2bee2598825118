package org.risktriage.triage.internal.authoring;

/**
 * Who noticed a mutant.
 *
 * @param by what kind of notice it is
 * @param what the worked case with its first difference, or the words of the refusal; empty where nobody noticed
 */
public record Notice(By by, String what) {
    /** Nobody noticed. */
    static final Notice NOBODY = new Notice(By.NOBODY, "");

    /** Kinds of notice. */
    public enum By {
        /** A worked case came out differently. */
        CASE("noticed by a case"),
        /** A worked case could not be decided. */
        UNDECIDED_CASE("by a case left undecided"),
        /** The rule profile refuses the rule, so that the pack could not be compiled. */
        PROFILE("refused by the profile"),
        /** The pack does not compile, or cannot be loaded. */
        LOADING("refused on loading"),
        /** Every worked case came out as before. */
        NOBODY("noticed by nobody");

        private final String words;

        By(String words) {
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
