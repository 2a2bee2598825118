package org.risktriage.triage.desk;

import java.util.List;

/**
 * What a check found.
 *
 * @param packs the packs that were looked at, each as {@code id@version}
 * @param findings everything that is wrong with them: by file, line and column
 */
public record CheckReport(List<String> packs, List<Finding> findings) {
    /**
     * Whether nothing was found.
     *
     * @return true if so
     */
    public boolean passed() {
        return findings.isEmpty();
    }
}
