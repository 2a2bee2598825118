package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.BaseCriterion;
import org.risktriage.rules.BeyondCalendar;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Outcome;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;
import org.risktriage.triage.internal.pack.WrittenPack;
import org.risktriage.triage.internal.rules.Decided;
import org.risktriage.triage.internal.rules.RuleInfo;
import org.risktriage.triage.internal.rules.RuleSet;
import org.risktriage.triage.internal.rules.Statements;
import org.risktriage.triage.internal.rules.Statements.LevelStatement;
import org.risktriage.triage.internal.rules.Statements.Origin;

/** From a checked assessment to a decision, under one version of the rules. Safe for use by many threads. */
public final class Decider {
    /** Action: assess again. Its day is the next review. */
    private static final String REASSESS = "reassess";

    private final String engine;

    /**
     * Creates a decider.
     *
     * @param engine version of this library, shown in every decision
     */
    public Decider(String engine) {
        this.engine = engine;
    }

    /**
     * A decision, and the rules that fired on the evidence as given.
     *
     * @param decision the decision
     * @param fired ids of the rules
     */
    public record Traced(Decision decision, Set<String> fired) {}

    /**
     * Decides.
     *
     * @param assessment an assessment that was checked against the pack's instrument
     * @param choice the rules in force on its day
     * @return the decision
     * @throws RulesFaultException if the rules cannot be evaluated; there is never a default in its place
     */
    public Decision decide(Assessment assessment, Choice choice) {
        return guarded(() -> new Deciding(assessment, choice, null, false).decision());
    }

    /**
     * Decides, and tells which rules fired.
     *
     * @param assessment as for {@link #decide}
     * @param choice as for {@link #decide}
     * @param call the contact, or null; what it calls for then stands in the decision too
     * @return the decision with the rules that fired
     */
    public Traced trace(Assessment assessment, Choice choice, @Nullable Call call) {
        return guarded(() -> new Deciding(assessment, choice, call, false).traced(call));
    }

    /**
     * A decision, and all that rules were shown for it.
     *
     * @param traced the decision, with the rules that fired
     * @param facts every fact that rules could match
     * @param policy the parameters in force
     */
    public record Observed(Traced traced, List<Fact> facts, Policy policy) {}

    /**
     * Decides, and shows what rules were shown.
     *
     * @param assessment as for {@link #decide}
     * @param choice as for {@link #decide}
     * @param call as for {@link #trace}
     * @return the decision with the facts
     */
    public Observed observe(Assessment assessment, Choice choice, @Nullable Call call) {
        return guarded(() -> {
            Deciding deciding = new Deciding(assessment, choice, call, false);
            return new Observed(deciding.traced(call), List.copyOf(deciding.facts), deciding.policy);
        });
    }

    /**
     * A decision on what is known so far, in a contact.
     *
     * @param decision the decision, as {@link #decide} gives it
     * @param actions what the contact calls for beside it
     * @param warnings what to know in the contact beside it
     * @param decides unknown answers of which one yes decides something now
     * @param danger items about danger to life
     * @param criteria the criteria that an unknown answer could help to meet, by item
     */
    record Live(
            Decision decision,
            List<Decision.Action> actions,
            List<Decision.Warning> warnings,
            Set<String> decides,
            List<String> danger,
            Function<String, Set<String>> criteria) {}

    /** Decides, without finding out which unknown answer could change what: for what one more answer would bring. */
    Decision outline(Assessment assessment, Choice choice) {
        return guarded(() -> new Deciding(assessment, choice, null, true).decision());
    }

    /** Decides in a contact. */
    Live live(Assessment assessment, Choice choice, Call call) {
        return guarded(() -> new Deciding(assessment, choice, call, false).live());
    }

    /**
     * What a decision comes to, without its reasons and without advice.
     *
     * @param level the level; null where there is none
     * @param refer whether the case is referred to the MARAC
     * @param met the criteria that are met, in the order of the pack
     */
    public record Brief(@Nullable Level level, boolean refer, List<String> met) {}

