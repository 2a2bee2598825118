package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.risktriage.service.api.PackVersionList;
import org.risktriage.service.api.RulePackList;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack;

/** Shows rule packs: rules as sentences, parameters, sources and worked cases. */
@RolesAllowed({Role.SCORES, Role.AUDITS, Role.OWNS_POLICY})
@Path("/v1/rule-packs")
@Produces(MediaType.APPLICATION_JSON)
public final class RulePacksResource {
    private final Supplier<RiskTriage> rules;

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force; they are taken once for each request
     */
    public RulePacksResource(Supplier<RiskTriage> rules) {
        this.rules = rules;
    }

    /**
     * The packs.
     *
     * @return every version of every pack
     */
    @GET
    public RulePackList rulePacks() {
        return new RulePackList(rules.get().rulePacks());
    }

    /**
     * The versions of a pack.
     *
     * @param id id of the pack
     * @return its versions, with the days on which each is in force
     */
    @GET
    @Path("/{id}")
    public PackVersionList versions(@PathParam("id") String id) {
        return new PackVersionList(id, rules.get().versions(id));
    }

    /**
     * One version of a pack.
     *
     * @param id id of the pack
     * @param version its version
     * @return everything that it says
     */
    @GET
    @Path("/{id}/{version}")
    public Response rulePack(@PathParam("id") String id, @PathParam("version") String version) {
        RulePack pack = rules.get().rulePack(id, version);
        return Response.ok(pack)
                .header(ReplyHeadersFilter.RULE_PACK, pack.id() + "@" + pack.version())
                .build();
    }
}
