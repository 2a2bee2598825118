package org.risktriage.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Referrals and incidents of one request, crowded around the edges of both windows. */
final class RandomHistory {

    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    private static final List<String> KINDS = List.of(
            "police-callout",
            "crime-report",
            "ae-attendance",
            "repair-call",
            "contact",
            "order-breach",
            "disclosure",
            "other");

    private final Dice dice;
    private final LocalDate assessedOn;
    private final List<String> refs;
    private final List<LocalDate> referrals = new ArrayList<>();

    RandomHistory(Dice dice, LocalDate assessedOn, List<String> refs) {
        this.dice = dice;
        this.assessedOn = assessedOn;
        this.refs = refs;
    }

    List<Map<String, @Nullable Object>> maracs() {
        List<Map<String, @Nullable Object>> maracs = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            LocalDate referredOn = referralDay();
            referrals.add(referredOn);
            Map<String, @Nullable Object> marac = new LinkedHashMap<>();
            marac.put("referredOn", referredOn.toString());
            if (dice.percent(40)) {
                marac.put(
                        "heardOn",
                        earlier(assessedOn, referredOn.plusDays(dice.between(0, 28)))
                                .toString());
            }
            namePerpetrator(marac);
            maracs.add(marac);
        }
        return maracs;
    }

    /** Asked for after the referrals, so that incidents can fall on the edges of their windows. */
    List<Map<String, @Nullable Object>> incidents() {
        List<Map<String, @Nullable Object>> incidents = new ArrayList<>();
        int count = dice.percent(20) ? 0 : howMany();
        int undatedChance = dice.oneOf(List.of(0, 0, 20, 60));
        // A case whose incidents are mostly long past keeps the criteria open often enough.
        boolean mostlyOld = dice.percent(35);
        while (incidents.size() < count) {
            incidents.add(
                    !incidents.isEmpty() && dice.percent(20)
                            ? again(dice.oneOf(incidents))
                            : incident(undatedChance, mostlyOld));
        }
        return incidents;
    }

    private Map<String, @Nullable Object> incident(int undatedChance, boolean mostlyOld) {
        Map<String, @Nullable Object> incident = new LinkedHashMap<>();
        if (!dice.percent(undatedChance)) {
            boolean old = mostlyOld && dice.percent(80);
            incident.put("on", (old ? oldDay() : incidentDay()).toString());
        } else if (dice.coin()) {
            incident.put("on", null);
        }
        incident.put("kind", dice.oneOf(KINDS));
        if (dice.percent(30)) {
            incident.put("crime", dice.coin());
        }
        if (dice.percent(25)) {
            incident.put("direction", dice.percent(60) ? "reversed" : "same");
        }
        if (dice.percent(15)) {
            incident.put("ref", dice.oneOf(List.of("log-1", "log-2")));
        }
        namePerpetrator(incident);
        return incident;
    }

    /** A second record of an incident, sometimes different in just one field. */
    private Map<String, @Nullable Object> again(Map<String, @Nullable Object> incident) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(incident);
        switch (dice.between(0, 5)) {
            case 0 -> copy.put("kind", dice.oneOf(KINDS));
            case 1 -> copy.put("ref", dice.oneOf(List.of("log-1", "log-2")));
            case 2 -> copy.put("direction", dice.oneOf(List.of("same", "reversed")));
            case 3 -> {
                copy.remove("perpetrator");
                namePerpetrator(copy);
            }
            default -> {
                // the very same record once more
            }
        }
        return copy;
    }

    private void namePerpetrator(Map<String, @Nullable Object> entry) {
        if (!refs.isEmpty() && dice.percent(70)) {
            entry.put("perpetrator", dice.oneOf(refs));
        }
    }

    private LocalDate referralDay() {
        LocalDate yearAgo = assessedOn.minusMonths(12);
        return notInTheFuture(
                switch (dice.between(0, 9)) {
                    case 0 -> assessedOn.minusDays(dice.between(0, 1));
                    case 1 -> yearAgo.plusDays(dice.between(-1, 1));
                    case 2 -> assessedOn.minusMonths(24).plusDays(dice.between(-1, 1));
                    case 3 -> LEAP_DAY;
                    case 4 -> LEAP_DAY.plusDays(dice.between(-1, 1));
                    // its twelve months hold the leap day, so they are 366 days
                    case 5 -> dice.between(LEAP_DAY.minusMonths(11), LEAP_DAY);
                    case 6 -> monthEnd();
                    case 7 -> dice.between(yearAgo, assessedOn);
                    default -> dice.between(assessedOn.minusMonths(40), assessedOn);
                });
    }

    private LocalDate incidentDay() {
        LocalDate yearAgo = assessedOn.minusMonths(12);
        boolean aboutReferral = !referrals.isEmpty() && dice.percent(55);
        if (aboutReferral) {
            return aboutReferral(dice.oneOf(referrals));
        }
        return notInTheFuture(
                switch (dice.between(0, 7)) {
                    case 0 -> yearAgo.minusDays(1);
                    case 1 -> yearAgo;
                    case 2 -> yearAgo.plusDays(1);
                    case 3 -> assessedOn.minusDays(dice.between(0, 1));
                    case 4 -> LEAP_DAY.plusDays(dice.between(-1, 1));
                    case 5 -> monthEnd();
                    case 6 -> dice.between(yearAgo, assessedOn);
                    default -> dice.between(assessedOn.minusMonths(36), assessedOn);
                });
    }

    private LocalDate aboutReferral(LocalDate referredOn) {
        LocalDate yearOn = referredOn.plusMonths(12);
        return notInTheFuture(
                switch (dice.between(0, 8)) {
                    case 0 -> referredOn;
                    case 1 -> referredOn.minusDays(dice.between(1, 30));
                    case 2 -> referredOn.plusDays(1);
                    case 3 -> yearOn.minusDays(1);
                    case 4, 5 -> yearOn;
                    case 6, 7 -> yearOn.plusDays(1);
                    default -> yearOn.plusDays(dice.between(2, 60));
                });
    }

    private LocalDate oldDay() {
        LocalDate dayBeforeWindow = assessedOn.minusMonths(12).minusDays(1);
        return dice.coin() ? dayBeforeWindow : dice.between(dayBeforeWindow.minusMonths(36), dayBeforeWindow);
    }

    private LocalDate monthEnd() {
        return YearMonth.from(assessedOn).minusMonths(dice.between(1, 26)).atEndOfMonth();
    }

    /** What would lie ahead is moved to the day of the assessment or a few days before it. */
    private LocalDate notInTheFuture(LocalDate day) {
        return day.isAfter(assessedOn) ? assessedOn.minusDays(dice.between(0, 3)) : day;
    }

    /** Often only one, so that no other incident hides on which side of an edge it falls. */
    private int howMany() {
        return dice.percent(35) ? 1 : Math.min(dice.between(1, 8), dice.between(1, 8));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
