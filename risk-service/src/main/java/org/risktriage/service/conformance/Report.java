package org.risktriage.service.conformance;

import java.util.List;
import org.risktriage.triage.Decision.PackId;

/**
 * What a run of a kit found.
 *
 * @param kit version of the kit
 * @param cases how many cases were sent
 * @param held how many were answered as expected
 * @param differing the cases that were not
 * @param setAside cases that the other side refuses for their day alone: they are dated after today
 * @param rules for each pack of the kit, the rules that answered its cases
 */
public record Report(
        String kit, int cases, int held, List<Finding> differing, List<CaseName> setAside, List<Answering> rules) {

    /**
     * Whether the other side does what the kit expects.
     *
     * @return true if cases held, none differed, and the very rules of the kit answered
     */
    public boolean passed() {
        return held > 0 && differing.isEmpty() && rules.stream().allMatch(Answering::isTheKitsOwn);
    }

    /**
     * Which case.
     *
     * @param pack id of its pack
     * @param version version of the pack
     * @param topic what the file with the case is about
     * @param name what it shows
     */
    public record CaseName(String pack, String version, String topic, String name) {}

    /**
     * A case that was not answered as expected.
     *
     * @param of which case
     * @param differences what was different
     */
    public record Finding(CaseName of, List<Difference> differences) {}

    /**
     * Which rules answered.
     *
     * @param expected the pack whose cases were sent
     * @param answered the packs that answered, as the replies name them; none if nothing was decided
     */
    public record Answering(PackId expected, List<PackId> answered) {
        /**
         * Whether no other rules answered than those of the kit.
         *
         * @return true if so
         */
        public boolean isTheKitsOwn() {
            return answered.stream().allMatch(expected::equals);
        }
    }
}
