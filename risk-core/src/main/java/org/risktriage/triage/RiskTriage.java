package org.risktriage.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.internal.cases.CaseRunner;
import org.risktriage.triage.internal.cases.PackViews;
import org.risktriage.triage.internal.cases.WorkedCases;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LiveTriage;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.Content;
import org.risktriage.triage.internal.pack.Manifest;
import org.risktriage.triage.internal.reading.AssessmentChecks;
import org.risktriage.triage.internal.reading.AssessmentReader;
import org.risktriage.triage.internal.reading.CallReader;
import org.risktriage.triage.internal.seal.SealedPack;

/**
 * Applies the rules in force. Make one and keep it: it is immutable and safe for use by many threads.
 *
 * <pre>{@code
 * RiskTriage triage = RiskTriage.bundled();
 * Decision decision = triage.assess(Assessment.builder()
 *     .assessedOn(LocalDate.of(2026, 11, 21))
 *     .answer("q1", Answer.YES).answer("q15", Answer.YES).build());
 * }</pre>
 */
public final class RiskTriage {
    private final PackShelf shelf;
    private final List<WaitingPack> waiting;
    private final Decider decider;
    private final Set<String> profiles;

    private RiskTriage(PackShelf shelf, List<WaitingPack> waiting) {
        this.shelf = shelf;
        this.waiting = List.copyOf(waiting);
        this.decider = new Decider(engineVersion());
        this.profiles = shelf.instruments().stream()
                .filter(instrument -> instrument.scale() == Instrument.Scale.GRADES)
                .map(Instrument::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The rule packs that come with the library. Checks that each pack is whole and that its compiled rules were made from
     * it; {@link #selfTest()} runs the worked cases too.
     *
     * @return the rules, ready for use
     * @throws RulesFaultException if a pack is missing or wrong
     */
    public static RiskTriage bundled() {
        return from();
    }

    /**
     * The rule packs that come with the library, and those in folders beside it. In a folder each pack stands as {@code
     * <id>/<version>/}. The files are read now; what changes later is not seen.
     *
     * @param folders the folders
     * @return the rules, ready for use
     * @throws RulesFaultException if a folder cannot be read, or a pack is missing or wrong: everything that is wrong with any
     *     of them
     */
    public static RiskTriage from(Path... folders) {
        RiskTriage triage = withoutRefused(folders);
        triage.shelf.orRefuse();
        return triage;
    }

    /**
     * The same as {@link #from}, but a pack with which anything is wrong is left out, with those that extend it; {@link
     * #refused()} tells which and why. A pack of a folder whose worked cases do not hold is wrong too.
     *
     * @param folders the folders
     * @return the rules that are whole, ready for use
     * @throws RulesFaultException if a folder cannot be read, or there are no base rules
     */
    public static RiskTriage withoutRefused(Path... folders) {
        List<PackShelf.Place> places = new ArrayList<>();
        for (Path folder : folders) {
            places.add(new PackShelf.Place(Content.folder(folder), null));
        }
        return beside(places, List.of(), List.of());
    }

    /**
     * The rule packs that come with the library, and sealed packs in folders. A sealed pack is one file, which holds one
     * version with its compiled rules, and which an author and an approver have signed. The files are read now; what changes
     * later is not seen.
     *
     * @param policy which of them to believe
     * @param folders the folders; they may hold nothing else
     * @return the rules, ready for use
     * @throws RulesFaultException if a folder cannot be read or holds anything else, or a pack cannot be believed or is
     *     wrong: everything that is wrong with any of them
     */
    public static RiskTriage sealed(SealPolicy policy, Path... folders) {
        RiskTriage triage = sealedWithoutRefused(policy, folders);
        triage.shelf.orRefuse();
        return triage;
    }

    /**
     * The same as {@link #sealed}, but a pack that cannot be believed, or with which anything is wrong, is left out, with
     * those that extend it; {@link #refused()} tells which and why.
     *
     * @param policy which packs to believe
     * @param folders the folders; they may hold nothing but sealed packs
     * @return the rules that are whole, ready for use
     * @throws RulesFaultException if a folder cannot be read or holds anything else, or there are no base rules
     */
    public static RiskTriage sealedWithoutRefused(SealPolicy policy, Path... folders) {
        List<PackShelf.Place> places = new ArrayList<>();
        List<RefusedPack> refused = new ArrayList<>();
        List<WaitingPack> waiting = new ArrayList<>();
        for (Path folder : folders) {
            Content.sealed(folder).forEach((name, file) -> {
                try {
                    SealedPack pack = SealedPack.read(file).trusted(policy);
                    LocalDate day = policy.day();
                    LocalDate usable = day == null ? null : pack.usableFrom();
                    if (usable != null && usable.isAfter(day)) {
                        waiting.add(new WaitingPack(pack.name(), usable));
                    } else {
                        places.add(new PackShelf.Place(pack.content(), pack.loader()));
                    }
                } catch (RulesFaultException e) {
                    refused.add(new RefusedPack(name, List.of(String.valueOf(e.getMessage()))));
                }
            });
        }
        return beside(places, refused, waiting);
    }

    private static RiskTriage beside(
            List<PackShelf.Place> places, List<RefusedPack> refused, List<WaitingPack> waiting) {
        List<PackShelf.Place> all = new ArrayList<>(places);
        Content bundled = Content.bundled();
        all.add(0, new PackShelf.Place(bundled, RiskTriage.class.getClassLoader()));
        RiskTriage triage = new RiskTriage(PackShelf.in(all), waiting);
        List<RefusedPack> more = new ArrayList<>(refused);
        more.addAll(triage.failing(bundled));
        return new RiskTriage(triage.shelf.without(more), waiting);
    }

    /** The packs that do not come with the library and do not keep their own worked cases. */
    private List<RefusedPack> failing(Content bundled) {
        List<RefusedPack> failing = new ArrayList<>();
        Set<Decision.PackId> tried = new HashSet<>();
        for (LoadedPack pack : shelf.all()) {
            if (pack.written().content() != bundled && tried.add(pack.identity())) {
                List<String> faults;
                try {
                    faults = test(pack.identity()).failures();
                } catch (RulesFaultException e) {
                    faults = List.of(String.valueOf(e.getMessage()));
                }
                if (!faults.isEmpty()) {
                    failing.add(new RefusedPack(PackShelf.name(pack), faults));
                }
            }
        }
        return failing;
    }

    private static String engineVersion() {
        Properties properties = new Properties();
        try (InputStream in = RiskTriage.class.getResourceAsStream("/META-INF/risk-triage/engine.properties")) {
            if (in == null) {
                throw new RulesFaultException("The library is incomplete: engine.properties is missing.");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RulesFaultException("The library is incomplete: engine.properties cannot be read.", e);
        }
        return properties.getProperty("version", "");
    }

    /**
     * Decides one assessment under the rules in force in its area on its day.
     *
     * @param assessment the assessment
     * @return the decision, with its reasons
     * @throws InvalidAssessmentException if the assessment is not valid, with every problem
     * @throws UnknownRulesException if there is no such area
     * @throws RulesFaultException if the rules cannot be evaluated; no level follows from that
     */
    public Decision assess(Assessment assessment) {
        Choice choice = shelf.choose(assessment.area(), assessment.instrument(), assessment.assessedOn());
        LoadedPack pack = choice.pack();
        List<Problem> problems = new ArrayList<>();
        AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidAssessmentException(problems);
        }
        return decider.decide(assessment, choice);
    }

    /**
     * Says what to ask next in a contact that goes on. See {@link #nextQuestions(Assessment, Call)}.
     *
     * @param assessment what is known so far
     * @return what to ask next, with the decision so far
     * @throws InvalidAssessmentException as for {@link #assess}
     * @throws UnknownRulesException if there is no such area
     * @throws RulesFaultException if the rules cannot be evaluated
     */
    public NextQuestions nextQuestions(Assessment assessment) {
        return nextQuestions(assessment, Call.GOING_ON);
    }

    /**
     * Says what to ask next, or what to do with a partial assessment once the contact is over.
     *
     * @param assessment what is known so far
     * @param call the contact
     * @return up to three questions with why each matters now, every open question, and the decision so far
     * @throws InvalidAssessmentException as for {@link #assess}, and if {@code asked} names a question about safety that
     *     there is not
     * @throws UnknownRulesException if there is no such area
     * @throws RulesFaultException if the rules cannot be evaluated
     */
    public NextQuestions nextQuestions(Assessment assessment, Call call) {
        Choice choice = shelf.choose(assessment.area(), assessment.instrument(), assessment.assessedOn());
        LoadedPack pack = choice.pack();
        List<Problem> problems = new ArrayList<>();
        AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        CallReader.check(call, pack.safetyIds(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidAssessmentException(problems);
        }
        return LiveTriage.next(decider, assessment, choice, call);
    }

    /**
     * Reads a partial assessment with its contact: the fields of {@link #read(Object, LocalDate)}, and {@code callEnded} and
     * {@code asked}.
     *
     * @param tree the request
     * @param today as for {@link #read(Object, LocalDate)}
     * @return the assessment and the contact, ready for {@link #nextQuestions(Assessment, Call)}
     * @throws InvalidAssessmentException with every problem of form and of sense at once
     * @throws UnknownRulesException if there is no such area
     */
    public PartialAssessment readPartial(@Nullable Object tree, @Nullable LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        Call call = CallReader.read(tree, problems);
        LoadedPack pack = shelf.latest(null);
        try {
            Assessment assessment = read(CallReader.without(tree), today);
            pack = shelf.inForce(assessment.area(), assessment.instrument(), assessment.assessedOn());
            CallReader.check(call, pack.safetyIds(), problems);
            if (problems.isEmpty()) {
                return new PartialAssessment(assessment, call);
            }
        } catch (InvalidAssessmentException e) {
            problems.addAll(0, e.problems());
            CallReader.check(call, pack.safetyIds(), problems);
        }
        throw new InvalidAssessmentException(problems);
    }

    /**
     * Reads an assessment from maps, lists, texts, numbers and truth values, as parsers of JSON or YAML make them, and
     * checks it. Fields are those of the request of {@code POST /v1/assessments}.
     *
     * @param tree the request
     * @return the assessment, ready for {@link #assess}
     * @throws InvalidAssessmentException with every problem of form and of sense at once
     * @throws UnknownRulesException if there is no such area
     */
    public Assessment read(@Nullable Object tree) {
        return read(tree, null);
    }

    /**
     * Reads an assessment as {@link #read(Object)} does, and refuses one that is dated after a day.
     *
     * @param tree the request
     * @param today the last day on which an assessment may be dated, as the caller's clock has it; null to allow any
     * @return the assessment, ready for {@link #assess}
     * @throws InvalidAssessmentException with every problem of form and of sense at once
     * @throws UnknownRulesException if there is no such area
     */
    public Assessment read(@Nullable Object tree, @Nullable LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        Assessment assessment = AssessmentReader.read(tree, profiles, problems);
        boolean dated = !assessment.assessedOn().equals(AssessmentReader.NO_DAY);
        if (dated && today != null && assessment.assessedOn().isAfter(today)) {
            problems.add(new Problem("/assessedOn", "future-date", "An assessment may not be dated after today."));
        }
        try {
            LoadedPack pack = dated
                    ? shelf.inForce(assessment.area(), assessment.instrument(), assessment.assessedOn())
                    : shelf.latest(assessment.area(), assessment.instrument());
            AssessmentChecks.check(assessment, pack.instrument(), pack.refusal(), problems);
        } catch (InvalidAssessmentException e) {
            problems.addAll(e.problems());
            LoadedPack latest = shelf.latest(assessment.area(), assessment.instrument());
            AssessmentChecks.check(assessment, latest.instrument(), latest.refusal(), problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidAssessmentException(problems);
        }
        return assessment;
    }

    /**
     * The packs that were found and are not used, because something is wrong with them.
     *
     * @return the packs with everything that is wrong; empty unless {@link #withoutRefused} was asked
     */
    public List<RefusedPack> refused() {
        return shelf.refused();
    }

    /**
     * The sealed packs that are left out because their first usable day has not come. Everything is as if they were not there.
     *
     * @return the packs, with that day
     */
    public List<WaitingPack> waiting() {
        return waiting;
    }

    /**
     * The areas whose rules are here.
     *
     * @return the areas, by id
     */
    public List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        for (String id : shelf.areas()) {
            LoadedPack latest = shelf.latest(id);
            Manifest manifest = latest.written().manifest();
            areas.add(new Area(
                    id,
                    manifest.title(),
                    manifest.kind(),
                    latest.scores(),
                    shelf.versions(id).stream()
                            .map(pack -> pack.identity().version())
                            .distinct()
                            .toList()));
        }
        return List.copyOf(areas);
    }

    /**
     * The rules of every area beside each other, as they stand on a day.
     *
     * @param day the day
     * @return the areas with rules in force on that day, by id
     */
    public List<AreaRules> areaRules(LocalDate day) {
        List<AreaRules> rules = new ArrayList<>();
        for (Area area : areas()) {
            shelf.versions(area.id()).stream()
                    .filter(pack -> pack.written().inForceOn(day))
                    .forEach(pack -> rules.add(PackViews.inBrief(area, pack, day)));
        }
        return List.copyOf(rules);
    }

    /**
     * The rules that apply where no area is named, in the latest version.
     *
     * @return the identity of the pack
     */
    public Decision.PackId baseRules() {
        return shelf.latest(null).identity();
    }

    /**
     * Decides one assessment under the rules of several areas, to see how they differ. The assessment's own area is not
     * regarded.
     *
     * @param assessment the assessment
     * @param areas ids of the areas; empty for every area there is
     * @return what each area's rules say, in the order of the ids
     * @throws UnknownRulesException if there is no such area
     * @throws RulesFaultException if the rules cannot be evaluated
     */
    public Comparison compare(Assessment assessment, List<String> areas) {
        List<Comparison.UnderArea> answers = new ArrayList<>();
        for (String id :
                areas.isEmpty() ? shelf.areas() : areas.stream().distinct().toList()) {
            String title = shelf.latest(id).written().manifest().title();
            try {
                answers.add(Comparison.UnderArea.of(id, title, assess(assessment.under(id))));
            } catch (InvalidAssessmentException e) {
                answers.add(Comparison.UnderArea.refused(id, title, e.problems()));
            }
        }
        return new Comparison(List.copyOf(answers));
    }

    /**
     * An instrument, in the latest edition that a rule pack scores.
     *
     * @param id id of the instrument
     * @return the instrument
     * @throws UnknownRulesException if there is none, naming those that there are
     */
    public Instrument instrument(String id) {
        List<Instrument> instruments = shelf.instruments();
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownRulesException(
                        "instruments", instruments.stream().map(Instrument::id).toList()));
    }

    /**
     * The identity of every rule pack that is here.
     *
     * @return the packs, by id and then by version
     */
    public List<Decision.PackId> rulePacks() {
        return shelf.all().stream().map(LoadedPack::identity).distinct().toList();
    }

    /**
     * Everything that one version of a rule pack says.
     *
     * @param id id of the pack
     * @param version its version
     * @return the pack, with rules as sentences, parameters, sources and worked cases
     * @throws UnknownRulesException if there is none, naming those that there are
     */
    public RulePack rulePack(String id, String version) {
        return PackViews.whole(shelf.version(id, version));
    }

    /**
     * One version of a rule pack as if it were in force already.
     *
     * @param id id of the pack
     * @param version its version
     * @return what it would decide
     * @throws UnknownRulesException if there is none, naming those that there are
     */
    public Candidate candidate(String id, String version) {
        List<LoadedPack> spans = shelf.version(id, version);
        return Candidate.of(decider, spans.get(spans.size() - 1));
    }

    /**
     * The versions of one rule pack, with the days on which each is in force.
     *
     * @param id id of the pack
     * @return its versions, by those days
     * @throws UnknownRulesException if there is no such pack, naming those that there are
     */
    public List<PackVersion> versions(String id) {
        List<PackVersion> versions = new ArrayList<>();
        for (Decision.PackId pack :
                shelf.versions(id).stream().map(LoadedPack::identity).distinct().toList()) {
            versions.add(PackViews.version(shelf.version(id, pack.version())));
        }
        return List.copyOf(versions);
    }

    /**
     * Runs every worked case of every pack in this process. A service does so before it says that it is ready.
     *
     * @return what came of it
     * @throws RulesFaultException if the cases cannot be read, or the rules cannot be evaluated
     */
    public SelfTest selfTest() {
        // On all processors: a service that starts waits for it.
        List<SelfTest> tested = rulePacks().parallelStream().map(this::test).toList();
        return new SelfTest(
                tested.stream().mapToInt(SelfTest::cases).sum(),
                tested.stream().flatMap(test -> test.failures().stream()).toList());
    }

    private SelfTest test(Decision.PackId pack) {
        List<LoadedPack> spans = shelf.version(pack.id(), pack.version());
        CaseRunner runner = new CaseRunner(spans, decider);
        List<RulePack.WorkedCase> cases = WorkedCases.of(spans.get(spans.size() - 1));
        List<String> failures = new ArrayList<>();
        for (RulePack.WorkedCase worked : cases) {
            runner.run(worked)
                    .differences()
                    .forEach(difference -> failures.add(pack.id() + ", " + worked.name() + ": " + difference));
        }
        return new SelfTest(cases.size(), failures);
    }
}
