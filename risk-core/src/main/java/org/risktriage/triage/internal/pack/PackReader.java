package org.risktriage.triage.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.pack.Manifest.Extends;

/**
 * Reads packs from several places, lays each over the pack that it extends, and sees that the versions of each follow one
 * another without hole or overlap. A pack with which anything is wrong is refused, and so is each that extends it.
 */
public final class PackReader {
    private static final String MANIFEST = "pack.yaml";

    /** A pack whose manifest could be read. */
    private record Found(Content content, String folder, Manifest manifest, String sha256, PackFaults faults) {
        String name() {
            return manifest.id() + "@" + manifest.version();
        }
    }

    /** A pack's folder as it was opened: its manifest, if that can be read, and the digest of everything in it. */
    private record Opened(
            Content content, String folder, @Nullable Manifest manifest, String sha256, PackFaults faults) {
        static Opened of(Content content, String folder) {
            PackFaults faults = new PackFaults();
            String file = folder + MANIFEST;
            return new Opened(
                    content,
                    folder,
                    Manifest.read(file, content.text(file), faults),
                    PackDigest.of(content, folder),
                    faults);
        }
    }

    private final Map<String, Found> found = new LinkedHashMap<>();
    /** Versions of each pack, by the first day on which they are in force. */
    private final Map<String, List<Found>> versions = new TreeMap<>();

    private final Map<String, List<WrittenPack>> read = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private final Map<String, PackFaults> refused = new TreeMap<>();
    private final List<WrittenPack> drafts = new ArrayList<>();

    private PackReader() {}

    /**
     * What was read.
     *
     * @param packs the packs, by id, by version, and by the days on which they are in force
     * @param refused the packs with which something is wrong
     * @param drafts those of them that are whole enough to look for what else is wrong
     */
    public record Read(List<WrittenPack> packs, List<RefusedPack> refused, List<WrittenPack> drafts) {
        /**
         * The packs, if none is refused.
         *
         * @return the packs
         * @throws RulesFaultException naming every fault of every pack that is refused
         */
        public List<WrittenPack> all() {
            if (!refused.isEmpty()) {
                throw refusal(refused);
            }
            return packs;
        }
    }

    /**
     * What is wrong with packs, as one fault.
     *
     * @param refused the packs
     * @return the fault
     */
    public static RulesFaultException refusal(List<RefusedPack> refused) {
        List<String> lines = new ArrayList<>();
        for (RefusedPack pack : refused) {
            lines.add("The rule pack " + pack.pack() + " is refused.");
            pack.faults().forEach(fault -> lines.add("  " + fault));
        }
        return new RulesFaultException(String.join("\n", lines));
    }

    /**
     * Reads packs.
     *
     * @param contents where they are
     * @return those that are whole, and those that are refused
     */
    public static Read read(List<Content> contents) {
        PackReader reader = new PackReader();
        contents.forEach(reader::find);
        reader.versions.values().forEach(reader::follow);
        List<WrittenPack> packs = new ArrayList<>();
        for (Found pack : reader.found.values()) {
            packs.addAll(reader.read(pack));
        }
        packs.removeIf(pack -> reader.refused.containsKey(name(pack.manifest())));
        packs.sort(Comparator.comparing((WrittenPack pack) -> pack.identity().id())
                .thenComparing(pack -> numbers(pack.identity().version()), Arrays::compare)
                .thenComparing(WrittenPack::from));
        return new Read(
                List.copyOf(packs),
                reader.refused.entrySet().stream()
                        .map(entry ->
                                new RefusedPack(entry.getKey(), entry.getValue().found()))
                        .toList(),
                List.copyOf(reader.drafts));
    }

    /** The three numbers of a version: 1.10.0 comes after 1.9.0. */
    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static String name(Manifest manifest) {
        return manifest.id() + "@" + manifest.version();
    }

    private void find(Content content) {
        // Read on all processors: a service that starts waits for it.
        content.below(Content.PACKS).parallelStream()
                .filter(path -> path.matches(Content.PACKS + "[^/]+/[^/]+/" + MANIFEST))
                .map(path -> Opened.of(content, path.substring(0, path.length() - MANIFEST.length())))
                .toList()
                .forEach(this::find);
    }

