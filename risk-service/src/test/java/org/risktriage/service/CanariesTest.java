package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.testing.Canaries;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.UnknownRulesException;

/**
 * A sentinel through every field, header, parameter and error path of every resource of a service that asks for credentials;
 * afterwards it stands nowhere.
 */
class CanariesTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService(
            "limits: {requestsPerSecond: 100000}",
            LedgerSettingsText.on(TestDatabases.SQLITE.fresh(), "joinHistory: true"));

    private static final List<Reply> REPLIES = new ArrayList<>();
    private static String logged = "";

    @BeforeAll
    static void canaries_everywhere() {
        Caller caller = SERVICE.caller();
        String sentinel = Canaries.SENTINEL;
        List<String> keys = List.of(
                SERVICE.credentials().keyOf(Role.SCORER), SERVICE.credentials().keyOf(Role.AUDITOR), sentinel);
        try (LogWatch log = LogWatch.inDetail()) {
            for (RolesTest.Use use : RolesTest.usesOf(SERVICE)) {
                for (String key : keys) {
                    String path = use.path().replaceAll("\\{[^}]*}", sentinel) + "?area=" + sentinel + "&compare="
                            + sentinel + "&" + sentinel + "=" + sentinel;
                    for (String body : Canaries.requests()) {
                        String type = use.path().endsWith("batch") ? "application/x-ndjson" : "application/json";
                        REPLIES.add(
                                use.method().equals("GET")
                                        ? caller.get(path, "X-API-Key", key, "Accept", "a/" + sentinel)
                                        : caller.postTo(path, body, "X-API-Key", key, "Content-Type", type));
                    }
                    REPLIES.add(caller.callWith("DELETE", path, "X-API-Key", key));
                    REPLIES.add(caller.callWith(
                            use.method(),
                            use.address(),
                            "Authorization",
                            "Bearer " + sentinel,
                            "traceparent",
                            sentinel));
                }
            }
            logged = log.text();
        }
    }

    @Test
    void the_canaries_were_sent() {
        assertThat(REPLIES).hasSizeGreaterThan(300);
        assertThat(REPLIES).anyMatch(reply -> reply.status() == 201).anyMatch(reply -> reply.status() == 422);
    }

    @Test
    void no_reply_repeats_one() {
        assertThat(REPLIES)
                .allSatisfy(reply -> Canaries.assertAbsent(reply.headers().toString(), reply.body()));
    }

    @Test
    void no_log_holds_one() {
        assertThat(logged).isNotEmpty();
        Canaries.assertAbsent(logged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/healthcheck", "/threads", "/ready", "/alive", "/ping"})
    void no_page_of_the_operators_shows_one(String path) {
        Canaries.assertAbsent(SERVICE.operator().get(path).body());
    }

    @Test
    void nothing_of_the_library_shows_one_as_a_text_or_in_an_exception() {
        RiskTriage triage = RiskTriage.bundled();
        for (String request : Canaries.requests()) {
            try {
                Assessment assessment = triage.read(tree(request));
                Canaries.assertAbsent(
                        assessment.toString(), triage.assess(assessment).toString());
            } catch (InvalidAssessmentException | UnknownRulesException e) {
                Canaries.assertAbsent(String.valueOf(e.getMessage()), e.toString());
            }
        }
    }

    private static Object tree(String request) {
        try {
            return new ObjectMapper().readValue(request, Object.class);
        } catch (JsonProcessingException e) {
            return request;
        }
    }
}
