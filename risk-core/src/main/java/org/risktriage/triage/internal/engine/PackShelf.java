package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackFolders;

/** Every version of every pack, and the choice between them. */
public final class PackShelf {
    private static final String BASE = "base";

    private final Content content;
    private final List<LoadedPack> packs;
    private final Map<String, List<LoadedPack>> versions = new TreeMap<>();
    private final List<LoadedPack> base;

    private PackShelf(Content content, List<LoadedPack> packs) {
        this.content = content;
        this.packs = packs;
        for (LoadedPack pack : packs) {
            versions.computeIfAbsent(pack.identity().id(), id -> new ArrayList<>())
                    .add(pack);
        }
        this.base = packs.stream()
                .filter(pack -> pack.manifest().kind().equals(BASE))
                .toList();
    }

    /**
     * Loads the packs on the class path beside the library.
     *
     * @return the packs
     * @throws RulesFaultException if any of them is missing or wrong
     */
    public static PackShelf bundled() {
        Content content = Content.bundled();
        List<LoadedPack> packs = new ArrayList<>();
        for (String folder : PackFolders.in(content)) {
            packs.add(LoadedPack.load(content, folder, PackShelf.class.getClassLoader()));
        }
        return of(content, packs);
    }

    /** A shelf of packs in any order. */
    static PackShelf of(Content content, List<LoadedPack> packs) {
        if (packs.stream().noneMatch(pack -> pack.manifest().kind().equals(BASE))) {
            throw new RulesFaultException("There is no base rule pack.");
        }
        return new PackShelf(
                content,
                packs.stream()
                        .sorted(Comparator.comparing(
                                        (LoadedPack pack) -> pack.identity().id())
                                .thenComparing(pack -> numbers(pack.identity().version()), Arrays::compare))
                        .toList());
    }

    /** The three numbers of a version: 1.10.0 comes after 1.9.0. */
    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /**
     * Every pack.
     *
     * @return the packs, by id and then by version
     */
    public List<LoadedPack> all() {
        return packs;
    }

    /**
     * The files that the packs came from.
     *
     * @return the content
     */
    public Content content() {
        return content;
    }

    /**
     * The ids of the areas.
     *
     * @return ids, sorted
     */
    public List<String> areas() {
        return List.copyOf(versions.keySet());
    }

    /**
     * One version of a pack.
     *
     * @param id id of the pack
     * @param version its version
     * @return the pack
     * @throws UnknownRulesException if there is none, naming those that there are
     */
    public LoadedPack pack(String id, String version) {
        return packs.stream()
                .filter(pack -> pack.identity().id().equals(id)
                        && pack.identity().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new UnknownRulesException(
                        "rule packs",
                        packs.stream()
                                .map(pack -> pack.identity().id() + "@"
                                        + pack.identity().version())
                                .toList()));
    }

    /**
     * The rules that apply to an area on a day.
     *
     * @param area id of the area; null for the base rules
     * @param day the day of the assessment
     * @return the version in force on that day
     * @throws UnknownRulesException if there is no such area
     * @throws InvalidAssessmentException if no version was in force on that day
     */
    public LoadedPack inForce(@Nullable String area, LocalDate day) {
        List<LoadedPack> found = versions(area);
        // A later version takes over on its first day; the earlier one, which never changes, need not name a last.
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).manifest().inForceOn(day)) {
                return found.get(i);
            }
        }
        throw new InvalidAssessmentException(List.of(new Problem(
                "/assessedOn",
                "no-rules-in-force",
                "No version of the rules was in force on that day. The first day is "
                        + found.get(0).manifest().inForceFrom() + ".")));
    }

    /**
     * The latest rules of an area, whatever the day.
     *
     * @param area id of the area; null for the base rules
     * @return its latest version
     * @throws UnknownRulesException if there is no such area
     */
    public LoadedPack latest(@Nullable String area) {
        List<LoadedPack> found = versions(area);
        return found.get(found.size() - 1);
    }

    private List<LoadedPack> versions(@Nullable String area) {
        List<LoadedPack> found = area == null ? base : versions.getOrDefault(area, List.of());
        if (found.isEmpty()) {
            throw new UnknownRulesException("areas", areas());
        }
        return found;
    }
}
