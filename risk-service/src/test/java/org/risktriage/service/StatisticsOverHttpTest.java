package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;

/** Statistics of what a real service recorded, over HTTP. */
class StatisticsOverHttpTest {
    private static final String YEAR = "area=plymouth&from=2025-01-01&to=2025-12-31";

    /** What holds on every database. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class EveryDatabase {
        abstract GuardedService service();

        Reply ask(String query, String... headers) {
            List<String> all =
                    new ArrayList<>(List.of("X-API-Key", service().credentials().keyOf(Role.STATISTICS)));
            all.addAll(List.of(headers));
            return service().caller().get("/v1/statistics?" + query, all.toArray(new String[0]));
        }

        Reply send(String path, String body) {
            return service()
                    .caller()
                    .postTo(
                            path,
                            body,
                            "Content-Type",
                            "application/json",
                            "X-API-Key",
                            service().credentials().keyOf(Role.SCORER));
        }

        /** Six high by judgement and six without a sign in each of two months, two high in a third; some raised, some referred. */
        @BeforeAll
        void record() {
            for (String month : List.of("01", "02")) {
                for (int i = 0; i < 6; i++) {
                    Reply high = send(Caller.ASSESSMENTS, HIGH.formatted("2025-" + month + "-1" + i));
                    assertThat(high.status()).as(high.body()).isEqualTo(201);
                    assertThat(send(
                                            high.header("location") + "/reviews",
                                            REFERRED.formatted("2025-" + month + "-2" + i))
                                    .status())
                            .isEqualTo(201);
                    assertThat(send(Caller.ASSESSMENTS, STANDARD.formatted("2025-" + month + "-0" + (i + 1)))
                                    .status())
                            .isEqualTo(201);
                }
            }
            send(Caller.ASSESSMENTS, HIGH.formatted("2025-05-11"));
            send(Caller.ASSESSMENTS, HIGH.formatted("2025-05-12"));
        }

        JsonNode total(String figure) {
            return value(ask(YEAR).json().path("total"), figure);
        }

        @Test
        void what_was_recorded_is_counted() {
            assertThat(total("assessments").path("value").asInt()).isEqualTo(26);
            assertThat(total("level.high").path("value").asInt()).isEqualTo(14);
            assertThat(total("level.standard").path("value").asInt()).isEqualTo(12);
            assertThat(total("referrals").path("value").asInt()).isEqualTo(14);
            assertThat(total("criterion.professional-judgement").path("value").asInt())
                    .isEqualTo(14);
            assertThat(total("criterion.repeat").path("value").asInt()).isZero();
            assertThat(total("repeat-rate").path("value").asInt()).isZero();
            assertThat(total("assessments.with-children").path("value").asInt()).isEqualTo(14);
            assertThat(total("children").path("value").asInt()).isEqualTo(28);
            assertThat(total("assessments.with-referral-date").path("value").asInt())
                    .isEqualTo(12);
            assertThat(total("days-to-referral.median").path("value").asInt()).isEqualTo(10);
            assertThat(total("level.medium").path("status").asText()).isEqualTo("shown");
        }

        @Test
        void agencies_that_are_police_forces_are_set_and_so_is_how_many_women_live_there() {
            assertThat(total("referrals.police").path("value").asInt()).isEqualTo(14);
            assertThat(total("not-police-rate").path("value").asDouble()).isZero();
            // 14 for 20,000 women.
            assertThat(total("referrals-per-10000-women").path("value").asDouble())
                    .isEqualTo(7.0);
            assertThat(ask(YEAR).json().path("adultWomen").asInt()).isEqualTo(20_000);
        }

        @Test
        void a_quarter_with_two_cases_is_hidden_and_another_with_it() {
            JsonNode quarters = ask(YEAR + "&by=quarter").json().path("periods");
            assertThat(quarters.findValuesAsText("name")).containsExactly("2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4");
            // Two in the second quarter: nothing beside them that is not empty but the first.
            assertThat(value(quarters.path(1), "assessments").path("status").asText())
                    .isEqualTo("suppressed");
            assertThat(value(quarters.path(1), "assessments").has("value")).isFalse();
            assertThat(value(quarters.path(0), "assessments").path("status").asText())
                    .isEqualTo("suppressed");
            assertThat(value(quarters.path(2), "assessments").path("value").asInt(-1))
                    .isZero();
        }

        @Test
        void what_other_spans_leave_out_is_hidden_there_too() {
            // The year without the second quarter, as three requests could have it.
            for (String span : List.of("from=2025-04-01&to=2025-06-30", "from=2025-01-01&to=2025-03-31")) {
                assertThat(value(ask("area=plymouth&" + span).json().path("total"), "assessments")
                                .path("status")
                                .asText())
                        .as(span)
                        .isEqualTo("suppressed");
            }
        }

        @Test
        void national_figures_stand_beside_with_their_source_and_year() {
            JsonNode national = ask(YEAR).json().path("national");
            assertThat(national).hasSizeGreaterThan(3).allSatisfy(one -> {
                assertThat(one.path("source").asText()).isNotBlank();
                assertThat(one.path("period").asText()).isNotBlank();
            });
            assertThat(national.findValuesAsText("figure")).contains("repeat-rate", "not-police-rate");
        }