    private void find(Opened opened) {
        PackFaults faults = opened.faults();
        String folder = opened.folder();
        String file = folder + MANIFEST;
        String place =
                folder.substring(Content.PACKS.length(), folder.length() - 1).replace('/', '@');
        Manifest manifest = opened.manifest();
        if (manifest == null) {
            refused.put(place, faults);
            return;
        }
        if (!place.equals(name(manifest))) {
            faults.add(file, "/id", "id and version have to be the names of the pack's folders.");
            refused.put(place, faults);
            return;
        }
        if (found.containsKey(place)) {
            faults.add(file, "/id", "There is another pack with this id and version.");
            refused.put(place, faults);
            return;
        }
        Found pack = new Found(opened.content(), folder, manifest, opened.sha256(), faults);
        found.put(place, pack);
        versions.computeIfAbsent(manifest.id(), id -> new ArrayList<>()).add(pack);
    }

    /** A later version takes over on its first day; the earlier one, which never changes, need not name a last. */
    private void follow(List<Found> pack) {
        pack.sort(Comparator.comparing((Found version) -> version.manifest().inForceFrom())
                .thenComparing(
                        version -> Runtime.Version.parse(version.manifest().version())));
        for (int i = 1; i < pack.size(); i++) {
            Manifest before = pack.get(i - 1).manifest();
            LocalDate from = pack.get(i).manifest().inForceFrom();
            LocalDate to = before.inForceTo();
            PackFaults faults = pack.get(i).faults();
            String file = pack.get(i).folder() + MANIFEST;
            if (from.equals(before.inForceFrom()) || (to != null && !from.isAfter(to))) {
                faults.add(
                        file,
                        "/inForce/from",
                        "Version " + before.version() + " is in force on that day too: two versions may not overlap.");
            } else if (to != null && from.isAfter(to.plusDays(1))) {
                faults.add(
                        file,
                        "/inForce/from",
                        "Version " + before.version() + " ends on " + to
                                + ": there may be no day between without rules.");
            }
        }
    }

    /** The day before the next version of a pack takes over, or the last day that it names itself. */
    private @Nullable LocalDate last(Found pack) {
        List<Found> all = versions.getOrDefault(pack.manifest().id(), List.of());
        int next = all.indexOf(pack) + 1;
        return next < all.size()
                ? all.get(next).manifest().inForceFrom().minusDays(1)
                : pack.manifest().inForceTo();
    }

    private List<WrittenPack> read(Found pack) {
        List<WrittenPack> known = read.get(pack.name());
        if (known != null) {
            return known;
        }
        PackFaults faults = pack.faults();
        String file = pack.folder() + MANIFEST;
        List<WrittenPack> packs = new ArrayList<>();
        if (!reading.add(pack.name())) {
            faults.add(file, "/extends", "A pack may not extend itself, directly or by way of others.");
        } else {
            Extends base = pack.manifest().base();
            if (base == null) {
                packs.add(lay(pack, null, pack.manifest().inForceFrom(), last(pack)));
            } else {
                over(pack, base, packs);
            }
        }
        if (!faults.found().isEmpty()) {
            refused.put(pack.name(), faults);
            drafts.addAll(packs);
            packs.clear();
        }
        read.put(pack.name(), List.copyOf(packs));
        return List.copyOf(packs);
    }

