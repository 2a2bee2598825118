package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.ProblemMapper;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.Ledger;
import org.risktriage.service.ledger.WithoutRecording;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.history.JoinedHistory;
import org.risktriage.service.ledger.history.WithHistory;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.Figures;
import org.risktriage.service.ledger.store.Appender;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.service.ledger.store.KeyedSubject;
import org.risktriage.service.ledger.store.LedgerUnavailableException;
import org.risktriage.service.ledger.store.StaleKeyException;
import org.risktriage.service.limits.Intake;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, and records before it answers. Safe for use by many threads. */
public final class RecordedDecisions {
    private static final Decision.Warning NOT_RECORDED = new Decision.Warning(
            "not-recorded",
            "This decision is not recorded: the ledger cannot be reached. Keep a copy of this reply.",
            "service/not-recorded",
            "service",
            Confidence.CHOICE);
    private static final long PATIENCE_S = 10;
    private static final Logger LOG = LoggerFactory.getLogger(RecordedDecisions.class);

    private final Ledger ledger;
    private final ObjectWriter writer;
    private final BiConsumer<Assessment, Decision> told;
    private final RepeatedRequests repeated = new RepeatedRequests();
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /**
     * Creates it.
     *
     * @param ledger where decisions are recorded
     * @param writer writes replies
     * @param told told of each decision, and of what it was about
     */
    public RecordedDecisions(Ledger ledger, ObjectWriter writer, BiConsumer<Assessment, Decision> told) {
        this.ledger = ledger;
        this.writer = writer;
        this.told = told;
    }

    /** A decision that was made and is being written. */
    public interface Begun {
        /**
         * Waits until it is on the disk.
         *
         * @return the reply
         * @throws RefusedException if it cannot be recorded, and may not be given without
         */
        Reply await();
    }

    /**
     * Decides an assessment and has it recorded.
     *
     * @param triage the rules that are in force as the request begins
     * @param sent the request
     * @param today the last day on which an assessment may be dated; null to allow any
     * @return the reply, once it is on the disk
     */
    public Begun begin(RiskTriage triage, Sent sent, @Nullable LocalDate today) {
        RepeatedRequests.Digests digests = RepeatedRequests.of(sent, ledger.keys());
        if (digests == null) {
            return decide(triage, sent, today, null);
        }
        repeated.begin(digests);
        boolean begun = false;
        try {
            Archive.Answered before = recorded(
                    () -> ledger.archive().answered(digests.id(), ledger.clock().millis()));
            if (before != null) {
                Reply reply = again(before, digests);
                return () -> reply;
            }
            Begun decided = decide(triage, sent, today, digests);
            begun = true;
            return () -> {
                try {
                    return decided.await();
                } finally {
                    repeated.end(digests);
                }
            };
        } finally {
            if (!begun) {
                repeated.end(digests);
            }
        }
    }

    private interface Reading<T> {
        @Nullable
        T read();
    }

