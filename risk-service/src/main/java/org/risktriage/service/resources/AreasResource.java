package org.risktriage.service.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.risktriage.service.api.AreaList;
import org.risktriage.triage.RiskTriage;

/** Lists the areas whose rules are here. */
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
public final class AreasResource {
    private final RiskTriage triage;

    /**
     * Creates the resource.
     *
     * @param triage applies the rules
     */
    public AreasResource(RiskTriage triage) {
        this.triage = triage;
    }

    /**
     * The areas.
     *
     * @return the areas, by id
     */
    @GET
    public AreaList areas() {
        return new AreaList(triage.areas());
    }
}