    /**
     * Decides in brief: the same rules on the same facts as {@link #decide}, and of what they decide the level, the criteria
     * and the referral alone. For many cases.
     *
     * @param assessment as for {@link #decide}
     * @param pack the rules
     * @param policy the values, also those of another day than that of the assessment
     * @return what it comes to
     * @throws RulesFaultException as for {@link #decide}
     */
    public Brief brief(Assessment assessment, LoadedPack pack, Policy policy) {
        return guarded(() -> {
            Evidence evidence = evidence(assessment, pack, policy);
            Routes routes = Routes.run(pack, policy, evidence.facts(evidence.given(), false));
            return new Brief(levelOf(routes, evidence.checklist()), refer(routes), routes.metCriteria());
        });
    }

    private static Evidence evidence(Assessment assessment, LoadedPack rules, Policy values) {
        return new Evidence(
                assessment, rules.instrument(), values, rules.rules().routesAskForCrimes());
    }

    /** Nothing answered gives no level of its own; a criterion that is met otherwise gives one. */
    private static @Nullable Level levelOf(Routes routes, Checklist checklist) {
        return checklist.getAnswered() == 0 && !routes.anyMet() ? null : routes.level();
    }

    private static boolean refer(Routes routes) {
        return routes.anyMet() && routes.inScope();
    }

    private interface Work<T> {
        T run();
    }

