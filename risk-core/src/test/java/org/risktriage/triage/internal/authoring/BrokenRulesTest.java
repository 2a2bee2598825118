package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.risktriage.triage.internal.authoring.MadeUpPack.rule;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Direction;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.Choice;
import org.risktriage.triage.internal.engine.Decider;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.pack.PackDigest;
import org.risktriage.triage.internal.rules.CompiledRules;

/** A fault, a missing rule or a half-loaded pack never gives a level or a "no referral". */
class BrokenRulesTest {
    private static final String INDEX = CompiledRules.index("made-up", "1.0.0");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** No parameter has a value then: a rule that reads one throws. */
    private static final LocalDate BEFORE_ANY_VALUE = LocalDate.of(2025, 12, 31);

    private static final String MET = rule(
            "met",
            "Policy( $line : number( \"line\" ) )\n    Checklist( yes >= $line )",
            "findings.met( \"visible-high-risk\" );");
    private static final String NOT_MET = rule(
            "not-met",
            "Policy( $line : number( \"line\" ) )\n    Checklist( yes < $line, $yes : yes )",
            "findings.notMet( \"visible-high-risk\", $yes, $line );");
    private static final String STANDARD = rule("standard", "Checklist()", "findings.level( \"standard\" );");
    private static final String HANDLING =
            rule("handling", "Checklist()", "findings.neverDiscloseTo( \"perpetrator\" );");
    private static final MadeUpPack WHOLE = MadeUpPack.of(MET, NOT_MET, STANDARD, HANDLING);

    @Test
    void the_whole_pack_decides() {
        assertThat(decide(WHOLE.load(), DAY).level().value()).isEqualTo(Level.STANDARD);
    }

    @Test
    void a_criterion_that_no_rule_states_is_a_fault() {
        LoadedPack pack = MadeUpPack.of(STANDARD, HANDLING).load();

        assertThatThrownBy(() -> decide(pack, DAY))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("No rule said whether the criterion visible-high-risk is met");
    }

    @Test
    void a_criterion_that_is_stated_only_where_it_is_met_is_a_fault_where_it_is_not() {
        LoadedPack pack = MadeUpPack.of(MET, STANDARD, HANDLING).load();

        assertThatThrownBy(() -> decide(pack, DAY))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("visible-high-risk");
    }

    @Test
    void a_level_that_no_rule_states_is_a_fault() {
        LoadedPack pack = MadeUpPack.of(MET, NOT_MET, HANDLING).load();

        assertThatThrownBy(() -> decide(pack, DAY))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("No rule stated a level");
    }

    @Test
    void a_parameter_without_a_value_on_the_day_is_a_fault() {
        LoadedPack pack = WHOLE.load();

        assertThatThrownBy(() -> decide(pack, BEFORE_ANY_VALUE))
                .isInstanceOf(RulesFaultException.class)
                .hasMessage("The rules could not be evaluated.");
    }

    @Test
    void a_parameter_that_only_advice_reads_is_a_fault_of_the_whole_decision() {
        String advice = rule(
                "advice",
                "Policy( $line : number( \"line\" ) )\n    Checklist( yes < $line )",
                "findings.warning( \"made-up\" );");
        String always = rule("always", "Checklist()", "findings.met( \"visible-high-risk\" );");
        LoadedPack pack = MadeUpPack.of(always, advice).load();

        assertThatThrownBy(() -> decide(pack, BEFORE_ANY_VALUE)).isInstanceOf(RulesFaultException.class);
    }

    @Test
    void a_parameter_that_the_engine_itself_reads_has_to_be_there_on_every_day() {
        MadeUpPack pack = WHOLE.with("parameters.csv", "next-questions.danger-to-life", "another.key");

        assertThatThrownBy(pack::load)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("next-questions.danger-to-life");
    }

    @Test
    void a_rule_that_reads_a_parameter_without_a_value_on_some_day_is_refused_when_it_is_compiled() {
        MadeUpPack pack = WHOLE.with("parameters.csv", "line,14,2026-01-01,,", "line,14,2026-01-01,2026-06-30,");

        assertThatThrownBy(pack::compile)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("rule 'met': parameters.csv has no parameter 'line'");
    }

    @Test
    void the_fault_of_a_rule_says_nothing_of_the_case() {
        LoadedPack pack = WHOLE.load();

        assertThatThrownBy(() -> decide(pack, BEFORE_ANY_VALUE))
                .isInstanceOf(RulesFaultException.class)
                .satisfies(fault -> assertThat(everythingSaid(fault)).doesNotContain("ZEBRA-7781"));
    }

    @Test
    void rules_compiled_from_another_pack_are_refused() {
        Map<String, byte[]> compiled = WHOLE.compile();
        MadeUpPack changed = WHOLE.with("parameters.csv", "line,14", "line,24");

        assertThatThrownBy(() -> changed.load(compiled))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("were not made from the pack that is here");
    }

    @Test
    void a_note_that_changed_in_the_pack_is_enough_to_refuse_it() {
        Map<String, byte[]> compiled = WHOLE.compile();
        MadeUpPack changed = WHOLE.with("pack.yaml", "notice: Made up.", "notice: Made up");

        assertThatThrownBy(() -> changed.load(compiled)).isInstanceOf(RulesFaultException.class);
    }