    private void over(Found pack, Extends base, List<WrittenPack> packs) {
        String file = pack.folder() + MANIFEST;
        List<WrittenPack> bases = bases(pack, base);
        LocalDate day = pack.manifest().inForceFrom();
        LocalDate last = last(pack);
        for (WrittenPack below : bases) {
            boolean pinned = base.version() != null;
            LocalDate from =
                    pinned || below.from().isBefore(day) ? pack.manifest().inForceFrom() : below.from();
            LocalDate to = pinned ? last : earlier(last, below.to());
            if (to == null || !to.isBefore(from)) {
                if (from.isAfter(day)) {
                    break;
                }
                packs.add(lay(pack, below, from, to));
                day = to == null ? LocalDate.MAX : to.plusDays(1);
            }
        }
        boolean covered = day.equals(LocalDate.MAX) || (last != null && day.isAfter(last));
        if (!covered && !bases.isEmpty()) {
            pack.faults()
                    .add(
                            file,
                            "/inForce",
                            "No version of " + base.id() + " is in force on " + day
                                    + ": a pack may only be in force while the pack that it extends is.");
        }
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** The packs that one may be laid over, by the days on which they are in force; none if something is wrong. */
    private List<WrittenPack> bases(Found pack, Extends base) {
        String file = pack.folder() + MANIFEST;
        List<WrittenPack> bases = new ArrayList<>();
        for (Found candidate : versions.getOrDefault(base.id(), List.of())) {
            if (base.version() == null || candidate.manifest().version().equals(base.version())) {
                if (!candidate.manifest().kind().equals(Manifest.BASE)) {
                    pack.faults().add(file, "/extends/id", "Only a base pack can be extended.");
                    return List.of();
                }
                bases.addAll(read(candidate));
                if (refused.containsKey(candidate.name())) {
                    pack.faults().add(file, "/extends/id", candidate.name() + " is refused itself.");
                    return List.of();
                }
            }
        }
        if (bases.isEmpty() && pack.faults().found().isEmpty()) {
            Set<String> known = new TreeSet<>();
            found.values().stream()
                    .map(Found::manifest)
                    .filter(manifest -> manifest.kind().equals(Manifest.BASE))
                    .forEach(manifest -> known.add(base.version() == null ? manifest.id() : name(manifest)));
            pack.faults()
                    .add(file, "/extends", "There is no such base pack. There are: " + String.join(", ", known) + ".");
        }
        bases.sort(Comparator.comparing(WrittenPack::from));
        return bases;
    }

    private static WrittenPack lay(Found pack, @Nullable WrittenPack base, LocalDate from, @Nullable LocalDate to) {
        Manifest manifest = pack.manifest();
        PackFaults faults = pack.faults();
        String file = pack.folder() + MANIFEST;
        PackId identity = new PackId(manifest.id(), manifest.version(), pack.sha256());
        Set<String> sources = new HashSet<>(manifest.sourceIds());
        if (base != null) {
            for (String id : manifest.sourceIds()) {
                if (base.sourceIds().contains(id)) {
                    faults.add(file, "/sources", "The pack that this one extends has a source " + id + " already.");
                }
            }
            for (String criterion : manifest.criteria()) {
                if (base.criteria().contains(criterion)) {
                    faults.add(
                            file, "/criteria", "List only criteria that the pack that this one extends does not have.");
                }
            }
            sources.addAll(base.sourceIds());
        } else if (!manifest.off().isEmpty()) {
            faults.add(file, "/off", "A pack that stands alone has no rules to switch off.");
        }
        Set<String> named = new TreeSet<>();
        manifest.off().forEach(off -> named.add(off.source()));
        if (manifest.refuses() != null) {
            named.add(manifest.refuses().source());
        }
        if (!sources.containsAll(named)) {
            faults.add(file, "/sources", "What is switched off or refused needs a source that is listed here.");
        }
        String table = pack.folder() + "parameters.csv";
        ParameterTable parameters = ParameterTable.read(
                pack.content().text(table),
                new ParameterTable.Place(
                        table,
                        identity,
                        manifest.inForceFrom(),
                        sources,
                        base == null ? null : base.parameters(),
                        named(pack)),
                faults);
        ServiceTable services = services(pack, identity, sources, base == null ? null : base.services());
        WrittenPack laid = new WrittenPack(
                manifest, identity, base, pack.content(), pack.folder(), from, to, parameters, services);
        if (base != null) {
            sameInstrument(laid, base, faults);
        }
        return laid;
    }

    /** Sees that no rule, line or value of one instrument can be laid under another. */
    private static void sameInstrument(WrittenPack pack, WrittenPack base, PackFaults faults) {
        String file = pack.folder() + MANIFEST;
        boolean itself = pack.identity().id().equals(base.identity().id());
        if (!base.isCommon() && !pack.instrument().equals(base.instrument())) {
            faults.add(
                    file,
                    "/instrument",
                    "A pack scores the instrument and edition of the pack that it extends: the rules of one instrument"
                            + " never read another.");
        }
        if (pack.isArea() && base.isCommon()) {
            faults.add(file, "/extends/id", "An area's pack extends a base pack that scores an instrument.");
        }
        if (!pack.isArea() && !itself && !base.isCommon()) {
            faults.add(
                    file,
                    "/extends/id",
                    "A base pack may extend another version of itself, or rules that are of no instrument.");
        }
    }

    private static ServiceTable services(
            Found pack, PackId identity, Set<String> sources, @Nullable ServiceTable base) {
        String file = pack.folder() + ServiceTable.FILE;
        return pack.content().below(file).isEmpty()
                ? ServiceTable.over(base)
                : ServiceTable.read(
                        pack.content().text(file),
                        new ServiceTable.Place(file, identity, sources, base),
                        pack.faults());
    }

    private static Predicate<String> named(Found pack) {
        List<String> rules = pack.content().below(pack.folder() + "rules/").stream()
                .map(pack.content()::text)
                .toList();
        return key -> key.equals(WrittenPack.DANGER_TO_LIFE)
                || rules.stream().anyMatch(text -> text.contains("\"" + key + "\""));
    }
}
