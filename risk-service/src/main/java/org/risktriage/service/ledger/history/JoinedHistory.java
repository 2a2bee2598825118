package org.risktriage.service.ledger.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;

/**
 * What was recorded of somebody and is not in a request about the same person.
 *
 * <p>A fact goes with the request where both name the same perpetrator, or where one of them names none: who is not named
 * may be the same, and an unknown is never a no. What is recorded of other perpetrators is only counted. A fact is left out
 * only if it adds nothing: what either of two records says that counts, counts.
 *
 * @param joined the facts, each once
 * @param otherPerpetrators how many facts are recorded of perpetrators whom the request does not name
 * @param notJoined whether something that was to be joined was not: it could not be read, it may not be shown because that
 *     could not be recorded, or it is more than can be joined; left out if not
 */
public record JoinedHistory(
        List<JoinedFact> joined,
        int otherPerpetrators,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean notJoined) {
    /** Nothing that the request does not hold. */
    public static final JoinedHistory NONE = new JoinedHistory(List.of(), 0, false);

    /** What is recorded could not be read, or may not be shown. */
    public static final JoinedHistory NOT_JOINED = new JoinedHistory(List.of(), 0, true);

    /** Keeps a copy. */
    public JoinedHistory {
        joined = List.copyOf(joined);
    }

    /**
     * Chooses what goes with a request.
     *
     * @param own the request
     * @param recorded what was recorded of the same person
     * @return what the request does not hold
     */
    public static JoinedHistory of(Assessment own, Archive.Facts recorded) {
        return Joining.of(own, recorded);
    }

    /**
     * A request with what was recorded beside what it holds.
     *
     * @param own the request
     * @return the request with more history
     */
    public Assessment addedTo(Assessment own) {
        if (joined.isEmpty()) {
            return own;
        }
        List<Assessment.Incident> incidents = new ArrayList<>(orNone(own.incidents()));
        List<Assessment.Marac> maracs = new ArrayList<>(orNone(own.maracs()));
        List<Assessment.Previous> previous = new ArrayList<>(orNone(own.previous()));
        for (JoinedFact fact : joined) {
            LocalDate on = LocalDate.parse(fact.on());
            String perpetrator = fact.perpetrator().isEmpty() ? null : fact.perpetrator();
            switch (fact.kind()) {
                case INCIDENT ->
                    incidents.add(new Assessment.Incident(
                            on,
                            Objects.requireNonNullElse(IncidentKind.of(fact.what()), IncidentKind.OTHER),
                            fact.extra().isEmpty() ? null : Boolean.valueOf(fact.extra()),
                            fact.direction().equals(Direction.REVERSED.code()) ? Direction.REVERSED : Direction.SAME,
                            perpetrator,
                            fact.ref().isEmpty() ? null : fact.ref()));
                case MARAC ->
                    maracs.add(new Assessment.Marac(
                            on,
                            fact.extra().isEmpty() ? null : LocalDate.parse(fact.extra()),
                            fact.what().isEmpty() ? null : fact.what(),
                            perpetrator));
                case LEVEL ->
                    previous.add(
                            new Assessment.Previous(on, Level.of(fact.what()), Integer.valueOf(fact.extra()), null));
            }
        }
        return own.withHistory(
                kept(own.incidents(), incidents), kept(own.maracs(), maracs), kept(own.previous(), previous));
    }

    /** A list that the request leaves out, and to which nothing is joined, stays left out. */
    private static <T> @Nullable List<T> kept(@Nullable List<T> own, List<T> all) {
        return own == null && all.isEmpty() ? null : all;
    }

    /** A list, or an empty one where it is left out. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
