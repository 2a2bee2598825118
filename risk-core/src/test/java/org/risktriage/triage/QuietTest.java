package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a log line or an error would print holds a value of an assessment. */
class QuietTest {
    private static final String SENTINEL = "ZEBRA-7781";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate SENTINEL_DAY = LocalDate.of(2026, 7, 17);
    private static RiskTriage triage;

    @BeforeAll
    static void load_the_rules() {
        triage = RiskTriage.bundled();
    }

    /** The assessment and every record within it. */
    static Stream<Record> records() {
        List<Record> records = new ArrayList<>();
        collect(assessment(), records);
        return records.stream();
    }

    private static void collect(@Nullable Object value, List<Record> records) {
        if (value instanceof Record data) {
            records.add(data);
            for (RecordComponent component : data.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(data), records);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> collect(entry, records));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(entry -> collect(entry, records));
        }
    }

    @Test
    void every_record_of_an_assessment_is_looked_at() {
        assertThat(records().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(
                        Assessment.class,
                        Assessment.ItemAnswer.class,
                        Assessment.Judgement.class,
                        Assessment.Incident.class,
                        Assessment.Marac.class,
                        Assessment.Previous.class,
                        Assessment.Victim.class,
                        Assessment.Perpetrator.class,
                        Assessment.Child.class,
                        Assessment.Circumstances.class,
                        Assessment.References.class);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("records")
    void no_record_of_an_assessment_shows_a_value(Record data) {
        assertThat(data.toString()).isEqualTo(data.getClass().getSimpleName() + "[values withheld]");
    }

    @Test
    void a_builder_shows_no_value() {
        Assessment.Builder builder =
                Assessment.builder().assessedOn(SENTINEL_DAY).area(SENTINEL).judgedHighRisk(SENTINEL);

        assertThat(new StringBuilder().append((Object) builder)).doesNotContain(SENTINEL, "2026");
    }

    @Test
    void a_decision_shows_the_rules_and_no_value() {
        assertThat(triage.assess(assessment()).toString())
                .matches("Decision\\[under england-wales@[0-9.]+, values withheld]");
    }

    @Test
    void no_text_of_the_caller_returns_in_a_decision() {
        List<Record> records = new ArrayList<>();
        collect(triage.assess(assessment()), records);

        assertThat(records)
                .hasSizeGreaterThan(20)
                .noneMatch(part -> part.toString().contains(SENTINEL));
    }

    @Test
    void the_exception_on_an_invalid_assessment_holds_no_value() {
        Assessment invalid = Assessment.builder()
                .assessedOn(DAY)
                .instrument(SENTINEL)
                .answer(SENTINEL, Answer.NO, SENTINEL)
                .answer("q1", Answer.NO, SENTINEL)
                .perpetrator(new Assessment.Perpetrator(SENTINEL, 30, null, SENTINEL))
                .perpetrator(new Assessment.Perpetrator(SENTINEL, 30, null, SENTINEL))
                .incidents(List.of(new Assessment.Incident(
                        DAY.plusDays(1), IncidentKind.OTHER, null, Direction.SAME, "other " + SENTINEL, SENTINEL)))
                .build();
        InvalidAssessmentException refused =
                catchThrowableOfType(InvalidAssessmentException.class, () -> triage.assess(invalid));

        assertThat(refused.problems()).hasSizeGreaterThan(3);
        assertThat(refused + " " + refused.problems()).doesNotContain(SENTINEL).doesNotContain("ZEBRA");
    }

    @Test
    void the_exception_on_a_question_with_a_name_in_it_holds_no_name() {
        Assessment invalid = Assessment.builder()
                .assessedOn(DAY)
                .answer("Jane Doe Zebra", Answer.YES, "Jane Doe Zebra")
                .build();
        InvalidAssessmentException refused =
                catchThrowableOfType(InvalidAssessmentException.class, () -> triage.assess(invalid));

        assertThat(refused + " " + refused.problems()).doesNotContainIgnoringCase("zebra");
    }

    @Test
    void the_exception_on_an_unknown_area_holds_no_value() {
        Assessment elsewhere =
                Assessment.builder().assessedOn(DAY).area(SENTINEL).build();

        assertThat(catchThrowableOfType(UnknownRulesException.class, () -> triage.assess(elsewhere)))
                .hasMessageNotContaining(SENTINEL);
    }

    @Test
    void the_exception_on_an_unknown_instrument_or_pack_holds_no_value() {
        assertThat(catchThrowableOfType(UnknownRulesException.class, () -> triage.instrument(SENTINEL)))
                .hasMessageNotContaining(SENTINEL);
        assertThat(catchThrowableOfType(UnknownRulesException.class, () -> triage.rulePack(SENTINEL, SENTINEL)))
                .hasMessageNotContaining(SENTINEL);
    }

    private static Assessment assessment() {
        return Assessment.builder()
                .instrument("safelives-dash")
                .assessedOn(DAY)
                .answer("q1", new Assessment.ItemAnswer(Answer.YES, AnswerSource.VICTIM, List.of("first-injury")))
                .answer("q2", Answer.DECLINED)
                .answer("q18", Answer.YES, "children")
                .judgedHighRisk("Reasons with " + SENTINEL)
                .requestedLevel(Level.STANDARD)
                .incidents(List.of(
                        new Assessment.Incident(
                                SENTINEL_DAY, IncidentKind.CRIME_REPORT, true, Direction.REVERSED, SENTINEL, SENTINEL),
                        new Assessment.Incident(null, IncidentKind.OTHER, null, Direction.SAME, SENTINEL, SENTINEL)))
                .maracs(List.of(new Assessment.Marac(SENTINEL_DAY, SENTINEL_DAY, SENTINEL, SENTINEL)))
                .previous(List.of(new Assessment.Previous(
                        SENTINEL_DAY,
                        Level.HIGH,
                        17,
                        Map.of("q2", new Assessment.ItemAnswer(Answer.YES, null, List.of())))))
                .victim(new Assessment.Victim(17, true, true))
                .perpetrator(new Assessment.Perpetrator(SENTINEL, 17, true, SENTINEL))
                .children(List.of(new Assessment.Child(7, Home.VICTIM)))
                .circumstances(new Assessment.Circumstances(
                        true,
                        true,
                        true,
                        true,
                        SENTINEL_DAY,
                        true,
                        true,
                        false,
                        true,
                        true,
                        false,
                        SENTINEL,
                        true,
                        false,
                        PerpetratorPlace.HERE,
                        ChildrenPlace.WITH_PERPETRATOR))
                .references(new Assessment.References(SENTINEL, SENTINEL, SENTINEL))
                .build();
    }
}
