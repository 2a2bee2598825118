package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackReader;
import org.risktriage.triage.internal.pack.WrittenPack;

/** Every version of every pack, and the choice between them. */
public final class PackShelf {
    private final List<LoadedPack> packs;
    private final List<RefusedPack> refused;
    /** The packs of each id, in the order of the days on which they are in force. */
    private final Map<String, List<LoadedPack>> byId = new TreeMap<>();
    /** The pack that applies where no area is named. */
    private final String base;

    private PackShelf(List<LoadedPack> packs, List<RefusedPack> refused, String base) {
        this.packs = packs;
        this.refused = refused;
        this.base = base;
        for (LoadedPack pack : packs) {
            byId.computeIfAbsent(pack.identity().id(), id -> new ArrayList<>()).add(pack);
        }
        byId.values()
                .forEach(versions -> versions.sort((one, other) ->
                        one.written().from().compareTo(other.written().from())));
    }

    /**
     * Where packs are.
     *
     * @param content their files
     * @param loader where their compiled rules are; null where packs may bring none
     */
    public record Place(Content content, @Nullable ClassLoader loader) {}

    /**
     * Loads packs whose compiled rules are all in the first of several places.
     *
     * @param contents as for {@link #in}
     * @param loader where the compiled rules are
     * @return as there
     * @throws RulesFaultException as there
     */
    public static PackShelf of(List<Content> contents, ClassLoader loader) {
        List<Place> places = new ArrayList<>();
        contents.forEach(content -> places.add(new Place(content, places.isEmpty() ? loader : null)));
        return in(places);
    }

    /**
     * Loads packs. What is wrong with one keeps no other from being loaded, unless that extends it.
     *
     * @param places where the packs are; instruments and calendars, and the pack that applies where no area is named, are
     *     in the first
     * @return the packs
     * @throws RulesFaultException if there is no base pack to begin with
     */
    public static PackShelf in(List<Place> places) {
        List<Content> contents = places.stream().map(Place::content).toList();
        IdentityHashMap<Content, ClassLoader> loaders = new IdentityHashMap<>();
        places.forEach(place -> {
            if (place.loader() != null) {
                loaders.put(place.content(), place.loader());
            }
        });
        PackReader.Read read = PackReader.read(contents);
        List<RefusedPack> refused = new ArrayList<>(read.refused());
        IdentityHashMap<WrittenPack, LoadedPack> loaded = new IdentityHashMap<>();
        List<LoadedPack> packs = new ArrayList<>();
        for (WrittenPack written : read.packs()) {
            try {
                if (!loaders.containsKey(written.content()) && hasRules(written)) {
                    throw new RulesFaultException(
                            "A pack in a folder brings values and cases, and may switch rules off."
                                    + " Rules of its own come compiled: seal the pack.");
                }
                packs.add(load(written, contents.get(0), loaders, loaded));
            } catch (RulesFaultException e) {
                refused.add(new RefusedPack(
                        written.identity().id() + "@" + written.identity().version(),
                        List.of(String.valueOf(e.getMessage()))));
            }
        }
        String base = read.packs().stream()
                .filter(pack -> pack.content() == contents.get(0)
                        && !pack.isArea()
                        && !pack.isCommon()
                        && !pack.isOfInstrument())
                .map(pack -> pack.identity().id())
                .findFirst()
                .orElseThrow(() -> refused.isEmpty()
                        ? new RulesFaultException("There is no base rule pack.")
                        : PackReader.refusal(refused));
        distinctLetters(packs);
        return new PackShelf(List.copyOf(packs), List.copyOf(refused), base);
    }

    /** An item's letter belongs to one instrument, so that the answers of one can never be taken for those of another. */
    private static void distinctLetters(List<LoadedPack> packs) {
        Map<String, String> owners = new TreeMap<>();
        for (LoadedPack pack : packs) {
            Instrument instrument = pack.instrument();
            if (!instrument.items().isEmpty()) {
                String letter = instrument.items().get(0).id().substring(0, 1);
                String owner = owners.putIfAbsent(letter, instrument.id());
                if (owner != null && !owner.equals(instrument.id())) {
                    throw new RulesFaultException("The items of " + owner + " and of " + instrument.id()
                            + " begin with one letter; each instrument needs a letter of its own.");
                }
            }
        }
    }

    /**
     * The packs on the class path beside the library.
     *
     * @return the packs
     * @throws RulesFaultException if any of them is missing or wrong
     */
    public static PackShelf bundled() {
        return of(List.of(Content.bundled()), PackShelf.class.getClassLoader()).orRefuse();
    }

