package org.risktriage.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Valid requests, one after another, the same for the same seed. All of them are made up: nobody's assessment is in
 * here. Written from the published facts and the contract's vocabulary, shares no code with the engine.
 *
 * <p>Counts crowd around the lines and dates around the window edges, where a wrong rule shows. Every map and list
 * returned is the caller's own and may be changed.
 */
public final class RandomAssessments {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);

    /** Month ends, year ends, and the days whose twelve months touch 29 February 2024. */
    private static final List<LocalDate> EDGE_DAYS = List.of(
            FIRST_DAY,
            LocalDate.of(2024, 8, 31),
            LocalDate.of(2024, 11, 30),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 1, 31),
            LocalDate.of(2025, 2, 27),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 10, 31),
            LAST_DAY);

    private final Dice dice;
    private final RandomAnswers answers;

    public RandomAssessments(long seed) {
        this.dice = new Dice(new SplittableRandom(seed));
        this.answers = new RandomAnswers(dice);
    }

    /** The next request. */
    public Map<String, @Nullable Object> next() {
        LocalDate assessedOn = dice.percent(60) ? dice.oneOf(EDGE_DAYS) : dice.between(FIRST_DAY, LAST_DAY);
        RandomPeople people = new RandomPeople(dice);
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        if (dice.coin()) {
            request.put("instrument", "safelives-dash");
        }
        request.put("assessedOn", assessedOn.toString());
        request.put("answers", answers.next());
        addJudgement(request);
        addPerpetratorsAndHistory(request, people, assessedOn);
        if (dice.percent(25)) {
            request.put("previous", previous(assessedOn));
        }
        if (dice.percent(70)) {
            request.put("victim", people.victim());
        }
        if (dice.percent(40)) {
            request.put("children", people.children());
        }
        if (dice.percent(40)) {
            request.put("circumstances", new RandomCircumstances(dice, assessedOn).next());
        }
        if (dice.percent(15)) {
            request.put("references", new LinkedHashMap<>(Map.of("case", "case-" + dice.between(1, 9999))));
        }
        return request;
    }

    private void addJudgement(Map<String, @Nullable Object> request) {
        if (dice.percent(20)) {
            boolean highRisk = dice.percent(60);
            Map<String, @Nullable Object> judgement = new LinkedHashMap<>();
            judgement.put("highRisk", highRisk);
            if (highRisk || dice.coin()) {
                judgement.put("rationale", "Made-up reasons for a made-up case.");
            }
            request.put("judgement", judgement);
        }
        if (dice.percent(25)) {
            request.put("requestedLevel", dice.oneOf(List.of("standard", "medium", "high")));
        }
    }

    private void addPerpetratorsAndHistory(
            Map<String, @Nullable Object> request, RandomPeople people, LocalDate assessedOn) {
        List<String> refs = dice.oneOf(List.of(List.of(), List.of("A"), List.of("A", "B")));
        if (!refs.isEmpty() || dice.percent(30)) {
            request.put("perpetrators", people.perpetrators(refs));
        }
        RandomHistory history = new RandomHistory(dice, assessedOn, refs);
        if (dice.percent(55)) {
            request.put("maracs", history.maracs());
        }
        if (dice.percent(70)) {
            request.put("incidents", history.incidents());
        }
    }

    private List<Map<String, @Nullable Object>> previous(LocalDate assessedOn) {
        List<Map<String, @Nullable Object>> previous = new ArrayList<>();
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            int yes = dice.between(0, 24);
            String band = yes >= 10 ? "medium" : "standard";
            Map<String, @Nullable Object> earlier = new LinkedHashMap<>();
            earlier.put(
                    "assessedOn",
                    dice.between(assessedOn.minusMonths(18), assessedOn.minusDays(1))
                            .toString());
            // An earlier level can stand above its count, never below it.
            earlier.put("level", yes >= 14 || dice.percent(20) ? "high" : band);
            earlier.put("yes", yes);
            previous.add(earlier);
        }
        return previous;
    }
}