    /** Turns any fault in the rules into the one fault that callers know: never into a level. */
    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (RulesFaultException | InvalidAssessmentException | UnknownRulesException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new RulesFaultException("The rules could not be evaluated.", e);
        }
    }

    private final class Deciding {
        private final Assessment assessment;
        private final Choice choice;
        private final LoadedPack pack;
        private final Checklist checklist;
        private final Policy policy;
        private final Statements statements;
        private final Possibilities possibilities;
        private final Routes given;
        private final Routes most;
        private final @Nullable Level level;
        private final NextMeeting meeting;
        private final EarlierAssessments earlier;
        private final List<Decision.ProfileRow> profile;
        private final Advice advice;
        private final Routing routing;
        /** Every fact that rules were shown. */
        private final List<Fact> facts = new ArrayList<>();
        /** How many actions and warnings belong to the decision; those after them to the contact. */
        private final int actionsOfDecision;

        private final int warningsOfDecision;

        Deciding(Assessment assessment, Choice choice, @Nullable Call call, boolean boundsAlone) {
            this.assessment = assessment;
            this.choice = choice;
            this.pack = choice.pack();
            this.policy = pack.parameters().on(assessment.assessedOn());
            Evidence evidence = evidence(assessment, pack, policy);
            this.checklist = evidence.checklist();
            this.statements = new Statements(pack.rules()::rule, policy);
            try (RuleSet.Run run = pack.rules().beginAll(statements)) {
                show(run, evidence.facts(evidence.given(), false));
                this.given = Routes.of(pack.criteria(), statements);
                this.possibilities = new Possibilities(pack, policy, evidence, given, boundsAlone);
                this.most = possibilities.most();
                this.level = levelOf(given, checklist);
                this.meeting = NextMeeting.after(assessment.assessedOn(), policy, pack.workingDays());
                List<Fact> decided = baseCriteria();
                decided.add(new Decided(evidence.given(), outcome()));
                this.earlier = new EarlierAssessments(assessment, pack.instrument(), level, checklist.getYes());
                decided.addAll(earlier.facts(policy));
                this.profile = ProfileRows.of(assessment, pack.instrument());
                decided.addAll(ProfileRows.facts(profile, policy));
                show(run, decided);
                if (Advice.isBeyondCalendar(statements, assessment.assessedOn(), pack.workingDays())) {
                    show(
                            run,
                            List.of(new BeyondCalendar(
                                    policy, pack.workingDays().last())));
                }
                this.advice = Advice.of(statements, assessment.assessedOn(), pack.workingDays());
                this.actionsOfDecision = statements.actions().size();
                this.warningsOfDecision = statements.warnings().size();
                if (call != null) {
                    show(run, List.of(new org.risktriage.rules.Call(policy, call.ended() ? "yes" : "no")));
                }
            }
            this.routing = Routing.of(statements.routes(), pack, assessment.askedAt());
        }

        private void show(RuleSet.Run run, List<? extends Fact> shown) {
            facts.addAll(shown);
            run.fire(shown);
        }

        Traced traced(@Nullable Call call) {
            Decision decision = call == null
                    ? decision()
                    : decision(Advice.of(
                            statements, assessment.assessedOn(), choice.pack().workingDays()));
            Set<String> fired = new LinkedHashSet<>();
            statements.fired().forEach(origin -> fired.add(origin.rule().id()));
            return new Traced(decision, fired);
        }

        /** What other rules decide on the same evidence as given. */
        private Routes under(LoadedPack rules, Policy values) {
            Evidence evidence = evidence(assessment, rules, values);
            return Routes.run(rules, values, evidence.facts(evidence.given(), false));
        }

        /** The criteria that the base rules would find met and the area's do not. */
        private List<Fact> baseCriteria() {
            List<Fact> taken = new ArrayList<>(1);
            LoadedPack base = pack.base();
            if (base == null || !pack.written().isArea()) {
                return taken;
            }
            Policy below = base.parameters().on(assessment.assessedOn());
            if (pack.couldDecideOtherwise(policy, below)) {
                under(base, below).standings().forEach((id, standing) -> {
                    if (standing.met() && !given.met(id)) {
                        taken.add(new BaseCriterion(policy, id, Advice.says(standing.stated(), origin -> origin)));
                    }
                });
            }
            return taken;
        }

        private Outcome outcome() {
            Level requested = assessment.requestedLevel();
            String compared = "none";
            if (requested != null) {
                // Where there is no level, whatever is asked for is more than the evidence supports.
                int order = level == null ? 1 : requested.compareTo(level);
                compared = order == 0 ? "same" : order < 0 ? "below" : "above";
            }
            return new Outcome(
                    name(level),
                    name(most.level()),
                    refer(given) ? "yes" : "no",
                    given.inScope() ? "yes" : "no",
                    given.metCriteria(),
                    compared,
                    meeting.waitOrUnknown());
        }

        private static String name(@Nullable Level level) {
            return level == null ? "none" : level.code();
        }

        /** The items about danger to life, in the order in which to ask them. */
        private List<String> danger() {
            return pack.written().isCommon() ? List.of() : policy.list(WrittenPack.DANGER_TO_LIFE);
        }

        Live live() {
            return new Live(
                    decision(),
                    Advice.actions(
                            statements
                                    .actions()
                                    .subList(
                                            actionsOfDecision,
                                            statements.actions().size()),
                            assessment.assessedOn(),
                            pack.workingDays()),
                    Advice.warnings(statements
                            .warnings()
                            .subList(warningsOfDecision, statements.warnings().size())),
                    possibilities.decidingQuestions(),
                    danger(),
                    possibilities::criteria);
        }

        Decision decision() {
            return decision(advice);
        }

        Decision decision(Advice advised) {
            List<Decision.Criterion> criteria = criteria();
            boolean couldChange = false;
            CriterionStatus status = CriterionStatus.NOT_MET;
            for (Decision.Criterion criterion : criteria) {
                couldChange |= criterion.status() == CriterionStatus.COULD_BE_MET;
                status = criterion.status().compareTo(status) < 0 ? criterion.status() : status;
            }
            boolean settled = !couldChange && level == given.level() && given.level() == most.level();
            return new Decision(
                    null,
                    new Decision.LevelFound(
                            level, given.level(), most.level(), settled, levelBecause(), levelReasons(criteria)),
                    new Decision.Score(
                            checklist.getYes(),
                            checklist.getNo(),
                            checklist.getDontKnow(),
                            checklist.getDeclined(),
                            checklist.getNotAsked(),
                            checklist.getOf(),
                            checklist.getYes() + checklist.getUnknown()),
                    checklist.getAnswered() > 0 && checklist.getNotAsked() == 0,
                    new Decision.Marac(refer(given), status, criteria, meeting.told(statements.meetings())),
                    advised.prompts(),
                    advised.actions(),
                    routing.services(),
                    routing.gaps(),
                    advised.warnings(),
                    possibilities.unknowns(),
                    possibilities.nextQuestions(danger()),
                    reassessment(),
                    profile,
                    advised.handling(),
                    pack.written().notice(),
                    rules());
        }

        private Decision.@Nullable Reassessment reassessment() {
            List<Decision.Compared> compared = earlier.compared();
            if (compared == null) {
                return null;
            }
            LocalDate next = null;
            for (Decision.Action action : advice.actions()) {
                next = action.id().equals(REASSESS) ? action.due() : next;
            }
            return new Decision.Reassessment(next, compared);
        }

        private Decision.RulesUsed rules() {
            boolean area = pack.written().isArea();
            return new Decision.RulesUsed(
                    area ? pack.identity() : null,
                    pack.written().basePack().identity(),
                    pack.written().instrument(),
                    engine,
                    pack.chosen()
                            .with(List.of(
                                    pack.identity().version(),
                                    assessment.assessedOn().toString())),
                    overrides(),
                    pack.written().manifest().off(),
                    choice.passedOver(),
                    later());
        }

        private List<Decision.ValueOverride> overrides() {
            List<Decision.ValueOverride> overrides = new ArrayList<>(0);
            for (RulePack.Parameter own : pack.parameters().own()) {
                String instead = own.instead();
                if (instead != null && !instead.equals(own.value()) && own.appliesOn(assessment.assessedOn())) {
                    overrides.add(new Decision.ValueOverride(
                            own.key(), own.value(), instead, own.source(), own.confidence(), own.note()));
                }
            }
            return List.copyOf(overrides);
        }

        /** What rules that are published and not yet in force would decide, where that is something else. */
        private List<Decision.Later> later() {
            List<Decision.Later> answers = new ArrayList<>(0);
            for (Choice.Later later : choice.later()) {
                LoadedPack rules = later.pack();
                Routes routes = under(rules, rules.parameters().on(later.from()));
                Level then = levelOf(routes, checklist);
                if (then != level || !routes.metCriteria().equals(given.metCriteria())) {
                    answers.add(new Decision.Later(
                            later.from(),
                            rules.identity().id(),
                            rules.identity().version(),
                            then,
                            refer(routes),
                            routes.metCriteria()));
                }
            }
            return List.copyOf(answers);
        }

        private List<Decision.Criterion> criteria() {
            List<Decision.Criterion> criteria = new ArrayList<>();
            given.standings().forEach((id, standing) -> {
                RuleInfo rule = standing.stated().get(0).rule();
                CriterionStatus status = standing.met()
                        ? CriterionStatus.MET
                        : most.met(id) ? CriterionStatus.COULD_BE_MET : CriterionStatus.NOT_MET;
                criteria.add(new Decision.Criterion(
                        id,
                        status,
                        Advice.says(standing.stated(), origin -> origin),
                        (int) Math.min(Integer.MAX_VALUE, standing.distance()),
                        rule.id(),
                        rule.source(),
                        rule.confidence()));
            });
            return List.copyOf(criteria);
        }

        /** Whether nothing is answered, so that the level that no yes gives is not one. */
        private boolean withheld() {
            return level == null && given.level() != null;
        }

        private List<String> levelBecause() {
            if (withheld()) {
                return List.of();
            }
            return given.anyMet()
                    ? given.metCriteria()
                    : given.levelStated().stream()
                            .map(statement -> statement.origin().rule().name())
                            .distinct()
                            .toList();
        }

        private List<Decision.Reason> levelReasons(List<Decision.Criterion> criteria) {
            List<Decision.Reason> reasons = new ArrayList<>(1);
            if (withheld()) {
                return List.of();
            }
            for (Decision.Criterion criterion : criteria) {
                if (criterion.status() == CriterionStatus.MET) {
                    reasons.add(new Decision.Reason(
                            criterion.id(),
                            criterion.because(),
                            criterion.rule(),
                            criterion.source(),
                            criterion.confidence()));
                }
            }
            for (LevelStatement statement : given.levelStated()) {
                Origin origin = statement.origin();
                reasons.add(new Decision.Reason(
                        origin.rule().name(),
                        origin.says(),
                        origin.rule().id(),
                        origin.rule().source(),
                        origin.rule().confidence()));
            }
            return List.copyOf(reasons);
        }
    }
}
