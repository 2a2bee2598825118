package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.risktriage.triage.internal.authoring.Notice.By;

/**
 * What came of the mutants of one pack.
 *
 * @param pack the pack and its version
 * @param results one for each mutant: parameters in the order of their table, then rules in the order of their files
 */
public record MutationReport(String pack, List<Result> results) {
    private static final int HUNDRED = 100;

    /**
     * What came of one mutant.
     *
     * @param mutant the mutant
     * @param notice who noticed it
     */
    public record Result(Mutant mutant, Notice notice) {}

    /**
     * How many mutants were noticed in one way.
     *
     * @param by the way
     * @return the count
     */
    public long count(By by) {
        return results.stream().filter(result -> result.notice().by() == by).count();
    }

    /**
     * The mutants that nobody noticed.
     *
     * @return the mutants, in order
     */
    public List<Mutant> survivors() {
        return results.stream()
                .filter(result -> result.notice().by() == By.NOBODY)
                .map(Result::mutant)
                .toList();
    }

    /**
     * How many of a hundred mutants that could run were noticed by a worked case. Those that the profile or the loader
     * refuses are left out, so that they cannot make the cases look better than they are.
     *
     * @return from 0 to 100, rounded down to a tenth; 100 where no mutant could run
     */
    public double score() {
        long noticed = count(By.CASE) + count(By.UNDECIDED_CASE);
        long all = noticed + count(By.NOBODY);
        return all == 0 ? HUNDRED : Math.floorDiv(noticed * HUNDRED * 10, all) / 10.0;
    }

    /**
     * The counts in one line.
     *
     * @return the line, without the mutants themselves
     */
    public String line() {
        List<String> parts = new ArrayList<>();
        for (By by : By.values()) {
            parts.add(count(by) + " " + by.words());
        }
        return String.format(
                Locale.ROOT,
                "%s: score %.1f%% of %d mutants: %s",
                pack,
                score(),
                results.size(),
                String.join(", ", parts));
    }
}
