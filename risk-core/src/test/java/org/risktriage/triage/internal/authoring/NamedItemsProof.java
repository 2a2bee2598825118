package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.risktriage.proof.EveryWayOfAnswering;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;

/**
 * Where rules that decide name items: every state of each of them, with every count of the five states among the others.
 */
@Tag("exhaustive")
class NamedItemsProof {
    @Test
    void what_is_said_of_the_unknown_is_exact_for_every_state_of_every_named_item_with_every_count_of_the_others() {
        Decider decider = new Decider("test");
        long start = System.nanoTime();
        EveryWayOfAnswering.Result result = new EveryWayOfAnswering(
                        assessment -> decider.decide(assessment, Choice.of(NamedItemsTest.PACK)),
                        NamedItemsTest.PACK.rules().itemsNamedByRoutes())
                .check(NamedItemsTest.CONTEXT, 1, 1);
        System.out.printf(
                Locale.ROOT,
                "NAMED ITEMS checked %,d partial checklists; differences %d; %d s%n",
                result.checked(),
                result.differences().size(),
                (System.nanoTime() - start) / 1_000_000_000L);

        assertThat(result.differences()).isEmpty();
    }
}
