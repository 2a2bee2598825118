package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;
import org.risktriage.triage.desk.ImpactReport;

/** {@code rules diff} and {@code rules impact}, as they are run from a shell. */
class DiffAndImpactTest {
    private static final String MANIFEST = """
            id: plymouth
            version: 1.1.0
            kind: area
            extends:
              id: england-wales
            title: Plymouth
            owner: Plymouth MARAC, chair
            inForce:
              from: 2027-04-01
            usable:
              from: 2027-01-01
            reviewBy: 2029-04-01
            rules: 0
            sources:
              - id: plymouth-protocol
                title: A protocol that is made up
                confidence: I
            changes:
              - 1.1.0, another line.
            """;

    @TempDir
    Path folder;

    private Path later = Path.of("");

    @BeforeEach
    void a_later_version_with_a_line_at_16() throws IOException {
        later = folder.resolve("packs/plymouth/1.1.0");
        Files.createDirectories(later.resolve("cases"));
        Files.writeString(later.resolve("pack.yaml"), MANIFEST);
        Files.writeString(later.resolve("cases/line.yaml"), """
                given: {area: plymouth, assessedOn: 2027-04-01, incidents: [], maracs: []}
                cases:
                  - name: no to every question
                    given: {answers: {rest: no}}
                    expect: {level: standard}
                """);
        line(16);
    }

    private void line(int yes) throws IOException {
        Files.writeString(later.resolve("parameters.csv"), """
                key,value,from,to,source,confidence,note
                visible-high-risk.line,%1$d,2027-04-01,,plymouth-protocol,I,
                level.medium-from,10,2027-04-01,,plymouth-protocol,I,
                level.high-from,%1$d,2027-04-01,,plymouth-protocol,I,
                level.bands-from,1,2027-04-01,,plymouth-protocol,I,
                """.formatted(yes));
    }

    private Run run(String action, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("rules", action, "plymouth@1.0.0", later.toString()));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A row of answers, the first so many of them yes. */
    private static String row(String ref, int yes) {
        StringBuilder row = new StringBuilder(ref);
        for (int i = 1; i <= 24; i++) {
            row.append(i <= yes ? ",yes" : ",no");
        }
        return row.append('\n').toString();
    }

    private static String header() {
        StringBuilder header = new StringBuilder("ref");
        for (int i = 1; i <= 24; i++) {
            header.append(",q").append(i);
        }
        return header.append('\n').toString();
    }

    @Test
    void a_number_that_says_too_little_is_refused_with_a_case() throws IOException, InterruptedException {
        Run refused = run("diff");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("R804", "R806", "answers: {q1..q14: yes, rest: no}");

        line(12);
        Run passed = run("diff", "--json");
        assertThat(passed.status()).isZero();
        JsonNode document = passed.documents().get(0);
        assertThat(document.path("passed").asBoolean()).isTrue();
        assertThat(document.path("demanded").asText()).isEqualTo("minor");
        assertThat(document.at("/differences/0/kind").asText()).isEqualTo("outcome");
        assertThat(document.at("/differences/0/from").asText()).isEqualTo("2027-04-01");
    }

    @Test
    void cases_that_move_down_are_told_by_line_until_somebody_accepts_it() throws IOException, InterruptedException {
        Path cases = write(
                "cases.csv",
                header()
                        + row("first", 13)
                        + row("second", 14)
                        + row("third", 16)
                        + row("fourth", 16)
                        + row("fifth", 17));

        Run refused = run("impact", "--cases", cases.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out())
                .contains("line 3, second: high to medium; loses visible-high-risk, referral")
                .contains("Of 5 cases, 1 move down");

        Path out = folder.resolve("impact.json");
        Run accepted = run(
                "impact",
                "--cases",
                cases.toString(),
                "--accept-down",
                "Chair of the MARAC",
                "--reason",
                "A trial of three months",
                "--out",
                out.toString());
        assertThat(accepted.status()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toFile());
        assertThat(report.path("format").asText()).isEqualTo(ImpactReport.FORMAT);
        assertThat(report.at("/acceptance/name").asText()).isEqualTo("Chair of the MARAC");
        assertThat(report.at("/moved/anyDown").asBoolean()).isTrue();
        assertThat(report.at("/moved/down").isNull()).isTrue();
        assertThat(report.at("/before/sha256").asText()).hasSize(64);
        assertThat(Files.readString(out)).doesNotContain("first", "second", "third");
    }

