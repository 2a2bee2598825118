package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.triage.desk.ProofReport.ProvedPack;

class PackProofTest {
    @TempDir
    Path folder;

    @Test
    void a_good_pack_is_proved_and_the_size_of_the_proof_is_told() throws IOException {
        LongAdder decided = new LongAdder();

        ProofReport report = PackProof.folder(GoodPack.write(folder), decided::add);

        assertThat(report.passed()).isTrue();
        ProvedPack pack = report.packs().get(0);
        assertThat(pack.pack()).isEqualTo("northvale@1.0.0");
        assertThat(pack.parts())
                .extracting(ProofReport.ProvedPart::what)
                .containsExactly(
                        "visible-high-risk",
                        "professional-judgement",
                        "potential-escalation",
                        "repeat",
                        "scope",
                        "level");
        assertThat(pack.kinds()).isGreaterThan(200).isLessThanOrEqualTo(decided.sum());
        assertThat(pack.steps()).isGreaterThan(200);
    }

    @Test
    void a_count_that_no_rule_speaks_of_is_shown_as_a_short_case() throws IOException {
        // The line is switched off, and what stands in its place leaves 12 out.
        Path pack = GoodPack.write(folder);
        edit(pack.resolve("pack.yaml"), "rules: 1", """
                rules: 3
                off:
                  - {rule: marac/visible-high-risk, because: Ours is another., source: northvale-protocol}
                  - {rule: marac/visible-high-risk-not-met, because: Ours is another., source: northvale-protocol}""");
        Files.writeString(
                pack.resolve("rules/line.drl"),
                rule("met", "Checklist( yes > 12 )", "findings.met( \"visible-high-risk\" );")
                        + rule("not-met", "Checklist( yes < 12 )", "findings.notMet( \"visible-high-risk\", 0, 1 );"));

        ProofReport report = PackProof.folder(pack, decided -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).isFalse();
        assertThat(report.packs().get(0).shown()).singleElement().satisfies(shown -> {
            assertThat(shown.code()).isEqualTo(MessageCode.R802);
            assertThat(shown.what()).isEqualTo("visible-high-risk");
            assertThat(shown.before().given()).contains("answers: {q1..q12: yes, rest: no}");
            assertThat(shown.confirmed()).isTrue();
        });
    }

    @Test
    void a_rule_without_an_argument_is_named_and_nothing_is_passed() throws IOException {
        Path pack = GoodPack.write(folder);
        edit(pack.resolve("pack.yaml"), "rules: 1", "rules: 2");
        Files.writeString(
                pack.resolve("rules/line.drl"),
                rule(
                        "more-children-than-answers",
                        "Checklist( $yes : yes ) Children( recorded > $yes )",
                        "findings.notMet( \"visible-high-risk\", 0, 1 );"));

        ProofReport report = PackProof.folder(pack, decided -> {});

        assertThat(report.passed()).isFalse();
        assertThat(report.packs().get(0).unproved())
                .containsExactly(
                        "visible-high-risk: line/more-children-than-answers compares recorded with something that"
                                + " evidence changes.");
    }

    @Test
    void where_something_is_wrong_with_a_pack_nothing_is_proved() throws IOException {
        Path pack = GoodPack.write(folder);
        edit(pack.resolve("pack.yaml"), "rules: 1", "rules: 2");

        ProofReport report = PackProof.folder(pack, decided -> {});

        assertThat(report.passed()).isFalse();
        assertThat(report.packs()).isEmpty();
        assertThat(report.findings()).extracting(Finding::code).containsExactly(MessageCode.R216);
    }

    private static void edit(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, others));
    }

    static String rule(String name, String when, String then) {
        return """
                rule "%s"
                    @says( "Made up." )
                    @source( "northvale-protocol" )
                    @confidence( "A" )
                when
                    %s
                then
                    %s
                end
                """.formatted(name, when, then);
    }
}
