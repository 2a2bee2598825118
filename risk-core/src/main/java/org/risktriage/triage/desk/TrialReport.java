package org.risktriage.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the worked cases of packs.
 *
 * @param findings what is wrong with the packs, so that no case could be run; empty where they were run
 * @param packs what came of each pack
 */
public record TrialReport(List<Finding> findings, List<TriedPack> packs) {

    /**
     * Whether every case holds.
     *
     * @return false also where nothing could be run
     */
    public boolean passed() {
        return findings.isEmpty()
                && packs.stream()
                        .allMatch(pack -> pack.failures().isEmpty()
                                && (pack.mutants() == null
                                        || pack.mutants().unnoticed().isEmpty()));
    }

    /**
     * What came of one pack.
     *
     * @param pack the pack, as {@code id@version}
     * @param cases how many cases it has
     * @param failures the cases that do not hold
     * @param mutants what came of the pack's mutants, or null if none were made
     */
    public record TriedPack(
            String pack,
            int cases,
            List<Failure> failures,
            @Nullable Mutants mutants) {}

    /**
     * A case that does not hold.
     *
     * @param file the file of the case, within {@code cases/}
     * @param line the line on which its name stands, from 1; 0 where that is not known
     * @param name its name
     * @param differences what is not as expected
     * @param reasons why it came out as it did, in the words of the rules
     */
    public record Failure(String file, int line, String name, List<Difference> differences, List<String> reasons) {}

    /**
     * One thing that is not as expected.
     *
     * @param what the key of {@code expect}
     * @param expected what the case says; empty where the actual value says it all
     * @param actual what came
     */
    public record Difference(String what, String expected, String actual) {}

    /**
     * What came of mutants: the pack with one small fault in it each.
     *
     * @param all how many there are
     * @param score how many of a hundred that could run were noticed by a case
     * @param unnoticed those that no case noticed, each with its file and line
     */
    public record Mutants(int all, double score, List<String> unnoticed) {}
}
