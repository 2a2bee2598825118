package org.risktriage.triage.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.authoring.Remark;
import org.risktriage.triage.internal.authoring.RuleAdvice;

/**
 * Gives advice on packs with which nothing is wrong: lines without cases around them, rules that never fire or never make a
 * difference, bands with gaps, reviews that are due.
 */
public final class PackLint {
    private PackLint() {}

    /**
     * Advice on the packs of a folder.
     *
     * @param folder as for {@link PackCheck#folder}
     * @param today the day on which they are looked at
     * @return the advice as findings; or what is wrong with the packs, where that keeps them from being looked at
     * @throws IOException if the folder is not there, or cannot be read
     */
    public static CheckReport folder(Path folder, LocalDate today) throws IOException {
        return of(DraftShelf.folder(folder), today);
    }

    /**
     * Advice on packs that come with the library.
     *
     * @param pack as for {@link PackCheck#bundled}
     * @param today the day on which they are looked at
     * @return the advice as findings
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public static CheckReport bundled(@Nullable String pack, LocalDate today) {
        return of(DraftShelf.bundled(pack), today);
    }

    private static CheckReport of(DraftShelf drafts, LocalDate today) {
        if (!drafts.findings().isEmpty()) {
            return new CheckReport(List.of(), drafts.findings());
        }
        List<Finding> findings = new ArrayList<>();
        drafts.packs()
                .forEach((name, spans) -> RuleAdvice.on(spans, drafts.shelf(), today)
                        .forEach(remark -> findings.add(new Finding(
                                code(remark.kind()),
                                remark.file(),
                                remark.line(),
                                0,
                                remark.where(),
                                remark.message(),
                                null))));
        findings.sort(Comparator.comparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparing(Finding::code)
                .thenComparing(Finding::message));
        return new CheckReport(
                List.copyOf(drafts.packs().keySet()),
                findings.stream().distinct().toList());
    }

    private static MessageCode code(Remark.Kind kind) {
        return switch (kind) {
            case LINE_WITHOUT_CASES -> MessageCode.R701;
            case RULE_WITHOUT_CASES -> MessageCode.R702;
            case NO_SOURCE -> MessageCode.R703;
            case REVIEW_PASSED -> MessageCode.R704;
            case GAP -> MessageCode.R705;
            case OVERLAP -> MessageCode.R706;
            case NEVER_FIRES -> MessageCode.R707;
            case NEVER_COUNTS -> MessageCode.R708;
            case SAME_AS_BASE -> MessageCode.R709;
            case CONTRADICTION -> MessageCode.R710;
            case NAME_OF_CASE -> MessageCode.R711;
        };
    }
}
