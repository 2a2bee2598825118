package org.risktriage.reference;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the 24 items, from blank to complete, in both written forms. */
final class RandomAnswers {

    private static final int ITEMS = 24;

    private static final List<String> STATES = List.of("yes", "no", "dont-know", "declined", "not-asked");
    private static final List<String> UNKNOWN = STATES.subList(2, 5);
    private static final List<String> SOURCES = List.of("victim", "observer", "third-party", "records");

    private static final Map<Integer, List<String>> DETAILS = Map.ofEntries(
            entry(1, List.of("first-injury", "medical-attention")),
            entry(3, List.of("further-harm", "being-killed", "harm-to-children", "other")),
            entry(6, List.of("left", "tried", "planned")),
            entry(8, List.of("online", "in-person")),
            entry(9, List.of("pregnant", "recent-birth")),
            entry(13, List.of("firearm", "blade", "other")),
            entry(14, List.of("self", "children", "other")),
            entry(15, List.of("lost-consciousness")),
            entry(17, List.of("extended-family", "associate")),
            entry(18, List.of("children", "family-member", "former-partner", "other")),
            entry(20, List.of("dependency", "job-loss", "debt")),
            entry(21, List.of("drugs", "alcohol", "mental-health")),
            entry(23, List.of("bail", "non-molestation", "occupation", "contact", "forced-marriage-order", "other")),
            entry(24, List.of("domestic", "sexual", "other-violence", "other")));

    /** Chances in percent of each state, in the order of {@link #STATES}. */
    private static final List<List<Integer>> MIXES = List.of(
            List.of(75, 12, 5, 3, 5),
            List.of(10, 80, 4, 3, 3),
            List.of(20, 80, 0, 0, 0),
            List.of(8, 7, 30, 20, 35),
            List.of(0, 0, 30, 20, 50),
            List.of(0, 0, 0, 0, 100),
            List.of(45, 55, 0, 0, 0),
            List.of(40, 40, 12, 8, 0),
            List.of(30, 40, 10, 8, 12));

    private final Dice dice;

    RandomAnswers(Dice dice) {
        this.dice = dice;
    }

    Map<String, @Nullable Object> next() {
        List<String> states = dice.percent(40) ? nearALine() : mixed(dice.oneOf(MIXES));
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (int item = 1; item <= ITEMS; item++) {
            String state = states.get(item - 1);
            boolean leftOut = state.equals("not-asked") && dice.percent(60);
            if (!leftOut) {
                answers.put("q" + item, dice.percent(35) ? withMore(item, state) : state);
            }
        }
        return answers;
    }

    private List<String> mixed(List<Integer> chances) {
        List<String> states = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            int rest = dice.between(0, 99);
            int state = 0;
            while (rest >= chances.get(state)) {
                rest -= chances.get(state);
                state++;
            }
            states.add(STATES.get(state));
        }
        return states;
    }

    /** A count close to 9, 10, 13 or 14, and few unknowns, so that their number decides. */
    private List<String> nearALine() {
        int yes = dice.between(8, 15);
        int unknown = dice.percent(35) ? 0 : dice.between(1, 6);
        List<String> states = new ArrayList<>(Collections.nCopies(yes, "yes"));
        List<String> kinds = dice.coin() ? UNKNOWN : List.of(dice.oneOf(UNKNOWN));
        for (int i = 0; i < unknown; i++) {
            states.add(dice.oneOf(kinds));
        }
        states.addAll(Collections.nCopies(ITEMS - yes - unknown, "no"));
        for (int last = states.size() - 1; last > 0; last--) {
            Collections.swap(states, last, dice.between(0, last));
        }
        return states;
    }

    private Map<String, @Nullable Object> withMore(int item, String state) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("answer", state);
        if (!state.equals("not-asked") && dice.percent(60)) {
            answer.put("source", dice.oneOf(SOURCES));
        }
        List<String> codes = DETAILS.getOrDefault(item, List.of());
        // A code says what was answered yes to; on any other answer it would be a contradiction.
        List<String> details =
                new ArrayList<>(codes.stream().filter(code -> dice.percent(45)).toList());
        if (state.equals("yes") && !details.isEmpty()) {
            answer.put("details", details);
        }
        return answer;
    }
}
