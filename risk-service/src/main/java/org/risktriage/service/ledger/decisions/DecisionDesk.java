package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.ledger.Ledger;
import org.risktriage.service.ledger.chain.Content;
import org.risktriage.service.ledger.chain.Draft;
import org.risktriage.service.ledger.chain.Entry;
import org.risktriage.service.ledger.chain.Kind;
import org.risktriage.service.ledger.history.JoinedHistory;
import org.risktriage.service.ledger.history.WithHistory;
import org.risktriage.service.ledger.kept.Fact;
import org.risktriage.service.ledger.kept.ReviewFigures;
import org.risktriage.service.ledger.store.Archive;
import org.risktriage.service.ledger.store.LedgerUnavailableException;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Level;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.UnknownRulesException;

/**
 * Shows what was decided, decides it once more, and takes what people made of it. Each look is recorded before anything is
 * shown. An agency sees its own alone, and an auditor all. Safe for use by many threads.
 */
public final class DecisionDesk {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Supplier<RiskTriage> rules;
    private final Ledger ledger;
    private final ObjectWriter writer;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /**
     * Creates it.
     *
     * @param rules gives the rules in force; they are taken once for each request
     * @param ledger where decisions are recorded
     * @param writer writes replies
     */
    public DecisionDesk(Supplier<RiskTriage> rules, Ledger ledger, ObjectWriter writer) {
        this.rules = rules;
        this.ledger = ledger;
        this.writer = writer;
    }

    /**
     * Shows a decision.
     *
     * @param caller who looks
     * @param request the id of the request
     * @param id the id of the decision
     * @return the decision with its reviews
     * @throws RefusedException if there is none that the caller may see, or the ledger fails
     */
    public KeptDecision show(Caller caller, String request, String id) {
        try {
            Archive.Kept kept = visible(caller, id);
            List<Archive.Kept> reviews = ledger.archive().reviews(id);
            look(caller, request, id, "read");
            return shown(kept, reviews);
        } catch (LedgerUnavailableException e) {
            throw RecordedDecisions.unavailable(e);
        }
    }

    /**
     * Decides once more what was decided, under the rules that are here for its area and day.
     *
     * @param caller who asks
     * @param request the id of the request
     * @param id the id of the decision
     * @return whether the same comes out
     * @throws RefusedException if there is none that the caller may see, it was erased, or the ledger fails
     */
    public Replayed replay(Caller caller, String request, String id) {
        try {
            Archive.Kept kept = visible(caller, id);
            if (kept.text() == null) {
                throw new RefusedException(ProblemKind.ERASED, "What was asked has been erased.");
            }
            look(caller, request, id, "replay");
            return replayed(kept.entry(), Kept.read(kept.text()));
        } catch (LedgerUnavailableException e) {
            throw RecordedDecisions.unavailable(e);
        }
    }

    /**
     * Records what a person decided.
     *
     * @param caller which system says so
     * @param request the id of the request
     * @param id the id of the decision
     * @param tree the review, as it was parsed
     * @return the review as it is recorded
     * @throws RefusedException if it is not valid, there is no such decision of the caller's, or the ledger fails
     */
    public KeptDecision.Review review(Caller caller, String request, String id, @Nullable Object tree) {
        try {
            Archive.Kept kept = visible(caller, id);
            JsonNode summary = Kept.read(kept.entry().summary());
            while (true) {
                List<Archive.Kept> before = ledger.archive().reviews(id);
                ReviewRequest review = ReviewRequest.read(
                        tree,
                        LocalDate.parse(summary.path("assessedOn").asText()),
                        latest(summary),
                        current(summary, before));
                Optional<Entry> entry = recorded(caller, request, id, summary, review, before.size());
                if (entry.isPresent()) {
                    return shown(new Archive.Kept(entry.get(), content(review)));
                }
                // Somebody else's came in between, and may have raised what this one would lower.
            }
        } catch (LedgerUnavailableException e) {
            throw RecordedDecisions.unavailable(e);
        }
    }

    /** Today; for an assessment of a later day, as in a rehearsal, that day. */
    private LocalDate latest(JsonNode summary) {
        LocalDate today = ledger.clock().instant().atZone(LONDON).toLocalDate();
        LocalDate assessed = LocalDate.parse(summary.path("assessedOn").asText());
        return assessed.isAfter(today) ? assessed : today;
    }

    private static @Nullable Level current(JsonNode decision, List<Archive.Kept> reviews) {
        Level level = Level.of(decision.path("level").asText());
        for (Archive.Kept review : reviews) {
            Level said =
                    Level.of(Kept.read(review.entry().summary()).path("level").asText(""));
            level = said == null ? level : level == null ? said : level.orHigher(said);
        }
        return level;
    }

