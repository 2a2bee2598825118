package org.risktriage.service.ledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Fact.FactKind;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;

/**
 * Chooses what goes with a request. A fact is left out only if it adds nothing to what the request, or another fact, says
 * of each perpetrator whom it concerns. Which records are of one incident is for the rules' engine to say, so that facts of
 * several agencies count as they would in one request.
 */
final class Joining {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** As many as a request may hold itself. */
    private static final Map<FactKind, Integer> MOST =
            new EnumMap<>(Map.of(FactKind.INCIDENT, 200, FactKind.MARAC, 50, FactKind.LEVEL, 50));

    private final Assessment own;
    private final String subject;
    /** The perpetrators whom the request names. */
    private final Set<String> named;
    /** Those to whom a fact that names nobody belongs: all of them, and where none is named the one without a name. */
    private final Set<String> everyone;
    /** What the request says, and what is joined to it. */
    private final Map<Key, List<Known>> known = new HashMap<>();

    private final Map<String, String> ownRefs = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** What two facts have in common that may be one. */
    private record Key(FactKind kind, String happened, String what, String ref) {
        static Key of(Fact fact) {
            return new Key(
                    fact.kind(), fact.happened(), fact.kind() == FactKind.INCIDENT ? fact.what() : "", fact.ref());
        }
    }

    /** A fact and whom it concerns; who recorded it, unless the request itself says it. */
    private record Known(Fact fact, Set<String> whom, Archive.@Nullable Recorded recorded) {}

    private Joining(Assessment own, String subject) {
        this.own = own;
        this.subject = subject;
        this.named = own.perpetrators().stream()
                .map(Assessment.Perpetrator::ref)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.everyone = named.isEmpty() ? Set.of("") : named;
    }

    static JoinedHistory of(Assessment own, Archive.Facts recorded) {
        // Of whom nothing is recorded there is no id either.
        return recorded.facts().isEmpty() ? JoinedHistory.NONE : new Joining(own, recorded.subject()).joined(recorded);
    }

    private JoinedHistory joined(Archive.Facts recorded) {
        ofRequest();
        Set<Fact> others = new HashSet<>();
        List<Known> candidates = new ArrayList<>();
        for (Archive.Recorded one : recorded.facts()) {
            Fact fact = plain(one.fact());
            if (!inTime(fact)) {
                continue;
            }
            if (isOther(fact)) {
                // What one perpetrator did takes nothing from what is known of another.
                others.add(with(fact, fact.kind() == FactKind.MARAC ? "" : fact.what(), ""));
            } else {
                candidates.add(new Known(fact, whom(fact.perpetrator()), one));
            }
        }
        List<Known> taken = taken(openLeftOpen(candidates));
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        List<JoinedFact> joined = new ArrayList<>();
        for (Known one : taken) {
            FactKind kind = one.fact().kind();
            if (counts.merge(kind, 1, Integer::sum) <= Objects.requireNonNull(MOST.get(kind))) {
                joined.add(shown(one.fact(), Objects.requireNonNull(one.recorded())));
            }
        }
        return new JoinedHistory(joined, others.size(), !recorded.all() || joined.size() < taken.size());
    }

    /** An earlier assessment lies before this one; anything else may be of the same day. */
    private boolean inTime(Fact fact) {
        LocalDate happened = LocalDate.parse(fact.happened());
        return fact.kind() == FactKind.LEVEL
                ? happened.isBefore(own.assessedOn())
                : !happened.isAfter(own.assessedOn());
    }

    private boolean isOther(Fact fact) {
        return !fact.perpetrator().isEmpty() && !named.isEmpty() && !named.contains(fact.perpetrator());
    }

    private Set<String> whom(String perpetrator) {
        return named.contains(perpetrator) ? Set.of(perpetrator) : everyone;
    }

    /**
     * Where a MARAC was is a text of the other agency's, unless it looks like an id; and a meeting after the day of this
     * assessment has not been yet.
     */
    private Fact plain(Fact fact) {
        if (fact.kind() != FactKind.MARAC) {
            return fact;
        }
        boolean heard =
                !fact.extra().isEmpty() && !LocalDate.parse(fact.extra()).isAfter(own.assessedOn());
        return with(fact, fact.what().matches("[a-z0-9-]{1,60}") ? fact.what() : "", heard ? fact.extra() : "");
    }

    private static Fact with(Fact fact, String what, String extra) {
        return new Fact(fact.kind(), fact.happened(), what, fact.direction(), fact.perpetrator(), extra, fact.ref());
    }

    /**
     * Where one record of an incident does not say whether it was a crime, another that says it was none does not settle it:
     * an unknown is never a no, and what one agency leaves open may count.
     */
    private List<Known> openLeftOpen(List<Known> candidates) {
        Map<Key, Set<String>> open = new HashMap<>();
        known.values().forEach(list -> list.forEach(each -> noteIfOpen(each, open)));
        candidates.forEach(each -> noteIfOpen(each, open));
        List<Known> all = new ArrayList<>();
        for (Known one : candidates) {
            Fact fact = one.fact();
            boolean leave = fact.kind() == FactKind.INCIDENT
                    && fact.extra().equals("false")
                    && !Collections.disjoint(open.getOrDefault(Key.of(fact), Set.of()), one.whom());
            all.add(leave ? new Known(with(fact, fact.what(), ""), one.whom(), one.recorded()) : one);
        }
        return all;
    }

