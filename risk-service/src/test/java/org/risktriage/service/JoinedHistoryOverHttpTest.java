package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.RecordedCases;
import org.risktriage.service.ledger.TestDatabases;

/** Several agencies that each hold one piece: over HTTP, each with a key of its own. */
class JoinedHistoryOverHttpTest {
    private static final List<String> AGENCIES = List.of("police", "hospital", "housing");

    @RegisterExtension
    static final GuardedService SERVICE =
            new GuardedService(LedgerSettingsText.on(TestDatabases.SQLITE.fresh(), "joinHistory: true"));

    // Before it starts, so that it knows them from the beginning.
    private static final Map<String, String> KEYS =
            AGENCIES.stream().collect(Collectors.toMap(Function.identity(), JoinedHistoryOverHttpTest::key));

    private static String key(String agency) {
        try {
            return SERVICE.credentials().keyOf(agency, Set.of(Role.SCORER), Duration.ofDays(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode decided(String agency, String subject, String assessedOn, String history) {
        String body = """
                {"assessedOn": "%s", "answers": {"q1": "yes", "q2": "no"},
                 "judgement": {"highRisk": false, "rationale": "confided to %s"},
                 "references": {"subject": "%s"}, %s}
                """.formatted(assessedOn, agency, subject, history);
        Reply reply = SERVICE.caller()
                .postWith(
                        body,
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        Objects.requireNonNull(KEYS.get(agency)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private static String incident(String day) {
        return """
                "incidents": [{"on": "%s", "kind": "police-callout"}], "maracs": []""".formatted(day);
    }

    @Test
    void three_agencies_that_each_saw_one_incident_find_the_escalation() {
        assertThat(RecordedCases.status(
                        decided("police", "s-1", "2026-11-16", incident("2026-09-01")), "potential-escalation"))
                .isEqualTo("not-met");
        assertThat(RecordedCases.status(
                        decided("hospital", "s-1", "2026-11-16", incident("2026-10-01")), "potential-escalation"))
                .isEqualTo("not-met");
        JsonNode third = decided("housing", "s-1", "2026-11-16", incident("2026-11-01"));
        assertThat(RecordedCases.status(third, "potential-escalation")).isEqualTo("met");
        assertThat(third.at("/marac/refer").asBoolean()).isTrue();
        assertThat(third.at("/history/joined").findValuesAsText("agency"))
                .containsExactlyInAnyOrder("police", "hospital");
        assertThat(third.toString()).doesNotContain("confided");

        JsonNode another = decided("housing", "s-2", "2026-11-16", incident("2026-11-01"));
        assertThat(RecordedCases.status(another, "potential-escalation")).isEqualTo("not-met");
    }

    @Test
    void a_referral_that_one_agency_knows_of_makes_the_repeat_visible_to_another() {
        decided("police", "s-3", "2026-03-01", """
                "incidents": [], "maracs": [{"referredOn": "2026-02-01"}]""");
        JsonNode later = decided("hospital", "s-3", "2026-11-16", incident("2026-09-01"));
        assertThat(RecordedCases.status(later, "repeat")).isEqualTo("met");
        assertThat(later.at("/history/joined").findValuesAsText("agency")).containsOnly("police");
    }
}
