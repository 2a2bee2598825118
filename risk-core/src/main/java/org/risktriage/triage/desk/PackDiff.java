package org.risktriage.triage.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Decision.PackId;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.DiffReport.Difference;
import org.risktriage.triage.desk.DiffReport.Kind;
import org.risktriage.triage.desk.ProofReport.ProvedPart;
import org.risktriage.triage.desk.ProofReport.Shown;
import org.risktriage.triage.internal.authoring.ChangeProof;
import org.risktriage.triage.internal.authoring.Proof;
import org.risktriage.triage.internal.authoring.ProvedChange;
import org.risktriage.triage.internal.engine.LoadedPack;

/**
 * Compares two versions of a pack: what differs, in sentences, and which step of the version number that demands. Which way
 * cases can move is proved over all evidence that the rules of either version can tell apart.
 */
public final class PackDiff {
    private final List<LoadedPack> before;
    private final List<LoadedPack> after;
    private final LongConsumer watch;
    private final OverTime outcomes = new OverTime();
    private final List<Shown> shown = new ArrayList<>();
    private final Set<String> unproved = new LinkedHashSet<>();
    private final Map<String, Long> kinds = new LinkedHashMap<>();
    private VersionStep demanded = VersionStep.NONE;

    private PackDiff(List<LoadedPack> before, List<LoadedPack> after, LongConsumer watch) {
        this.before = before;
        this.after = after;
        this.watch = watch;
    }

    /**
     * Compares two versions.
     *
     * @param before the version that is replaced
     * @param after the version that replaces it; it need not be of the same pack
     * @param watch told how many more kinds of evidence were decided, from several threads
     * @return how they differ; findings alone where anything is wrong with either
     * @throws IOException if a folder is not there, or cannot be read
     * @throws UnknownRulesException if there is no such version, or a name stands for several, naming those that there are
     */
    public static DiffReport between(NamedPack before, NamedPack after, LongConsumer watch) throws IOException {
        return between(DraftShelf.alone(before), DraftShelf.alone(after), watch);
    }

    static DiffReport between(DraftShelf before, DraftShelf after, LongConsumer watch) {
        List<Finding> findings = new ArrayList<>(before.findings());
        after.findings().stream().filter(one -> !findings.contains(one)).forEach(findings::add);
        if (!findings.isEmpty()) {
            return new DiffReport(
                    List.copyOf(findings),
                    null,
                    null,
                    null,
                    VersionStep.MAJOR,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new PackDiff(before.spans(), after.spans(), watch).run();
    }

    private DiffReport run() {
        PackId one = before.get(0).identity();
        PackId other = after.get(0).identity();
        VersionStep declared = one.id().equals(other.id()) ? VersionStep.between(one.version(), other.version()) : null;
        if (one.sha256().equals(other.sha256())) {
            return new DiffReport(
                    List.of(), one, other, declared, VersionStep.NONE, List.of(), List.of(), List.of(), List.of());
        }
        demanded = VersionStep.PATCH;
        List<Stretch> stretches = Stretch.of(before, after);
        prove(stretches);
        CasesMoved.tell(stretches, outcomes);
        List<Difference> differences = new ArrayList<>(outcomes.differences());
        differences.addAll(ValuesChanged.between(stretches));
        differences.addAll(WordsChanged.between(before, after));
        differences.sort(Comparator.comparing(Difference::kind));
        differences.forEach(difference -> demanded = demanded.orLarger(difference.step()));
        if (!unproved.isEmpty()) {
            demanded = VersionStep.MAJOR;
        }
        shown.sort(Comparator.comparing(Shown::code));
        return new DiffReport(
                List.of(),
                one,
                other,
                declared,
                demanded,
                List.copyOf(differences),
                kinds.entrySet().stream()
                        .map(part -> new ProvedPart(part.getKey(), part.getValue(), 0))
                        .toList(),
                List.copyOf(shown),
                List.copyOf(unproved));
    }

    private void prove(List<Stretch> stretches) {
        Map<List<Object>, ProvedChange> known = new HashMap<>();
        Set<List<String>> told = new LinkedHashSet<>();
        for (Stretch stretch : stretches) {
            List<Object> decidedBy = List.of(
                    decidedBy(stretch.before(), stretch.beforePolicy()),
                    decidedBy(stretch.after(), stretch.afterPolicy()));
            boolean news = !known.containsKey(decidedBy);
            ProvedChange change = known.computeIfAbsent(
                    decidedBy, key -> ChangeProof.of(stretch.before(), stretch.after(), stretch.from(), watch));
            if (news) {
                for (Proof.Part part : change.parts()) {
                    kinds.merge(part.what(), part.states(), Long::sum);
                }
                unproved.addAll(change.unproved());
            }
            tell(stretch, change, told);
        }
    }

    /** What decides: the rules, and the values that they read or that say which facts there are. */
    private static Map<String, Object> decidedBy(LoadedPack pack, Policy policy) {
        Map<String, Object> decidedBy = new HashMap<>();
        Set<String> keys = new LinkedHashSet<>(pack.rules().readByRoutes());
        LoadedPack.MAKES_FACTS.forEach(made -> keys.add(made.key()));
        keys.stream().filter(policy.keys()::contains).forEach(key -> decidedBy.put(key, policy.text(key)));
        decidedBy.put("", pack.rules().routes());
        return decidedBy;
    }

    private void tell(Stretch stretch, ProvedChange change, Set<List<String>> told) {
        Set<String> lines = new LinkedHashSet<>();
        for (ProvedChange.Line line : change.lines()) {
            boolean level = line.what().equals("level");
            boolean moves = change.moves().stream().anyMatch(move -> move.what().equals(line.what()));
            if (moves) {
                lines.add(line.what());
                outcomes.add(
                        stretch,
                        Kind.OUTCOME,
                        line.what(),
                        line.after() + " yes answers instead of " + line.before()
                                + (level ? " give the level " + line.outcome() : " meet " + line.what()) + ".",
                        line.after() < line.before() ? VersionStep.MINOR : VersionStep.MAJOR);
            }
        }
        for (ProvedChange.Move move : change.moves()) {
            VersionStep step = move.way() == ProvedChange.Way.UP ? VersionStep.MINOR : VersionStep.MAJOR;
            demanded = demanded.orLarger(step);
            if (!lines.contains(move.what())) {
                outcomes.add(stretch, Kind.OUTCOME, move.what(), sentence(move), step);
            }
            if (told.add(List.of(move.what(), move.way().name()))) {
                MessageCode code = move.way() == ProvedChange.Way.UP ? MessageCode.R805 : MessageCode.R804;
                Shown one = PackProof.shown(code, move.shown());
                // A case that crosses a line may move in its level too; it is shown once.
                if (shown.stream().noneMatch(known -> known.before().equals(one.before()))) {
                    shown.add(one);
                }
            }
        }
    }

    private static String sentence(ProvedChange.Move move) {
        boolean up = move.way() == ProvedChange.Way.UP;
        if (move.way() == ProvedChange.Way.UNDECIDED) {
            return "there is evidence on which no rule says what is needed of " + move.what() + ".";
        }
        return switch (move.what()) {
            case "level" -> "some evidence gives a " + (up ? "higher" : "lower") + " level than before.";
            case "scope" ->
                up ? "some people are in scope who were not." : "some people are out of scope who were in it.";
            default ->
                up
                        ? "some evidence meets " + move.what() + " that did not."
                        : "some evidence no longer meets " + move.what() + ".";
        };
    }
}
