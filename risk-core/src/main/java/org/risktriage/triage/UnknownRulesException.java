package org.risktriage.triage;

import java.util.List;

/** There is no such area, instrument, rule pack or version here. Names the ones that there are. */
public final class UnknownRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> known;

    /**
     * Creates the exception.
     *
     * @param what what was looked for, in the plural, for example {@code areas}
     * @param known the ids that there are
     */
    public UnknownRulesException(String what, List<String> known) {
        super("Not found. Known " + what + ": " + String.join(", ", known) + ".");
        this.known = List.copyOf(known);
    }

    /**
     * The ids that there are.
     *
     * @return known ids, in order
     */
    public List<String> known() {
        return known;
    }
}
