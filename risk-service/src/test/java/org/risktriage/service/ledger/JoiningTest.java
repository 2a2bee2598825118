package org.risktriage.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RiskTriage;

/** What is joined counts as it would in one request, and takes nothing away. */
class JoiningTest {
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final String ESCALATION = "potential-escalation";

    private static Map<String, Object> asked(String area, List<?> incidents, List<?> maracs) {
        Map<String, Object> request = FilledLedger.assessment(
                "s", "2026-11-16", Map.of("area", area, "incidents", incidents, "maracs", maracs));
        request.put("circumstances", Map.of("worsening", true));
        return request;
    }

    private static Map<String, Object> incident(String on, Object... more) {
        Map<String, Object> incident = new LinkedHashMap<>(Map.of("on", on, "kind", "police-callout"));
        for (int i = 0; i < more.length; i += 2) {
            incident.put(more[i].toString(), more[i + 1]);
        }
        return incident;
    }

    private static JsonNode decided(FilledLedger ledger, String agency, Map<String, Object> request) throws Exception {
        return FilledLedger.JSON.readTree(ledger.decide(agency, request).json());
    }

    @Test
    void a_crime_that_another_agency_recorded_of_the_same_day_counts() throws Exception {
        List<String> days = List.of("2026-09-01", "2026-09-02", "2026-09-03");
        for (boolean said : List.of(true, false)) {
            try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
                ledger.decide(
                        "police",
                        asked(
                                "kingston",
                                days.stream()
                                        .map(day -> incident(day, "crime", true))
                                        .toList(),
                                List.of()));
                JsonNode housing = decided(
                        ledger,
                        "housing",
                        asked(
                                "kingston",
                                days.stream()
                                        .map(day -> said ? incident(day, "crime", false) : incident(day))
                                        .toList(),
                                List.of()));
                assertThat(RecordedCases.status(housing, ESCALATION)).isEqualTo("met");
                assertThat(housing.at("/history/joined").findValuesAsText("extra"))
                        .contains("true");
            }
        }
    }

    @Test
    void that_another_agency_recorded_no_crime_does_not_settle_what_the_request_leaves_open() throws Exception {
        List<String> days = List.of("2026-09-01", "2026-09-02", "2026-09-03");
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            ledger.decide(
                    "housing",
                    asked(
                            "kingston",
                            days.stream()
                                    .map(day -> incident(day, "crime", false))
                                    .toList(),
                            List.of()));
            JsonNode police = decided(
                    ledger,
                    "police",
                    asked("kingston", days.stream().map(day -> incident(day)).toList(), List.of()));
            assertThat(RecordedCases.status(police, ESCALATION)).isEqualTo("could-be-met");
        }
    }

    @Test
    void a_day_of_the_meeting_that_another_agency_recorded_starts_the_clock() throws Exception {
        for (String area : List.of("kingston", "wolverhampton")) {
            try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
                Map<String, Object> heard = Map.of("referredOn", "2025-09-01", "heardOn", "2025-10-15");
                ledger.decide("police", asked(area, List.of(), List.of(heard)));
                JsonNode housing = decided(
                        ledger,
                        "housing",
                        asked(area, List.of(incident("2026-10-01")), List.of(Map.of("referredOn", "2025-09-01"))));
                assertThat(RecordedCases.status(housing, "repeat")).as(area).isEqualTo("met");
            }
        }
    }

    @Test
    void incidents_of_one_day_that_are_told_apart_are_several_and_their_references_are_not_shown() throws Exception {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            List<?> two = List.of(incident("2026-09-01", "ref", "ZEBRA-1"), incident("2026-09-01", "ref", "ZEBRA-2"));
            ledger.decide("police", asked("kingston", two, List.of()));
            // Once more, and by another who knows one of the two: they stay two.
            ledger.decide("police", asked("kingston", two, List.of()));
            Map<String, Object> own = asked("england-wales", List.of(incident("2026-09-01")), List.of());
            own.remove("area");
            JsonNode housing = decided(ledger, "housing", own);
            assertThat(RecordedCases.status(housing, ESCALATION)).isEqualTo("met");
            assertThat(housing.at("/history/joined").findValuesAsText("ref")).containsExactly("joined-1", "joined-2");
            assertThat(housing.toString()).doesNotContain("ZEBRA");

            own.put("incidents", List.of(incident("2026-09-01", "ref", "ZEBRA-1"), incident("2026-09-01")));
            JsonNode knows = decided(ledger, "health", own);
            assertThat(knows.at("/history/joined").findValuesAsText("ref")).containsExactly("joined-1");
            assertThat(ledger.verified().findings()).isEmpty();
        }
    }

    @Test
    void what_is_recorded_of_one_perpetrator_takes_nothing_from_another() throws Exception {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            ledger.decide("police", asked("kingston", List.of(incident("2026-09-01")), List.of()));
            Map<String, Object> other =
                    asked("kingston", List.of(incident("2026-09-01", "perpetrator", "X")), List.of());
            other.put("perpetrators", List.of(Map.of("ref", "X")));
            ledger.decide("health", other);
            Map<String, Object> own = asked("kingston", List.of(), List.of());
            own.put("perpetrators", List.of(Map.of("ref", "A")));
            JsonNode decision = decided(ledger, "housing", own);
            assertThat(decision.at("/history/joined").findValuesAsText("on")).contains("2026-09-01");
            assertThat(decision.at("/history/otherPerpetrators").asInt()).isEqualTo(1);
        }
    }

    @Test
    void more_than_can_be_joined_is_said() throws Exception {
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            for (int part = 0; part < 2; part++) {
                List<Map<String, Object>> many = new ArrayList<>();
                for (int i = 0; i < 150; i++) {
                    many.add(incident("2026-09-01", "ref", part + "-" + i));
                }
                ledger.decide("police", asked("kingston", many, List.of()));
            }
            JsonNode decision = decided(ledger, "housing", asked("kingston", List.of(), List.of()));
            assertThat(decision.path("warnings").findValuesAsText("id")).contains("history-not-joined");
            assertThat(decision.at("/history/joined")).hasSize(200);
            assertThat(decision.at("/history/notJoined").asBoolean()).isTrue();
        }
    }

    /** Several agencies' records, and the request that they are joined to. */
    private static final class Records {
        private static final List<String> DAYS =
                List.of("2025-09-20", "2025-11-20", "2026-02-01", "2026-02-02", "2026-06-01", "2026-10-30");

        private final Random random;
        private final List<@Nullable Boolean> crimes;
        private final boolean named;
        private final List<Map<String, Object>> incidents = new ArrayList<>();
        private final List<Map<String, Object>> maracs = new ArrayList<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> closed = new HashSet<>();

        Records(Random random) {
            this.random = random;
            this.named = random.nextBoolean();
            this.crimes = new ArrayList<>();
            int some = 1 + random.nextInt(7);
            crimes.add((some & 1) == 0 ? Boolean.TRUE : null);
            if ((some & 2) != 0) {
                crimes.add(true);
            }
            if ((some & 4) != 0) {
                crimes.add(false);
            }
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private void about(Map<String, Object> fact) {
            String who = one(named ? List.of("", "A", "B", "X") : List.of(""));
            if (!who.isEmpty()) {
                fact.put("perpetrator", who);
            }
        }

        /** A request; what it says of perpetrators whom the last one names, or of nobody, is kept for the union. */
        Map<String, Object> request(String subject, String on, String area, boolean last) {
            List<Map<String, Object>> its = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                Map<String, Object> incident = incident(one(DAYS));
                incident.put("kind", one(List.of("police-callout", "contact", "crime-report")));
                incident.put("direction", random.nextInt(4) == 0 ? "reversed" : "same");
                Boolean crime = one(crimes);
                if (crime != null) {
                    incident.put("crime", crime);
                }
                String ref = one(List.of("", "", "", "", "r1", "joined-1"));
                if (!ref.isEmpty()) {
                    incident.put("ref", ref);
                }
                about(incident);
                its.add(incident);
            }
            List<Map<String, Object>> referrals = new ArrayList<>();
            for (int i = random.nextInt(2); i > 0; i--) {
                Map<String, Object> marac = new LinkedHashMap<>(
                        Map.of("referredOn", one(List.of("2025-08-15", "2025-09-25", "2026-02-01"))));
                if (random.nextBoolean()) {
                    marac.put("heardOn", one(List.of("2026-02-15", "2026-02-20")));
                }
                String where = one(List.of("", "bolton", "kingston"));
                if (!where.isEmpty()) {
                    marac.put("area", where);
                }
                about(marac);
                referrals.add(marac);
            }
            if (last) {
                its.removeIf(each -> "X".equals(each.get("perpetrator")));
                referrals.removeIf(each -> "X".equals(each.get("perpetrator")));
            }
            its.stream().filter(Records::isComparable).forEach(each -> {
                incidents.add(each);
                String key = each.get("on") + " " + each.get("kind") + " " + each.get("ref");
                if (!each.containsKey("crime")) {
                    open.add(key);
                } else if (each.get("crime").equals(false)) {
                    closed.add(key);
                }
            });
            referrals.stream().filter(Records::isComparable).forEach(maracs::add);
            Map<String, Object> answers = new HashMap<>();
            for (int q = 1; q <= 24; q++) {
                answers.put("q" + q, one(List.of("yes", "no", "no", "no", "dont-know")));
            }
            Map<String, Object> request = FilledLedger.assessment(subject, on, Map.of("answers", answers));
            if (!area.isEmpty()) {
                request.put("area", area);
            }
            request.put("incidents", its);
            request.put("maracs", referrals);
            request.put("circumstances", Map.of("worsening", random.nextBoolean()));
            if (named) {
                request.put(
                        "perpetrators",
                        last
                                ? List.of(Map.of("ref", "A"), Map.of("ref", "B"))
                                : List.of(Map.of("ref", "A"), Map.of("ref", "B"), Map.of("ref", "X")));
            }
            return request;
        }

        private static boolean isComparable(Map<String, Object> fact) {
            return !"X".equals(fact.get("perpetrator"));
        }

        /** Whether one record leaves open if an incident was a crime, and another of the same says that it was none. */
        boolean isDisputed() {
            return open.stream().anyMatch(closed::contains);
        }
    }

    private static int rank(@Nullable CriterionStatus status) {
        return switch (Objects.requireNonNull(status)) {
            case NOT_MET -> 0;
            case COULD_BE_MET -> 1;
            case MET -> 2;
        };
    }

    private static Map<String, CriterionStatus> statuses(Decision decision) {
        Map<String, CriterionStatus> statuses = new LinkedHashMap<>();
        decision.marac().criteria().forEach(each -> statuses.put(each.id(), each.status()));
        return statuses;
    }

    @Test
    void what_several_agencies_recorded_counts_as_in_one_request_and_never_less_than_the_request_alone()
            throws Exception {
        Random random = new Random(20261122);
        int disputed = 0;
        int raised = 0;
        try (FilledLedger ledger = FilledLedger.on(TestDatabases.SQLITE, true)) {
            for (int i = 0; i < 400; i++) {
                Records records = new Records(random);
                String area = records.one(List.of("", "kingston", "wolverhampton", "bolton"));
                for (String agency : List.of("police", "health", "police", "housing")) {
                    ledger.decide(agency, records.request("s-" + i, "2026-11-1" + random.nextInt(6), area, false));
                }
                Map<String, Object> request = records.request("s-" + i, "2026-11-16", area, true);
                JsonNode joined = decided(ledger, "housing", request);
                Map<String, CriterionStatus> alone = statuses(TRIAGE.assess(TRIAGE.read(request)));
                Map<String, Object> all = new LinkedHashMap<>(request);
                all.put("incidents", records.incidents);
                all.put("maracs", records.maracs);
                Decision union = TRIAGE.assess(TRIAGE.read(all));
                boolean open = records.isDisputed();
                disputed += open ? 1 : 0;
                for (JsonNode criterion : joined.at("/marac/criteria")) {
                    String id = criterion.path("id").asText();
                    CriterionStatus found = status(criterion.path("status").asText());
                    String told = "case " + i + ", " + area + ", " + id;
                    assertThat(rank(found)).as(told).isGreaterThanOrEqualTo(rank(alone.get(id)));
                    raised += rank(found) > rank(alone.get(id)) ? 1 : 0;
                    CriterionStatus together = statuses(union).get(id);
                    if (open) {
                        assertThat(rank(found)).as(told).isGreaterThanOrEqualTo(rank(together));
                    } else {
                        assertThat(rank(found)).as(told).isEqualTo(rank(together));
                    }
                }
                if (!open) {
                    assertThat(joined.at("/level/value").asText())
                            .isEqualTo(String.valueOf(union.level().value()));
                }
            }
            assertThat(ledger.verified().findings()).isEmpty();
        }
        // Enough of each, so that the above says something.
        assertThat(raised).isGreaterThan(100);
        assertThat(disputed).isBetween(10, 200);
    }

    private static CriterionStatus status(String code) {
        return switch (code) {
            case "met" -> CriterionStatus.MET;
            case "could-be-met" -> CriterionStatus.COULD_BE_MET;
            default -> CriterionStatus.NOT_MET;
        };
    }

    @Test
    void who_sends_the_same_history_again_and_again_pushes_nothing_out() throws Exception {
        for (TestDatabases kind : TestDatabases.values()) {
            try (FilledLedger ledger = FilledLedger.on(kind, true)) {
                ledger.decide("police", asked("kingston", List.of(), List.of(Map.of("referredOn", "2026-01-10"))));
                List<Map<String, Object>> history = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    history.add(incident(LocalDate.of(2026, 2, 1).plusDays(i).toString()));
                }
                for (int i = 0; i < 105; i++) {
                    ledger.decide("housing", asked("kingston", history, List.of()));
                }
                JsonNode health =
                        decided(ledger, "health", asked("kingston", List.of(incident("2026-10-01")), List.of()));
                assertThat(RecordedCases.status(health, "repeat"))
                        .as("%s", kind)
                        .isEqualTo("met");
                assertThat(health.at("/history/joined").findValuesAsText("agency"))
                        .contains("police", "housing");
                assertThat(health.path("warnings").findValuesAsText("id")).doesNotContain("history-not-joined");
            }
        }
    }
}
