package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.authoring.DraftRules;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

/**
 * Packs that are being written, loaded and ready to decide. Their rules are compiled for that, from the pieces that passed the
 * rule profile; where anything is wrong with a pack, nothing is compiled.
 */
final class DraftShelf {
    private final Content content;
    private final Set<String> names;
    private final List<Finding> findings;
    private final @Nullable PackShelf shelf;
    private final ClassLoader loader;

    private DraftShelf(Content all, Set<String> names, boolean compile) {
        this.names = names;
        Map<PackId, WrittenPack> own = new LinkedHashMap<>();
        Content needed = all;
        if (compile) {
            List<WrittenPack> packs = PackReader.read(List.of(all)).packs();
            needed = narrowed(all, packs, names);
            for (WrittenPack pack : packs) {
                if (names.contains(name(pack.identity())) && !pack.ruleFiles().isEmpty()) {
                    own.put(pack.identity(), pack);
                }
            }
        }
        this.content = needed;
        this.loader = own.isEmpty() ? DraftShelf.class.getClassLoader() : DraftRules.compile(own.values());
        this.shelf = PackShelf.of(List.of(content), loader);
        List<Finding> refusals = new ArrayList<>();
        for (RefusedPack refused : shelf.refused()) {
            if (names.contains(refused.pack())) {
                FaultReader faults = new FaultReader(content);
                refused.faults().forEach(fault -> refusals.add(faults.read(fault)));
            }
        }
        this.findings = List.copyOf(refusals);
    }

    /** Without the packs of other instruments on which none of these rests: loading their rules takes time. */
    private static Content narrowed(Content all, List<WrittenPack> packs, Set<String> names) {
        Set<String> other = new TreeSet<>();
        packs.stream().filter(WrittenPack::isOfInstrument).forEach(pack -> other.add(pack.folder()));
        for (WrittenPack pack : packs) {
            if (names.contains(name(pack.identity()))) {
                for (WrittenPack layer = pack; layer != null; layer = layer.base()) {
                    other.remove(layer.folder());
                }
            }
        }
        return all.only(path -> other.stream().noneMatch(path::startsWith));
    }

    private DraftShelf(CheckReport check) {
        this.content = Content.of(Map.of());
        this.names = Set.of();
        this.findings = check.findings();
        this.shelf = null;
        this.loader = DraftShelf.class.getClassLoader();
    }

    /** The packs of a folder. */
    static DraftShelf folder(Path folder) throws IOException {
        return of(DraftFiles.read(folder));
    }

    /** Packs that were read before. */
    static DraftShelf of(DraftFiles draft) {
        CheckReport check = PackCheck.of(draft);
        return check.passed()
                ? new DraftShelf(PackCheck.beside(draft), new TreeSet<>(check.packs()), true)
                : new DraftShelf(check);
    }

    /** Packs that come with the library. */
    static DraftShelf bundled(@Nullable String pack) {
        Content content = Content.bundled();
        return new DraftShelf(content, PackCheck.named(content, pack), false);
    }

    /**
     * One version of a pack, without the other versions of it: as if none followed it, and none stood before it.
     *
     * @throws UnknownRulesException if there is none, or there are several
     */
    static DraftShelf alone(NamedPack named) throws IOException {
        if (named.id() != null) {
            Content content = Content.bundled();
            String name = one(PackCheck.named(content, named.id()));
            return new DraftShelf(without(content, name), Set.of(name), false);
        }
        SealedFile file = named.file();
        DraftFiles draft =
                file == null ? DraftFiles.read(Objects.requireNonNull(named.folder())) : DraftFiles.of(file.sealed());
        CheckReport check = PackCheck.of(draft);
        if (!check.passed()) {
            return new DraftShelf(check);
        }
        String name = one(new TreeSet<>(check.packs()));
        return new DraftShelf(without(PackCheck.beside(draft), name), Set.of(name), true);
    }

    /** Without other areas, and without the other versions of a pack, except those that it extends itself. */
    private static Content without(Content content, String name) {
        Set<String> needed = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        String id = name.substring(0, name.indexOf('@'));
        for (WrittenPack pack : PackReader.read(List.of(content)).packs()) {
            if (name(pack.identity()).equals(name)) {
                for (WrittenPack layer = pack; layer != null; layer = layer.base()) {
                    needed.add(layer.folder());
                }
            } else if (pack.isArea() || pack.identity().id().equals(id)) {
                others.add(pack.folder());
            }
        }
        others.removeAll(needed);
        return content.only(path -> others.stream().noneMatch(path::startsWith));
    }

    private static String one(Set<String> names) {
        if (names.size() != 1) {
            throw new UnknownRulesException("versions there, of which one is to be named,", List.copyOf(names));
        }
        return names.iterator().next();
    }

    static String name(PackId pack) {
        return pack.id() + "@" + pack.version();
    }

    /** What is wrong with the packs, so that nothing can be done with them; empty where nothing is. */
    List<Finding> findings() {
        return findings;
    }

    Content content() {
        return content;
    }

    /** Every pack, whether it was asked for or is what those rest on. */
    PackShelf shelf() {
        return Objects.requireNonNull(shelf);
    }

    /** Where compiled rules are. */
    ClassLoader loader() {
        return loader;
    }

    /** The one version that was asked for, over each version of what it extends. */
    List<LoadedPack> spans() {
        return packs().values().iterator().next();
    }

    /** The packs that were asked for, by name: each over each version of what it extends. */
    Map<String, List<LoadedPack>> packs() {
        Map<String, List<LoadedPack>> packs = new LinkedHashMap<>();
        for (String name : names) {
            int at = name.indexOf('@');
            packs.put(name, shelf().version(name.substring(0, at), name.substring(at + 1)));
        }
        return packs;
    }
}
