package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.risktriage.service.callers.Role;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.RiskTriage;

/** Shows instruments, as this project's own labels. */
@RolesAllowed({Role.SCORES, Role.AUDITS, Role.OWNS_POLICY, Role.COUNTS})
@Path("/v1/instruments/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class InstrumentsResource {
    private final Supplier<RiskTriage> rules;

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force; they are taken once for each request
     */
    public InstrumentsResource(Supplier<RiskTriage> rules) {
        this.rules = rules;
    }

    /**
     * An instrument.
     *
     * @param id id of the instrument
     * @return its items, with sources
     */
    @GET
    public Instrument instrument(@PathParam("id") String id) {
        return rules.get().instrument(id);
    }
}
