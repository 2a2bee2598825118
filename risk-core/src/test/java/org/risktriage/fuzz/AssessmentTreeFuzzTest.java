package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.UnknownRulesException;

/** Any tree in place of a request is decided whole or refused; nothing else, and soon. */
class AssessmentTreeFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @FuzzTest
    void any_tree_in_place_of_a_request(FuzzedDataProvider data) {
        LocalDate today = data.consumeBoolean() ? TODAY : null;
        Object tree = EditedRequest.of(data);
        OneSecond.isEnoughFor(() -> decide(tree, today));
    }

    private static void decide(@Nullable Object tree, @Nullable LocalDate today) {
        try {
            Assessment assessment = Library.TRIAGE.read(tree, today);
            Sentinel.assertNotIn(assessment);
            Decision decision = Library.TRIAGE.assess(assessment);
            Sentinel.assertNotIn(decision);
            assertThat(decision.marac().criteria())
                    .extracting(Decision.Criterion::id)
                    .containsExactlyElementsOf(Library.CRITERIA);
        } catch (InvalidAssessmentException e) {
            assertThat(e.problems()).isNotEmpty();
            Sentinel.assertNotIn(e);
            Sentinel.assertNotIn(e.problems());
        } catch (UnknownRulesException e) {
            Sentinel.assertNotIn(e);
        }
    }

    /** Loaded with the first input. */
    private static final class Library {
        static final RiskTriage TRIAGE = RiskTriage.bundled();
        static final List<String> CRITERIA = Bundled.pack().criteria();
    }
}
