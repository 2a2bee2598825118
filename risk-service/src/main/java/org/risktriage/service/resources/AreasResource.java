package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.AreaComparison;
import org.risktriage.service.api.AreaList;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.RefusedException;
import org.risktriage.triage.RiskTriage;

/** Lists the areas whose rules are here. */
@RolesAllowed({Role.SCORES, Role.AUDITS, Role.OWNS_POLICY, Role.COUNTS})
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
public final class AreasResource {
    private final Supplier<RiskTriage> rules;
    private final Clock clock;

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force; they are taken once for each request
     * @param clock tells what day it is
     */
    public AreasResource(Supplier<RiskTriage> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The areas; or their rules beside each other, as they stand on a day.
     *
     * @param compare whether to show the rules
     * @param on the day; today where it is left out
     * @return the areas, by id
     */
    @GET
    public Object areas(
            @QueryParam("compare") @DefaultValue("false") String compare, @QueryParam("on") @Nullable String on) {
        return switch (compare) {
            case "true" -> {
                LocalDate day = on == null ? LocalDate.now(clock) : day(on);
                yield new AreaComparison(day, rules.get().areaRules(day));
            }
            case "false" -> new AreaList(rules.get().areas());
            default -> throw new RefusedException(ProblemKind.BAD_REQUEST, "compare is true or false.");
        };
    }

    private static LocalDate day(String on) {
        if (on.matches("(19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
            try {
                return LocalDate.parse(on);
            } catch (DateTimeParseException e) {
                // Such as the 31st of June: refused below.
            }
        }
        throw new RefusedException(ProblemKind.BAD_REQUEST, "on is a day from 1900 to 2199, as in 2026-11-21.");
    }
}