    @Test
    void a_manifest_that_counts_more_rules_than_were_compiled_is_refused_when_it_is_loaded() {
        Map<String, byte[]> compiled = new HashMap<>(WHOLE.compile());
        MadeUpPack changed = WHOLE.with("pack.yaml", "rules: 4", "rules: 5");
        String index = new String(indexOf(compiled), StandardCharsets.UTF_8);
        String digest = PackDigest.of(changed.content(), MadeUpPack.FOLDER);
        compiled.put(
                INDEX, index.replaceFirst("sha256=\\w+", "sha256=" + digest).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> changed.load(compiled))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("counts 5 rules, but 4 were loaded");
    }

    @Test
    void a_manifest_that_counts_another_number_of_rules_is_refused_when_it_is_compiled() {
        assertThatThrownBy(() -> WHOLE.with("pack.yaml", "rules: 4", "rules: 5").compile())
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining(MadeUpPack.FOLDER + "pack.yaml, /rules: The manifest counts 5 rules; 4 passed.");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        assertThatThrownBy(() -> MadeUpPack.of(MET, NOT_MET, STANDARD, STANDARD).compile())
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("the same name");
    }

    @Test
    void every_fault_of_a_pack_is_said_at_once() {
        MadeUpPack wrong = WHOLE.with("parameters.csv", "q15,2026-01-01,,made-up-source", "q15,2026-01-01,,hearsay")
                .with("rules/topic.drl", "Checklist( yes < $line, $yes : yes )", "Checklist( score < 14 )")
                .with("rules/topic.drl", "findings.neverDiscloseTo", "System.exit");

        assertThatThrownBy(wrong::compile)
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining(MadeUpPack.FOLDER + "parameters.csv, row 3, column source: ")
                .hasMessageContaining(MadeUpPack.FOLDER + "rules/topic.drl, line 18, rule 'not-met': ")
                .hasMessageContaining(", rule 'handling': ");
    }

    @Test
    void a_pack_without_its_compiled_rules_is_refused() {
        assertThatThrownBy(() -> WHOLE.load(Map.of()))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("are not compiled");
    }

    @Test
    void a_pack_in_the_folder_of_another_version_is_refused() {
        MadeUpPack misplaced = WHOLE.with("pack.yaml", "version: 1.0.0", "version: 1.0.1");

        assertThatThrownBy(() -> misplaced.load(Map.of()))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("names of the pack's folders");
    }

    @Test
    void without_any_one_of_its_classes_a_pack_decides_the_same_or_not_at_all() {
        Map<String, byte[]> compiled = WHOLE.compile();
        Decision whole = decide(WHOLE.load(compiled), DAY);
        List<String> wrong = new ArrayList<>();
        for (String missing : compiled.keySet()) {
            Map<String, byte[]> rest = new HashMap<>(compiled);
            rest.remove(missing);
            try {
                if (!decide(WHOLE.load(rest), DAY).equals(whole)) {
                    wrong.add(missing + " gives another decision");
                }
            } catch (RulesFaultException expected) {
                assertThat(expected).hasMessageNotContaining("ZEBRA-7781");
            } catch (RuntimeException | LinkageError other) {
                wrong.add(missing + " gives " + other);
            }
        }

        assertThat(compiled).hasSizeGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    @Test
    void with_any_one_of_its_classes_cut_short_a_pack_decides_the_same_or_not_at_all() {
        Map<String, byte[]> compiled = WHOLE.compile();
        Decision whole = decide(WHOLE.load(compiled), DAY);
        List<String> wrong = new ArrayList<>();
        compiled.forEach((cut, bytes) -> {
            Map<String, byte[]> damaged = new HashMap<>(compiled);
            damaged.put(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            try {
                if (!decide(WHOLE.load(damaged), DAY).equals(whole)) {
                    wrong.add(cut + " gives another decision");
                }
            } catch (RulesFaultException expected) {
                assertThat(expected).hasMessageNotContaining("ZEBRA-7781");
            } catch (RuntimeException | LinkageError other) {
                wrong.add(cut + " gives " + other);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void rules_that_match_without_end_are_a_fault_and_no_level() {
        String triples = rule("triples", "Incident()\n    Incident()\n    Incident()", "findings.warning( \"w\" );");
        LoadedPack pack =
                MadeUpPack.of(MET, NOT_MET, STANDARD, HANDLING, triples).load();
        List<Assessment.Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            incidents.add(
                    new Assessment.Incident(DAY.minusDays(i), IncidentKind.OTHER, null, Direction.SAME, null, null));
        }
        Assessment assessment = Assessment.builder()
                .assessedOn(DAY)
                .answer("q1", Answer.YES)
                .incidents(incidents)
                .build();

        assertThatThrownBy(() -> new Decider("test").decide(assessment, Choice.of(pack)))
                .isInstanceOf(RulesFaultException.class)
                .hasMessage("The rules did not come to an end.");
    }

    private static byte[] indexOf(Map<String, byte[]> compiled) {
        return compiled.getOrDefault(INDEX, new byte[0]);
    }

    private static Decision decide(LoadedPack pack, LocalDate day) {
        Assessment assessment = Assessment.builder()
                .assessedOn(day)
                .answer("q1", Answer.YES)
                .answer("q2", Answer.NO)
                .judgement(new Assessment.Judgement(false, "ZEBRA-7781"))
                .perpetrator(new Assessment.Perpetrator("ZEBRA-7781", 30, null, "ZEBRA-7781"))
                .build();
        return new Decider("test").decide(assessment, Choice.of(pack));
    }

    private static String everythingSaid(Throwable fault) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            said.append(cause).append('\n');
        }
        return said.toString();
    }
}
