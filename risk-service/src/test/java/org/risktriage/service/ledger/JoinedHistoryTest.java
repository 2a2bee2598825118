package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.risktriage.service.callers.Caller;
import org.risktriage.service.ledger.decisions.Reply;

/** What several agencies each saw a piece of, is seen by the next of them. */
class JoinedHistoryTest {
    private static JsonNode json(Reply reply) {
        try {
            return FilledLedger.JSON.readTree(reply.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> oneIncident(String subject, String day) {
        return FilledLedger.assessment(
                subject, "2026-11-16", Map.of("incidents", FilledLedger.incidents(day), "maracs", List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void three_agencies_that_each_saw_one_incident_find_the_escalation(TestDatabases kind) throws Exception {
        try (FilledLedger ledger = FilledLedger.on(kind, true)) {
            assertThat(RecordedCases.status(
                            json(ledger.decide("police", oneIncident("s", "2026-09-01"))), "potential-escalation"))
                    .isEqualTo("not-met");
            assertThat(RecordedCases.status(
                            json(ledger.decide("health", oneIncident("s", "2026-10-01"))), "potential-escalation"))
                    .isEqualTo("not-met");
            JsonNode third = json(ledger.decide("housing", oneIncident("s", "2026-11-01")));
            assertThat(RecordedCases.status(third, "potential-escalation")).isEqualTo("met");
            assertThat(third.at("/level/value").asText()).isEqualTo("high");
            assertThat(third.at("/history/joined").findValuesAsText("agency")).contains("police", "health");
            assertThat(ledger.verified().findings()).isEmpty();
        }
    }

    @Test
    void an_incident_that_several_agencies_saw_counts_once() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            for (String agency : List.of("police", "health", "housing", "police")) {
                JsonNode decision = json(ledger.decide(agency, oneIncident("s", "2026-09-01")));
                assertThat(RecordedCases.status(decision, "potential-escalation"))
                        .isEqualTo("not-met");
                assertThat(decision.at("/history/joined").findValuesAsText("kind"))
                        .doesNotContain("incident");
            }
        }
    }

    @Test
    void a_referral_that_one_agency_knows_makes_the_repeat_visible_to_another() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            Map<String, Object> referred = FilledLedger.assessment(
                    "s",
                    "2026-03-01",
                    Map.of("incidents", List.of(), "maracs", List.of(Map.of("referredOn", "2026-02-01"))));
            ledger.decide("police", referred);
            JsonNode later = json(ledger.decide("health", oneIncident("s", "2026-09-01")));
            assertThat(RecordedCases.status(later, "repeat")).isEqualTo("met");
        }
    }

    @Test
    void what_is_recorded_of_another_person_or_perpetrator_is_not_joined_but_told() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            Map<String, Object> other = oneIncident("s", "2026-09-01");
            other.put("perpetrators", List.of(Map.of("ref", "B")));
            other.put("incidents", List.of(Map.of("on", "2026-09-01", "kind", "contact", "perpetrator", "B")));
            ledger.decide("police", other);
            Map<String, Object> own = oneIncident("s", "2026-10-01");
            own.put("perpetrators", List.of(Map.of("ref", "A")));
            JsonNode decision = json(ledger.decide("health", own));
            assertThat(decision.at("/history/otherPerpetrators").asInt()).isEqualTo(1);
            assertThat(decision.at("/history/joined").findValuesAsText("kind")).doesNotContain("incident");
            assertThat(json(ledger.decide("health", oneIncident("t", "2026-10-01")))
                            .has("history"))
                    .isFalse();
        }
    }

    @Test
    void nobody_reads_what_another_agency_wrote_in_words() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            Map<String, Object> wordy = oneIncident("s", "2026-09-01");
            wordy.put("judgement", Map.of("highRisk", true, "rationale", "ZEBRA said so"));
            wordy.put("maracs", List.of(Map.of("referredOn", "2026-02-01", "area", "ZEBRA Town")));
            wordy.put("references", Map.of("subject", "s", "case", "ZEBRA", "agency", "ZEBRA"));
            wordy.put(
                    "incidents",
                    List.of(Map.of("on", "2026-09-01", "kind", "contact", "ref", "ZEBRA", "perpetrator", "ZEBRA")));
            wordy.put("perpetrators", List.of(Map.of("ref", "ZEBRA", "relationship", "ZEBRA")));
            ledger.decide("police", wordy);
            Reply reply = ledger.decide("health", oneIncident("s", "2026-10-01"));
            assertThat(json(reply).at("/history/joined")).hasSize(2);
            assertThat(reply.json()).doesNotContain("ZEBRA");
        }
    }

    @Test
    void a_decision_with_joined_history_replays_the_same() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            ledger.decide("police", oneIncident("s", "2026-09-01"));
            Reply reply = ledger.decide("health", oneIncident("s", "2026-10-01"));
            Caller health = FilledLedger.agency("health");
            assertThat(ledger.desk
                            .replay(health, "r", String.valueOf(reply.recorded()))
                            .identical())
                    .isTrue();
        }
    }

    @Test
    void history_that_was_not_given_is_still_said_not_to_be() {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            ledger.decide("police", oneIncident("s", "2026-09-01"));
            JsonNode decision = json(ledger.decide("health", FilledLedger.assessment("s", "2026-11-16", Map.of())));
            assertThat(decision.path("warnings").findValuesAsText("id")).contains("history-not-given");
            assertThat(decision.at("/history/joined")).isNotEmpty();
        }
    }

    @Test
    void what_is_joined_never_lowers_a_level_nor_takes_a_criterion_away() {
        Random random = new Random(3);
        try (FilledLedger joined = FilledLedger.on(TestDatabases.SQLITE, true);
                FilledLedger alone = FilledLedger.on(TestDatabases.SQLITE, false)) {
            for (int i = 0; i < 300; i++) {
                Map<String, Object> request = random(random);
                JsonNode with = json(joined.decide("agency-" + i % 3, request));
                JsonNode without = json(alone.decide("agency-" + i % 3, request));
                List<String> levels = List.of("null", "standard", "medium", "high");
                assertThat(levels.indexOf(with.at("/level/value").asText()))
                        .isGreaterThanOrEqualTo(
                                levels.indexOf(without.at("/level/value").asText()));
                for (JsonNode criterion : without.at("/marac/criteria")) {
                    if (criterion.path("status").asText().equals("met")) {
                        assertThat(RecordedCases.status(
                                        with, criterion.path("id").asText()))
                                .isEqualTo("met");
                    }
                }
            }
        }
    }

    private static Map<String, Object> random(Random random) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int q = 1; q <= 24; q++) {
            answers.put("q" + q, List.of("yes", "no", "dont-know").get(random.nextInt(3)));
        }
        List<Map<String, Object>> incidents = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            incidents.add(Map.of(
                    "on",
                    "2026-0" + (1 + random.nextInt(9)) + "-11",
                    "kind",
                    random.nextBoolean() ? "contact" : "police-callout",
                    "direction",
                    random.nextInt(5) == 0 ? "reversed" : "same"));
        }
        Map<String, Object> request =
                FilledLedger.assessment("s-" + random.nextInt(4), "2026-1" + random.nextInt(3) + "-16", Map.of());
        request.put("answers", answers);
        if (random.nextBoolean()) {
            request.put("incidents", incidents);
            request.put(
                    "maracs",
                    random.nextInt(3) == 0
                            ? List.of(Map.of("referredOn", "2026-0" + (1 + random.nextInt(9)) + "-01"))
                            : List.of());
        }
        return request;
    }
}
