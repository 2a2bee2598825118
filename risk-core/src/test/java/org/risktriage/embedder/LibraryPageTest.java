package org.risktriage.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Comparison;
import org.risktriage.triage.Decision;
import org.risktriage.triage.PackVersion;
import org.risktriage.triage.RefusedPack;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulesFaultException;

/** What the page for library users shows of areas and versions, word for word, and what comes of it. */
class LibraryPageTest {
    private static final Path PAGE = Path.of("../docs/how-to/use-the-library.md");
    private static final Path OWN = Path.of("src/test/java/org/risktriage/embedder/LibraryPageTest.java");
    private static final Pattern SNIPPET = Pattern.compile("// snippet\n(.*?)\n *// end", Pattern.DOTALL);

    @TempDir
    Path packs;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void a_folder_with_one_area() throws IOException {
        Files.createDirectories(packs.resolve("northvale/1.0.0"));
        Files.writeString(packs.resolve("northvale/1.0.0/pack.yaml"), """
                id: northvale
                version: 1.0.0
                kind: area
                extends:
                  id: england-wales
                title: Northvale
                owner: Northvale MARAC, chair
                inForce:
                  from: 2025-01-01
                usable:
                  from: 2025-01-01
                reviewBy: 2027-01-01
                rules: 0
                sources:
                  - id: northvale-protocol
                    title: Northvale MARAC, operating protocol of 2025
                    confidence: A
                changes:
                  - 1.0.0, the first version.
                """);
        line("12");
    }

    private void line(String value) throws IOException {
        Files.writeString(
                packs.resolve("northvale/1.0.0/parameters.csv"),
                "key,value,from,to,source,confidence,note\n" + "visible-high-risk.line," + value
                        + ",2025-01-01,,northvale-protocol,A,\n");
    }

    private void tell(String what, Object about) {
        told.add(what + ": " + about);
    }

    @Test
    void an_area_of_a_folder_decides_and_says_what_it_overrides() {
        // snippet
        RiskTriage triage = RiskTriage.from(packs);
        Decision decision = triage.assess(Assessment.builder()
                .area("northvale")
                .assessedOn(LocalDate.of(2025, 3, 3))
                .answer("q1", Answer.YES)
                .build());
        for (Decision.ValueOverride override : decision.rules().overrides()) {
            tell(override.parameter(), override.value() + " in place of " + override.base());
        }
        // end

        assertThat(told).containsExactly("visible-high-risk.line: 12 in place of 14");
        assertThat(decision.rules().pack().id()).isEqualTo("northvale");
        // A change of the files is not seen by what is loaded already.
        assertThat(triage.selfTest().passed()).isTrue();
    }

    @Test
    void a_pack_with_a_fault_is_refused_and_the_others_are_used() throws IOException {
        line("twelve");

        assertThatThrownBy(() -> RiskTriage.from(packs))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining("row 2, column value");
        // snippet
        RiskTriage triage = RiskTriage.withoutRefused(packs);
        for (RefusedPack refused : triage.refused()) {
            tell(refused.pack(), refused.faults());
        }
        // end
        assertThat(told)
                .containsExactly("northvale@1.0.0: [rulepacks/northvale/1.0.0/parameters.csv, row 2, column value: "
                        + "visible-high-risk.line is a whole number from 1 to 24.]");
        assertThat(triage.areas()).isNotEmpty().noneMatch(area -> area.id().equals("northvale"));
    }

    @Test
    void the_versions_of_a_pack_have_their_days() {
        RiskTriage triage = RiskTriage.bundled();
        // snippet
        for (PackVersion version : triage.versions("england-wales")) {
            tell(version.pack().version(), version.inForceFrom() + " to " + version.inForceTo());
        }
        // end
        assertThat(told).contains("0.9.0: 2014-01-01 to 2023-12-31").hasSizeGreaterThan(1);
    }

    @Test
    void one_assessment_is_compared_under_two_areas() {
        RiskTriage triage = RiskTriage.from(packs);
        Assessment.Builder twelve = Assessment.builder()
                .assessedOn(LocalDate.of(2025, 3, 3))
                .incidents(List.of())
                .maracs(List.of());
        for (int i = 1; i <= 24; i++) {
            twelve.answer("q" + i, i <= 12 ? Answer.YES : Answer.NO);
        }
        Assessment assessment = twelve.build();
        // snippet
        Comparison comparison = triage.compare(assessment, List.of("england-wales", "northvale"));
        tell("differs", comparison.differs());
        // end
        assertThat(told).containsExactly("differs: true");
    }

    @Test
    void the_page_shows_these_snippets() throws IOException {
        String page = Files.readString(PAGE);
        Matcher snippets = SNIPPET.matcher(Files.readString(OWN));
        int count = 0;
        while (snippets.find()) {
            count++;
            assertThat(page).contains("```java\n" + snippets.group(1).stripIndent() + "\n```");
        }
        assertThat(count).isEqualTo(4);
    }
}
