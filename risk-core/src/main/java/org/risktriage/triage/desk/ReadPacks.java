package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.cases.PackViews;
import org.risktriage.triage.internal.engine.LoadedPack;

/**
 * Packs as readers see them, with every pack on which they rest and every other version of them.
 *
 * @param findings what is wrong with the packs; there are none of them then
 * @param packs the packs, by id and then by the days on which they are in force
 * @param instruments the instruments whose answers they score, by id
 */
public record ReadPacks(List<Finding> findings, List<RulePack> packs, List<Instrument> instruments) {
    /** Keeps copies of the lists. */
    public ReadPacks {
        findings = List.copyOf(findings);
        packs = List.copyOf(packs);
        instruments = List.copyOf(instruments);
    }

    /**
     * The packs of a folder.
     *
     * @param folder as for {@link PackCheck#folder}
     * @return the packs; findings alone where anything is wrong with them
     * @throws IOException if the folder is not there, or cannot be read
     */
    public static ReadPacks folder(Path folder) throws IOException {
        return of(DraftShelf.folder(folder));
    }

    /**
     * Packs that come with the library.
     *
     * @param pack as for {@link PackCheck#bundled}
     * @return the packs
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static ReadPacks bundled(@Nullable String pack) {
        return of(DraftShelf.bundled(pack));
    }

    private static ReadPacks of(DraftShelf drafts) {
        if (!drafts.findings().isEmpty()) {
            return new ReadPacks(drafts.findings(), List.of(), List.of());
        }
        Set<String> ids = new TreeSet<>();
        drafts.packs().values().forEach(spans -> ids.add(spans.get(0).identity().id()));
        Set<String> wanted = new TreeSet<>();
        for (LoadedPack pack : drafts.shelf().all()) {
            if (ids.contains(pack.identity().id())) {
                for (LoadedPack layer = pack; layer != null; layer = layer.base()) {
                    wanted.add(DraftShelf.name(layer.identity()));
                }
            }
        }
        Map<String, RulePack> packs = new LinkedHashMap<>();
        Map<String, Instrument> instruments = new TreeMap<>();
        for (LoadedPack pack : drafts.shelf().all()) {
            String name = DraftShelf.name(pack.identity());
            if (wanted.contains(name) && !packs.containsKey(name)) {
                packs.put(
                        name,
                        PackViews.whole(drafts.shelf()
                                .version(pack.identity().id(), pack.identity().version())));
                if (!pack.instrument().items().isEmpty()) {
                    instruments.put(pack.instrument().id(), pack.instrument());
                }
            }
        }
        return new ReadPacks(List.of(), new ArrayList<>(packs.values()), new ArrayList<>(instruments.values()));
    }
}
