package org.risktriage.triage.internal.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.internal.pack.PackFaults;

/** What a rule may say of services: only of those that the pack lists, and only what can be asked is asked. */
class RoutingProfileTest {
    private static final PackWords WORDS = new PackWords(
            "made-up",
            Set.of("repeat"),
            Set.of("made-up"),
            Set.of(),
            Set.of(),
            "q",
            24,
            Set.of(),
            Set.of("refuge", "helpline"));

    private static List<String> faults(String then) {
        PackFaults faults = new PackFaults();
        new RuleProfile(WORDS, faults)
                .check(
                        "rulepacks/made-up/1.0.0/rules/services.drl",
                        "rule \"made-up\"\n    @says( \"Made up.\" )\n    @source( \"made-up\" )\n    @confidence( \"I\" )\nwhen\n"
                                + "    Checklist()\nthen\n" + then + "\nend\n");
        return faults.found();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings.offer( \"refuge\" );",
                "findings.fallback( \"helpline\" ); findings.because( \"q1\" );",
                "findings.offer( \"refuge\" ); findings.ask( \"victim.age\" ); findings.ask( \"q24\" ); findings.first();",
                "findings.offer( \"refuge\" ); findings.ask( \"circumstances.residence\" ); findings.ask( \"children\" );",
                "findings.gap( \"no-refuge\" ); findings.because( \"children\" ); findings.ask( \"support.setting\" );",
                "findings.action( \"a\", \"b\", \"c\" ); findings.dueImmediately(); findings.offer( \"refuge\" );",
                "findings.meeting( \"too-long\" );"
            })
    void a_rule_may_say(String then) {
        assertThat(faults(then)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "findings.offer( \"hostel\" ); | services.csv lists no such service. It lists: helpline, refuge.",
                "findings.fallback( \"hostel\" ); | services.csv lists no such service. It lists: helpline, refuge.",
                "findings.offer( 7 ); | offer takes (word).",
                "findings.offer( \"refuge\" ); findings.ask( \"q25\" ); | ask takes a field of a request",
                "findings.offer( \"refuge\" ); findings.ask( \"victim.name\" ); | ask takes a field of a request",
                "findings.offer( \"refuge\" ); findings.ask( \"outcome.level\" ); | ask takes a field of a request",
                "findings.offer( \"refuge\" ); findings.ask( \"home\" ); | ask takes a field of a request",
                "findings.ask( \"q1\" ); findings.offer( \"refuge\" ); | ask and first belong to a service and stand after it.",
                "findings.first(); | ask and first belong to a service and stand after it.",
                "findings.because( \"q1\" ); findings.offer( \"refuge\" ); | because belongs to an action, a service or a gap",
                "findings.offer( \"refuge\" ); findings.dueImmediately(); | due belongs to an action and stands after it.",
                "findings.gap( \"noRefuge\" ); | gap takes lower-case words joined by hyphens",
                "findings.meeting( \"soon\" ); | Allowed here: in-time, ask, too-long.",
                "findings.offer( \"refuge\" ); findings.met( \"repeat\" ); | A rule either decides"
            })
    void a_rule_may_not_say(String then, String message) {
        assertThat(faults(then))
                .hasSize(1)
                .allSatisfy(
                        fault -> assertThat(fault).contains("rules/services.drl, line ", "rule 'made-up'", message));
    }

    @Test
    void a_pack_without_services_says_so() {
        PackFaults faults = new PackFaults();
        PackWords none =
                new PackWords("made-up", Set.of(), Set.of("made-up"), Set.of(), Set.of(), "q", 24, Set.of(), Set.of());
        new RuleProfile(none, faults)
                .check(
                        "rules/services.drl",
                        "rule \"a\" @says( \"A.\" ) @source( \"made-up\" ) @confidence( \"I\" ) when Checklist() then"
                                + " findings.offer( \"refuge\" ); end\n");
        assertThat(faults.found().toString()).contains("It lists: none.");
    }
}
