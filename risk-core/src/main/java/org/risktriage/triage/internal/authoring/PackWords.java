package org.risktriage.triage.internal.authoring;

import java.util.Set;
import java.util.TreeSet;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.internal.pack.ParameterTable;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * What the rules of one pack may refer to.
 *
 * @param pack id of the pack
 * @param criteria ids of its criteria
 * @param sources ids of its sources
 * @param parameters keys of the parameters that have a value on every day on which the pack is in force
 * @param numbers keys of those that are whole numbers on every day
 * @param letter the letter with which the ids of its items begin; empty where there are no items
 * @param items how many items the instrument has
 * @param details details of the instrument, each as item and code
 * @param services ids of the services that the pack lists or takes over
 */
record PackWords(
        String pack,
        Set<String> criteria,
        Set<String> sources,
        Set<String> parameters,
        Set<String> numbers,
        String letter,
        int items,
        Set<String> details,
        Set<String> services) {

    static PackWords of(WrittenPack pack, Instrument instrument) {
        ParameterTable parameters = pack.parameters();
        Set<String> keys = parameters.keysThroughout(pack.from(), pack.to());
        Set<String> numbers = new TreeSet<>(keys);
        parameters.rows().forEach(row -> {
            if (!row.value().matches("\\d{1,9}")) {
                numbers.remove(row.key());
            }
        });
        Set<String> details = new TreeSet<>();
        instrument.items().forEach(item -> item.details().forEach(code -> details.add(item.id() + ":" + code)));
        return new PackWords(
                pack.identity().id(),
                new TreeSet<>(pack.criteria()),
                new TreeSet<>(pack.sourceIds()),
                new TreeSet<>(keys),
                numbers,
                instrument.items().isEmpty()
                        ? ""
                        : instrument.items().get(0).id().substring(0, 1),
                instrument.items().size(),
                details,
                new TreeSet<>(pack.services().ids()));
    }
}