        @Test
        void rows_for_a_spreadsheet_have_the_same_figures_in_columns_that_stay() throws Exception {
            for (Reply reply : List.of(ask(YEAR + "&format=csv"), ask(YEAR, "Accept", "text/csv"))) {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.header("content-type")).startsWith("text/csv");
                try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reply.body())) {
                    List<NamedCsvRecord> all = rows.stream().toList();
                    assertThat(all.get(0).getHeader())
                            .containsExactly(
                                    "area",
                                    "period",
                                    "from",
                                    "to",
                                    "figure",
                                    "unit",
                                    "means",
                                    "status",
                                    "value",
                                    "national",
                                    "national_period");
                    assertThat(all).anySatisfy(row -> {
                        assertThat(row.getField("figure")).isEqualTo("assessments");
                        assertThat(row.getField("value")).isEqualTo("26");
                    });
                }
            }
        }

        @ParameterizedTest
        @CsvSource({
            "from=2025-01-01&to=2025-12-31, /area, required",
            "area=plymouth&to=2025-12-31, /from, required",
            "area=plymouth&from=2025-01-02&to=2025-12-31, /from, not-aligned",
            "area=plymouth&from=2025-02-01&to=2025-06-30&by=quarter, /from, not-aligned",
            "area=plymouth&from=2025-01-01&to=2025-12-30, /to, not-aligned",
            "area=plymouth&from=2025-06-01&to=2025-01-31, /to, wrong-order",
            "area=plymouth&from=2010-01-01&to=2025-12-31, /to, too-long",
            "area=plymouth&from=2025-02-30&to=2025-12-31, /from, bad-date",
            "area=plymouth&from=2025-01-01&to=2025-12-31&by=week, /by, unknown-code",
            "area=plymouth&area=bolton&from=2025-01-01&to=2025-12-31, /area, twice",
            "area=plymouth&from=2025-01-01&to=2025-12-31&agency=x, '', unknown-field",
            "area=plymouth&from=2025-01-01&to=2025-12-31&format=xml, /format, unknown-code"
        })
        void what_cannot_be_counted_is_refused_with_a_pointer(String query, String pointer, String code) {
            Reply reply = ask(query);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().path("code").asText()).isEqualTo("invalid-query");
            assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
            assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo(code);
        }

        @Test
        void everything_that_is_wrong_is_said_at_once_and_nothing_is_repeated() {
            Reply reply = ask("from=" + Caller.SENTINEL + "&by=" + Caller.SENTINEL);
            assertThat(reply.json().path("errors")).hasSize(4);
            assertThat(reply.body()).doesNotContain(Caller.SENTINEL);
        }

        @Test
        void an_area_that_is_not_known_is_not_found() {
            Reply reply = ask("area=atlantis&from=2025-01-01&to=2025-12-31");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("detail").asText())
                    .contains("plymouth")
                    .doesNotContain("atlantis");
        }

        @Test
        void a_year_without_anything_shows_zeros() {
            JsonNode total =
                    ask("area=bolton&from=2020-01-01&to=2020-12-31").json().path("total");
            assertThat(value(total, "assessments").path("value").asInt(-1)).isZero();
            assertThat(value(total, "repeat-rate").path("status").asText()).isEqualTo("not-known");
        }
    }

    private static final String HIGH = """
            {"area": "plymouth", "assessedOn": "%s", "answers": {"q1": "yes", "q2": "yes"},
             "judgement": {"highRisk": true, "rationale": "made up"}, "children": [{"age": 3}, {"age": 5}], "incidents": [],
             "maracs": []}
            """;
    private static final String STANDARD = """
            {"area": "plymouth", "assessedOn": "%s", "answers": {"q1": "yes", "q2": "no"}, "incidents": [], "maracs": []}
            """;
    private static final String REFERRED = """
            {"outcome": "accept", "referredOn": "%s", "role": "idva", "reason": "made up"}
            """;

    static JsonNode value(JsonNode period, String figure) {
        for (JsonNode value : period.path("values")) {
            if (value.path("figure").asText().equals(figure)) {
                return value;
            }
        }
        throw new AssertionError("There is no figure " + figure);
    }

    private static GuardedService recording(TestDatabases kind) {
        return new GuardedService(LedgerSettingsText.on(
                kind.fresh(), "policeAgencies: [" + Credentials.AGENCY + "]", "adultWomen: {plymouth: 20000}"));
    }

    /** A file. */
    @Nested
    class OnSqlite extends EveryDatabase {
        @RegisterExtension
        static final GuardedService SERVICE = recording(TestDatabases.SQLITE);

        @Override
        GuardedService service() {
            return SERVICE;
        }
    }

    /** A server. */
    @Nested
    class OnPostgresql extends EveryDatabase {
        @RegisterExtension
        static final GuardedService SERVICE = recording(TestDatabases.POSTGRESQL);

        @Override
        GuardedService service() {
            return SERVICE;
        }
    }
}
