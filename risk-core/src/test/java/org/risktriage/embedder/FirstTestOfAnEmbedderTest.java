package org.risktriage.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.testing.RiskTriageAssertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.Test;
import org.risktriage.testing.DecisionAssert;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.RiskTriage;

/** The first tests that the page for embedders shows, word for word, and what that page has to name. */
class FirstTestOfAnEmbedderTest {
    private static final Path PAGE = Path.of("../docs/how-to/test-your-own-code.md");

    // snippet
    private static final RiskTriage TRIAGE = RiskTriage.bundled();

    @Test
    void a_count_at_the_line_is_referred() {
        Decision decision = TRIAGE.assess(FictionalCases.visibleHighRisk().build());

        assertThat(decision)
                .isHigh()
                .refersToMarac()
                .because("visible-high-risk")
                .asksFor("refer-to-marac", FictionalCases.DAY.plusDays(2))
                .underPack("england-wales");
    }

    @Test
    void an_answer_that_is_taken_back_is_unknown_and_never_no() {
        Decision decision = TRIAGE.assess(
                FictionalCases.visibleHighRisk().answer("q3", Answer.DECLINED).build());

        assertThat(decision).isMedium().couldMeet("visible-high-risk").wantsToKnow("q3");
    }

    @Test
    void what_our_records_add_never_lowers_a_result() {
        Assessment.Builder form = FictionalCases.oneBelowTheLine();
        Decision asGiven = TRIAGE.assess(form.build());
        Decision withOurRecords = TRIAGE.assess(OurRecords.addTo(form).build());

        assertThat(withOurRecords).neverLowerThan(asGiven).isHigh().onlyBecause("potential-escalation");
    }
    // end

    /** Stands for the code of an embedder. */
    private static final class OurRecords {
        private OurRecords() {}

        static Assessment.Builder addTo(Assessment.Builder form) {
            return form.incidents(Stream.of(1, 4, 6)
                    .map(months ->
                            Assessment.Incident.of(FictionalCases.DAY.minusMonths(months), IncidentKind.REPAIR_CALL))
                    .toList());
        }
    }

    @Test
    void the_page_shows_those_tests() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/org/risktriage/embedder/FirstTestOfAnEmbedderTest.java"));
        String snippet = source.substring(
                        source.indexOf("// snippet\n") + "// snippet\n".length(), source.indexOf("    // end\n"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(PAGE)).contains("```java\n" + snippet + "\n```");
    }

    @Test
    void the_page_names_every_assertion() throws IOException {
        assertThat(code()).contains(named(DecisionAssert.class));
    }

    @Test
    void the_page_names_every_made_up_case() throws IOException {
        assertThat(code()).contains(named(FictionalCases.class));
    }

    @Test
    void the_page_names_the_versions_that_are_used_here() throws Exception {
        Path assertj = Path.of(AbstractAssert.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String engine =
                TRIAGE.assess(FictionalCases.noToEverything().build()).rules().engine();
        List<String> versions = Pattern.compile("<artifactId>(.*)</artifactId>\\s*<version>(.*)</version>")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1) + "-" + found.group(2) + ".jar")
                .toList();

        assertThat(versions).containsExactly("risk-core-" + engine + ".jar", String.valueOf(assertj.getFileName()));
    }

    /** What the page shows as code, up to the first bracket. */
    private static List<String> code() throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("`", -1))
                .map(text -> text.replaceFirst("(?s)\\(.*", ""))
                .toList();
    }

    private static String[] named(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toArray(String[]::new);
    }
}
