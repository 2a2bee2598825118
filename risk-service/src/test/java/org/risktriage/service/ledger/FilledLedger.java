package org.risktriage.service.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.callers.Role;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.service.ledger.chain.Link;
import org.risktriage.service.ledger.decisions.DecisionDesk;
import org.risktriage.service.ledger.decisions.RecordedDecisions;
import org.risktriage.service.ledger.decisions.Reply;
import org.risktriage.service.ledger.decisions.Sent;
import org.risktriage.service.ledger.store.Database;
import org.risktriage.service.ledger.store.Verification;
import org.risktriage.triage.RiskTriage;

/** A ledger with some decisions in it, without HTTP. */
public final class FilledLedger implements AutoCloseable {
    static final ObjectMapper JSON = ReplyJson.configure(Jackson.newObjectMapper());
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    final Database.Address address;
    final Path keys;
    private final Ledger ledger;
    private final RecordedDecisions decisions;
    final DecisionDesk desk;

    FilledLedger(Database.Address address, Path keys, Clock clock, boolean join) {
        this(address, keys, clock, join, WithoutRecording.REFUSE);
    }

    FilledLedger(Database.Address address, Path keys, Clock clock, boolean join, WithoutRecording without) {
        this.address = address;
        this.keys = keys;
        LedgerSettings settings = LedgerSettings.of(
                true,
                address.url(),
                address.user(),
                null,
                keys.toString(),
                join,
                without,
                null,
                null,
                null,
                null,
                null,
                null);
        this.ledger = Ledger.open(settings, clock);
        this.decisions = new RecordedDecisions(ledger, JSON.writer(), (assessment, decision) -> {});
        this.desk = new DecisionDesk(() -> TRIAGE, ledger, JSON.writer());
    }

    static FilledLedger on(TestDatabases kind, boolean join) {
        return new FilledLedger(kind.fresh(), freshKeys(), Clock.systemUTC(), join);
    }

    static Path freshKeys() {
        try {
            Path keys = Files.createTempDirectory("keys").resolve("subjects.json");
            SubjectKeys.first().write(keys);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Caller agency(String name) {
        return new Caller("system", name, Set.of(Role.SCORER));
    }

    /** An assessment about somebody, with more fields. */
    static Map<String, Object> assessment(@Nullable String subject, String on, Map<String, Object> more) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("assessedOn", on);
        request.put("answers", Map.of("q1", "yes", "q2", "no"));
        if (subject != null) {
            request.put("references", Map.of("subject", subject));
        }
        request.putAll(more);
        return request;
    }

    static List<Map<String, Object>> incidents(String... days) {
        return java.util.Arrays.stream(days)
                .map(day -> Map.<String, Object>of("on", day, "kind", "police-callout"))
                .toList();
    }

    Reply decide(String agency, Map<String, Object> request) {
        return decide(agency, null, request);
    }

    Reply decide(String agency, @Nullable String key, Map<String, Object> request) {
        return decisions
                .begin(TRIAGE, new Sent(agency(agency), "r-1", key, request), LocalDate.of(2099, 1, 1))
                .await();
    }

    /** Decisions about several people, reviews and looks. */
    FilledLedger filled(int count) {
        for (int i = 0; i < count; i++) {
            Reply reply = decide(
                    "agency-" + i % 3,
                    i % 4 == 0 ? "key-" + i : null,
                    assessment(
                            i % 5 == 0 ? null : "s-" + i % 7,
                            "2026-0" + (1 + i % 9) + "-11",
                            Map.of("incidents", incidents("2025-12-0" + (1 + i % 9)))));
            String id = String.valueOf(reply.recorded());
            if (i % 3 == 0) {
                desk.review(
                        agency("agency-" + i % 3),
                        "r-2",
                        id,
                        Map.of(
                                "outcome",
                                "raise",
                                "level",
                                "high",
                                "role",
                                "idva",
                                "reason",
                                "r",
                                "referredOn",
                                "2026-11-01"));
                desk.show(agency("agency-" + i % 3), "r-3", id);
            }
        }
        return this;
    }

    Verification.Report verified(Link... anchors) throws SQLException {
        return Verification.verify(
                ledger.database(), List.of(anchors), ledger.clock().millis(), seq -> {});
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        ledger.stop();
    }

    /** A clock that stands still, some days from now. */
    static Clock inDays(int days) {
        return Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
    }
}