    @Test
    void of_fewer_than_five_cases_nothing_is_written_that_could_be_handed_on()
            throws IOException, InterruptedException {
        line(12);
        String cases = write("cases.csv", header() + row("", 11) + row("", 12) + row("", 13) + row("", 14))
                .toString();
        Path out = folder.resolve("impact.json");
        Path chart = folder.resolve("chart.svg");
        for (List<String> export :
                List.of(List.of("--out", out.toString()), List.of("--chart", chart.toString()), List.of("--json"))) {
            List<String> options = new ArrayList<>(List.of("--cases", cases));
            options.addAll(export);
            Run run = run("impact", options.toArray(String[]::new));

            assertThat(run.status()).as(export.toString()).isEqualTo(2);
            assertThat(run.err()).contains("Fewer than 5 cases were scored");
            assertThat(run.out()).isEmpty();
        }
        assertThat(out).doesNotExist();
        assertThat(chart).doesNotExist();
        Run here = run("impact", "--cases", cases);
        assertThat(here.status()).isZero();
        assertThat(here.out()).contains("Of 4 cases, 0 move down or lose a route, 2 move up, 2 do not move.");
    }

    @Test
    void how_few_cases_were_refused_is_told_at_the_terminal_and_not_in_what_is_handed_on()
            throws IOException, InterruptedException {
        line(12);
        String good = row("", 9).repeat(5);
        String bad = row("", 9).replaceFirst("yes", "maybe");
        Path out = folder.resolve("impact.json");

        Run two = run(
                "impact",
                "--cases",
                write("two.csv", header() + good + bad.repeat(2)).toString(),
                "--out",
                out.toString());
        assertThat(two.status()).isEqualTo(1);
        assertThat(two.out()).contains("2 cases were not scored");
        JsonNode report = new ObjectMapper().readTree(out.toFile());
        assertThat(report.at("/caseload/refused").isNull()).isTrue();
        assertThat(report.at("/caseload/cases").asLong()).isEqualTo(5);

        Run five = run(
                "impact",
                "--cases",
                write("five.csv", header() + good + bad.repeat(5)).toString(),
                "--json");
        assertThat(five.status()).isEqualTo(1);
        assertThat(five.documents().get(0).at("/caseload/refused").asLong()).isEqualTo(5);
    }

    @Test
    void a_list_after_which_something_follows_is_refused_whole() throws IOException, InterruptedException {
        String list = "[{\"assessedOn\":\"2027-04-01\",\"answers\":{\"q1\":\"yes\"}}]";
        for (String after : List.of(list, "\n" + list, ",", "{}", "]", " Sinead")) {
            Run run =
                    run("impact", "--cases", write("joined.json", list + after).toString());

            assertThat(run.status()).as(after).isEqualTo(2);
            assertThat(run.err())
                    .contains("Something follows after the end of the list")
                    .doesNotContain("Sinead");
            assertThat(run.out()).isEmpty();
        }
        Run one = run("impact", "--cases", write("one.json", list + " \n\n").toString());
        assertThat(one.out()).contains("Of 1 cases");
        Run broken = run(
                "impact",
                "--cases",
                write("broken.json", list.replace("]", ",{\"answers\":]")).toString());
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("The JSON cannot be read from case 2 of the list on.");
    }

