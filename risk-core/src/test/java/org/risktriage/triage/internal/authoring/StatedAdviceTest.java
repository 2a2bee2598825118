package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Confidence;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Severity;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;

/** What becomes of the prompts, warnings and actions that rules state, of several of one id above all. */
class StatedAdviceTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void an_action_is_due_as_its_rule_says_and_the_most_urgent_stands_first() {
        Decision decision = decide(
                advice("weeks", "findings.action( \"weeks\", \"r\", \"t\" ); findings.dueInWeeks( 8 );"),
                advice("meeting", "findings.action( \"meeting\", \"r\", \"t\" ); findings.dueBeforeTheMeeting();"),
                advice("later", "findings.action( \"later\", \"r\", \"t\" ); findings.dueInHours( 25 );"),
                advice("working", "findings.action( \"working\", \"r\", \"t\" ); findings.dueInWorkingDays( 5 );"),
                advice("hours", "findings.action( \"hours\", \"r\", \"t\" ); findings.dueInHours( 24 );"),
                advice(
                        "contact",
                        "findings.action( \"contact\", \"r\", \"t\" ); findings.dueInHours( 1 );"
                                + " findings.dueAtThisContact();"),
                advice("unsaid", "findings.action( \"unsaid\", \"r\", \"t\" );"),
                rule(
                        "window",
                        "Referral( $on : referredOn )",
                        "findings.action( \"window\", \"r\", \"t\" ); findings.dueWithinDaysOf( $on, 7 );"),
                advice("now", "findings.action( \"now\", \"r\", \"t\" ); findings.dueImmediately();"));

