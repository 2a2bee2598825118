package org.risktriage.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second opinion on what passed: it lets the vocabulary through, and nothing that could run. */
class KnownWordsTest {

    @Test
    void the_vocabulary_passes() {
        assertThatCode(() -> KnownWords.assertOnlyInConditions(
                        "Given( checklist.yes >= policy.number( \"a.b\" ), $yes : checklist.yes )"))
                .doesNotThrowAnyException();
        assertThatCode(() -> KnownWords.assertOnlyInStatements("findings.prompt( \"a\", \"important\" );"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Given( checklist.class.name == \"x\" )",
                "Given( System.exit( 0 ) )",
                "eval( true )",
                "Given( checklist.q1.concat( \"x\" ) == \"y\" )",
                "Given( checklist.q1 == \"\\u0022\" )",
                "Given( details[ 0 ] == \"x\" )",
                "Given() from x"
            })
    void what_could_run_does_not(String conditions) {
        assertThatThrownBy(() -> KnownWords.assertOnlyInConditions(conditions)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings.getClass();",
                "System.exit( 0 );",
                "new Object();",
                "findings.prompt( \"a\" + 1 );",
                "findings.prompt( \"a\", \"b\" ); }"
            })
    void nor_do_statements_that_could(String statements) {
        assertThatThrownBy(() -> KnownWords.assertOnlyInStatements(statements)).isInstanceOf(AssertionError.class);
    }
}
