package org.risktriage.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.UnknownRulesException;

/** What a caller and a log are told of a failure. */
class ProblemMapperTest {
    private static final Problem PROBLEM = new Problem("/answers", "required", "answers is required.");

    @Test
    void one_problem_is_counted_as_one() {
        Response reply = map(new InvalidAssessmentException(List.of(PROBLEM)));

        assertThat(reply.getStatus()).isEqualTo(422);
        assertThat(document(reply).detail()).isEqualTo("One thing is wrong; errors says where.");
        assertThat(document(reply).errors()).containsExactly(PROBLEM);
    }

    @Test
    void two_problems_are_counted_as_two() {
        assertThat(document(map(new InvalidAssessmentException(List.of(PROBLEM, PROBLEM))))
                        .detail())
                .isEqualTo("2 things are wrong; errors says where.");
    }

    @Test
    void unknown_rules_are_a_404_that_names_those_that_there_are() {
        Response reply = map(new UnknownRulesException("areas", List.of("england-wales")));

        assertThat(reply.getStatus()).isEqualTo(404);
        assertThat(document(reply).detail()).contains("england-wales");
    }

    @ParameterizedTest
    @CsvSource({"BODY_TOO_LARGE, close", "NOT_JSON, "})
    void only_a_body_that_was_not_read_closes_the_connection(ProblemKind kind, String connection) {
        Response reply = map(new RefusedException(kind, "Made up."));

        assertThat(reply.getStatus()).isEqualTo(kind.status());
        assertThat(reply.getHeaderString("Connection")).isEqualTo(connection);
        assertThat(document(reply).detail()).isEqualTo("Made up.");
    }

    @ParameterizedTest
    @CsvSource({"GET, 'GET,HEAD'", "POST, POST", "'GET,HEAD', 'GET,HEAD'"})
    void a_method_that_is_not_allowed_is_answered_with_those_that_are(String allowed, String told) {
        Response reply = map(new NotAllowedException(
                Response.status(405).header("Allow", allowed).build()));

        assertThat(reply.getStatus()).isEqualTo(405);
        assertThat(reply.getHeaderString("Allow")).isEqualTo(told);
        assertThat(document(reply).detail()).isEqualTo("This method is not allowed here.");
    }

    @Test
    void a_redirection_is_no_problem() {
        Response reply = map(new RedirectionException(Response.Status.FOUND, URI.create("/v1/areas")));

        assertThat(reply.getStatus()).isEqualTo(302);
        assertThat(reply.hasEntity()).isFalse();
    }

    @Test
    void the_lowest_status_of_an_error_is_a_problem() {
        assertThat(document(map(new WebApplicationException(400))).code()).isEqualTo("bad-request");
    }

    @Test
    void a_fault_of_the_server_is_a_503_with_the_safety_text() {
        Response reply = map(new WebApplicationException(500));

        assertThat(reply.getStatus()).isEqualTo(503);
        assertThat(reply.getHeaderString("Retry-After")).isEqualTo("30");
        assertThat(document(reply).detail()).isEqualTo(ProblemMapper.SAFETY_TEXT);
    }

    @Test
    void a_log_has_types_and_places_and_the_words_of_a_rules_fault_alone() {
        Throwable cause = traced(new IllegalStateException("ZEBRA-7781"), 1);
        Throwable fault = traced(new RulesFaultException("The rules could not be evaluated.", cause), 2);

        assertThat(ProblemMapper.quiet(fault))
                .isEqualTo("org.risktriage.triage.RulesFaultException: The rules could not be evaluated."
                        + "\n    at made.Up.place0(Up.java:1)\n    at made.Up.place1(Up.java:1)"
                        + "\n  caused by java.lang.IllegalStateException\n    at made.Up.place0(Up.java:1)");
    }

    @Test
    void a_log_has_the_eight_nearest_places_of_a_fault() {
        assertThat(ProblemMapper.quiet(traced(new IllegalStateException("ZEBRA-7781"), 9)))
                .contains("place7(")
                .doesNotContain("place8(");
    }

    private static Response map(Throwable thrown) {
        return new ProblemMapper().toResponse(thrown);
    }

    private static ProblemDocument document(Response reply) {
        return (ProblemDocument) reply.getEntity();
    }

    private static Throwable traced(Throwable thrown, int places) {
        thrown.setStackTrace(IntStream.range(0, places)
                .mapToObj(place -> new StackTraceElement("made.Up", "place" + place, "Up.java", 1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
