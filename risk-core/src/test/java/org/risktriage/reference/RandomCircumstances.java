package org.risktriage.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Circumstances around one request; none of them changes a level or a base criterion. */
final class RandomCircumstances {

    private static final List<String> YES_OR_NO = List.of(
            "worsening",
            "honourBasedAbuse",
            "forcedMarriage",
            "sexualViolence",
            "homicideBelief",
            "managerSignOff",
            "consentToReferral",
            "victimAware",
            "perpetratorPresent",
            "seenAlone",
            "needsAccommodation");

    private final Dice dice;
    private final LocalDate assessedOn;

    RandomCircumstances(Dice dice, LocalDate assessedOn) {
        this.dice = dice;
        this.assessedOn = assessedOn;
    }

    Map<String, @Nullable Object> next() {
        Map<String, @Nullable Object> circumstances = new LinkedHashMap<>();
        for (String name : YES_OR_NO) {
            if (dice.percent(35)) {
                circumstances.put(name, dice.coin());
            }
        }
        if (dice.percent(25)) {
            LocalDate last = dice.between(assessedOn.minusDays(30), assessedOn);
            circumstances.put("lastSexualAssaultOn", dice.percent(30) ? null : last.toString());
        }
        if (dice.percent(20)) {
            circumstances.put("residence", "leicester");
        }
        return circumstances;
    }
}