    private static boolean hasRules(WrittenPack written) {
        return written.manifest().rules() > 0 || !written.ruleFiles().isEmpty();
    }

    private static LoadedPack load(
            WrittenPack written,
            Content content,
            IdentityHashMap<Content, ClassLoader> loaders,
            IdentityHashMap<WrittenPack, LoadedPack> loaded) {
        LoadedPack known = loaded.get(written);
        if (known == null) {
            WrittenPack below = written.base();
            LoadedPack base = below == null ? null : load(below, content, loaders, loaded);
            ClassLoader loader = loaders.getOrDefault(written.content(), PackShelf.class.getClassLoader());
            known = LoadedPack.load(written, base, content, loader);
            loaded.put(written, known);
        }
        return known;
    }

    /**
     * The same packs, if none was refused.
     *
     * @return this
     * @throws RulesFaultException naming every fault of every pack that was refused
     */
    public PackShelf orRefuse() {
        if (!refused.isEmpty()) {
            throw PackReader.refusal(refused);
        }
        return this;
    }

    /**
     * The same packs without some, and without those that extend them.
     *
     * @param more packs with which something is wrong
     * @return the packs that are left
     */
    public PackShelf without(List<RefusedPack> more) {
        Set<String> names = new HashSet<>();
        more.forEach(pack -> names.add(pack.pack()));
        List<RefusedPack> all = new ArrayList<>(refused);
        all.addAll(more);
        return new PackShelf(packs.stream().filter(pack -> !rests(pack, names)).toList(), List.copyOf(all), base);
    }

    private static boolean rests(LoadedPack pack, Set<String> names) {
        LoadedPack below = pack.base();
        return names.contains(name(pack)) || (below != null && rests(below, names));
    }

    /**
     * A pack's id and version, as messages name it.
     *
     * @param pack the pack
     * @return both, as {@code id@version}
     */
    public static String name(LoadedPack pack) {
        return pack.identity().id() + "@" + pack.identity().version();
    }

    /**
     * Every pack, once for each version of what it extends.
     *
     * @return the packs, by id, by version, and by the days on which they are in force
     */
    public List<LoadedPack> all() {
        return packs;
    }

    /**
     * The packs with which something is wrong.
     *
     * @return the packs with everything that is wrong
     */
    public List<RefusedPack> refused() {
        return refused;
    }

    /**
     * The ids of the areas.
     *
     * @return ids, sorted
     */
    public List<String> areas() {
        return byId.keySet().stream().filter(this::isChosenByArea).toList();
    }

    private boolean isChosenByArea(String id) {
        WrittenPack pack = byId.getOrDefault(id, List.of()).get(0).written();
        return !pack.isCommon() && !pack.isOfInstrument();
    }

    /**
     * The instruments that can be scored: those of some pack's rules.
     *
     * @return the instruments in their latest editions, by id
     */
    public List<Instrument> instruments() {
        Map<String, Instrument> instruments = new TreeMap<>();
        for (LoadedPack pack : packs) {
            if (!pack.written().isCommon()) {
                instruments.put(pack.instrument().id(), pack.instrument());
            }
        }
        return List.copyOf(instruments.values());
    }

    /** The packs that may apply: the area's, or where none is named the instrument's own, or else the base rules. */
    private List<LoadedPack> applying(@Nullable String area, @Nullable String instrument) {
        if (area != null && !(byId.containsKey(area) && isChosenByArea(area))) {
            throw new UnknownRulesException("areas", areas());
        }
        List<LoadedPack> own =
                area != null || instrument == null ? List.of() : byId.getOrDefault(instrument, List.of());
        return own.isEmpty() || !own.get(0).written().isOfInstrument() ? versions(area) : own;
    }

    /**
     * One version of a pack, over each version of what it extends.
     *
     * @param id id of the pack
     * @param version its version
     * @return the packs, by the days on which they are in force
     * @throws UnknownRulesException if there is none, naming those that there are
     */
    public List<LoadedPack> version(String id, String version) {
        List<LoadedPack> found = byId.getOrDefault(id, List.of()).stream()
                .filter(pack -> pack.identity().version().equals(version))
                .toList();
        if (found.isEmpty()) {
            TreeSet<String> known = new TreeSet<>();
            packs.forEach(pack -> known.add(name(pack)));
            throw new UnknownRulesException("rule packs", List.copyOf(known));
        }
        return found;
    }

