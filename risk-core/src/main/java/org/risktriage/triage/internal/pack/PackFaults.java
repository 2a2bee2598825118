package org.risktriage.triage.internal.pack;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;

/** Collects everything that is wrong with the files of a pack, so that it can be said at once. */
public final class PackFaults {
    private final List<String> faults = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param file the file
     * @param place line, row or field
     * @param message what is wrong and what is allowed
     */
    public void add(String file, String place, String message) {
        faults.add(file + (place.isEmpty() ? "" : ", " + place) + ": " + message);
    }

    /**
     * Adds the problems found in a file's tree.
     *
     * @param file the file
     * @param problems what was found
     */
    public void addAll(String file, List<Problem> problems) {
        problems.forEach(problem -> add(file, problem.pointer(), problem.message()));
    }

    /**
     * Adds what was found elsewhere.
     *
     * @param found one line a fault
     */
    public void addAll(List<String> found) {
        faults.addAll(found);
    }

    /**
     * What has been found so far.
     *
     * @return one line a fault
     */
    public List<String> found() {
        return List.copyOf(faults);
    }

    /**
     * Refuses the pack if anything is wrong with it.
     *
     * @param pack what is being read
     * @throws RulesFaultException naming every fault
     */
    public void refuseIfAny(String pack) {
        if (!faults.isEmpty()) {
            throw new RulesFaultException(pack + " is refused.\n  " + String.join("\n  ", faults));
        }
    }
}
