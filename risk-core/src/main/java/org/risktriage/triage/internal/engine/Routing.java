package org.risktriage.triage.internal.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RulePack.ListedService;
import org.risktriage.triage.ServiceStatus;
import org.risktriage.triage.internal.hours.Opening;
import org.risktriage.triage.internal.rules.RuleInfo;
import org.risktriage.triage.internal.rules.Statements.Route;
import org.risktriage.triage.internal.rules.Statements.RouteStatement;

/**
 * Which services take this person, and what is missing. Several rules may offer one service: where one of them is certain,
 * nothing is left to ask; otherwise all that they ask is asked.
 *
 * @param services the services: those that go first, then those that are certain, then those for which something is to be
 *     asked; within each as the table lists them
 * @param gaps what is missing
 */
record Routing(List<Decision.Service> services, List<Decision.Gap> gaps) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Routing NONE = new Routing(List.of(), List.of());

    /** What all statements on one service or gap come to. */
    private record Stated(List<RouteStatement> standing, boolean certain) {
        static Stated of(List<RouteStatement> all) {
            List<RouteStatement> certain =
                    all.stream().filter(one -> one.ask().isEmpty()).toList();
            return new Stated(certain.isEmpty() ? all : certain, !certain.isEmpty());
        }

        String id() {
            return standing.get(0).id();
        }

        boolean first() {
            return standing.stream().anyMatch(RouteStatement::first);
        }

        boolean isOnlyFallback() {
            return standing.stream().allMatch(one -> one.route() == Route.FALLBACK);
        }

        String says() {
            return Advice.says(standing, RouteStatement::origin);
        }

        List<String> because() {
            Set<String> because = new LinkedHashSet<>();
            standing.forEach(one -> because.addAll(one.because()));
            return List.copyOf(because);
        }

        List<String> ask() {
            Set<String> ask = new LinkedHashSet<>();
            standing.forEach(one -> ask.addAll(one.ask()));
            return List.copyOf(ask);
        }

        RuleInfo rule() {
            return standing.get(0).origin().rule();
        }
    }

    static Routing of(List<RouteStatement> statements, LoadedPack pack, @Nullable Instant askedAt) {
        if (statements.isEmpty()) {
            return NONE;
        }
        Map<String, Stated> stated = new LinkedHashMap<>();
        for (List<RouteStatement> group : Advice.group(statements, RouteStatement::origin, RouteStatement::id)) {
            stated.put(group.get(0).id(), Stated.of(group));
        }
        List<Decision.Service> services = new ArrayList<>();
        List<Decision.Gap> gaps = new ArrayList<>();
        boolean reached = false;
        for (ListedService row : pack.services().rows()) {
            Stated found = stated.remove(row.id());
            if (found != null && row.status() != ServiceStatus.OPEN) {
                gaps.add(gap(found, row));
            } else if (found != null && !(found.isOnlyFallback() && reached)) {
                Decision.Service service = service(found, row, pack, askedAt);
                services.add(service);
                // The rows of the area itself come before those that it takes over.
                reached |= isOfArea(row, pack) && found.certain() && isReached(service, row, pack, askedAt);
            }
        }
        stated.values().forEach(found -> gaps.add(gap(found, null)));
        services.sort(Comparator.comparingInt(
                service -> service.first() ? 0 : service.ask().isEmpty() ? 1 : 2));
        return new Routing(List.copyOf(services), List.copyOf(gaps));
    }

    private static boolean isOfArea(ListedService row, LoadedPack pack) {
        return pack.written().isArea() && row.pack().equals(pack.identity());
    }

    private static boolean isReached(
            Decision.Service service, ListedService row, LoadedPack pack, @Nullable Instant askedAt) {
        boolean open =
                askedAt == null ? pack.services().hours(row.id()).always() : Boolean.TRUE.equals(service.openNow());
        return service.phone() != null && open;
    }

    private static Decision.Service service(
            Stated stated, ListedService row, LoadedPack pack, @Nullable Instant askedAt) {
        Opening opening = askedAt == null
                ? Opening.NOT_CLAIMED
                : pack.services().hours(row.id()).at(askedAt, pack.workingDays());
        return new Decision.Service(
                row.id(),
                row.name(),
                row.phone(),
                opening.now(),
                written(opening.next()),
                stated.because(),
                written(opening.until()),
                row.allHours(),
                row.area(),
                row.eligibility(),
                stated.says(),
                stated.ask(),
                stated.first(),
                row.note(),
                stated.rule().id(),
                row.source(),
                Advice.weaker(row.confidence(), Advice.confidence(stated.standing(), RouteStatement::origin)));
    }

    private static Decision.Gap gap(Stated stated, @Nullable ListedService row) {
        return new Decision.Gap(
                stated.id(),
                row == null ? null : row.name(),
                row == null ? ServiceStatus.NONE : row.status(),
                stated.says(),
                stated.because(),
                stated.ask(),
                stated.rule().id(),
                row == null ? stated.rule().source() : row.source(),
                Advice.confidence(stated.standing(), RouteStatement::origin));
    }

    private static @Nullable String written(@Nullable OffsetDateTime time) {
        return time == null ? null : time.format(MOMENT);
    }
}
