package org.risktriage.triage.internal.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.RulePack.Parameter;
import org.risktriage.triage.Source;
import org.risktriage.triage.internal.authoring.LinesTested.Line;
import org.risktriage.triage.internal.authoring.Part.How;
import org.risktriage.triage.internal.authoring.Remark.Kind;
import org.risktriage.triage.internal.authoring.TriedCases.Tried;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.PackFaults;

/** What an experienced reader would say of a pack with which nothing is wrong. */
public final class RuleAdvice {
    private static final String TABLE = "parameters.csv";

    private final LoadedPack pack;
    private final List<LoadedPack> spans;
    private final LocalDate today;
    private final List<CheckedRule> all;
    private final List<CheckedRule> own;
    private final List<Tried> tried;
    private final List<Tried> above = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private RuleAdvice(List<LoadedPack> spans, PackShelf shelf, LocalDate today) {
        this.spans = spans;
        this.pack = spans.get(spans.size() - 1);
        this.today = today;
        this.all = MonotonicityProof.rules(pack);
        this.own = CompileBundledPacks.check(pack.written(), new PackFaults());
        this.tried = TriedCases.of(spans);
        shelf.all().stream()
                .filter(other -> other.extendsPack(pack))
                .map(other ->
                        shelf.version(other.identity().id(), other.identity().version()))
                .distinct()
                .forEach(others -> above.addAll(TriedCases.of(others)));
    }

    /**
     * Advice on one version of a pack.
     *
     * @param spans that version over each version of what it extends
     * @param shelf all packs: cases of those that extend this one count for its rules too
     * @param today the day on which it is looked at
     * @return the advice, by file and line
     */
    public static List<Remark> on(List<LoadedPack> spans, PackShelf shelf, LocalDate today) {
        RuleAdvice advice = new RuleAdvice(spans, shelf, today);
        advice.review();
        advice.sources();
        advice.table();
        advice.lines();
        advice.cases();
        advice.names();
        advice.conditions();
        advice.proof();
        return List.copyOf(advice.remarks);
    }

    private void add(Kind kind, String file, int line, String where, String message) {
        String folder = pack.written().folder().substring(Content.PACKS.length());
        remarks.add(new Remark(kind, folder + file, line, where, message));
    }

    private void add(Kind kind, CheckedRule rule, String message) {
        add(kind, file(rule), rule.line(), "rule '" + name(rule) + "'", message);
    }

    private static String file(CheckedRule rule) {
        String topic = rule.id().substring(rule.id().indexOf('/') + 1, rule.id().lastIndexOf('/'));
        return "rules/" + topic + ".drl";
    }

    private static String name(CheckedRule rule) {
        return rule.id().substring(rule.id().lastIndexOf('/') + 1);
    }