    private static <T> @Nullable T recorded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (LedgerUnavailableException e) {
            throw unavailable(e);
        }
    }

    /** What is answered when the ledger fails; what happened stands in the log. */
    static RefusedException unavailable(Throwable e) {
        LOG.error("The ledger fails: {}", ProblemMapper.quiet(e));
        return new RefusedException(ProblemKind.LEDGER_UNAVAILABLE, ProblemMapper.SAFETY_TEXT);
    }

    private Reply again(Archive.Answered before, RepeatedRequests.Digests digests) {
        if (!before.body().equals(digests.body())) {
            throw new RefusedException(
                    ProblemKind.KEY_REUSED, "This Idempotency-Key was sent with another body. Use a new one.");
        }
        Archive.Kept kept = recorded(() -> ledger.archive().decision(before.decision()));
        if (kept == null || kept.text() == null) {
            throw new RefusedException(ProblemKind.ERASED, "It was answered, and what was answered has been erased.");
        }
        return reply(kept);
    }

    private static Reply reply(Archive.Kept kept) {
        String text = Objects.requireNonNull(kept.text());
        // The reply stands last, as the very text that was sent.
        String mark = ",\"decision\":{\"id\":\"" + kept.entry().id() + "\"";
        String json = text.substring(text.lastIndexOf(mark) + ",\"decision\":".length(), text.length() - 1);
        var pack = Kept.read(kept.entry().summary()).path("packs").path(0);
        return new Reply(
                json,
                kept.entry().id(),
                pack.path("id").asText() + "@" + pack.path("version").asText());
    }

    private Begun decide(
            RiskTriage triage, Sent sent, @Nullable LocalDate today, RepeatedRequests.@Nullable Digests digests) {
        Assessment assessment = Intake.read(triage, sent.tree(), today);
        KeyedSubject subject = subject(assessment);
        JoinedHistory history;
        try {
            history = history(assessment, subject);
        } catch (LedgerUnavailableException e) {
            if (ledger.settings().withoutRecording() == WithoutRecording.REFUSE) {
                throw unavailable(e);
            }
            // The decision says that it was made without.
            history = JoinedHistory.NOT_JOINED;
        }
        Decision decision = WithHistory.decide(triage, assessment, history)
                .withId(ids.generate().toString());
        JoinedHistory joined = history;
        Reply reply = reply(decision, joined, decision.id());
        CompletableFuture<String> done = submit(sent, assessment, decision, joined, reply.json(), subject, digests);
        Assessment decided = joined.joined().isEmpty() ? assessment : joined.addedTo(assessment);
        return () -> awaited(
                done, digests, decided, decision, reply, () -> unrecorded(triage, assessment, subject, decision));
    }

    /**
     * What is given when the decision cannot be recorded. What others recorded is shown to nobody without a record, so this
     * is the decision on the request alone; and it is none where what others recorded asks for more, since a level that is
     * known to be too low is worse than none. It is said in each case that history was to be joined, so that nobody can tell
     * whether there is any.
     */
    private Decision unrecorded(
            RiskTriage triage, Assessment assessment, @Nullable KeyedSubject subject, Decision decision) {
        if (!isJoined(subject)) {
            return decision;
        }
        Decision alone = WithHistory.decide(triage, assessment, JoinedHistory.NOT_JOINED)
                .withId(Objects.requireNonNull(decision.id()));
        if (!WithHistory.asksTheSame(alone, decision)) {
            throw new RefusedException(ProblemKind.LEDGER_UNAVAILABLE, ProblemMapper.SAFETY_TEXT);
        }
        return alone;
    }

    private boolean isJoined(@Nullable KeyedSubject subject) {
        return subject != null && ledger.settings().joinHistory();
    }

    private @Nullable KeyedSubject subject(Assessment assessment) {
        String reference =
                assessment.references() == null ? null : assessment.references().subject();
        return reference == null || reference.isEmpty() ? null : ledger.keys().keyed(reference);
    }

    private JoinedHistory history(Assessment assessment, @Nullable KeyedSubject subject) {
        return subject != null && isJoined(subject)
                ? JoinedHistory.of(assessment, ledger.archive().facts(subject.value()))
                : JoinedHistory.NONE;
    }

    private Reply reply(Decision decision, JoinedHistory history, @Nullable String recorded) {
        Decision.PackId pack = decision.rules().pack();
        try {
            boolean bare = history.joined().isEmpty() && history.otherPerpetrators() == 0;
            String json = writer.writeValueAsString(bare ? decision : new RecordedDecision(decision, history));
            return new Reply(json, recorded, pack.id() + "@" + pack.version());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reply cannot be written.", e);
        }
    }

    /** Has it written; gives the id under which the request is recorded, which may be that of an earlier one. */
    private CompletableFuture<String> submit(
            Sent sent,
            Assessment assessment,
            Decision decision,
            JoinedHistory history,
            String json,
            @Nullable KeyedSubject subject,
            RepeatedRequests.@Nullable Digests digests) {
        Map<?, ?> request = sent.tree() instanceof Map<?, ?> fields ? fields : Map.of();
        long keyFor = ledger.settings().keysFor().toMilliseconds();
        String id = Objects.requireNonNull(decision.id());
        Content content = Content.of(Kept.content(request, history, json));
        ObjectNode summary = Kept.summary(assessment, decision, digests);
        List<Fact> facts = subject == null
                ? List.of()
                : Fact.ofDecision(
                        request,
                        summary.path("level").asText(),
                        decision.score().yes());
        return ledger.submit(appender -> {
            if (subject != null) {
                appender.check(subject);
            }
            if (digests != null) {
                long until = appender.at() + keyFor;
                summary.put("keyUntil", until);
                if (!appender.remember(digests.id(), digests.body(), id, until)) {
                    return "";
                }
            }
            return append(appender, sent, id, summary, content, subject, facts);
        });
    }

    private static String append(
            Appender appender,
            Sent sent,
            String id,
            ObjectNode summary,
            Content content,
            @Nullable KeyedSubject subject,
            List<Fact> facts)
            throws java.sql.SQLException, StaleKeyException {
        String known = subject == null ? "" : appender.subject(subject);
        if (!known.isEmpty()) {
            summary.put("subject", known);
        }
        Entry entry = appender.append(new Draft(Kind.DECISION, id, "", sent.author(), Kept.written(summary), content));
        appender.figures(entry, Figures.of(summary));
        appender.facts(entry, known, facts);
        return id;
    }

    private Reply awaited(
            CompletableFuture<String> done,
            RepeatedRequests.@Nullable Digests digests,
            Assessment decided,
            Decision decision,
            Reply reply,
            Supplier<Decision> otherwise) {
        try {
            String id = done(done);
            if (id.isEmpty()) {
                // Another node was faster.
                RepeatedRequests.Digests sure = Objects.requireNonNull(digests);
                Archive.Answered before = recorded(() ->
                        ledger.archive().answered(sure.id(), ledger.clock().millis()));
                if (before == null) {
                    throw new RefusedException(ProblemKind.IN_PROGRESS, "Send it again in a moment.");
                }
                return again(before, sure);
            }
            told.accept(decided, decision);
            return reply;
        } catch (LedgerUnavailableException e) {
            if (ledger.settings().withoutRecording() == WithoutRecording.REFUSE) {
                throw unavailable(e);
            }
            LOG.error("A decision cannot be recorded: {}", ProblemMapper.quiet(e));
            Decision given = otherwise.get();
            List<Decision.Warning> warnings = new ArrayList<>(given.warnings());
            warnings.add(NOT_RECORDED);
            told.accept(decided, given);
            return reply(given.withWarnings(warnings), JoinedHistory.NONE, null);
        }
    }

    /** What came of a change. */
    static <T> T done(CompletableFuture<T> change) {
        try {
            return change.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            throw new LedgerUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException(e);
        }
    }
}