    /**
     * The rules that apply to an area on a day, to the instrument that it scores.
     *
     * @param area id of the area; null for the base rules
     * @param day the day of the assessment
     * @return the version in force on that day
     * @throws UnknownRulesException if there is no such area
     * @throws InvalidAssessmentException if no version was in force on that day
     */
    public LoadedPack inForce(@Nullable String area, LocalDate day) {
        return inForce(area, null, day);
    }

    /**
     * The rules that apply on a day.
     *
     * @param area id of the area; null for none
     * @param instrument id of the instrument that is filled in; null for the one that the area scores. Where no area is
     *     named, an instrument with rules of its own has those
     * @param day the day of the assessment
     * @return the version in force on that day
     * @throws UnknownRulesException if there is no such area
     * @throws InvalidAssessmentException if no version was in force on that day
     */
    public LoadedPack inForce(@Nullable String area, @Nullable String instrument, LocalDate day) {
        List<LoadedPack> found = applying(area, instrument);
        for (LoadedPack pack : found) {
            if (pack.written().inForceOn(day)) {
                return pack;
            }
        }
        LocalDate first = found.get(0).written().from();
        throw new InvalidAssessmentException(List.of(new Problem(
                "/assessedOn",
                "no-rules-in-force",
                "No version of the rules was in force on that day. "
                        + (day.isBefore(first)
                                ? "The first day is " + first + "."
                                : "The last day was "
                                        + found.get(found.size() - 1).written().to() + "."))));
    }

    /**
     * The latest rules of an area, whatever the day.
     *
     * @param area id of the area; null for the base rules
     * @return its latest version
     * @throws UnknownRulesException if there is no such area
     */
    public LoadedPack latest(@Nullable String area) {
        return latest(area, null);
    }

    /**
     * The latest rules, whatever the day.
     *
     * @param area as for {@link #inForce}
     * @param instrument as for {@link #inForce}
     * @return the latest version
     * @throws UnknownRulesException if there is no such area
     */
    public LoadedPack latest(@Nullable String area, @Nullable String instrument) {
        List<LoadedPack> found = applying(area, instrument);
        return found.get(found.size() - 1);
    }

    /**
     * Every version of one pack.
     *
     * @param id id of the pack; null for the base rules
     * @return its versions, by the days on which they are in force
     * @throws UnknownRulesException if there is no such pack
     */
    public List<LoadedPack> versions(@Nullable String id) {
        List<LoadedPack> found = byId.getOrDefault(id == null ? base : id, List.of());
        if (found.isEmpty()) {
            throw new UnknownRulesException("areas", areas());
        }
        return found;
    }

    /**
     * The rules that apply to an area on a day, with what was passed over and what is to come.
     *
     * @param area as for {@link #inForce}
     * @param instrument as for {@link #inForce}
     * @param day the day of the assessment
     * @return the choice
     * @throws UnknownRulesException as for {@link #inForce}
     * @throws InvalidAssessmentException as for {@link #inForce}
     */
    public Choice choose(@Nullable String area, @Nullable String instrument, LocalDate day) {
        LoadedPack pack = inForce(area, instrument, day);
        List<Decision.PassedOver> passedOver = new ArrayList<>(0);
        passOver(pack.written(), passedOver);
        if (pack.written().isArea()) {
            passOver(pack.written().basePack(), passedOver);
        }
        return new Choice(pack, List.copyOf(passedOver), after(pack, day));
    }

    private void passOver(WrittenPack used, List<Decision.PassedOver> passedOver) {
        List<LoadedPack> versions = versions(used.identity().id());
        if (versions.size() == 1) {
            return;
        }
        TreeSet<String> told = new TreeSet<>();
        told.add(used.identity().version());
        for (LoadedPack other : versions) {
            String version = other.identity().version();
            if (told.add(version)) {
                List<LoadedPack> spans = version(other.identity().id(), version);
                passedOver.add(new Decision.PassedOver(
                        other.identity().id(),
                        version,
                        spans.get(0).written().from(),
                        spans.get(spans.size() - 1).written().to()));
            }
        }
    }

    /** How the rules change after a day, as far as it is published: by a later version, or by a value dated later. */
    private List<Choice.Later> after(LoadedPack pack, LocalDate day) {
        List<Choice.Later> later = new ArrayList<>(0);
        for (LoadedPack other : versions(pack.identity().id())) {
            LocalDate from = other.written().from();
            if (from.isAfter(day)) {
                later.add(new Choice.Later(from, other));
            }
            for (LocalDate change : other.parameters().changesAfter(from.isAfter(day) ? from : day)) {
                if (other.written().inForceOn(change)) {
                    later.add(new Choice.Later(change, other));
                }
            }
        }
        return List.copyOf(later);
    }
}