    /** The line of a file of the pack that says something. */
    private int lineOf(String file, String words) {
        List<String> lines = pack.written()
                .content()
                .text(pack.written().folder() + file)
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void review() {
        LocalDate review = pack.written().manifest().reviewBy();
        if (review.isBefore(today)) {
            add(
                    Kind.REVIEW_PASSED,
                    "pack.yaml",
                    lineOf("pack.yaml", "reviewBy:"),
                    "/reviewBy",
                    "The pack was to be looked at again by " + review + ".");
        }
    }

    /** A mark that speaks of a publication needs a source that is one. */
    private void sources() {
        Map<String, Confidence> marks = new HashMap<>();
        for (Source source : pack.written().sources()) {
            marks.put(source.id(), source.confidence());
        }
        for (CheckedRule rule : own) {
            if (claims(rule.confidence()) && !isPublished(marks.get(rule.source()))) {
                add(Kind.NO_SOURCE, rule, unpublished(rule.source()));
            }
        }
        List<Parameter> rows = pack.parameters().own();
        for (int i = 0; i < rows.size(); i++) {
            Parameter row = rows.get(i);
            if (claims(row.confidence().code()) && !isPublished(marks.get(row.source()))) {
                add(Kind.NO_SOURCE, TABLE, pack.parameters().line(i), row.key(), unpublished(row.source()));
            }
        }
    }

    private static boolean claims(String mark) {
        return mark.equals(Confidence.OWNER.code()) || mark.equals(Confidence.COPY.code());
    }

    private static boolean isPublished(@Nullable Confidence mark) {
        return mark == Confidence.OWNER || mark == Confidence.COPY;
    }

    private static String unpublished(String source) {
        return "The mark says that this was published, and the source '" + source + "' is no publication.";
    }

    private void table() {
        List<Parameter> rows = pack.parameters().own();
        for (int i = 0; i < rows.size(); i++) {
            Parameter row = rows.get(i);
            if (row.value().equals(row.instead()) && row.note().isBlank()) {
                add(
                        Kind.SAME_AS_BASE,
                        TABLE,
                        pack.parameters().line(i),
                        row.key(),
                        "The base gives the same value. Leave the row out, or say in its note why it is here.");
            }
        }
    }

    private void lines() {
        LinesTested ofOwn = new LinesTested(own, pack.instrument().items().size());
        LinesTested ofAll = new LinesTested(all, pack.instrument().items().size());
        Set<String> firstRead = new HashSet<>();
        for (List<Tried> cases : List.of(tried, above)) {
            for (Tried one : cases) {
                FactTable facts = new FactTable(one.observed().facts());
                Policy policy = one.observed().policy();
                ofOwn.look(facts, policy);
                if (cases == tried) {
                    ofAll.look(facts, policy);
                }
            }
        }
        Map<String, Integer> rows = new TreeMap<>();
        List<Parameter> parameters = pack.parameters().own();
        for (int i = 0; i < parameters.size(); i++) {
            rows.put(parameters.get(i).key() + " " + parameters.get(i).value(), i);
        }
        ofAll.missing().forEach((line, missing) -> {
            Integer row = rows.get(line.key() + " " + line.value());
            if (row != null && firstRead.add(line.toString())) {
                add(
                        Kind.LINE_WITHOUT_CASES,
                        TABLE,
                        pack.parameters().line(row),
                        line.key(),
                        "No case stands " + inWords(line, missing) + ".");
            }
        });
        Map<String, CheckedRule> byId = new HashMap<>();
        own.forEach(rule -> byId.put(rule.id(), rule));
        ofOwn.missing().forEach((line, missing) -> {
            CheckedRule rule = byId.get(line.key());
            if (rule != null) {
                add(
                        Kind.LINE_WITHOUT_CASES,
                        rule,
                        "No case stands " + inWords(line, missing) + ", with which " + line.field() + " is compared.");
            }
        });
    }

    private static String inWords(Line line, List<Integer> missing) {
        List<String> words = new ArrayList<>();
        for (int distance : missing) {
            words.add(
                    distance < 0
                            ? "one below " + line.value()
                            : distance == 0 ? "on " + line.value() : "one above " + line.value());
        }
        return String.join(", or ", words);
    }

    private void cases() {
        Map<String, Integer> fired = new HashMap<>();
        Set<String> applied = new HashSet<>();
        int decided = 0;
        for (List<Tried> cases : List.of(tried, above)) {
            for (Tried one : cases) {
                decided++;
                one.pack().rules().all().forEach(rule -> applied.add(rule.id()));
                one.observed().traced().fired().forEach(rule -> fired.merge(rule, 1, Integer::sum));
            }
        }
        for (CheckedRule rule : own) {
            int times = fired.getOrDefault(rule.id(), 0);
            if (times == 0) {
                add(Kind.RULE_WITHOUT_CASES, rule, "It fires in no case.");
            } else if (times == decided && applied.contains(rule.id()) && !isAlways(rule)) {
                add(Kind.RULE_WITHOUT_CASES, rule, "It fires in every case.");
            }
        }
    }

    /** A rule without a comparison fires on every assessment; no case can keep it silent. */
    private static boolean isAlways(CheckedRule rule) {
        return rule.parts().stream()
                .allMatch(part ->
                        part.how() == How.ONE && part.clauses().stream().allMatch(Clause.Choice.class::isInstance));
    }

    private void names() {
        for (Tried one : tried) {
            List<String> fired = one.observed().traced().fired().stream()
                    .map(id -> id.substring(id.lastIndexOf('/') + 1))
                    .toList();
            NamesOfCases.otherwise(one.worked().name(), one.decision(), fired)
                    .forEach((said, came) -> add(
                            Kind.NAME_OF_CASE,
                            "cases/" + one.worked().file(),
                            lineOf("cases/" + one.worked().file(), one.worked().name()),
                            "",
                            "The name says '" + said + "'; " + came + "."));
        }
    }

    /** What can be told of conditions without walking any evidence. */
    private void conditions() {
        Policy policy = pack.parameters().on(pack.written().from());
        for (int i = 0; i < own.size(); i++) {
            CheckedRule rule = own.get(i);
            // What a base leaves to areas to choose, a rule of the base may wait for.
            String never = pack.written().isArea()
                    ? NeverTogether.whereValuesStandFast(rule, policy)
                    : NeverTogether.whateverTheValues(rule, policy);
            if (!never.isEmpty()) {
                add(Kind.NEVER_FIRES, rule, never);
            }
            for (CheckedRule other : own.subList(i + 1, own.size())) {
                if (Opposites.conditions(rule).equals(Opposites.conditions(other))) {
                    if (Opposites.are(rule, other)) {
                        contradiction(rule, other.id());
                    } else if (rule.statements().equals(other.statements())) {
                        add(Kind.NEVER_COUNTS, other, "The rule '" + name(rule) + "' is the same.");
                    }
                }
            }
        }
    }

    private void contradiction(CheckedRule rule, String other) {
        add(
                Kind.CONTRADICTION,
                rule,
                "It fires on the same evidence as '" + other.substring(other.indexOf('/') + 1)
                        + "', and says the opposite.");
    }

    private void proof() {
        Proof proof = MonotonicityProof.of(spans, decided -> {});
        for (Proof.Counterexample gap : proof.unstated()) {
            add(Kind.GAP, "pack.yaml", 0, gap.what(), "No rule says what is needed on: " + shown(gap));
        }
        for (Proof.Counterexample overlap : proof.overlapping()) {
            add(Kind.OVERLAP, "pack.yaml", 0, overlap.what(), "Two bands claim: " + shown(overlap));
        }
        Set<String> told = new TreeSet<>();
        remarks.forEach(remark -> told.add(remark.kind() + remark.where()));
        for (CheckedRule rule : own) {
            Proof.Seen seen = proof.rules().get(rule.id());
            if (seen == null || told.contains(Kind.NEVER_FIRES + "rule '" + name(rule) + "'")) {
                continue;
            }
            if (!seen.fires()) {
                // A base may hold rules for a choice that only areas make.
                boolean waits = !pack.written().isArea()
                        && rule.parts().stream()
                                .flatMap(part -> part.clauses().stream())
                                .anyMatch(Clause.Choice.class::isInstance);
                if (!waits) {
                    add(Kind.NEVER_FIRES, rule, "On no evidence do all its conditions hold.");
                }
            } else if (!seen.contradicts().isEmpty()) {
                seen.contradicts().stream()
                        .filter(other -> rule.id().compareTo(other) < 0
                                || own.stream().noneMatch(one -> one.id().equals(other)))
                        .filter(other -> !told.contains(Kind.CONTRADICTION + "rule '" + name(rule) + "'"))
                        .forEach(other -> contradiction(rule, other));
            } else if (!seen.counts()) {
                add(Kind.NEVER_COUNTS, rule, "Whenever it fires, other rules say the same or more.");
            }
        }
    }

    private static String shown(Proof.Counterexample one) {
        return String.join("; ", one.before().given());
    }
}