    private static void noteIfOpen(Known one, Map<Key, Set<String>> open) {
        if (one.fact().kind() == FactKind.INCIDENT && one.fact().extra().isEmpty()) {
            open.computeIfAbsent(Key.of(one.fact()), key -> new HashSet<>()).addAll(one.whom());
        }
    }

    /** Those that add something, in their order. */
    private List<Known> taken(List<Known> candidates) {
        Set<Known> taken = new LinkedHashSet<>();
        for (Known one : candidates) {
            List<Known> alike = known.computeIfAbsent(Key.of(one.fact()), key -> new ArrayList<>());
            boolean adds = one.whom().stream()
                    .anyMatch(who -> alike.stream()
                            .noneMatch(each -> each.whom().contains(who) && saysAsMuch(each.fact(), one.fact())));
            if (adds) {
                // A fact that was taken before adds nothing to one that says more.
                alike.removeIf(each -> each.recorded() != null
                        && one.whom().containsAll(each.whom())
                        && saysAsMuch(one.fact(), each.fact())
                        && taken.remove(each));
                alike.add(one);
                taken.add(one);
            }
        }
        return List.copyOf(taken);
    }

    /** Whether all of one fact that counts stands in another with the same key. */
    private boolean saysAsMuch(Fact more, Fact less) {
        return switch (more.kind()) {
            case INCIDENT ->
                crime(more) >= crime(less)
                        && (more.direction().equals(Direction.SAME.code())
                                || less.direction().equals(Direction.REVERSED.code()));
            case MARAC ->
                place(more) >= place(less)
                        && (less.extra().isEmpty() || less.extra().equals(more.extra()));
            case LEVEL -> more.what().equals(less.what()) && more.extra().equals(less.extra());
        };
    }

    /** How much an incident may count as a crime. */
    private static int crime(Fact fact) {
        if (fact.extra().isEmpty()) {
            return fact.what().equals(IncidentKind.CRIME_REPORT.code()) ? 2 : 1;
        }
        return fact.extra().equals("true") ? 2 : 0;
    }

    /** How much a MARAC may count as the area's own. */
    private int place(Fact fact) {
        if (fact.what().isEmpty() || own.area() == null) {
            return 1;
        }
        return fact.what().equals(own.area()) ? 2 : 0;
    }

    private JoinedFact shown(Fact fact, Archive.Recorded recorded) {
        String on =
                Instant.ofEpochMilli(recorded.at()).atZone(LONDON).toLocalDate().toString();
        return new JoinedFact(
                fact.kind(),
                fact.happened(),
                fact.what(),
                fact.direction(),
                named.contains(fact.perpetrator()) ? fact.perpetrator() : "",
                fact.extra(),
                fact.ref().isEmpty() ? "" : ref(fact.ref()),
                new JoinedFact.Origin(recorded.agency(), on));
    }

    /** The request's own reference, where another record has the same; else a number that the request has not. */
    private String ref(String mark) {
        String same = ownRefs.get(mark);
        if (same == null) {
            same = numbers.get(mark);
        }
        if (same == null) {
            int number = numbers.size() + 1;
            while (ownRefs.containsValue("joined-" + number) || numbers.containsValue("joined-" + number)) {
                number++;
            }
            same = "joined-" + number;
            numbers.put(mark, same);
        }
        return same;
    }

    private void ofRequest() {
        for (Assessment.Incident incident : JoinedHistory.orNone(own.incidents())) {
            String ref = orEmpty(incident.ref());
            String mark = ref.isEmpty() ? "" : Fact.mark(subject, ref);
            if (!ref.isEmpty()) {
                ownRefs.put(mark, ref);
            }
            if (incident.on() != null) {
                says(new Fact(
                        FactKind.INCIDENT,
                        incident.on().toString(),
                        incident.kind().code(),
                        incident.direction().code(),
                        orEmpty(incident.perpetrator()),
                        incident.crime() == null ? "" : incident.crime().toString(),
                        mark));
            }
        }
        for (Assessment.Marac marac : JoinedHistory.orNone(own.maracs())) {
            says(new Fact(
                    FactKind.MARAC,
                    marac.referredOn().toString(),
                    orEmpty(marac.area()),
                    "",
                    orEmpty(marac.perpetrator()),
                    marac.heardOn() == null ? "" : marac.heardOn().toString(),
                    ""));
        }
        for (Assessment.Previous previous : JoinedHistory.orNone(own.previous())) {
            says(new Fact(
                    FactKind.LEVEL,
                    previous.assessedOn().toString(),
                    previous.level() == null ? "" : previous.level().code(),
                    "",
                    "",
                    previous.yes() == null ? "" : previous.yes().toString(),
                    ""));
        }
    }

    private void says(Fact fact) {
        known.computeIfAbsent(Key.of(fact), key -> new ArrayList<>())
                .add(new Known(fact, whom(fact.perpetrator()), null));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
