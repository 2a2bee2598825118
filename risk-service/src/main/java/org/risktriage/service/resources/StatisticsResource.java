package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.risktriage.service.api.AreaStatistics;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.store.LedgerUnavailableException;
import org.risktriage.service.statistics.StatisticsCsv;
import org.risktriage.service.statistics.StatisticsDesk;
import org.risktriage.service.statistics.StatisticsQuery;
import org.risktriage.triage.Area;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.UnknownRulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts of what was recorded. There only where decisions are recorded. */
@RolesAllowed(Role.COUNTS)
@Path("/v1/statistics")
@Produces({MediaType.APPLICATION_JSON, StatisticsCsv.MEDIA_TYPE, ProblemDocument.MEDIA_TYPE})
public final class StatisticsResource {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsResource.class);

    private final Supplier<RiskTriage> rules;
    private final StatisticsDesk desk;

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force, which know the areas
     * @param desk counts
     */
    public StatisticsResource(Supplier<RiskTriage> rules, StatisticsDesk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    /**
     * The statistics of an area.
     *
     * @param uri what is asked
     * @param headers say whether rows for a spreadsheet are wanted
     * @return the figures, in JSON or CSV
     */
    @GET
    public Response statistics(@Context UriInfo uri, @Context HttpHeaders headers) {
        Map<String, List<String>> query = uri.getQueryParameters();
        boolean rows = isCsv(query.getOrDefault("format", List.of()), headers);
        StatisticsQuery asked = StatisticsQuery.read(query);
        List<String> areas = rules.get().areas().stream().map(Area::id).toList();
        if (!areas.contains(asked.area())) {
            throw new UnknownRulesException("areas", areas);
        }
        try {
            AreaStatistics statistics = desk.answer(asked);
            return rows
                    ? Response.ok(StatisticsCsv.of(statistics), StatisticsCsv.MEDIA_TYPE + ";charset=utf-8")
                            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics.csv\"")
                            .build()
                    : Response.ok(statistics, MediaType.APPLICATION_JSON).build();
        } catch (LedgerUnavailableException e) {
            LOG.error("The ledger fails: {}", ProblemMapper.quiet(e));
            throw new RefusedException(
                    ProblemKind.LEDGER_UNAVAILABLE, "Nothing can be counted now: the ledger does not answer.");
        }
    }

    /** The parameter, where it is given, else what the caller prefers. */
    private static boolean isCsv(List<String> format, HttpHeaders headers) {
        if (format.isEmpty()) {
            for (MediaType type : headers.getAcceptableMediaTypes()) {
                if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                    return false;
                }
                if (type.toString().startsWith(StatisticsCsv.MEDIA_TYPE)) {
                    return true;
                }
            }
            return false;
        }
        return switch (format.get(0)) {
            case "csv" -> true;
            case "json" -> false;
            default ->
                throw new RefusedException(
                        ProblemKind.INVALID_QUERY,
                        ProblemMapper.count(1),
                        List.of(new Problem("/format", "unknown-code", "This is json or csv.")));
        };
    }
}
