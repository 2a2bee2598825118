package org.risktriage.triage;

import java.util.List;

/**
 * Whether the rule packs keep their own worked cases, here and now.
 *
 * @param cases how many were run
 * @param failures what came out differently, one line each; empty if all hold
 */
public record SelfTest(int cases, List<String> failures) {
    /**
     * Whether all cases hold.
     *
     * @return true if there was at least one case and none failed
     */
    public boolean passed() {
        return cases > 0 && failures.isEmpty();
    }
}
