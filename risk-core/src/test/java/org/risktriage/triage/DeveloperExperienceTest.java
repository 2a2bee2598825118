package org.risktriage.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.testing.RiskTriageAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a developer meets first: the snippet in the README, word for word, and what comes back. */
class DeveloperExperienceTest {

    @Test
    void the_snippet_of_the_readme_gives_a_decision_with_reasons() {
        // snippet
        RiskTriage triage = RiskTriage.bundled();
        Decision decision = triage.assess(Assessment.builder()
                .assessedOn(LocalDate.of(2026, 11, 21))
                .answer("q1", Answer.YES)
                .answer("q15", Answer.YES)
                .build());
        // end

        assertThat(decision)
                .isStandard()
                .hasBounds(Level.STANDARD, Level.HIGH)
                .prompts("strangulation")
                .asksFor("clinical-assessment");
        assertThat(decision.marac().criteria()).allSatisfy(criterion -> {
            assertThat(criterion.because()).isNotBlank();
            assertThat(criterion.source()).isNotBlank();
            assertThat(criterion.rule()).startsWith("england-wales/marac/");
        });
        assertThat(decision.rules().pack().sha256()).hasSize(64);
    }

    @Test
    void the_readme_shows_that_snippet() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/risktriage/triage/DeveloperExperienceTest.java"));
        String snippet = source.substring(
                        source.indexOf("// snippet\n") + "// snippet\n".length(), source.indexOf("        // end"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + snippet + "\n```");
    }
}
