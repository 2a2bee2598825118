package org.risktriage.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemKindTest {
    @ParameterizedTest
    @CsvSource({
        "399, RULES_UNAVAILABLE",
        "400, BAD_REQUEST",
        "401, UNAUTHORISED",
        "404, NOT_FOUND",
        "418, BAD_REQUEST",
        "422, INVALID",
        "431, HEADERS_TOO_LARGE",
        "499, BAD_REQUEST",
        "500, RULES_UNAVAILABLE",
        "503, RULES_UNAVAILABLE",
    })
    void a_status_has_its_own_kind_or_that_of_its_hundred(int status, ProblemKind kind) {
        assertThat(ProblemKind.ofStatus(status)).isEqualTo(kind);
    }

    @Test
    void a_document_is_made_of_what_its_kind_says() {
        assertThat(ProblemDocument.of(ProblemKind.TOO_SLOW, "Made up.", List.of()))
                .isEqualTo(new ProblemDocument(
                        "urn:risktriage:problem:too-slow",
                        "The request took too long",
                        408,
                        "Made up.",
                        "too-slow",
                        List.of()));
    }
}