    /** Records it, if there are as many reviews as whoever read it has seen; else gives nothing. */
    private Optional<Entry> recorded(
            Caller caller, String request, String id, JsonNode decision, ReviewRequest review, int seen) {
        ObjectNode summary = Kept.JSON.createObjectNode();
        summary.put("area", decision.path("area").asText());
        summary.put("assessedOn", decision.path("assessedOn").asText());
        summary.put("outcome", review.outcome());
        if (review.level() != null) {
            summary.put("level", review.level().code());
        }
        if (review.refer() != null) {
            summary.put("refer", review.refer());
        }
        String referredOn =
                review.referredOn() == null ? "" : review.referredOn().toString();
        if (!referredOn.isEmpty()) {
            summary.put("referredOn", referredOn);
        }
        String subject = decision.path("subject").asText("");
        if (!subject.isEmpty()) {
            summary.put("subject", subject);
        }
        Draft draft = new Draft(
                Kind.REVIEW,
                ids.generate().toString(),
                id,
                new Draft.Author(caller.id(), caller.agency(), request),
                Kept.written(summary),
                Content.of(content(review)));
        return RecordedDecisions.done(ledger.submit(appender -> {
            if (appender.reviewsOf(id) != seen) {
                return Optional.<Entry>empty();
            }
            Entry entry = appender.append(draft);
            appender.figures(entry, ReviewFigures.of(summary));
            if (!subject.isEmpty()) {
                appender.facts(
                        entry, subject, Fact.ofReview(summary.path("area").asText(), referredOn));
            }
            return Optional.of(entry);
        }));
    }

    private static String content(ReviewRequest review) {
        return Kept.written(
                Kept.JSON.createObjectNode().put("role", review.role()).put("reason", review.reason()));
    }

    /** A decision that the caller may see; of any other nobody learns whether it is there. */
    private Archive.Kept visible(Caller caller, String id) {
        Archive.Kept kept = ID.matcher(id).matches() ? ledger.archive().decision(id) : null;
        if (kept == null
                || !(caller.holds(Role.AUDITS) || kept.entry().author().agency().equals(caller.agency()))) {
            throw new RefusedException(ProblemKind.NOT_FOUND, "There is no such decision of this agency.");
        }
        return kept;
    }

    private void look(Caller caller, String request, String id, String what) {
        RecordedDecisions.done(ledger.submit(appender -> appender.append(new Draft(
                Kind.LOOK,
                ids.generate().toString(),
                id,
                new Draft.Author(caller.id(), caller.agency(), request),
                "{\"look\":\"" + what + "\"}",
                null))));
    }

    private static KeptDecision shown(Archive.Kept kept, List<Archive.Kept> reviews) {
        Entry entry = kept.entry();
        JsonNode content = kept.text() == null ? null : Kept.read(kept.text());
        return new KeptDecision(
                entry.id(),
                entry.seq(),
                entry.hash(),
                Instant.ofEpochMilli(entry.at()),
                by(entry),
                content == null,
                content == null ? null : content.path("request"),
                content == null ? null : content.path("decision"),
                reviews.stream().map(DecisionDesk::shown).toList());
    }

    private static KeptDecision.By by(Entry entry) {
        return new KeptDecision.By(
                entry.author().agency(), entry.author().caller(), entry.author().request());
    }

    private static KeptDecision.Review shown(Archive.Kept kept) {
        JsonNode summary = Kept.read(kept.entry().summary());
        JsonNode content = kept.text() == null ? Kept.JSON.createObjectNode() : Kept.read(kept.text());
        return new KeptDecision.Review(
                kept.entry().id(),
                Instant.ofEpochMilli(kept.entry().at()),
                by(kept.entry()),
                summary.path("outcome").asText(),
                textOf(summary, "level"),
                summary.has("refer") ? summary.path("refer").asBoolean() : null,
                textOf(summary, "referredOn"),
                textOf(content, "role"),
                textOf(content, "reason"));
    }

    private static @Nullable String textOf(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asText() : null;
    }

    private Replayed replayed(Entry entry, JsonNode content) {
        ObjectNode then = content.path("decision").deepCopy();
        List<Replayed.PackUsed> packs = new ArrayList<>();
        Kept.read(entry.summary())
                .path("packs")
                .forEach(pack -> packs.add(new Replayed.PackUsed(
                        pack.path("id").asText(),
                        pack.path("version").asText(),
                        pack.path("sha256").asText())));
        List<String> differences;
        List<Replayed.PackUsed> now = new ArrayList<>();
        try {
            JoinedHistory history = Kept.JSON.convertValue(content.path("history"), JoinedHistory.class);
            Map<String, Object> request = Kept.JSON.convertValue(
                    content.path("request"), new TypeReference<LinkedHashMap<String, Object>>() {});
            RiskTriage triage = rules.get();
            Assessment assessment = triage.read(request);
            Decision decision = WithHistory.decide(triage, assessment, history).withId(entry.id());
            if (decision.rules().area() != null) {
                now.add(used(decision.rules().area()));
            }
            now.add(used(decision.rules().base()));
            JsonNode again = Kept.JSON.readTree(writer.writeValueAsString(
                    then.has("history") ? new RecordedDecision(decision, history) : decision));
            differences = Differences.between(then, again);
        } catch (InvalidAssessmentException | UnknownRulesException e) {
            // The rules of then are not here, or those of now take no such request.
            differences = List.of("/rules");
        } catch (JsonProcessingException e) {
            throw new LedgerUnavailableException(e);
        }
        return new Replayed(
                Objects.requireNonNull(entry.id()),
                differences.isEmpty(),
                differences,
                List.copyOf(packs),
                List.copyOf(now));
    }

    private static Replayed.PackUsed used(Decision.PackId pack) {
        return new Replayed.PackUsed(pack.id(), pack.version(), pack.sha256());
    }
}
