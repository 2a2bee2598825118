package org.risktriage.triage.internal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;
import org.risktriage.triage.internal.reading.Fields;
import org.risktriage.triage.internal.rules.RuleInfo;

/**
 * Runs worked cases and says, line by line, what came out differently.
 *
 * <p>{@code expect} may hold: {@code level} ({@code none} for no level), {@code atLeast}, {@code atMost}, {@code settled},
 * {@code complete}, {@code refer}, {@code marac}, {@code yes}; {@code criteria} and {@code distance} by criterion; {@code
 * because}, sentences by id; {@code severity} by prompt; {@code calledForBy}, a list by action of all that calls for it;
 * {@code prompts}, {@code warnings}, {@code unknowns}, {@code fires}: all of these are there;
 * {@code noPrompts}, {@code noWarnings}, {@code noActions}, {@code silent}: none of these is; {@code actions}, due dates
 * by id ({@code none} for no date); {@code services} and {@code gaps}, exactly their ids in order, {@code first}, exactly those
 * that go first; {@code ask}, a list by service or gap; {@code openNow}, {@code opensNext}, {@code openUntil} by service and
 * {@code status} by gap; {@code meeting}, fields of the next meeting; {@code nextQuestions}, how the list begins; {@code levelBecause}; {@code refused},
 * codes by pointer of an assessment that is not valid. A case whose {@code given} has {@code callEnded} is one of a contact:
 * what the contact calls for is among its actions and warnings.
 */
public final class CaseRunner {
    /** Everything that {@code expect} may hold. */
    public static final List<String> EXPECT = List.of(
            "level",
            "atLeast",
            "atMost",
            "settled",
            "complete",
            "refer",
            "marac",
            "yes",
            "criteria",
            "distance",
            "because",
            "severity",
            "calledForBy",
            "actions",
            "ask",
            "openNow",
            "opensNext",
            "openUntil",
            "status",
            "meeting",
            "services",
            "gaps",
            "first",
            "prompts",
            "noPrompts",
            "warnings",
            "noWarnings",
            "noActions",
            "fires",
            "silent",
            "unknowns",
            "levelBecause",
            "nextQuestions",
            "refused");

    private static final int LONGEST = 1_000;
    private static final int MOST = 100;

    private final List<LoadedPack> packs;
    private final Decider decider;

    /**
     * Creates a runner.
     *
     * @param packs the pack whose cases are run, over each version of what it extends: the day of a case decides which
     * @param decider what decides
     */
    public CaseRunner(List<LoadedPack> packs, Decider decider) {
        this.packs = List.copyOf(packs);
        this.decider = decider;
    }

    /** The rules for the day of a case; the latest where it has none that is covered. */
    private LoadedPack on(LocalDate day) {
        return packs.stream()
                .filter(pack -> pack.written().inForceOn(day))
                .findFirst()
                .orElse(packs.get(packs.size() - 1));
    }

    /**
     * What came of a case.
     *
     * @param differences one line for each thing that is not as expected; empty if the case holds
     * @param fired ids of the rules that fired; empty where the assessment is refused
     */
    public record Outcome(List<String> differences, Set<String> fired) {}

    /**
     * Runs a case.
     *
     * @param worked the case
     * @return what came of it
     */
    public Outcome run(WorkedCase worked) {
        List<Problem> problems = new ArrayList<>();
        Call call = CallReader.ofCase(worked.given(), problems);
        Assessment assessment = AssessmentReader.read(CallReader.without(worked.given()), problems);
        LoadedPack pack = on(assessment.assessedOn());
        if (problems.isEmpty()) {
            AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        }
        List<Problem> unclear = new ArrayList<>();
        Fields expect = Fields.of(worked.expect(), "", unclear);
        List<String> differences = new ArrayList<>();
        Map<String, String> refused = texts(expect, "refused", unclear);
        Map<String, String> found = new LinkedHashMap<>();
        problems.forEach(problem -> found.put(problem.pointer(), problem.code()));
        compare("refused", refused, found, differences);
        Set<String> fired = Set.of();
        if (problems.isEmpty()) {
            Decider.Traced traced = decider.trace(assessment, Choice.of(pack), call);
            fired = traced.fired();
            check(expect, traced, pack, unclear, differences);
        }
        expect.refuseOthers();
        unclear.forEach(problem -> differences.add("expect" + problem.pointer() + ": " + problem.message()));
        return new Outcome(List.copyOf(differences), fired);
    }

