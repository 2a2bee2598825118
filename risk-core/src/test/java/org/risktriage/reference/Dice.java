package org.risktriage.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded choices, so that a failing case can be produced again from its seed. */
record Dice(SplittableRandom random) {

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Both ends can come up. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
    }

    boolean coin() {
        return random.nextBoolean();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
