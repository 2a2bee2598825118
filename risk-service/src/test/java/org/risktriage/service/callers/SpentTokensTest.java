package org.risktriage.service.callers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.risktriage.service.callers.SpentTokens.Spending;

/** A token is good for one request. Where there is no room to remember another, none is let in. */
class SpentTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final SpentTokens spent = new SpentTokens(2);

    @Test
    void a_token_is_spent_once() {
        assertThat(spent.spend("one", LATER, NOW)).isEqualTo(Spending.SPENT_NOW);
        assertThat(spent.spend("one", LATER, NOW.plusSeconds(30))).isEqualTo(Spending.SPENT_BEFORE);
    }

    @Test
    void a_full_memory_lets_no_further_token_in_and_forgets_none_before_its_time() {
        spent.spend("one", LATER, NOW);
        spent.spend("two", LATER, NOW);

        assertThat(spent.spend("three", LATER, NOW.plusSeconds(1))).isEqualTo(Spending.NO_ROOM);
        assertThat(spent.spend("one", LATER, NOW.plusSeconds(59))).isEqualTo(Spending.SPENT_BEFORE);
    }

    @Test
    void what_has_expired_makes_room() {
        spent.spend("one", LATER, NOW);
        spent.spend("two", LATER.plusSeconds(60), NOW);

        assertThat(spent.spend("three", LATER.plusSeconds(60), LATER.plusSeconds(1)))
                .isEqualTo(Spending.SPENT_NOW);
        assertThat(spent.spend("two", LATER.plusSeconds(60), LATER.plusSeconds(2)))
                .isEqualTo(Spending.SPENT_BEFORE);
    }
}