    private static void check(
            Fields expect, Decider.Traced traced, LoadedPack pack, List<Problem> unclear, List<String> differences) {
        Decision decision = traced.decision();
        same(expect, "level", orNone(decision.level().value()), differences);
        same(expect, "atLeast", orNone(decision.level().atLeast()), differences);
        same(expect, "atMost", orNone(decision.level().atMost()), differences);
        same(expect, "settled", decision.level().settled(), differences);
        same(expect, "complete", decision.complete(), differences);
        same(expect, "refer", decision.marac().refer(), differences);
        same(expect, "marac", decision.marac().status(), differences);
        same(expect, "yes", decision.score().yes(), differences);

        Map<String, String> statuses = new LinkedHashMap<>();
        Map<String, String> distances = new LinkedHashMap<>();
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Decision.Criterion criterion : decision.marac().criteria()) {
            statuses.put(criterion.id(), criterion.status().code());
            distances.put(criterion.id(), String.valueOf(criterion.distance()));
            sentences.put(criterion.id(), criterion.because());
        }
        Map<String, String> due = new LinkedHashMap<>();
        Map<String, String> calledForBy = new LinkedHashMap<>();
        for (Decision.Action action : decision.actions()) {
            due.put(action.id(), orNone(action.due()));
            calledForBy.put(action.id(), action.because().toString());
            sentences.put(action.id(), action.says());
        }
        Map<String, String> severities = new LinkedHashMap<>();
        for (Decision.Prompt prompt : decision.prompts()) {
            severities.put(prompt.id(), prompt.severity().code());
            sentences.put(prompt.id(), prompt.because());
        }
        decision.warnings().forEach(warning -> sentences.put(warning.id(), warning.because()));
        ExpectedRoutes routes = new ExpectedRoutes(decision);
        calledForBy.putAll(routes.calledForBy());
        sentences.putAll(routes.sentences());
        subset("criteria", texts(expect, "criteria", unclear), statuses, differences);
        subset("distance", texts(expect, "distance", unclear), distances, differences);
        subset("because", texts(expect, "because", unclear), sentences, differences);
        subset("severity", texts(expect, "severity", unclear), severities, differences);
        subset("calledForBy", texts(expect, "calledForBy", unclear), calledForBy, differences);
        subset("actions", texts(expect, "actions", unclear), due, differences);

        routes.byId().forEach((name, found) -> subset(name, texts(expect, name, unclear), found, differences));
        routes.exactly().forEach((name, found) -> exactly(expect, name, found, differences));
        List<String> prompts =
                decision.prompts().stream().map(Decision.Prompt::id).toList();
        List<String> warnings =
                decision.warnings().stream().map(Decision.Warning::id).toList();
        present(expect, "prompts", prompts, differences);
        absent(expect, "noPrompts", prompts, differences);
        present(expect, "warnings", warnings, differences);
        absent(expect, "noWarnings", warnings, differences);
        absent(expect, "noActions", due.keySet(), differences);
        List<String> fired = traced.fired().stream()
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
        present(expect, "fires", fired, differences);
        absent(expect, "silent", fired, differences);
        List<String> known = Stream.concat(pack.rules().all().stream().map(RuleInfo::id), pack.off().stream())
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
        present(expect, "silent", known, differences);
        exactly(
                expect,
                "unknowns",
                decision.unknowns().stream().map(Decision.Unknown::question).toList(),
                differences);
        exactly(expect, "levelBecause", decision.level().because(), differences);
        List<String> next = list(expect, "nextQuestions");
        if (next != null && !startsWith(decision.nextQuestions(), next)) {
            differences.add("nextQuestions: expected to begin " + next + ", came " + decision.nextQuestions());
        }
    }

    private static boolean startsWith(List<String> whole, List<String> beginning) {
        return beginning.isEmpty()
                ? whole.isEmpty()
                : whole.size() >= beginning.size()
                        && whole.subList(0, beginning.size()).equals(beginning);
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static void same(Fields expect, String name, Object actual, List<String> differences) {
        Object expected = expect.raw(name);
        if (expected != null && !expected.toString().equals(actual.toString())) {
            differences.add(name + ": expected " + expected + ", came " + actual);
        }
    }

    private static Map<String, String> texts(Fields expect, String name, List<Problem> unclear) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object tree = expect.raw(name);
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        } else if (tree != null) {
            unclear.add(new Problem("/" + name, "wrong-type", "Ids with values are needed here."));
        }
        return texts;
    }

    private static @Nullable List<String> list(Fields expect, String name) {
        return expect.texts(name, MOST, LONGEST);
    }

    private static void compare(
            String what, Map<String, String> expected, Map<String, String> actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + ": expected " + expected + ", came " + actual);
        }
    }

    private static void subset(
            String what, Map<String, String> expected, Map<String, String> actual, List<String> differences) {
        expected.forEach((id, value) -> {
            if (!Objects.equals(value, actual.get(id))) {
                differences.add(what + " " + id + ": expected " + value + ", came "
                        + (actual.containsKey(id) ? actual.get(id) : "nothing"));
            }
        });
    }

    private static void exactly(Fields expect, String name, List<String> actual, List<String> differences) {
        List<String> expected = list(expect, name);
        if (expected != null && !expected.equals(actual)) {
            differences.add(name + ": expected " + expected + ", came " + actual);
        }
    }

    private static void present(Fields expect, String name, Collection<String> actual, List<String> differences) {
        List<String> expected = list(expect, name);
        for (String id : expected == null ? List.<String>of() : expected) {
            if (!actual.contains(id)) {
                differences.add(name + ": " + id + " is not among " + actual);
            }
        }
    }

    private static void absent(Fields expect, String name, Collection<String> actual, List<String> differences) {
        List<String> expected = list(expect, name);
        for (String id : expected == null ? List.<String>of() : expected) {
            if (actual.contains(id)) {
                differences.add(name + ": " + id + " is there and must not be");
            }
        }
    }
}
