package org.risktriage.triage.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {
    @Test
    void a_sentence_without_placeholders_is_said_as_it_is() {
        assertThat(Sentence.of("Made up.").with(List.of())).isEqualTo("Made up.");
    }

    @Test
    void values_stand_where_their_placeholders_stood() {
        assertThat(Sentence.of("{yes} of {of} are yes.").with(List.of(3, 24))).isEqualTo("3 of 24 are yes.");
    }

    @Test
    void a_placeholder_that_stands_twice_takes_one_value() {
        assertThat(Sentence.of("{a}, {b}, {a}, {c}, {b}").with(List.of(1, 2, 3)))
                .isEqualTo("1, 2, 1, 3, 2");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 1 January 2026", "2026-11-21, 21 November 2026", "2026-12-31, 31 December 2026"})
    void a_day_is_written_in_words(LocalDate day, String words) {
        assertThat(Sentence.of("On {day}.").with(List.of(day))).isEqualTo("On " + words + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Made up.", "{a}", "{a} and {b}, {a}.", "On {a}"})
    void a_sentence_shows_as_it_was_written(String text) {
        assertThat(Sentence.of(text)).hasToString(text);
    }

    @Test
    void a_rule_is_known_by_its_topic_and_its_name() {
        RuleInfo rule = new RuleInfo(
                "made-up/topic/name",
                0,
                Sentence.of("Made up."),
                "made-up-source",
                org.risktriage.triage.Confidence.CHOICE,
                true,
                java.util.Set.of(),
                java.util.Set.of(),
                false,
                new RuleWords(java.util.List.of(), java.util.List.of(), java.util.List.of()));

        assertThat(rule.topic()).isEqualTo("topic");
        assertThat(rule.name()).isEqualTo("name");
    }
}
