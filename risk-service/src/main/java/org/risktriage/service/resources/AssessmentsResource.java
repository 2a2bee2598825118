package org.risktriage.service.resources;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.AssessmentComparison;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.service.ledger.decisions.RecordedDecisions;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.service.ledger.decisions.Sent;
import org.risktriage.service.limits.Intake;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** Scores assessments. */
@RolesAllowed(Role.SCORES)
@Path("/v1/assessments")
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public final class AssessmentsResource {
    /** The header by which a caller may send a request again without having it recorded twice. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Supplier<RiskTriage> rules;
    private final PostedJson posted;
    private final @Nullable Clock clock;
    private final @Nullable RecordedDecisions recorded;
    private final BiConsumer<Assessment, Decision> tried;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /**
     * Creates the resource.
     *
     * @param rules gives the rules in force; they are taken once for each request
     * @param bodyLimit the most bytes of a body
     * @param clock tells the day after which no assessment may be dated; null to allow any
     * @param recorded decides and records; null where nothing is recorded
     * @param tried told of each decision that is not recorded, and of what it was about
     */
    public AssessmentsResource(
            Supplier<RiskTriage> rules,
            int bodyLimit,
            @Nullable Clock clock,
            @Nullable RecordedDecisions recorded,
            BiConsumer<Assessment, Decision> tried) {
        this.rules = rules;
        this.posted = new PostedJson(bodyLimit);
        this.clock = clock;
        this.recorded = recorded;
        this.tried = tried;
    }

    /**
     * Decides one assessment.
     *
     * @param request the request
     * @return the decision
     */
    @POST
    public Response decide(ContainerRequestContext request) {
        RiskTriage triage = rules.get();
        if (recorded != null) {
            return recorded(recorded.begin(
                            triage,
                            new Sent(
                                    Caller.of(request.getSecurityContext()),
                                    ReplyHeadersFilter.idOf(request),
                                    request.getHeaderString(IDEMPOTENCY_KEY),
                                    posted.tree(request)),
                            today())
                    .await());
        }
        Assessment assessment = Intake.read(triage, posted.tree(request), today());
        Decision decision = triage.assess(assessment);
        tried.accept(assessment, decision);
        Decision.PackId pack = decision.rules().pack();
        return Response.ok(decision.withId(ids.generate().toString()), MediaType.APPLICATION_JSON_TYPE)
                .header(ReplyHeadersFilter.RULE_PACK, pack.id() + "@" + pack.version())
                .build();
    }

    /**
     * Lays the decisions of several areas on one assessment beside each other. The area that the assessment names is not
     * regarded.
     *
     * @param areas ids of the areas; every area where none is named
     * @param request the request
     * @return what each area's rules say
     */
    @POST
    @Path("/compare")
    public AssessmentComparison compare(@QueryParam("area") List<String> areas, ContainerRequestContext request) {
        RiskTriage triage = rules.get();
        @Nullable Object tree = posted.tree(request);
        if (tree instanceof Map<?, ?> fields) {
            Map<Object, Object> others = new LinkedHashMap<>(fields);
            others.remove("area");
            tree = others;
        }
        return AssessmentComparison.of(triage.compare(Intake.read(triage, tree, today()), areas));
    }

    private static Response recorded(Reply reply) {
        Response.ResponseBuilder builder = Response.ok(reply.body(), MediaType.APPLICATION_JSON_TYPE)
                .header(ReplyHeadersFilter.RULE_PACK, reply.pack());
        if (reply.recorded() != null) {
            builder.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/v1/decisions/" + reply.recorded());
        }
        return builder.build();
    }

    private @Nullable LocalDate today() {
        return clock == null ? null : LocalDate.now(clock);
    }
}