    @Test
    void a_table_lines_and_a_list_give_the_same_counts() throws IOException, InterruptedException {
        line(12);
        StringBuilder table = new StringBuilder(header());
        List<String> requests = new ArrayList<>();
        for (int yes = 9; yes < 17; yes++) {
            table.append(row("", yes));
            StringBuilder answers = new StringBuilder();
            for (int i = 1; i <= 24; i++) {
                answers.append(i == 1 ? "" : ",").append("\"q").append(i).append(i <= yes ? "\":\"yes\"" : "\":\"no\"");
            }
            requests.add("{\"assessedOn\":\"2027-04-01\",\"answers\":{" + answers + "}}");
        }
        List<String> files = List.of(
                write("cases.csv", "\uFEFF" + table).toString(),
                write("cases.ndjson", String.join("\n\n", requests)).toString(),
                write("cases.json", "[" + String.join(",\n", requests) + "]").toString());
        List<String> printed = new ArrayList<>();
        for (String file : files) {
            Run run = run("impact", "--cases", file);
            assertThat(run.status()).as(file + run.err()).isZero();
            printed.add(run.out());
        }
        assertThat(printed.get(0)).contains("Of 8 cases, 0 move down or lose a route, 2 move up, 6 do not move.");
        assertThat(printed).allMatch(printed.get(0)::equals);
    }

    @Test
    void what_cannot_be_scored_is_told_by_line_and_never_repeated() throws IOException, InterruptedException {
        Path cases = write("cases.ndjson", """
                {"assessedOn":"2027-04-01","answers":{"q1":"Sinead"}}
                {"assessedOn":"2027-04-01","answers":{"q1":"yes"}}
                Sinead
                """);
        Run run = run("impact", "--cases", cases.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("line 1, q1: ", "line 3: ", "2 cases were not scored");
        assertThat(run.out() + run.err()).doesNotContain("Sinead");
    }

    @Test
    void thought_up_cases_say_that_they_are_and_are_the_same_for_the_same_seed()
            throws IOException, InterruptedException {
        line(12);
        Run one = run("impact", "--synthetic", "500", "--seed", "7", "--json");
        Run other = run("impact", "--synthetic", "500", "--seed", "7", "--json");

        assertThat(one.out()).isEqualTo(other.out());
        assertThat(one.documents().get(0).at("/caseload/synthetic").asBoolean()).isTrue();
        assertThat(one.documents().get(0).at("/caseload/seed").asLong()).isEqualTo(7);
    }

    @Test
    void a_chart_is_a_picture_in_either_form_and_says_what_the_cases_are() throws IOException, InterruptedException {
        line(12);
        Path png = folder.resolve("chart.png");
        Path svg = folder.resolve("chart.svg");
        assertThat(run("impact", "--synthetic", "500", "--chart", png.toString())
                        .status())
                .isZero();
        assertThat(run("impact", "--synthetic", "500", "--chart", svg.toString())
                        .status())
                .isZero();

        BufferedImage image = Objects.requireNonNull(ImageIO.read(png.toFile()));
        assertThat(image.getWidth()).isGreaterThan(1_000);
        int blue = 0;
        for (int x = 0; x < image.getWidth(); x += 5) {
            for (int y = 0; y < image.getHeight(); y += 5) {
                blue += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
            }
        }
        assertThat(blue).as("points of bars that go up").isGreaterThan(100);
        assertThat(Files.readString(svg)).contains("<svg", "thought-up cases", "medium to high");
    }

    @Test
    void a_wrong_use_says_what_is_needed() throws IOException, InterruptedException {
        assertThat(run("impact").status()).isEqualTo(2);
        assertThat(run("impact", "--synthetic", "0").err()).contains("a whole number from 1");
        assertThat(run("impact", "--synthetic", "9", "--accept-down", "Chair").err())
                .contains("--accept-down and --reason go together");
        assertThat(run("impact", "--synthetic", "9", "--on", "2026-01-01").err())
                .contains("2027-04-01");
        assertThat(run("impact", "--cases", "absent.csv").status()).isEqualTo(2);
        assertThat(run("impact", "--synthetic", "9", "--chart", "chart.gif").status())
                .isEqualTo(2);
        assertThat(run("diff", "--verbose").status()).isEqualTo(2);
    }
}