        assertThat(decision.actions())
                .extracting(action -> action.id() + " " + action.timing() + " " + action.due())
                .containsExactly(
                        "now immediately 2026-03-02",
                        "window window 2026-03-05",
                        "contact at-this-contact null",
                        "unsaid at-this-contact null",
                        "hours hours 2026-03-03",
                        "later hours 2026-03-04",
                        "working working-days 2026-03-09",
                        "meeting before-the-meeting null",
                        "weeks weeks 2026-04-27");
    }

    @ParameterizedTest
    @CsvSource({
        "dueInHours( 48 ), dueInHours( 24 ), hours 2026-03-03",
        "dueInHours( 24 ), dueInHours( 48 ), hours 2026-03-03",
        "dueInHours( 24 ), dueInWorkingDays( 1 ), hours 2026-03-03",
        "dueInWorkingDays( 1 ), dueInHours( 24 ), working-days 2026-03-03",
        "dueAtThisContact(), dueInHours( 24 ), hours 2026-03-03",
        "dueInHours( 24 ), dueAtThisContact(), hours 2026-03-03",
        "dueInHours( 24 ), dueImmediately(), immediately 2026-03-02",
        "dueInHours( 0 ), dueImmediately(), immediately 2026-03-02",
        "dueImmediately(), dueInHours( 0 ), immediately 2026-03-02",
        "dueAtThisContact(), dueBeforeTheMeeting(), at-this-contact null",
    })
    void of_two_times_for_one_action_the_sooner_stands(String first, String second, String expected) {
        Decision decision = decide(
                advice("first", "findings.action( \"a\", \"r\", \"t\" ); findings." + first + ";"),
                advice("second", "findings.action( \"a\", \"r\", \"t\" ); findings." + second + ";"));

        assertThat(decision.actions())
                .singleElement()
                .satisfies(action ->
                        assertThat(action.timing() + " " + action.due()).isEqualTo(expected));
    }

    @Test
    void an_action_that_two_rules_state_is_one_with_the_words_and_the_causes_of_both() {
        Decision decision = decide(
                saying("One.", "A", advice("first", """
                        findings.action( "a", "idva", "police" );
                        findings.because( "one" );
                        findings.because( "two" );""")),
                saying("Two.", "B", advice("second", """
                        findings.action( "a", "other", "others" );
                        findings.because( "two" );
                        findings.because( "three" );""")),
                saying("One.", "A", advice("third", "findings.action( \"a\", \"other\", \"others\" );")));

        assertThat(decision.actions())
                .containsExactly(new Decision.Action(
                        "a",
                        "idva",
                        "police",
                        null,
                        org.risktriage.triage.Timing.AT_THIS_CONTACT,
                        "One. Two.",
                        List.of("one", "two", "three"),
                        "made-up/topic/first",
                        "made-up-source",
                        Confidence.COPY));
    }

    @Test
    void a_prompt_that_two_rules_state_has_the_heavier_weight_and_the_heaviest_stands_first() {
        Decision decision = decide(
                saying("Three.", "I", advice("third", "findings.prompt( \"b\", \"important\" );")),
                saying("One.", "I", advice("first", "findings.prompt( \"a\", \"advisory\" );")),
                saying("Two.", "K", advice("second", "findings.prompt( \"a\", \"critical\" );")),
                saying("Four.", "I", advice("fourth", "findings.prompt( \"a\", \"important\" );")));

        assertThat(decision.prompts())
                .containsExactly(
                        new Decision.Prompt(
                                "a",
                                Severity.CRITICAL,
                                "One. Two. Four.",
                                "made-up/topic/first",
                                "made-up-source",
                                Confidence.KNOWLEDGE),
                        new Decision.Prompt(
                                "b",
                                Severity.IMPORTANT,
                                "Three.",
                                "made-up/topic/third",
                                "made-up-source",
                                Confidence.CHOICE));
    }

    @ParameterizedTest
    @CsvSource({"A, B, B", "B, A, B", "B, I, I", "I, B, I", "I, K, K", "K, I, K", "K, A, K", "A, A, A"})
    void of_two_marks_the_weaker_stands(String first, String second, String expected) {
        Decision decision = decide(
                saying("One.", first, advice("first", "findings.warning( \"a\" );")),
                saying("Two.", second, advice("second", "findings.warning( \"a\" );")));

        assertThat(decision.warnings())
                .extracting(warning -> warning.because() + " " + warning.confidence())
                .containsExactly("One. Two. " + expected);
    }

    @Test
    void who_must_never_learn_of_it_stands_once_and_in_order() {
        Decision decision = decide(
                advice("first", "findings.neverDiscloseTo( \"perpetrator\" );"),
                advice("second", "findings.neverDiscloseTo( \"family\" );"),
                advice("third", "findings.neverDiscloseTo( \"perpetrator\" );"));

        assertThat(decision.handling()).isEqualTo(new Decision.Handling(List.of("family", "perpetrator"), false));
    }

    @Test
    void a_record_is_hidden_from_online_access_where_a_rule_says_so() {
        assertThat(decide(advice("first", "findings.hideFromPatientOnlineAccess();"))
                        .handling()
                        .hideFromPatientOnlineAccess())
                .isTrue();
    }

    @Test
    void an_advising_rule_reads_all_that_there_is_one_of() {
        Decision decision = decide(
                rule("checklist", "Checklist( yes == 1 )", "findings.warning( \"checklist\" );"),
                rule("judgement", "Judgement( highRisk == \"no\" )", "findings.warning( \"judgement\" );"),
                rule("victim", "Victim( pregnant == \"unknown\" )", "findings.warning( \"victim\" );"),
                rule("children", "Children( recorded == 0 )", "findings.warning( \"children\" );"),
                rule("told", "Circumstances( worsening == \"unknown\" )", "findings.warning( \"circumstances\" );"),
                rule("history", "History( undated == 0 )", "findings.warning( \"history\" );"),
                rule("outcome", "Outcome( level == \"standard\" )", "findings.warning( \"outcome\" );"));

        assertThat(decision.warnings())
                .extracting(Decision.Warning::id)
                .containsExactly("checklist", "judgement", "victim", "children", "circumstances", "history", "outcome");
    }

    private static String advice(String name, String then) {
        return rule(name, "Checklist()", then);
    }

    private static String saying(String words, String mark, String rule) {
        return rule.replace("Made up.", words).replace("@confidence( \"I\" )", "@confidence( \"" + mark + "\" )");
    }

    private static Decision decide(String... advice) {
        List<String> rules = new ArrayList<>(List.of(
                rule("not-met", "Checklist()", "findings.notMet( \"visible-high-risk\", 0, 1 );"),
                rule("standard", "Checklist()", "findings.level( \"standard\" );")));
        rules.addAll(Arrays.asList(advice));
        Assessment assessment = Assessment.builder()
                .assessedOn(DAY)
                .answer("q1", Answer.YES)
                .maracs(List.of(new Assessment.Marac(LocalDate.of(2026, 2, 26), null, null, null)))
                .build();
        return new Decider("test")
                .decide(
                        assessment,
                        Choice.of(MadeUpPack.of(rules.toArray(String[]::new)).load()));
    }
}
