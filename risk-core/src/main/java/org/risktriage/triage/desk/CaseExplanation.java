package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.desk.ExplainReport.ExplainedCase;
import org.risktriage.triage.desk.ExplainReport.ExplainedCondition;
import org.risktriage.triage.desk.ExplainReport.ExplainedPart;
import org.risktriage.triage.desk.ExplainReport.ExplainedRule;
import org.risktriage.triage.desk.ExplainReport.LeastChange;
import org.risktriage.triage.internal.authoring.Explained;
import org.risktriage.triage.internal.authoring.Explaining;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.Content;

/** Explains cases under a pack: why they come out as they do, and what is short of what they do not come out as. */
public final class CaseExplanation {
    private static final long LARGEST = 1024 * 1024;
    private static final String FILE = "case.yaml";

    private CaseExplanation() {}

    /**
     * Explains cases under the pack of a folder. Of several versions the last is taken.
     *
     * @param folder as for {@link PackCheck#folder}
     * @param cases a file of cases, as packs have them
     * @param name the name of one of them; null for all
     * @return the explanation; findings alone where anything is wrong with the pack or the file
     * @throws IOException if the folder or the file is not there, or cannot be read
     * @throws UnknownRulesException if there is no case of that name, naming those that there are
     */
    public static ExplainReport folder(Path folder, Path cases, @Nullable String name) throws IOException {
        return of(DraftShelf.folder(folder), cases, name);
    }

    /**
     * Explains cases under a pack that comes with the library.
     *
     * @param pack id of the pack, or id and version as {@code id@version}
     * @param cases as for {@link #folder}
     * @param name as for {@link #folder}
     * @return as for {@link #folder}
     * @throws IOException if the file is not there, or cannot be read
     * @throws UnknownRulesException if there is no such pack, or no case of that name
     */
    public static ExplainReport bundled(String pack, Path cases, @Nullable String name) throws IOException {
        return of(DraftShelf.bundled(pack), cases, name);
    }

    private static ExplainReport of(DraftShelf drafts, Path file, @Nullable String name) throws IOException {
        if (!drafts.findings().isEmpty()) {
            return new ExplainReport(drafts.findings(), "", List.of());
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new NoSuchFileException(file.toString());
        }
        List<Map.Entry<String, List<LoadedPack>>> packs =
                List.copyOf(drafts.packs().entrySet());
        Map.Entry<String, List<LoadedPack>> last = packs.get(packs.size() - 1);
        List<LoadedPack> spans = last.getValue();
        LoadedPack pack = spans.get(spans.size() - 1);
        Content content = Content.of(Map.of(
                pack.written().folder() + "cases/" + FILE,
                Files.readString(file, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1)));
        List<WorkedCase> cases;
        try {
            cases = WorkedCases.of(pack, content);
        } catch (RulesFaultException e) {
            return new ExplainReport(List.of(unread(file, e)), last.getKey(), List.of());
        }
        List<WorkedCase> asked = cases.stream()
                .filter(one -> name == null || one.name().equals(name))
                .toList();
        if (asked.isEmpty()) {
            throw new UnknownRulesException(
                    "cases", cases.stream().map(WorkedCase::name).toList());
        }
        List<ExplainedCase> explained = new ArrayList<>();
        asked.forEach(one -> explained.add(new ExplainedCase(
                one.name(),
                Explaining.of(one, spans).stream().map(CaseExplanation::part).toList())));
        return new ExplainReport(List.of(), last.getKey(), List.copyOf(explained));
    }

    private static Finding unread(Path file, RulesFaultException e) {
        String message =
                String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse("");
        String words = message.substring(message.indexOf(FILE) < 0 ? 0 : message.indexOf(FILE) + FILE.length())
                .replaceFirst("^[:,] *", "");
        return new Finding(MessageCode.of(words, false), String.valueOf(file.getFileName()), 0, 0, "", words, null);
    }

    private static ExplainedPart part(Explained one) {
        Explained.Least least = one.least();
        return new ExplainedPart(
                one.what(),
                one.status(),
                one.because(),
                one.rules().stream()
                        .map(rule -> new ExplainedRule(
                                rule.id(),
                                rule.states(),
                                rule.fires(),
                                rule.conditions().stream()
                                        .map(condition -> new ExplainedCondition(
                                                condition.words(), condition.holds(), condition.found()))
                                        .toList()))
                        .toList(),
                least == null ? null : new LeastChange(least.to(), least.additions()));
    }
}
