package org.risktriage.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows for a spreadsheet hold nothing that it would run. */
class StatisticsCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "|x", "%x"})
    void what_a_spreadsheet_would_take_for_a_formula_is_marked_as_a_text(String cell) {
        assertThat(StatisticsCsv.harmless(cell)).isEqualTo("'" + cell);
    }

    @Test
    void anything_else_stands_as_it_is() {
        assertThat(StatisticsCsv.harmless("plymouth")).isEqualTo("plymouth");
        assertThat(StatisticsCsv.harmless("")).isEmpty();
        assertThat(StatisticsCsv.harmless("31.5")).isEqualTo("31.5");
    }
}
