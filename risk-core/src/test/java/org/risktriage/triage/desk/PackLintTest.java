package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.risktriage.triage.desk.PackProofTest.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of advice, planted in a good pack; and what there is to say of the bundled packs. */
class PackLintTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String UNMET = "findings.notMet( \"visible-high-risk\", 0, 1 );";
    private static final String MET = "findings.met( \"visible-high-risk\" );";

    @TempDir
    Path folder;

    @Test
    void a_line_without_a_case_above_it_is_named_with_its_row() throws IOException {
        Path pack = GoodPack.write(folder);

        assertThat(PackLint.folder(pack, TODAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(MessageCode.R701);
            assertThat(finding.file()).isEqualTo("northvale/1.0.0/parameters.csv");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.where()).isEqualTo("visible-high-risk.line");
            assertThat(finding.message()).isEqualTo("No case stands one above 12.");
        });
    }

    @Test
    void nothing_is_said_where_a_case_stands_on_each_side_of_the_line() throws IOException {
        assertThat(PackLint.folder(good(), TODAY).findings()).isEmpty();
    }

    @Test
    void a_number_in_a_rule_is_a_line_too() throws IOException {
        Path pack = withRules(rule("many", "Children( recorded > 2 )", "findings.warning( \"many-children\" );"));
        cases(pack, """
                  - name: three children
                    given: {answers: {rest: no}, children: [{age: 1}, {age: 2}, {age: 3}]}
                    expect: {warnings: [many-children]}
                """);

        assertThat(said(pack))
                .containsExactly(
                        "R701 rule 'many': No case stands one below 2, or on 2, with which recorded is compared.");
    }

    @Test
    void a_rule_that_fires_in_no_case_is_named() throws IOException {
        Path pack = withRules(rule("pregnant", "Victim( pregnant == \"yes\" )", "findings.warning( \"pregnant\" );"));

        assertThat(said(pack)).containsExactly("R702 rule 'pregnant': It fires in no case.");
    }

    @Test
    void a_rule_that_fires_in_every_case_is_named() throws IOException {
        Path pack = withRules(rule("not-pregnant", "Victim( pregnant != \"yes\" )", "findings.warning( \"other\" );"));

        assertThat(said(pack)).containsExactly("R702 rule 'not-pregnant': It fires in every case.");
    }

    @Test
    void a_mark_of_a_publication_over_a_source_that_is_none_is_named() throws IOException {
        Path pack = good();
        edit(pack.resolve("pack.yaml"), "    confidence: A", "    confidence: K");

        assertThat(said(pack))
                .containsExactly(
                        "R703 idva-contact.working-days: The mark says that this was published, and the source"
                                + " 'northvale-protocol' is no publication.",
                        "R703 rule 'contact': The mark says that this was published, and the source"
                                + " 'northvale-protocol' is no publication.",
                        "R703 visible-high-risk.line: The mark says that this was published, and the source"
                                + " 'northvale-protocol' is no publication.");
    }

    @Test
    void a_review_is_due_from_the_day_after_its_own() throws IOException {
        Path pack = good();

        assertThat(PackLint.folder(pack, LocalDate.of(2027, 1, 1)).findings()).isEmpty();
        assertThat(PackLint.folder(pack, LocalDate.of(2027, 1, 2)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(MessageCode.R704);
                    assertThat(finding.line()).isEqualTo(12);
                });
    }

    @Test
    void bands_that_leave_a_count_out_are_named() throws IOException {
        // The base's standard ends below ten; this area takes it away and ends its own below five.
        Path pack = withRules("level/standard", rule("low", "Checklist( yes < 5 )", "findings.level( \"standard\" );"));
        cases(pack, counts(4, "standard"));

        assertThat(said(pack))
                .anyMatch(line -> line.startsWith("R705 level: No rule says what is needed on:")
                        && line.contains("answers: {q1..q5: yes, rest: no}"));
    }

    @Test
    void bands_that_overlap_are_named() throws IOException {
        Path pack =
                withRules("level/standard", rule("low", "Checklist( yes <= 10 )", "findings.level( \"standard\" );"));
        cases(pack, counts(9, "standard") + counts(10, "medium"));

        assertThat(said(pack))
                .anyMatch(line -> line.startsWith("R706 level: Two bands claim:")
                        && line.contains("answers: {q1..q10: yes, rest: no}"));
    }

    @Test
    void a_rule_whose_conditions_exclude_each_other_is_named() throws IOException {
        Path pack = withRules(
                rule("never", "Victim( ageGiven == \"yes\", age > 20, age < 16 )", "findings.warning( \"never\" );"),
                rule(
                        "nor",
                        "exists Incident( kind == \"contact\", kind == \"other\" )",
                        "findings.warning( \"nor\" );"));

        assertThat(said(pack))
                .contains(
                        "R707 rule 'never': What it asks of Victim can never hold together.",
                        "R707 rule 'nor': No Incident can meet all its conditions.");
    }

    @Test
    void a_rule_that_decides_and_fires_on_no_evidence_is_named() throws IOException {
        Path pack = withRules(rule("never", "Checklist( yes > 20, no > 10 )", UNMET));

        assertThat(said(pack)).contains("R707 rule 'never': On no evidence do all its conditions hold.");
    }

    @Test
    void a_rule_that_is_always_in_the_shadow_of_another_is_named() throws IOException {
        Path pack = withRules(rule("fifteen", "Checklist( yes >= 15 )", MET));

        assertThat(said(pack)).contains("R708 rule 'fifteen': Whenever it fires, other rules say the same or more.");
    }

    @Test
    void a_value_that_is_the_same_as_the_base_s_is_named_unless_its_note_says_why() throws IOException {
        Path pack = good();
        edit(pack.resolve("parameters.csv"), "idva-contact.working-days,1", "idva-contact.working-days,2");
        edit(pack.resolve("cases/line.yaml"), "2025-03-04", "2025-03-05");

        assertThat(said(pack))
                .containsExactly(
                        "R709 idva-contact.working-days: The base gives the same value. Leave the row out, or say in"
                                + " its note why it is here.");
        edit(
                pack.resolve("parameters.csv"),
                "idva-contact.working-days,2,2025-01-01,,northvale-protocol,A,,",
                "idva-contact.working-days,2,2025-01-01,,northvale-protocol,A,As the protocol says.,");
        assertThat(said(pack)).isEmpty();
    }

    @Test
    void rules_that_say_the_opposite_on_the_same_evidence_are_named() throws IOException {
        Path pack = withRules(
                rule(
                        "heavy",
                        "Checklist( q8 == \"yes\", q9 == \"yes\" )",
                        "findings.prompt( \"made-up\", \"critical\" );"),
                rule(
                        "light",
                        "Checklist( q9 == \"yes\", q8 == \"yes\" )",
                        "findings.prompt( \"made-up\", \"advisory\" );"));

        assertThat(said(pack))
                .contains("R710 rule 'heavy': It fires on the same evidence as 'line/light', and says the opposite.");
    }

    @Test
    void a_rule_that_takes_back_what_a_base_rule_says_is_a_contradiction_too() throws IOException {
        Path pack = withRules(rule(
                "not-so", "Judgement( highRisk == \"yes\" )", "findings.notMet( \"professional-judgement\", 0, 1 );"));

        assertThat(said(pack))
                .contains(
                        "R710 rule 'not-so': It fires on the same evidence as 'marac/professional-judgement', and says the"
                                + " opposite.");
    }

    @Test
    void a_case_that_does_not_test_what_its_name_says_is_named() throws IOException {
        Path pack = good();
        edit(
                pack.resolve("cases/line.yaml"),
                "name: 11 yes answers are one short",
                "name: ten yes answers are standard");

        assertThat(said(pack))
                .containsExactly(
                        "R711 : The name says 'are standard'; the level is medium.",
                        "R711 : The name says 'yes answers'; 11 are yes.");
    }

    @Test
    void where_something_is_wrong_with_a_pack_that_alone_is_said() throws IOException {
        Path pack = good();
        edit(pack.resolve("pack.yaml"), "rules: 1", "rules: 2");

        assertThat(PackLint.folder(pack, TODAY).findings())
                .extracting(Finding::code)
                .containsExactly(MessageCode.R216);
    }

    /** What there is to say of the bundled packs is known: lines that areas restate, and values that they share. */
    @Test
    void of_the_bundled_packs_nothing_is_said_but_what_is_known() {
        List<String> said = PackLint.bundled(null, TODAY).findings().stream()
                .map(finding -> finding.file().substring(0, finding.file().indexOf('/')) + " " + finding.code() + " "
                        + finding.where())
                .distinct()
                .toList();

        assertThat(said).containsExactlyInAnyOrderElementsOf(KNOWN);
    }

    /**
     * Each is so. The base's own cases stand on the lines that areas restate; below a window's edge a case would show what
     * the edge itself shows; and no cadence of a meeting leaves six, seven or eight days to wait.
     */
    private static final List<String> KNOWN = List.of(
            "bolton R701 victim.age-from",
            "bolton R709 victim.age-from",
            "bristol-north-somerset-south-gloucestershire R701 visible-high-risk.line",
            "cambridgeshire-peterborough R701 idva-tier.from",
            "cambridgeshire-peterborough R701 idva-tier.months",
            "dumfries-galloway R701 visible-high-risk.line",
            "dumfries-galloway R701 potential-escalation.incidents",
            "dumfries-galloway R701 potential-escalation.months",
            "dumfries-galloway R709 potential-escalation.months",
            "dumfries-galloway R701 repeat.months",
            "dumfries-galloway R709 repeat.months",
            "dumfries-galloway R709 repeat.marac",
            "england-wales R701 repeat.months",
            "england-wales R701 perpetrator.age-from",
            "england-wales R701 reassess.weeks",
            "england-wales R701 earlier-high.months",
            "england-wales R701 emergency-marac.wait-days",
            "kingston R701 potential-escalation.incidents",
            "kingston R701 potential-escalation.crimes",
            "kingston R701 potential-escalation.months",
            "kingston R709 potential-escalation.months",
            "manchester R701 visible-high-risk.recent-months",
            "newham R701 victim.age-from",
            "newham R709 victim.age-from",
            "newham R701 perpetrator.age-from",
            "norfolk R701 level.medium-from",
            "norfolk R709 level.high-from",
            "norfolk R701 level.bands-from",
            "norfolk R709 level.bands-from",
            "plymouth R701 level.medium-from",
            "plymouth R709 level.high-from",
            "plymouth R701 level.bands-from",
            "southampton R701 level.medium-from",
            "southampton R709 level.high-from",
            "southampton R701 level.bands-from");

    private Path good() throws IOException {
        Path pack = GoodPack.write(folder);
        Files.writeString(
                pack.resolve("cases/line.yaml"),
                Files.readString(pack.resolve("cases/line.yaml")) + counts(13, "high"));
        return pack;
    }

    private static String counts(int yes, String level) {
        return "  - name: at " + yes + " there is a level\n    given: {answers: {q1..q" + yes + ": yes, rest: no}}\n"
                + "    expect: {level: " + level + "}\n";
    }

    private Path withRules(String... rules) throws IOException {
        Path pack = good();
        edit(pack.resolve("pack.yaml"), "rules: 1", "rules: " + (1 + count(rules)));
        Files.writeString(pack.resolve("rules/line.drl"), String.join("\n", rules));
        return pack;
    }

    private Path withRules(String off, String rules) throws IOException {
        if (off.startsWith("rule")) {
            return withRules(new String[] {off, rules});
        }
        Path pack = withRules(new String[] {rules});
        edit(
                pack.resolve("pack.yaml"),
                "sources:",
                "off:\n  - {rule: " + off + ", because: Ours is another., source: northvale-protocol}\nsources:");
        return pack;
    }

    private static int count(String... rules) {
        return String.join("\n", rules).split("rule \"", -1).length - 1;
    }

    private static void cases(Path pack, String cases) throws IOException {
        Files.writeString(pack.resolve("cases/line.yaml"), Files.readString(pack.resolve("cases/line.yaml")) + cases);
    }

    private static List<String> said(Path pack) throws IOException {
        return PackLint.folder(pack, TODAY).findings().stream()
                .map(finding -> finding.code() + " " + finding.where() + ": " + finding.message())
                .sorted()
                .toList();
    }

    private static void edit(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, others));
    }
}
