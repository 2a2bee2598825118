package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.TrialReport.Difference;
import org.risktriage.triage.desk.TrialReport.Failure;
import org.risktriage.triage.desk.TrialReport.Mutants;
import org.risktriage.triage.desk.TrialReport.TriedPack;
import org.risktriage.triage.internal.authoring.MutationReport;
import org.risktriage.triage.internal.authoring.PackMutation;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;

/**
 * Runs the worked cases of packs that are being written. Their rules are compiled for that, from the pieces that passed the
 * rule profile; a pack with which anything is wrong is not compiled.
 */
public final class PackTrial {
    private static final Pattern EXPECTED = Pattern.compile("(.*?): expected (.*), came (.*)", Pattern.DOTALL);

    private final DraftShelf drafts;
    private final IntConsumer watch;
    private final Decider decider = new Decider("desk");

    private PackTrial(DraftShelf drafts, IntConsumer watch) {
        this.drafts = drafts;
        this.watch = watch;
    }

    /** What to do beside running the cases. */
    public enum Also {
        /** Nothing. */
        NOTHING,
        /** Put small faults into the pack, one at a time, and tell which no case notices. */
        MUTATE
    }

    /**
     * Runs the cases of the packs of a folder.
     *
     * @param folder as for {@link PackCheck#folder}
     * @param also what to do beside
     * @return what came of them; findings alone where anything is wrong with the packs
     * @throws IOException if the folder is not there, or cannot be read
     */
    public static TrialReport folder(Path folder, Also also) throws IOException {
        return folder(folder, also, tried -> {});
    }

    /**
     * Runs the cases of the packs of a folder.
     *
     * @param folder as for {@link PackCheck#folder}
     * @param also what to do beside
     * @param watch told how many more mutants were tried, from several threads; how many there are in all, as a negative
     *     number, before the first of a pack
     * @return as for {@link #folder(Path, Also)}
     * @throws IOException as there
     */
    public static TrialReport folder(Path folder, Also also, IntConsumer watch) throws IOException {
        return new PackTrial(DraftShelf.folder(folder), watch).run(also);
    }

    /**
     * Runs the cases of packs that come with the library.
     *
     * @param pack as for {@link PackCheck#bundled}
     * @param also what to do beside
     * @return what came of them
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static TrialReport bundled(@Nullable String pack, Also also) {
        return bundled(pack, also, tried -> {});
    }

    /**
     * Runs the cases of packs that come with the library.
     *
     * @param pack as for {@link PackCheck#bundled}
     * @param also what to do beside
     * @param watch as for {@link #folder(Path, Also, IntConsumer)}
     * @return what came of them
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static TrialReport bundled(@Nullable String pack, Also also, IntConsumer watch) {
        return new PackTrial(DraftShelf.bundled(pack), watch).run(also);
    }

    /** Runs the cases of packs that were read before. */
    static TrialReport of(DraftShelf drafts) {
        return new PackTrial(drafts, tried -> {}).run(Also.NOTHING);
    }

    private TrialReport run(Also also) {
        List<TriedPack> tried = new ArrayList<>();
        if (drafts.findings().isEmpty()) {
            drafts.packs().forEach((name, spans) -> tried.add(run(name, spans, also)));
        }
        return new TrialReport(drafts.findings(), List.copyOf(tried));
    }

    private TriedPack run(String name, List<LoadedPack> spans, Also also) {
        LoadedPack last = spans.get(spans.size() - 1);
        CaseRunner runner = new CaseRunner(spans, decider);
        List<WorkedCase> cases = WorkedCases.of(last);
        List<Failure> failures = new ArrayList<>();
        for (WorkedCase worked : cases) {
            List<Difference> differences;
            try {
                differences = runner.run(worked).differences().stream()
                        .map(PackTrial::difference)
                        .toList();
            } catch (RulesFaultException e) {
                differences = List.of(new Difference("decision", "", String.valueOf(e.getMessage())));
            }
            if (!differences.isEmpty()) {
                failures.add(new Failure(
                        worked.file(), line(last, worked), worked.name(), differences, reasons(worked, spans)));
            }
        }
        boolean mutate = also == Also.MUTATE && failures.isEmpty();
        return new TriedPack(name, cases.size(), List.copyOf(failures), mutate ? mutants(spans) : null);
    }

    private Mutants mutants(List<LoadedPack> spans) {
        PackMutation mutation = PackMutation.of(drafts.shelf(), spans.get(0).identity(), drafts.loader());
        watch.accept(-mutation.mutants().size());
        MutationReport report = mutation.run(watch);
        return new Mutants(
                report.results().size(),
                report.score(),
                report.survivors().stream()
                        .map(mutant -> mutant.file() + ":" + mutant.line() + " " + mutant.id())
                        .toList());
    }

    private static Difference difference(String words) {
        Matcher expected = EXPECTED.matcher(words);
        if (expected.matches()) {
            return new Difference(expected.group(1), expected.group(2), expected.group(3));
        }
        int colon = words.indexOf(": ");
        return new Difference(words.substring(0, Math.max(0, colon)), "", words.substring(colon < 0 ? 0 : colon + 2));
    }

    private int line(LoadedPack pack, WorkedCase worked) {
        List<String> lines = drafts.content()
                .text(pack.written().folder() + "cases/" + worked.file())
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("name: ") && lines.get(i).contains(worked.name())) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<String> reasons(WorkedCase worked, List<LoadedPack> spans) {
        Call call = CallReader.ofCase(worked.given(), new ArrayList<>());
        Assessment assessment = AssessmentReader.read(CallReader.without(worked.given()), new ArrayList<>());
        LoadedPack pack = spans.stream()
                .filter(span -> span.written().inForceOn(assessment.assessedOn()))
                .findFirst()
                .orElse(spans.get(spans.size() - 1));
        List<String> reasons = new ArrayList<>();
        try {
            Decision decision = decider.trace(assessment, Choice.of(pack), call).decision();
            decision.level().reasons().forEach(reason -> reasons.add(reason.because()));
            decision.marac()
                    .criteria()
                    .forEach(criterion ->
                            reasons.add(criterion.id() + " " + criterion.status() + ": " + criterion.because()));
        } catch (RuntimeException e) {
            // A case that cannot be decided has no reasons; why it cannot is among its differences.
            return List.of();
        }
        return reasons.stream().distinct().toList();
    }
}
