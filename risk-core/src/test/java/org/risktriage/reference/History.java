package org.risktriage.reference;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one perpetrator towards the victim, roles not reversed.
 *
 * @param incidents the dates of the incidents that have one; two incidents of one day are two entries
 * @param undated how many incidents have no date
 * @param referrals the dates of the referrals to MARAC
 */
record History(List<LocalDate> incidents, int undated, List<LocalDate> referrals) {

    private static final int WINDOW_MONTHS = 12;

    /** Records alike in all three are one incident, however many people reported it. */
    private record Identity(
            LocalDate on, @Nullable String kind, @Nullable String ref) {}

    static List<History> ofEachPerpetrator(Facts request) {
        List<Facts> perpetrators = request.parts("perpetrators");
        if (perpetrators.isEmpty()) {
            return List.of(of(request.parts("incidents"), request.parts("maracs")));
        }
        return perpetrators.stream()
                .map(perpetrator -> perpetrator.word("ref"))
                .map(ref -> of(concerning(ref, request.parts("incidents")), concerning(ref, request.parts("maracs"))))
                .toList();
    }

    /** Both edges count, and the months are calendar months. */
    int incidentsInTheYearUpTo(LocalDate assessedOn) {
        LocalDate first = assessedOn.minusMonths(WINDOW_MONTHS);
        return (int) incidents.stream()
                .filter(on -> !on.isBefore(first) && !on.isAfter(assessedOn))
                .count();
    }

    /** Any referral can be the anchor, not only the last: a further referral must never lower anything. */
    boolean hasIncidentInTheYearAfterAReferral() {
        return referrals.stream()
                .anyMatch(referredOn -> incidents.stream().anyMatch(on -> isInTheYearAfter(referredOn, on)));
    }

    boolean couldHaveIncidentAfterAReferral(LocalDate assessedOn) {
        return undated > 0 && referrals.stream().anyMatch(referredOn -> referredOn.isBefore(assessedOn));
    }

    /** What happened on the day of the referral is what the referral was about. */
    private static boolean isInTheYearAfter(LocalDate referredOn, LocalDate on) {
        return on.isAfter(referredOn) && !on.isAfter(referredOn.plusMonths(WINDOW_MONTHS));
    }

    /** An entry that names nobody is about every perpetrator listed. */
    private static List<Facts> concerning(String ref, List<Facts> entries) {
        return entries.stream()
                .filter(entry -> entry.wordOrNull("perpetrator") == null || ref.equals(entry.wordOrNull("perpetrator")))
                .toList();
    }

    private static History of(List<Facts> incidents, List<Facts> maracs) {
        // Reversed records drop out before merging: a merged incident counts if any of its records has the direction.
        List<Facts> counting = incidents.stream()
                .filter(incident -> !"reversed".equals(incident.wordOrNull("direction")))
                .toList();
        Set<Identity> distinct = new LinkedHashSet<>();
        int undated = 0;
        for (Facts incident : counting) {
            LocalDate on = incident.dayOrNull("on");
            if (on == null) {
                undated++;
            } else {
                distinct.add(new Identity(on, incident.wordOrNull("kind"), incident.wordOrNull("ref")));
            }
        }
        return new History(
                distinct.stream().map(Identity::on).toList(),
                undated,
                maracs.stream().map(marac -> marac.day("referredOn")).toList());
    }
}
