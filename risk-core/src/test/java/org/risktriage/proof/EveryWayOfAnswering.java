package org.risktriage.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Level;

/**
 * What is said of the unknown, held against every way of answering it: for each count of each of the five states, and for
 * each state of each item that a deciding rule names.
 *
 * <p>The truth is taken from complete checklists alone. Items that no deciding rule names are alike, so that a complete
 * checklist is known by how many of these are yes and by which of the named are; {@link EveryChecklistProof} shows for all
 * complete checklists that this is so.
 */
public final class EveryWayOfAnswering {
    private static final int ITEMS = 24;
    private static final int MOST_SHOWN = 5;
    private static final List<Answer> STATES = List.of(Answer.values());

    private final Function<Assessment, Decision> decide;
    private final List<Integer> named;
    private final List<Integer> alike = new ArrayList<>();

    /**
     * What is known beside the answers.
     *
     * @param name in words
     * @param given adds it to an assessment
     * @param couldBe the same with everything else that is unknown settled, each way in which it could be
     */
    public record Context(String name, Consumer<Assessment.Builder> given, List<Consumer<Assessment.Builder>> couldBe) {
        /** A context in which nothing but answers is unknown. */
        public static Context known(String name, Consumer<Assessment.Builder> given) {
            return new Context(name, given, List.of(given));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What is decided on a complete checklist. */
    private record Outcome(@Nullable Level level, Set<String> met) {}

    /** What is truly open. Changes are told as in a reply; those of the named items in their order. */
    private record Truth(
            @Nullable Level least,
            @Nullable Level most,
            boolean settled,
            Set<String> sure,
            Set<String> possible,
            List<String> alikeChange,
            List<List<String>> namedChange) {}

    /** Which named items are yes and which unknown, and the same of the others as counts. */
    private record Key(int namedYes, int namedUnknown, int yes, int unknown) {}

    /**
     * Creates the check.
     *
     * @param decide what decides
     * @param named ids of the items that deciding rules name
     */
    public EveryWayOfAnswering(Function<Assessment, Decision> decide, Set<String> named) {
        this.decide = decide;
        this.named = IntStream.range(0, ITEMS)
                .filter(place -> named.contains(id(place)))
                .boxed()
                .toList();
        IntStream.range(0, ITEMS).filter(place -> !named.contains(id(place))).forEach(alike::add);
    }

    /**
     * Every kind of partial checklist, each in one arrangement of the items that are alike.
     *
     * @param context what else is known
     * @param seed what decides the arrangement
     * @param every 1 for all of them, 2 for every other, and so on
     * @return how many were checked, and the first of the differences
     */
    public Result check(Context context, long seed, int every) {
        Outcome[][][] complete = new Outcome[context.couldBe().size()][][];
        for (int i = 0; i < complete.length; i++) {
            complete[i] = complete(context.couldBe().get(i));
        }
        Map<Key, Truth> truths = new ConcurrentHashMap<>();
        int ways = (int) Math.pow(STATES.size(), named.size());
        List<Result> results = IntStream.range(0, ways)
                .boxed()
                .flatMap(way -> IntStream.rangeClosed(0, alike.size()).mapToObj(yes -> new int[] {way, yes}))
                .toList()
                .parallelStream()
                .map(part -> part(context, complete, truths, part[0], part[1], seed, every))
                .toList();
        return new Result(
                results.stream().mapToLong(Result::checked).sum(),
                results.stream()
                        .flatMap(result -> result.differences().stream())
                        .limit(MOST_SHOWN)
                        .toList());
    }

    /**
     * What came of a check.
     *
     * @param checked how many partial checklists
     * @param differences what is said and what is true, where they differ
     */
    public record Result(long checked, List<String> differences) {}

    /** All partial checklists with one state of the named items and one count of yes among the others. */
    private Result part(
            Context context, Outcome[][][] complete, Map<Key, Truth> truths, int way, int yes, long seed, int every) {
        Random random = new Random(seed * 31 * 31 + way * 31L + yes);
        Answer[] answers = new Answer[ITEMS];
        int rest = way;
        for (int place : named) {
            answers[place] = STATES.get(rest % STATES.size());
            rest /= STATES.size();
        }
        List<Integer> places = new ArrayList<>(alike);
        List<String> differences = new ArrayList<>(0);
        long checked = 0;
        long number = random.nextInt(every);
        int others = alike.size() - yes;
        for (int no = 0; no <= others; no++) {
            for (int dontKnow = 0; dontKnow <= others - no; dontKnow++) {
                for (int declined = 0; declined <= others - no - dontKnow; declined++) {
                    if (number++ % every == 0) {
                        Collections.shuffle(places, random);
                        int at = fill(answers, places, 0, yes, Answer.YES);
                        at = fill(answers, places, at, no, Answer.NO);
                        at = fill(answers, places, at, dontKnow, Answer.DONT_KNOW);
                        at = fill(answers, places, at, declined, Answer.DECLINED);
                        fill(answers, places, at, alike.size() - at, Answer.NOT_ASKED);
                        Truth truth = truths.computeIfAbsent(key(answers), key -> truth(complete, key));
                        compare(context, answers, truth, differences);
                        checked++;
                    }
                }
            }
        }
        return new Result(checked, differences);
    }

    private static int fill(Answer[] answers, List<Integer> places, int from, int count, Answer answer) {
        for (int i = from; i < from + count; i++) {
            answers[places.get(i)] = answer;
        }
        return from + count;
    }

    private static String id(int place) {
        return "q" + (place + 1);
    }

    private Key key(Answer[] answers) {
        int namedYes = 0;
        int namedUnknown = 0;
        for (int i = 0; i < named.size(); i++) {
            Answer answer = answers[named.get(i)];
            namedYes |= answer == Answer.YES ? 1 << i : 0;
            namedUnknown |= isUnknown(answer) ? 1 << i : 0;
        }
        int yes = 0;
        int unknown = 0;
        for (int place : alike) {
            yes += answers[place] == Answer.YES ? 1 : 0;
            unknown += isUnknown(answers[place]) ? 1 : 0;
        }
        return new Key(namedYes, namedUnknown, yes, unknown);
    }

    private static boolean isUnknown(Answer answer) {
        return answer != Answer.YES && answer != Answer.NO;
    }

    /** Outcomes of complete checklists: by which of the named items are yes, and by how many of the others. */
    private Outcome[][] complete(Consumer<Assessment.Builder> context) {
        Outcome[][] outcomes = new Outcome[1 << named.size()][alike.size() + 1];
        for (int subset = 0; subset < outcomes.length; subset++) {
            for (int count = 0; count <= alike.size(); count++) {
                Answer[] answers = new Answer[ITEMS];
                for (int i = 0; i < named.size(); i++) {
                    answers[named.get(i)] = (subset >> i & 1) == 1 ? Answer.YES : Answer.NO;
                }
                fill(answers, alike, 0, count, Answer.YES);
                fill(answers, alike, count, alike.size() - count, Answer.NO);
                Decision decision = decide.apply(assessment(context, answers));
                outcomes[subset][count] = new Outcome(decision.level().value(), with(decision, CriterionStatus.MET));
            }
        }
        return outcomes;
    }

    private static Assessment assessment(Consumer<Assessment.Builder> context, Answer[] answers) {
        Assessment.Builder builder = Assessment.builder();
        for (int place = 0; place < ITEMS; place++) {
            // Left out or said to be not asked: the same.
            if (answers[place] != Answer.NOT_ASKED || place % 2 == 0) {
                builder.answer(id(place), answers[place]);
            }
        }
        context.accept(builder);
        return builder.build();
    }

    private static Set<String> with(Decision decision, CriterionStatus status) {
        Set<String> found = new TreeSet<>();
        for (Decision.Criterion criterion : decision.marac().criteria()) {
            if (criterion.status() == status) {
                found.add(criterion.id());
            }
        }
        return found;
    }

    private Truth truth(Outcome[][][] complete, Key key) {
        List<Outcome> reachable = new ArrayList<>();
        Set<String> alikeChange = new TreeSet<>();
        List<Set<String>> namedChange =
                named.stream().map(place -> (Set<String>) new TreeSet<String>()).toList();
        for (Outcome[][] outcomes : complete) {
            for (int subset = 0; subset < outcomes.length; subset++) {
                boolean possible =
                        (key.namedYes() & ~subset) == 0 && (subset & ~(key.namedYes() | key.namedUnknown())) == 0;
                for (int count = key.yes(); possible && count <= key.yes() + key.unknown(); count++) {
                    Outcome here = outcomes[subset][count];
                    reachable.add(here);
                    if (count > key.yes()) {
                        alikeChange.addAll(changes(outcomes[subset][count - 1], here));
                    }
                    for (int i = 0; i < named.size(); i++) {
                        if ((key.namedUnknown() >> i & 1) == 1 && (subset >> i & 1) == 1) {
                            namedChange.get(i).addAll(changes(outcomes[subset & ~(1 << i)][count], here));
                        }
                    }
                }
            }
        }
        Set<String> sure = new TreeSet<>(reachable.get(0).met());
        Set<String> possible = new TreeSet<>();
        for (Outcome outcome : reachable) {
            sure.retainAll(outcome.met());
            possible.addAll(outcome.met());
        }
        return new Truth(
                extreme(reachable, (one, other) -> one == null || (other != null && one.compareTo(other) < 0)),
                extreme(reachable, (one, other) -> other == null || (one != null && one.compareTo(other) > 0)),
                reachable.stream().distinct().count() == 1,
                sure,
                possible,
                List.copyOf(alikeChange),
                namedChange.stream().map(List::copyOf).toList());
    }

    private static Set<String> changes(Outcome one, Outcome other) {
        Set<String> changes = new TreeSet<>();
        if (one.level() != other.level()) {
            changes.add("level");
        }
        if (!one.met().equals(other.met())) {
            changes.add("marac");
        }
        return changes;
    }

    private static @Nullable Level extreme(List<Outcome> reachable, BiPredicate<Level, Level> further) {
        Level found = reachable.get(0).level();
        for (Outcome outcome : reachable) {
            found = further.test(outcome.level(), found) ? outcome.level() : found;
        }
        return found;
    }

    private void compare(Context context, Answer[] answers, Truth truth, List<String> differences) {
        Decision decision = decide.apply(assessment(context.given(), answers));
        String said = said(decision);
        String truly = truly(answers, truth);
        if (!said.equals(truly) && differences.size() < MOST_SHOWN) {
            differences.add(context.name() + ", " + List.of(answers) + "\nsays     " + said + "\nis truly " + truly);
        }
    }

    private static String said(Decision decision) {
        return String.join(
                " ",
                String.valueOf(decision.level().value()),
                String.valueOf(decision.level().atLeast()),
                String.valueOf(decision.level().atMost()),
                decision.level().settled() ? "settled" : "open",
                decision.complete() ? "complete" : "incomplete",
                decision.score().toString(),
                "met",
                with(decision, CriterionStatus.MET).toString(),
                "could be",
                with(decision, CriterionStatus.COULD_BE_MET).toString(),
                "unknown",
                decision.unknowns().toString());
    }

    private String truly(Answer[] answers, Truth truth) {
        int[] counts = new int[STATES.size()];
        for (Answer answer : answers) {
            counts[STATES.indexOf(answer)]++;
        }
        int yes = counts[STATES.indexOf(Answer.YES)];
        int no = counts[STATES.indexOf(Answer.NO)];
        int notAsked = counts[STATES.indexOf(Answer.NOT_ASKED)];
        boolean anything = yes + no > 0;
        Set<String> could = new TreeSet<>(truth.possible());
        could.removeAll(truth.sure());
        List<Decision.Unknown> unknowns = new ArrayList<>();
        for (int place = 0; place < ITEMS; place++) {
            List<String> changes =
                    named.contains(place) ? truth.namedChange().get(named.indexOf(place)) : truth.alikeChange();
            if (isUnknown(answers[place]) && !changes.isEmpty()) {
                unknowns.add(new Decision.Unknown(id(place), changes));
            }
        }
        return String.join(
                " ",
                // A level of its own needs something answered.
                String.valueOf(anything || !truth.sure().isEmpty() ? truth.least() : null),
                String.valueOf(truth.least()),
                String.valueOf(truth.most()),
                truth.settled() ? "settled" : "open",
                anything && notAsked == 0 ? "complete" : "incomplete",
                new Decision.Score(
                                yes,
                                no,
                                counts[STATES.indexOf(Answer.DONT_KNOW)],
                                counts[STATES.indexOf(Answer.DECLINED)],
                                notAsked,
                                ITEMS,
                                ITEMS - no)
                        .toString(),
                "met",
                truth.sure().toString(),
                "could be",
                could.toString(),
                "unknown",
                unknowns.toString());
    }
}
