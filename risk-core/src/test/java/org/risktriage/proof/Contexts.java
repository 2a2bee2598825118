package org.risktriage.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.risktriage.proof.EveryWayOfAnswering.Context;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;

/** What can be known beside the answers, so that every rule that decides has its say. */
final class Contexts {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 5);
    private static final LocalDate REFERRED = LocalDate.of(2026, 6, 1);
    private static final int CHILD = 15;

    /** All of them. */
    static final List<Context> ALL = List.of(
            Context.known("no history", incidents(List.of(), List.of())),
            Context.known("history not given", builder -> builder.assessedOn(DAY)),
            Context.known("one incident short", incidents(List.of(), recent(2))),
            Context.known("escalating", incidents(List.of(), recent(3))),
            undated("an undated incident that could make three", List.of(), recent(2), List.of(DAY, LONG_AGO)),
            undated("an undated incident that decides nothing", List.of(), recent(1), List.of(DAY, LONG_AGO)),
            undated(
                    "an undated incident that could be a repeat",
                    List.of(REFERRED),
                    List.of(),
                    List.of(DAY, LONG_AGO, REFERRED, REFERRED.plusDays(1))),
            undated(
                    "an undated incident that could be either",
                    List.of(REFERRED),
                    List.of(incident(LocalDate.of(2026, 2, 1)), incident(LocalDate.of(2026, 3, 1))),
                    List.of(DAY, LONG_AGO, REFERRED, REFERRED.plusDays(1))),
            Context.known("a repeat", incidents(List.of(REFERRED), recent(1))),
            Context.known(
                    "a judgement of high risk",
                    incidents(List.of(), List.of()).andThen(builder -> builder.judgedHighRisk("Made-up reasons."))),
            Context.known(
                    "under age",
                    incidents(List.of(), List.of())
                            .andThen(builder -> builder.victim(new Assessment.Victim(CHILD, null, null)))),
            Context.known(
                    "under age, judged high",
                    incidents(List.of(), List.of())
                            .andThen(builder -> builder.victim(new Assessment.Victim(CHILD, null, null))
                                    .judgedHighRisk("Made-up reasons."))));

    private Contexts() {}

    private static Consumer<Assessment.Builder> incidents(
            List<LocalDate> referrals, List<Assessment.Incident> incidents) {
        return builder -> builder.assessedOn(DAY)
                .incidents(incidents)
                .maracs(referrals.stream().map(Contexts::referral).toList());
    }

    private static Context undated(
            String name, List<LocalDate> referrals, List<Assessment.Incident> dated, List<LocalDate> couldBeOn) {
        return new Context(
                name,
                incidents(referrals, with(dated, null)),
                couldBeOn.stream()
                        .map(day -> incidents(referrals, with(dated, day)))
                        .toList());
    }

    private static List<Assessment.Incident> with(List<Assessment.Incident> dated, @Nullable LocalDate day) {
        List<Assessment.Incident> all = new ArrayList<>(dated);
        all.add(new Assessment.Incident(day, IncidentKind.DISCLOSURE, null, Direction.SAME, null, null));
        return all;
    }

    private static List<Assessment.Incident> recent(int count) {
        List<Assessment.Incident> incidents = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            incidents.add(incident(DAY.minusMonths(i)));
        }
        return incidents;
    }

    private static Assessment.Incident incident(LocalDate on) {
        return Assessment.Incident.of(on, IncidentKind.POLICE_CALLOUT);
    }

    private static Assessment.Marac referral(LocalDate on) {
        return new Assessment.Marac(on, null, null, null);
    }
}
