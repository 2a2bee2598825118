package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sign of a rule may be exchanged for. */
class ExchangeTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0 2", "14, 13 15", "yes, ''"})
    void a_number_is_exchanged_for_its_neighbours(String number, String others) {
        assertThat(String.join(" ", exchange().numbers(number))).isEqualTo(others);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"yes\", \"no\"",
                "\"medium\", \"standard\" \"high\"",
                "\"q1:a\", \"q1:b\"",
                "\"q1:b\", \"q2:c\"",
                "\"q2:c\", \"q1:a\"",
                "\"made-up\", ``",
                "\"helpline\", \"refuge\"",
                "\"refuge\", \"helpline\"",
                "yes, ``",
            })
    void a_word_is_exchanged_for_those_of_its_family_or_the_next_detail(String word, String others) {
        assertThat(String.join(" ", exchange().words(word))).isEqualTo(others);
    }

    @Test
    void the_only_detail_is_exchanged_for_none() {
        assertThat(new Exchange(Set.of("q1:a"), Set.of()).words("\"q1:a\"")).isEmpty();
    }

    @Test
    void the_largest_number_has_no_larger_neighbour() {
        assertThat(exchange().numbers("999999999")).containsExactly("999999998");
    }

    private static Exchange exchange() {
        return new Exchange(Set.of("q2:c", "q1:a", "q1:b"), Set.of("refuge", "helpline"));
    }
}
