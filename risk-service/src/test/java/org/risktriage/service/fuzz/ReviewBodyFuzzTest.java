package org.risktriage.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.service.http.RefusedException;
import org.risktriage.service.http.StrictJson;
import org.risktriage.service.ledger.decisions.ReviewRequest;
import org.risktriage.triage.Level;

/** Any bytes as a person's review of a decision: a review that lowers nothing, or a refusal that says nothing of it. */
class ReviewBodyFuzzTest {
    private static final String SENTINEL = "ZEBRA+7781";
    private static final String MARK = "^";
    private static final LocalDate ASSESSED_ON = LocalDate.of(2026, 11, 20);

    static Stream<byte[]> examples() {
        return Stream.of(
                        "",
                        "[]",
                        "{\"outcome\":\"accept\",\"role\":\"idva\",\"reason\":\"as it is\"}",
                        "{\"outcome\":\"raise\",\"level\":\"high\",\"role\":\"idva\",\"reason\":\"seen before\"}",
                        "{\"outcome\":\"raise\",\"refer\":true,\"referredOn\":\"2026-11-21\",\"role\":\"a\",\"reason\":\"b\"}",
                        "{\"outcome\":\"accept\",\"level\":\"standard\",\"refer\":false,\"role\":\"^\",\"reason\":\"^\"}",
                        "{\"outcome\":\"^\",\"level\":\"^\",\"refer\":\"^\",\"referredOn\":\"^\",\"^\":\"^\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @DictionaryFile(resourcePath = "request.dict")
    @MethodSource("examples")
    @FuzzTest
    void any_bytes_in_place_of_a_review(byte[] input) {
        byte[] body = new String(input, StandardCharsets.ISO_8859_1)
                .replace(MARK, SENTINEL)
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            ReviewRequest review =
                    ReviewRequest.read(StrictJson.parse(body), ASSESSED_ON, ASSESSED_ON.plusDays(2), Level.MEDIUM);
            assertThat(review.level()).isNotEqualTo(Level.STANDARD);
            assertThat(review.refer()).isNotEqualTo(false);
            assertThat(review.toString()).doesNotContain(SENTINEL);
        } catch (RefusedException e) {
            assertThat(e.getMessage() + e.kind() + e.errors()).doesNotContainIgnoringCase(SENTINEL);
        }
    }
}
