package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of requests and replies, and what they stand for. */
class CodesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                        of(Answer.values(), Answer::code, Answer::of),
                        of(AnswerSource.values(), AnswerSource::code, AnswerSource::of),
                        of(Change.values(), Change::code, Change::of),
                        of(ChildrenPlace.values(), ChildrenPlace::code, ChildrenPlace::of),
                        of(Confidence.values(), Confidence::code, Confidence::of),
                        of(CriterionStatus.values(), CriterionStatus::code, CriterionStatus::of),
                        of(Direction.values(), Direction::code, Direction::of),
                        of(Grade.values(), Grade::code, Grade::of),
                        of(Home.values(), Home::code, Home::of),
                        of(IncidentKind.values(), IncidentKind::code, IncidentKind::of),
                        of(Level.values(), Level::code, Level::of),
                        of(Matters.values(), Matters::code, Matters::of),
                        of(PerpetratorPlace.values(), PerpetratorPlace::code, PerpetratorPlace::of),
                        of(Severity.values(), Severity::code, Severity::of),
                        of(Timing.values(), Timing::code, Timing::of))
                .flatMap(each -> each);
    }

    private static <E> Stream<Arguments> of(E[] values, Function<E, String> code, Function<String, @Nullable E> find) {
        return Stream.of(values).map(value -> arguments(value, code.apply(value), find.apply(code.apply(value))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_code_finds_its_value_and_is_what_the_value_shows(Object value, String code, Object found) {
        assertThat(found).isEqualTo(value);
        assertThat(value).hasToString(code);
    }

    @Test
    void a_word_that_is_no_code_finds_nothing() {
        assertThat(Level.of("low")).isNull();
        assertThat(Level.of("HIGH")).isNull();
    }

    @Test
    void an_answer_that_is_neither_yes_nor_no_is_unknown() {
        assertThat(Answer.values())
                .filteredOn(Answer::isUnknown)
                .containsExactlyInAnyOrder(Answer.DONT_KNOW, Answer.DECLINED, Answer.NOT_ASKED);
    }

    @Test
    void the_higher_of_two_levels_stands() {
        assertThat(Level.MEDIUM.orHigher(Level.HIGH)).isEqualTo(Level.HIGH);
        assertThat(Level.MEDIUM.orHigher(Level.STANDARD)).isEqualTo(Level.MEDIUM);
        assertThat(Level.MEDIUM.orHigher(Level.MEDIUM)).isEqualTo(Level.MEDIUM);
    }
}
