package org.risktriage.service.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.batch.BatchAnswer;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.ReplyHeadersFilter;
import org.risktriage.service.ledger.decisions.RecordedDecisions;
import org.risktriage.service.ledger.decisions.Sent;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** Scores many assessments in one stream. */
@RolesAllowed(Role.SCORES)
@Path("/v1/assessments/batch")
@Produces({BatchResource.NDJSON, ProblemDocument.MEDIA_TYPE})
public final class BatchResource {
    /** The media type of JSON documents, one a line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Supplier<RiskTriage> rules;
    private final ObjectWriter writer;
    private final int lineLimit;
    private final int batchesAtOnce;
    private final @Nullable Clock clock;
    private final BiConsumer<Assessment, Decision> told;
    private final @Nullable RecordedDecisions recorded;
    private final Cache<String, Semaphore> running =
            Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build();

    /**
     * Creates the resource.
     *
     * @param rules the rules; a batch is answered to its end by those with which it began
     * @param mapper writes the answers
     * @param lineLimit the most bytes of a line
     * @param batchesAtOnce how many batches a caller may send at once
     * @param clock tells the day after which no assessment may be dated; null to allow any
     * @param told told of each decision, and of what it was about
     * @param recorded decides and records; null where nothing is recorded
     */
    public BatchResource(
            Supplier<RiskTriage> rules,
            ObjectMapper mapper,
            int lineLimit,
            int batchesAtOnce,
            @Nullable Clock clock,
            BiConsumer<Assessment, Decision> told,
            @Nullable RecordedDecisions recorded) {
        this.rules = rules;
        this.writer = mapper.writer();
        this.lineLimit = lineLimit;
        this.batchesAtOnce = batchesAtOnce;
        this.clock = clock;
        this.told = told;
        this.recorded = recorded;
    }

    /**
     * Decides assessments as they come in, and answers each before the next is read.
     *
     * @param request the request, with assessments, one a line
     * @return answers, one a line in the same order, and a line that sums up
     */
    @POST
    public StreamingOutput decide(ContainerRequestContext request) {
        String type = String.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .toLowerCase(Locale.ROOT);
        if (!type.equals(NDJSON) && !type.startsWith(NDJSON + ";")) {
            throw new RefusedException(ProblemKind.NOT_JSON_TYPE, "Send Content-Type: " + NDJSON + ".");
        }
        if (type.contains(MediaType.CHARSET_PARAMETER) && !type.contains("utf-8")) {
            throw new RefusedException(ProblemKind.WRONG_CHARSET, "JSON is sent in UTF-8.");
        }
        Caller caller = Caller.of(request.getSecurityContext());
        Semaphore own = running.get(caller.getName(), name -> new Semaphore(batchesAtOnce));
        RiskTriage triage = rules.get();
        BatchAnswer.Recording recording =
                recorded == null ? null : recording(recorded, triage, caller, ReplyHeadersFilter.idOf(request));
        InputStream body = request.getEntityStream();
        LocalDate today = clock == null ? null : LocalDate.now(clock);
        return out -> {
            if (!own.tryAcquire()) {
                throw new RefusedException(
                        ProblemKind.TOO_MANY_REQUESTS, "At most " + batchesAtOnce + " batches at once are allowed.");
            }
            try {
                new BatchAnswer(triage, writer, lineLimit, today, told, recording).write(body, out);
            } finally {
                own.release();
            }
        };
    }

    private static BatchAnswer.Recording recording(
            RecordedDecisions recorded, RiskTriage triage, Caller caller, String id) {
        return (tree, day) -> {
            RecordedDecisions.Begun begun = recorded.begin(triage, new Sent(caller, id, null, tree), day);
            return () -> begun.await().body();
        };
    }
}
