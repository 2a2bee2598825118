package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.service.ledger.decisions.DecisionDesk;
import org.risktriage.service.ledger.decisions.KeptDecision;
import org.risktriage.service.ledger.decisions.Replayed;

/** Decisions that were recorded. There only where decisions are recorded. */
@Path("/v1/decisions/{id}")
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public final class DecisionsResource {
    private final DecisionDesk desk;
    private final PostedJson posted;

    /**
     * Creates the resource.
     *
     * @param desk shows what was recorded
     * @param bodyLimit the most bytes of a body
     */
    public DecisionsResource(DecisionDesk desk, int bodyLimit) {
        this.desk = desk;
        this.posted = new PostedJson(bodyLimit);
    }

    /**
     * A decision with what people made of it.
     *
     * @param request the request
     * @param id the id of the decision
     * @return the decision
     */
    @GET
    @RolesAllowed({Role.SCORES, Role.AUDITS})
    public KeptDecision decision(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return desk.show(Caller.of(request.getSecurityContext()), ReplyHeadersFilter.idOf(request), id);
    }

    /**
     * Decides the same once more.
     *
     * @param request the request
     * @param id the id of the decision
     * @return whether the same comes out
     */
    @POST
    @Path("/replay")
    @RolesAllowed({Role.SCORES, Role.AUDITS})
    public Replayed replay(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return desk.replay(Caller.of(request.getSecurityContext()), ReplyHeadersFilter.idOf(request), id);
    }

    /**
     * Records what a person decided on it.
     *
     * @param id the id of the decision
     * @param request the request with the review
     * @return the review as it is recorded
     */
    @POST
    @Path("/reviews")
    @RolesAllowed(Role.SCORES)
    public Response review(@PathParam("id") String id, ContainerRequestContext request) {
        KeptDecision.Review review = desk.review(
                Caller.of(request.getSecurityContext()), ReplyHeadersFilter.idOf(request), id, posted.tree(request));
        return Response.status(Response.Status.CREATED)
                .entity(review)
                .header(HttpHeaders.LOCATION, "/v1/decisions/" + id)
                .build();
    }
}
