package org.risktriage.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;
import org.risktriage.triage.Severity;

/**
 * Says of a decision what it must be, in sentences. Begin with {@link RiskTriageAssertions#assertThat(Decision)}.
 *
 * <p>A failure says what was expected, what came, and the rules' own sentences for it. It shows nothing that a caller put
 * into the assessment, except the days that those sentences name, and not the id that a recorder gave.
 */
public class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
    /** What the rule language takes for an id. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-zA-Z0-9.:_-]*");

    /**
     * Begins assertions about a decision.
     *
     * @param actual the decision; null fails at the first assertion
     */
    public DecisionAssert(@Nullable Decision actual) {
        super(actual, DecisionAssert.class);
    }

    /**
     * The level is high.
     *
     * @return this assertion
     */
    public DecisionAssert isHigh() {
        return hasLevel(Level.HIGH);
    }

    /**
     * The level is medium.
     *
     * @return this assertion
     */
    public DecisionAssert isMedium() {
        return hasLevel(Level.MEDIUM);
    }

    /**
     * The level is standard.
     *
     * @return this assertion
     */
    public DecisionAssert isStandard() {
        return hasLevel(Level.STANDARD);
    }

    /**
     * The level is a given one.
     *
     * @param level the level
     * @return this assertion
     */
    public DecisionAssert hasLevel(Level level) {
        return check(decision -> decision.level().value() == level, "the level " + level.code(), DecisionWords::level);
    }

    /**
     * There is no level: nothing is answered, or the instrument is not for this person.
     *
     * @return this assertion
     */
    public DecisionAssert hasNoLevel() {
        return check(decision -> decision.level().value() == null, "no level", DecisionWords::level);
    }

    /**
     * Nothing unknown could bring the level below a given one: the lower bound is that level or a higher one.
     *
     * @param level the level
     * @return this assertion
     */
    public DecisionAssert isAtLeast(Level level) {
        return check(
                decision -> {
                    Level bound = decision.level().atLeast();
                    return bound != null && bound.compareTo(level) >= 0;
                },
                "a level of at least " + level.code() + ", whatever is still unknown",
                DecisionWords::level);
    }

    /**
     * Nothing unknown could bring the level above a given one: the upper bound is that level or a lower one.
     *
     * @param level the level
     * @return this assertion
     */
    public DecisionAssert isAtMost(Level level) {
        return check(
                decision -> {
                    Level bound = decision.level().atMost();
                    return bound != null && bound.compareTo(level) <= 0;
                },
                "a level of at most " + level.code() + ", whatever is still unknown",
                DecisionWords::level);
    }

    /**
     * The level could be anything from one level to another once everything unknown is known, and nothing else.
     *
     * @param least the lower bound
     * @param most the upper bound
     * @return this assertion
     */
    public DecisionAssert hasBounds(Level least, Level most) {
        return check(
                decision ->
                        decision.level().atLeast() == least && decision.level().atMost() == most,
                "bounds from " + least.code() + " to " + most.code(),
                DecisionWords::level);
    }

    /**
     * There are no bounds: the instrument is not for this person.
     *
     * @return this assertion
     */
    public DecisionAssert hasNoBounds() {
        return check(
                decision ->
                        decision.level().atLeast() == null && decision.level().atMost() == null,
                "no bounds",
                DecisionWords::level);
    }

    /**
     * Nothing unknown could change the level or a criterion.
     *
     * @return this assertion
     */
    public DecisionAssert isSettled() {
        return check(
                decision -> decision.level().settled(),
                "a settled level",
                decision -> DecisionWords.level(decision) + "\n" + DecisionWords.unknowns(decision));
    }

    /**
     * Something unknown could change the level or a criterion.
     *
     * @return this assertion
     */
    public DecisionAssert isUnsettled() {
        return check(decision -> !decision.level().settled(), "a level that is not settled", DecisionWords::level);
    }

    /**
     * Every item was put.
     *
     * @return this assertion
     */
    public DecisionAssert isComplete() {
        return check(Decision::complete, "a complete checklist", DecisionWords::score);
    }

    /**
     * Some item was not put, or none is answered yes or no.
     *
     * @return this assertion
     */
    public DecisionAssert isIncomplete() {
        return check(decision -> !decision.complete(), "an incomplete checklist", DecisionWords::score);
    }

    /**
     * So many answers are yes.
     *
     * @param yes how many
     * @return this assertion
     */
    public DecisionAssert scores(int yes) {
        return check(decision -> decision.score().yes() == yes, yes + " answers of yes", DecisionWords::score);
    }

    /**
     * The recommendation is to refer to the MARAC.
     *
     * @return this assertion
     */
    public DecisionAssert refersToMarac() {
        return check(decision -> decision.marac().refer(), "a referral to the MARAC", DecisionWords::marac);
    }

    /**
     * There is no recommendation to refer to the MARAC.
     *
     * @return this assertion
     */
    public DecisionAssert doesNotReferToMarac() {
        return check(decision -> !decision.marac().refer(), "no referral to the MARAC", DecisionWords::marac);
    }

    /**
     * These are among the reasons for the level.
     *
     * @param id id of a criterion that is met, or of the rule that gives the level
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert because(String id, String... others) {
        List<String> ids = list(id, others);
        return check(
                decision -> decision.level().because().containsAll(ids),
                "a level because of " + String.join(", ", ids),
                DecisionWords::outcome);
    }

    /**
     * These are the reasons for the level, and there is no other.
     *
     * @param id id of a criterion that is met, or of the rule that gives the level
     * @param others more of them, in any order
     * @return this assertion
     */
    public DecisionAssert onlyBecause(String id, String... others) {
        List<String> ids = list(id, others);
        return check(
                decision -> new HashSet<>(decision.level().because()).equals(new HashSet<>(ids)),
                "a level because of " + String.join(", ", ids) + " alone",
                DecisionWords::outcome);
    }

    /**
     * The evidence given meets these criteria.
     *
     * @param criterion id of a criterion
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert meets(String criterion, String... others) {
        return criteria(CriterionStatus.MET, criterion, others);
    }

    /**
     * The evidence given does not meet these criteria, and what is unknown could.
     *
     * @param criterion id of a criterion
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert couldMeet(String criterion, String... others) {
        return criteria(CriterionStatus.COULD_BE_MET, criterion, others);
    }

    /**
     * Nothing unknown could make the evidence meet these criteria. An id that the decision does not list fails too.
     *
     * @param criterion id of a criterion
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert doesNotMeet(String criterion, String... others) {
        return criteria(CriterionStatus.NOT_MET, criterion, others);
    }

    /**
     * So many more of what a criterion counts would meet it.
     *
     * @param criterion id of the criterion
     * @param distance how many more; 0 when met
     * @return this assertion
     */
    public DecisionAssert hasDistance(String criterion, int distance) {
        return check(
                decision -> decision.marac().criteria().stream()
                        .anyMatch(found -> found.id().equals(criterion) && found.distance() == distance),
                criterion + " at a distance of " + distance,
                DecisionWords::marac);
    }

    /**
     * A practitioner must weigh these.
     *
     * @param id id of a prompt
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert prompts(String id, String... others) {
        List<String> ids = list(id, others);
        return check(
                decision -> promptsOf(decision).containsAll(ids),
                "the prompts " + String.join(", ", ids),
                DecisionWords::prompts);
    }

    /**
     * A practitioner must weigh this, and so heavily.
     *
     * @param id id of the prompt
     * @param severity how much it weighs
     * @return this assertion
     */
    public DecisionAssert prompts(String id, Severity severity) {
        return check(
                decision -> decision.prompts().stream()
                        .anyMatch(prompt -> prompt.id().equals(id) && prompt.severity() == severity),
                "the prompt " + id + " as " + severity.code(),
                DecisionWords::prompts);
    }

    /**
     * None of these prompts is there. An id that no rule states passes: copy it from a case in which it comes.
     *
     * @param id id of a prompt
     * @param others more of them
     * @return this assertion
     * @throws IllegalArgumentException if a text cannot be an id
     */
    public DecisionAssert doesNotPrompt(String id, String... others) {
        List<String> ids = idsOf(id, others);
        return check(
                decision -> promptsOf(decision).stream().noneMatch(ids::contains),
                "no prompt " + String.join(", ", ids),
                DecisionWords::prompts);
    }

    /**
     * The reader must know these things about the evidence.
     *
     * @param id id of a warning
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert warns(String id, String... others) {
        List<String> ids = list(id, others);
        return check(
                decision -> warningsOf(decision).containsAll(ids),
                "the warnings " + String.join(", ", ids),
                DecisionWords::warnings);
    }

    /**
     * None of these warnings is there. An id that no rule states passes: copy it from a case in which it comes.
     *
     * @param id id of a warning
     * @param others more of them
     * @return this assertion
     * @throws IllegalArgumentException if a text cannot be an id
     */
    public DecisionAssert doesNotWarn(String id, String... others) {
        List<String> ids = idsOf(id, others);
        return check(
                decision -> warningsOf(decision).stream().noneMatch(ids::contains),
                "no warning " + String.join(", ", ids),
                DecisionWords::warnings);
    }

    /**
     * These are to be done.
     *
     * @param id id of an action
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert asksFor(String id, String... others) {
        List<String> ids = list(id, others);
        return check(
                decision -> actionsOf(decision).containsAll(ids),
                "the actions " + String.join(", ", ids),
                DecisionWords::actions);
    }

    /**
     * This is to be done by a day.
     *
     * @param id id of the action
     * @param due the last day
     * @return this assertion
     */
    public DecisionAssert asksFor(String id, LocalDate due) {
        return check(
                decision -> decision.actions().stream()
                        .anyMatch(action -> action.id().equals(id) && due.equals(action.due())),
                "the action " + id + " by " + due,
                DecisionWords::actions);
    }

    /**
     * None of these actions is there. An id that no rule states passes: copy it from a case in which it comes.
     *
     * @param id id of an action
     * @param others more of them
     * @return this assertion
     * @throws IllegalArgumentException if a text cannot be an id
     */
    public DecisionAssert doesNotAskFor(String id, String... others) {
        List<String> ids = idsOf(id, others);
        return check(
                decision -> actionsOf(decision).stream().noneMatch(ids::contains),
                "no action " + String.join(", ", ids),
                DecisionWords::actions);
    }

    /**
     * These unknown answers could change the level or a criterion.
     *
     * @param question id of an item
     * @param others more of them
     * @return this assertion
     */
    public DecisionAssert wantsToKnow(String question, String... others) {
        List<String> questions = list(question, others);
        return check(
                decision -> decision.unknowns().stream()
                        .map(Decision.Unknown::question)
                        .toList()
                        .containsAll(questions),
                "that it matters what the answer is to " + String.join(", ", questions),
                DecisionWords::unknowns);
    }

    /**
     * These unanswered questions come first, in this order.
     *
     * @param question id of the item to ask first
     * @param others those to ask then
     * @return this assertion
     */
    public DecisionAssert asksNext(String question, String... others) {
        List<String> questions = list(question, others);
        return check(
                decision -> decision.nextQuestions().size() >= questions.size()
                        && decision.nextQuestions().subList(0, questions.size()).equals(questions),
                "that it asks next " + String.join(", ", questions),
                DecisionWords::nextQuestions);
    }

    /**
     * A rule pack said so, in any version: the area's, or the base pack.
     *
     * @param id id of the pack
     * @return this assertion
     */
    public DecisionAssert underPack(String id) {
        return check(
                decision ->
                        packsOf(decision).stream().anyMatch(pack -> pack.id().equals(id)),
                "the pack " + id,
                DecisionWords::rules);
    }

    /**
     * One version of a rule pack said so: of the area's, or of the base pack.
     *
     * @param id id of the pack
     * @param version its version
     * @return this assertion
     */
    public DecisionAssert underPack(String id, String version) {
        return check(
                decision -> packsOf(decision).stream()
                        .anyMatch(pack -> pack.id().equals(id) && pack.version().equals(version)),
                "the pack " + id + " " + version,
                DecisionWords::rules);
    }

    /**
     * An instrument was scored, in any edition.
     *
     * @param id id of the instrument
     * @return this assertion
     */
    public DecisionAssert underInstrument(String id) {
        return check(
                decision -> decision.rules().instrument().id().equals(id),
                "the instrument " + id,
                DecisionWords::rules);
    }

    /**
     * One edition of an instrument was scored.
     *
     * @param id id of the instrument
     * @param edition its edition
     * @return this assertion
     */
    public DecisionAssert underInstrument(String id, String edition) {
        return check(
                decision -> decision.rules().instrument().equals(new Decision.InstrumentId(id, edition)),
                "the instrument " + id + " " + edition,
                DecisionWords::rules);
    }

    /**
     * Nothing in this decision is lower than in another one: not the level, not its lower bound, not the recommendation to
     * refer, and no criterion that was met. Use it to show that more evidence never lowers a result on its way through your
     * code.
     *
     * @param other the decision on less evidence
     * @return this assertion
     */
    public DecisionAssert neverLowerThan(Decision other) {
        return check(
                decision -> Lowered.in(decision, other).isEmpty(),
                "nothing lower than in the other decision",
                decision -> "Lower: " + String.join("; ", Lowered.in(decision, other)) + ".\nThis one: "
                        + DecisionWords.outcome(decision) + "\nThe other one: " + DecisionWords.outcome(other));
    }

    private DecisionAssert criteria(CriterionStatus status, String criterion, String... others) {
        List<String> ids = list(criterion, others);
        return check(
                decision -> ids.stream()
                        .allMatch(id -> decision.marac().criteria().stream()
                                .anyMatch(found -> found.id().equals(id) && found.status() == status)),
                String.join(", ", ids) + " to be " + status.code(),
                DecisionWords::marac);
    }

    private DecisionAssert check(Predicate<Decision> holds, String expected, Function<Decision, String> came) {
        isNotNull();
        if (!holds.test(actual)) {
            failWithMessage("%s", "Expected " + expected + ".\n" + came.apply(actual));
        }
        return this;
    }

    private static List<String> promptsOf(Decision decision) {
        return decision.prompts().stream().map(Decision.Prompt::id).toList();
    }

    private static List<String> warningsOf(Decision decision) {
        return decision.warnings().stream().map(Decision.Warning::id).toList();
    }

    private static List<String> actionsOf(Decision decision) {
        return decision.actions().stream().map(Decision.Action::id).toList();
    }

    private static List<Decision.PackId> packsOf(Decision decision) {
        Decision.PackId area = decision.rules().area();
        Decision.PackId base = decision.rules().base();
        return area == null ? List.of(base) : List.of(area, base);
    }

    private static List<String> list(String first, String... others) {
        List<String> all = new ArrayList<>(1 + others.length);
        all.add(first);
        all.addAll(List.of(others));
        return all;
    }

    /** For what must not be there, where a slip of the pen would pass for ever. */
    private static List<String> idsOf(String first, String... others) {
        List<String> ids = list(first, others);
        for (String id : ids) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "No rule can state such an id: an id begins with a small letter or a digit, and has no blank.");
            }
        }
        return ids;
    }
}
