package org.risktriage.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of one request, without anything that could identify anyone. */
final class RandomPeople {

    private final Dice dice;

    RandomPeople(Dice dice) {
        this.dice = dice;
    }

    Map<String, @Nullable Object> victim() {
        Map<String, @Nullable Object> victim = new LinkedHashMap<>();
        if (dice.percent(80)) {
            victim.put("age", victimAge());
        }
        if (dice.percent(40)) {
            victim.put("pregnant", dice.coin());
        }
        if (dice.percent(30)) {
            victim.put("careAndSupportNeeds", dice.coin());
        }
        return victim;
    }

    List<Map<String, @Nullable Object>> perpetrators(List<String> refs) {
        List<Map<String, @Nullable Object>> perpetrators = new ArrayList<>();
        for (String ref : refs) {
            Map<String, @Nullable Object> perpetrator = new LinkedHashMap<>();
            perpetrator.put("ref", ref);
            if (dice.percent(60)) {
                perpetrator.put("age", dice.percent(25) ? dice.between(13, 17) : dice.between(18, 80));
            }
            if (dice.percent(30)) {
                perpetrator.put("serial", dice.coin());
            }
            if (dice.percent(30)) {
                perpetrator.put("relationship", "ex-partner");
            }
            perpetrators.add(perpetrator);
        }
        return perpetrators;
    }

    List<Map<String, @Nullable Object>> children() {
        List<Map<String, @Nullable Object>> children = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> child = new LinkedHashMap<>();
            child.put("age", dice.between(0, 17));
            child.put("livesWith", dice.oneOf(List.of("victim", "perpetrator", "both", "elsewhere")));
            children.add(child);
        }
        return children;
    }

    private int victimAge() {
        int group = dice.between(0, 9);
        if (group < 2) {
            return dice.coin() ? 15 : dice.between(10, 15);
        }
        return group < 4 ? dice.between(16, 18) : dice.between(18, 90);
    }
}
