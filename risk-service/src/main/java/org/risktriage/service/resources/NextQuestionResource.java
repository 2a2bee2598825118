package org.risktriage.service.resources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.service.limits.Intake;
import org.risktriage.triage.Decision;
import org.risktriage.triage.NextQuestions;
import org.risktriage.triage.PartialAssessment;
import org.risktriage.triage.RiskTriage;

/** Says what to ask next while an assessment is being made. Keeps nothing. */
@RolesAllowed(Role.SCORES)
@Path("/v1/next-question")
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public final class NextQuestionResource {
    private final Supplier<RiskTriage> rules;
    private final PostedJson posted;
    private final @Nullable Clock clock;

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force; they are taken once for each request
     * @param bodyLimit the most bytes of a body
     * @param clock tells the day after which no assessment may be dated; null to allow any
     */
    public NextQuestionResource(Supplier<RiskTriage> rules, int bodyLimit, @Nullable Clock clock) {
        this.rules = rules;
        this.posted = new PostedJson(bodyLimit);
        this.clock = clock;
    }

    /**
     * Says what to ask next, or what to do once the contact is over.
     *
     * @param request the request
     * @return what to ask next, with the decision so far
     */
    @POST
    public Response next(ContainerRequestContext request) {
        RiskTriage triage = rules.get();
        PartialAssessment partial =
                Intake.readPartial(triage, posted.tree(request), clock == null ? null : LocalDate.now(clock));
        NextQuestions next = triage.nextQuestions(partial.assessment(), partial.call());
        Decision.PackId pack = next.decision().rules().pack();
        return Response.ok(next, MediaType.APPLICATION_JSON_TYPE)
                .header(ReplyHeadersFilter.RULE_PACK, pack.id() + "@" + pack.version())
                .build();
    }
}
