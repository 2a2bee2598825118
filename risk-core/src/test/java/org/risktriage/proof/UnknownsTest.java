package org.risktriage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.proof.EveryWayOfAnswering.Context;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.internal.engine.PackShelf;

/** For every count of every state of an answer, what is said of the unknown is true, and nothing is missing. */
class UnknownsTest {
    /** Ways of writing 24 as a sum of five counts. */
    private static final int COUNTS = 20_475;

    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    static Stream<Context> contexts() {
        return Contexts.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contexts")
    void bounds_unknowns_and_what_could_be_met_are_exact(Context context) {
        EveryWayOfAnswering.Result result = new EveryWayOfAnswering(
                        TRIAGE::assess, PackShelf.bundled().latest(null).rules().itemsNamedByRoutes())
                .check(context, 1, 1);

        assertThat(result.differences()).isEmpty();
        assertThat(result.checked()).isGreaterThanOrEqualTo(COUNTS);
    }
}
