package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.rules.Checklist;
import org.risktriage.triage.internal.authoring.RulesWithoutProfile;

/**
 * What {@link AttackCorpusTest} looks for would be seen: the same files, given to the engine's compiler without the rule
 * profile, do run.
 */
class CanaryTest {
    private static final String MARKER = "risk.triage.marker";
    private static final String HEAD = """
            package org.risktriage.madeup;
            import org.risktriage.rules.*;
            global org.risktriage.rules.Findings findings;
            """;

    @AfterEach
    void forget() {
        System.clearProperty(MARKER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consequence",
                "consequence-chain",
                "eval",
                "from-call",
                "function-called",
                "import-static",
                "salience-expression",
                "query"
            })
    void without_the_profile_it_runs(String attack) throws IOException {
        String drl = Files.readString(AttackCorpusTest.HERE.resolve("rules/" + attack + ".drl"));
        int rule = drl.indexOf("rule \"");
        String[] answers = new String[24];
        Arrays.fill(answers, "yes");

        // Imports stand before the global.
        String whole = drl.startsWith("import")
                ? HEAD.replace("global", drl.substring(0, rule) + "global") + drl.substring(rule)
                : HEAD + drl;
        try {
            RulesWithoutProfile.run(whole, new Checklist(answers, Set.of()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // What becomes of it once it ran does not matter.
            assertThat(System.getProperty(MARKER)).as("before " + e).isEqualTo("set");
        }

        assertThat(System.getProperty(MARKER)).isEqualTo("set");
    }
}
