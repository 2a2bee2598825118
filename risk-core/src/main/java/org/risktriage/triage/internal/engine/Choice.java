package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.List;
import org.risktriage.triage.Decision;

/**
 * The rules chosen for one assessment, by its area and its day.
 *
 * @param pack the rules in force
 * @param passedOver other versions, for other days
 * @param later how the rules change afterwards, in order; mostly nothing
 */
public record Choice(LoadedPack pack, List<Decision.PassedOver> passedOver, List<Later> later) {
    /**
     * Rules that apply from a day.
     *
     * @param from the first day on which they are as they are
     * @param pack the pack
     */
    public record Later(LocalDate from, LoadedPack pack) {}

    /**
     * A pack by itself, whatever other versions there are.
     *
     * @param pack the pack
     * @return the choice of that pack
     */
    public static Choice of(LoadedPack pack) {
        return new Choice(pack, List.of(), List.of());
    }
}
