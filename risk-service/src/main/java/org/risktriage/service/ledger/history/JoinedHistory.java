package org.risktriage.service.ledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Fact.FactKind;
import org.risktriage.service.ledger.store.Archive.Recorded;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;

/**
 * What was recorded of somebody and is not in a request about the same person.
 *
 * <p>A fact goes with the request where both name the same perpetrator, or where one of them names none: who is not named
 * may be the same, and an unknown is never a no. What is recorded of other perpetrators is only counted.
 *
 * @param joined the facts, each once
 * @param otherPerpetrators how many facts are recorded of perpetrators whom the request does not name
 */
public record JoinedHistory(List<JoinedFact> joined, int otherPerpetrators) {
    /** Nothing that the request does not hold. */
    public static final JoinedHistory NONE = new JoinedHistory(List.of(), 0);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** As many as a request may hold itself. */
    private static final Map<FactKind, Integer> MOST =
            new EnumMap<>(Map.of(FactKind.INCIDENT, 200, FactKind.MARAC, 50, FactKind.LEVEL, 50));

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
    public static JoinedHistory of(Assessment own, List<Recorded> recorded) {
        Set<String> named = own.perpetrators().stream()
                .map(Assessment.Perpetrator::ref)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Fact> known = new ArrayList<>(ofRequest(own));
        List<JoinedFact> joined = new ArrayList<>();
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        int others = 0;
        for (Recorded one : recorded) {
            Fact fact = one.fact();
            LocalDate happened = LocalDate.parse(fact.happened());
            // An earlier assessment lies before this one; anything else may be of the same day.
            boolean inTime = fact.kind() == FactKind.LEVEL
                    ? happened.isBefore(own.assessedOn())
                    : !happened.isAfter(own.assessedOn());
            if (!inTime
                    || known.stream()
                            .anyMatch(fact.kind() == FactKind.LEVEL ? fact::equals : each -> same(each, fact))) {
                continue;
            }
            if (!fact.perpetrator().isEmpty() && !named.isEmpty() && !named.contains(fact.perpetrator())) {
                known.add(fact);
                others++;
                continue;
            }
            if (counts.merge(fact.kind(), 1, Integer::sum) <= Objects.requireNonNull(MOST.get(fact.kind()))) {
                known.add(fact);
                String perpetrator = named.contains(fact.perpetrator()) ? fact.perpetrator() : "";
                String on = Instant.ofEpochMilli(one.at())
                        .atZone(LONDON)
                        .toLocalDate()
                        .toString();
                joined.add(JoinedFact.of(
                        plain(fact, own.assessedOn()), perpetrator, new JoinedFact.Origin(one.agency(), on)));
            }
        }
        return new JoinedHistory(joined, others);
    }

    /**
     * Where a MARAC was is a text of the other agency's, unless it looks like an id; and a meeting after the day of this
     * assessment has not been yet.
     */
    private static Fact plain(Fact fact, LocalDate day) {
        if (fact.kind() != FactKind.MARAC) {
            return fact;
        }
        boolean heard =
                !fact.extra().isEmpty() && !LocalDate.parse(fact.extra()).isAfter(day);
        return new Fact(
                fact.kind(),
                fact.happened(),
                fact.what().matches("[a-z0-9-]{1,60}") ? fact.what() : "",
                "",
                fact.perpetrator(),
                heard ? fact.extra() : "");
    }

    /** Whether two facts are one that two agencies saw. */
    private static boolean same(Fact a, Fact b) {
        return a.kind() == b.kind()
                && a.happened().equals(b.happened())
                && (a.kind() == FactKind.MARAC || a.what().equals(b.what()))
                && a.direction().equals(b.direction())
                && (a.perpetrator().equals(b.perpetrator())
                        || a.perpetrator().isEmpty()
                        || b.perpetrator().isEmpty());
    }

    private static List<Fact> ofRequest(Assessment own) {
        List<Fact> facts = new ArrayList<>();
        for (Assessment.Incident incident : orNone(own.incidents())) {
            if (incident.on() != null) {
                facts.add(new Fact(
                        FactKind.INCIDENT,
                        incident.on().toString(),
                        incident.kind().code(),
                        incident.direction().code(),
                        orEmpty(incident.perpetrator()),
                        ""));
            }
        }
        for (Assessment.Marac marac : orNone(own.maracs())) {
            facts.add(
                    new Fact(FactKind.MARAC, marac.referredOn().toString(), "", "", orEmpty(marac.perpetrator()), ""));
        }
        for (Assessment.Previous previous : orNone(own.previous())) {
            facts.add(new Fact(
                    FactKind.LEVEL,
                    previous.assessedOn().toString(),
                    previous.level() == null ? "" : previous.level().code(),
                    "",
                    "",
                    previous.yes() == null ? "" : previous.yes().toString()));
        }
        return facts;
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
                            null));
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

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
